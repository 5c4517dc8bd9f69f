"""Commands that take something out of a desk, in clear: official forms, a person's data, a breach's review."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from ..desk import Desk
from ..documents import docx
from ..results import OfficialForm
from . import words
from .cases import add_filters, filters
from .commands import Commands, codes, whole_id
from .failures import CommandError
from .files import as_json, new_file
from .layout import short
from .screen import Screen


def add_to(commands: Commands) -> None:
    """Adds them."""
    exporting = commands.add("export", export)
    exporting.add_argument("ids", metavar="ID", nargs="+", help="cases, by their ids or beginnings of them")
    exporting.add_argument("--what", metavar="FORM", default="M01", help="the official form; M01 is the only one yet")
    exporting.add_argument("--format", choices=("docx", "json"), default="docx", help="docx when left out")
    exporting.add_argument("--to", metavar="FOLDER", default=".", help="where the files go; here when left out")
    asking = commands.add("subject", subject)
    asking.add_argument("--sections", action="store_true", help="give the whole sections too")
    asking.add_argument(
        "-o", "--output", metavar="FILE", help="write the data, in clear, as JSON into a new file for its owner only"
    )
    words.add_to(asking)
    reviewing = commands.add("breach", breach)
    reviewing.add_argument("--opened-since", metavar="DAY", help="only reports that were opened from this day on")
    reviewing.add_argument("--opened-until", metavar="DAY", help="only reports that were opened up to this day")
    reviewing.add_argument("--opened-by", metavar="NAME,..", type=codes, help="only reports that these opened")
    add_filters(reviewing)


def export(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Fill in Mẫu số 01 from reports, as documents to print or JSON; that it was made is on record in the ledger.

    The files are in clear and out of the desk's hands: no seal, no shredding reaches them. They are new and for their
    owner only; nothing is overwritten.
    """
    make = _maker(arguments.format)
    written = []
    with screen.progress("exporting", len(arguments.ids)) as advance:
        for case in [whole_id(desk, beginning) for beginning in arguments.ids]:
            path = str(Path(arguments.to) / f"{arguments.what}-{short(case)}.{arguments.format}")
            with new_file(path) as file:
                file.write(make(desk.export(case, arguments.what)))
            written.append({"id": case, "output": path})
            advance(1)
    screen.give({"files": written})
    for each in written:
        screen.say("exported", each["output"])


def _maker(format_name: str) -> Callable[[OfficialForm], bytes]:
    """Gives what makes a file of a form, before any form is filled in.

    Raises:
        CommandError: documents need a package that is not installed.
    """
    if format_name == "json":
        return lambda form: (as_json(form) + "\n").encode()
    if find_spec("docx") is None:
        raise CommandError("needsDocx")
    return docx


def subject(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Find a person's data over all reports, by name and by telephone number; the search is on record with its reason.

    The reason, the name and the number are asked for; each is one line, also of --text-file and of the standard input.
    """
    why, name, phone = words.answers(arguments, screen, ("ask.why", "ask.name", "ask.phone"))
    if arguments.output is None:
        found = desk.subject(why, name=name or None, phone=phone or None, sections=arguments.sections)
        screen.give(found)
        rows = [
            (short(report["id"]), field["section"], field["pointer"], field["value"])
            for report in found["reports"]
            for field in report["fields"]
        ]
        screen.table(("id", "section", "field", "value"), rows)
    else:
        with new_file(arguments.output) as file:
            found = desk.subject(why, name=name or None, phone=phone or None, sections=arguments.sections)
            file.write((as_json(found) + "\n").encode())
        screen.give({"total": found["total"], "opened": found["opened"], "output": arguments.output})
    screen.say("subject", found["total"], found["opened"])


def breach(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Tell what a breach may have exposed, for the notice that the law asks for; nothing is opened for it."""
    found = desk.breach(
        since=arguments.opened_since,
        until=arguments.opened_until,
        person=arguments.opened_by,
        filters=filters(arguments),
    )
    screen.give(found)
    rows = [(each["form"], each["version"], each["reports"], each["sections"]) for each in found["forms"]]
    screen.table(("form", "version", "reports", "sections"), rows)
    screen.say("breach", found["reports"], found["searches"], found["opened_by_searches"])
