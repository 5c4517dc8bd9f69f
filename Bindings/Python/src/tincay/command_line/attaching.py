"""Commands about files that are kept with a report."""

from __future__ import annotations

import argparse
import os
from contextlib import AbstractContextManager
from pathlib import Path

from ..attachment import Attachment
from ..desk import Desk
from . import words
from .commands import Commands
from .failures import CommandError
from .screen import Advance, Screen

_SECTIONS = ("facts", "identity", "contact", "accused", "place", "notes")


def add_to(commands: Commands) -> None:
    """Adds them."""
    attaching = commands.of_case("attach", attach)
    attaching.add_argument("file", metavar="FILE", help="the file to keep")
    attaching.add_argument("--name", help="what people call it; the file's name when left out")
    attaching.add_argument("--section", choices=_SECTIONS, help="who may open that may open the file; facts without it")
    attaching.add_argument("--kind", metavar="TYPE", help="the media type that it has to be")
    getting = commands.of_case("get-attachment", get_attachment)
    getting.add_argument("attachment", metavar="ATTACHMENT", help="the file's id, which show tells")
    getting.add_argument(
        "-o", "--output", metavar="FILE", required=True, help="a new file, in clear, for its owner only"
    )
    detaching = commands.of_case("detach", detach)
    detaching.add_argument("attachment", metavar="ATTACHMENT", help="the file's id, which show tells")
    words.add_to(detaching)


def attach(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Keep a file with a report, sealed; the file that it was read from stays, in clear, where it is."""
    path = Path(arguments.file)
    with screen.progress("attaching", path.stat().st_size) as advance:
        kept = desk.attach(
            arguments.id,
            path,
            name=arguments.name or path.name,
            section=arguments.section,
            kind=arguments.kind,
            progress=advance,
        )
    screen.give(kept)
    screen.say("attached", kept["id"], kept["type"], kept["size"])


def get_attachment(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Write a file that is kept with a report, in clear; that it was read is on record in the ledger.

    The copy is out of the desk's hands: it is not sealed, and no shredding reaches it.
    """
    if os.path.lexists(arguments.output):
        raise CommandError("alreadyThere", arguments.output)
    with desk.attachment(arguments.id, arguments.attachment) as file, _shown(screen, file) as advance:
        size = file.save(arguments.output, progress=advance)
    screen.give({**file.about, "output": arguments.output})
    screen.say("writtenInClear", arguments.output, size)


def _shown(screen: Screen, file: Attachment) -> AbstractContextManager[Advance]:
    """Shows how far a file is."""
    return screen.progress("writing", file.about["size"])


def detach(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Destroy one file that is kept with a report, and its key; the report stays."""
    why = words.text(arguments, screen, "ask.reason")
    desk.detach(arguments.id, arguments.attachment, why)
    screen.give({"id": arguments.id, "detached": arguments.attachment})
    screen.say("detached", arguments.attachment)
