"""Commands for those who look after a desk: verify it, hand its head to witnesses, see who did and who may do what."""

from __future__ import annotations

import argparse
from typing import Optional

from ..desk import Desk
from ..errors import TamperedAttachmentsError, TamperedLedgerError
from ..form import Form
from ..results import Verification, WrongAttachment
from .commands import Commands, codes, whole_id
from .failures import FOUND
from .files import read
from .history import entries
from .layout import short
from .screen import Screen


def add_to(commands: Commands) -> None:
    """Adds them."""
    commands.add("verify", verify).add_argument(
        "--ledger-only", action="store_true", help="do not read the files that are kept with reports"
    )
    commands.add("head", head)
    looking = commands.add("log", log)
    looking.add_argument("--by", metavar="NAME,..", type=codes, help="only what these did")
    looking.add_argument("--kind", metavar="TYPE,..", type=codes, help="only these types, such as read,searched")
    looking.add_argument("--case", metavar="ID", help="only about this report, by its whole id when it was shredded")
    looking.add_argument("--since", metavar="DAY", help="from this day on, such as 2026-11-01")
    looking.add_argument("--until", metavar="DAY", help="up to this day")
    looking.add_argument("--order", choices=("newest", "oldest"), help="newest first when left out")
    looking.add_argument("--limit", metavar="N", type=int, help="1 to 1000, 100 when left out")
    looking.add_argument("--after", metavar="NUMBER", type=int, help="go on behind this entry")
    commands.add("access", access).add_argument("form", metavar="FORM", help="the form, a JSON file")


def verify(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> Optional[int]:
    """Verify the ledger from its first entry to its signed head, and read the files that are kept with reports."""
    found = _verified(desk, screen)
    files = {"missing": found["attachments"]["missing"], "altered": found["attachments"]["altered"]}
    if found["attachments"]["count"] and not arguments.ledger_only:
        files = _verified_files(desk, screen)
    is_whole = found["ok"] and not found["rolled_back"] and not any(files.values())
    screen.give({**found, "attachments": {"count": found["attachments"]["count"], **files}, "ok": is_whole})
    wrong = [(each["id"], short(each["report"]), fault) for fault, those in files.items() for each in those]
    screen.table(("attachment", "id", "fault"), wrong, alarm=range(len(wrong)))
    people = [(each["person"], each["number"], each["fault"]) for each in found["people"]]
    screen.table(("person", "number", "fault"), people, alarm=range(len(people)))
    ends = [(each["point"], each["number"], each["ok"]) for each in found["witnessed"]]
    screen.table(("point", "number", "seen"), ends, alarm=[row for row, end in enumerate(ends) if not end[2]])
    if found["bad"] is not None:
        screen.say("badEntry", found["bad"])
    if found["rolled_back"]:
        screen.say("rolledBack")
    screen.say("holds" if is_whole else "doesNotHold", found["entries"], found["head"]["hash"])
    return None if is_whole else FOUND


def _verified(desk: Desk, screen: Screen) -> Verification:
    """Verifies the ledger, and gives what was found also when it does not hold."""
    with screen.progress("verifying"):
        try:
            return desk.verify()
        except TamperedLedgerError as error:
            return error.result


def _verified_files(desk: Desk, screen: Screen) -> dict[str, list[WrongAttachment]]:
    """Reads the files of one case after the other, and gives those that are missing or changed."""
    wrong: dict[str, list[WrongAttachment]] = {"missing": [], "altered": []}
    with screen.progress("readingFiles", desk.list(limit=1)["total"]) as advance:
        for case in list(desk.cases()):
            try:
                desk.verify_attachments(case["id"])
            except TamperedAttachmentsError as error:
                wrong["missing"] += error.result["missing"]
                wrong["altered"] += error.result["altered"]
            advance(1)
    return wrong


def head(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> Optional[int]:
    """Print the signed end of the ledger, as JSON, for a witness to keep: who has it can tell if entries go missing."""
    found = _verified(desk, screen)
    screen.print_json(found["head"])
    return None if found["ok"] else FOUND


def log(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """List the entries of the ledger, the newest first: who did what, when and to which report."""
    page = desk.log(
        person=arguments.by,
        kind=arguments.kind,
        report=whole_id(desk, arguments.case) if arguments.case else None,
        since=arguments.since,
        until=arguments.until,
        order=arguments.order,
        limit=arguments.limit,
        after=arguments.after,
    )
    screen.give(page)
    rows = [(*row[:4], short(entry["report"]), row[4]) for row, entry in zip(entries(page["entries"]), page["entries"])]
    screen.table(("number", "time", "person", "what", "id", "more"), rows)
    screen.say("logged", len(rows), page["total"])
    if page["next"]:
        screen.say("goOn", page["next"])


def access(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Tell who at the desk can read which answers of a form: by their roles, and by name."""
    with Form(read(arguments.form)) as form:
        matrix = form.access()
    people = desk.people()["people"]
    questions = [
        {**question, "people": [each["name"] for each in people if set(question["roles"]) <= set(each["roles"])]}
        for question in matrix["questions"]
    ]
    screen.give({**matrix, "questions": questions})
    rows = [(each["name"], each["section"], each["roles"], each["people"], each["listed"]) for each in questions]
    screen.table(("field", "section", "roles", "people", "listed"), rows)
    screen.say("access", len(questions))
