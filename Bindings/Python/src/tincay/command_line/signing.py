"""Commands about what an authority says: signing notices, and taking them in."""

from __future__ import annotations

import argparse

from ..desk import Desk
from .commands import Commands
from .files import new_file, read
from .screen import Screen


def add_to(commands: Commands) -> None:
    """Adds them."""
    signing = commands.add("sign", sign)
    signing.add_argument("notice", metavar="NOTICE", help="one that others have signed, or a directory or pack as JSON")
    signing.add_argument("-o", "--output", metavar="FILE", required=True, help="a new file for the signed notice")
    commands.add("post", post).add_argument("notice", metavar="NOTICE", help="the signed notice")


def sign(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Sign a notice as one of the desks of an authority; that is on record in the ledger."""
    with new_file(arguments.output) as file:
        file.write(desk.sign(read(arguments.notice)))
    screen.give({"output": arguments.output})
    screen.say("written", arguments.output)


def post(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Take in a notice of the authority that was pinned at creation, and carry it on in receipts."""
    desk.post(read(arguments.notice))
    screen.give({"posted": arguments.notice})
    screen.say("posted")
