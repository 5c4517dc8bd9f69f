#!/usr/bin/env python3
"""A counsellor's desk in a terminal: collect bundles, see what is urgent, open a case, note what was done.

    counsellor.py create desk.tincay
    counsellor.py card desk.tincay > card.json
    counsellor.py keep desk.tincay Forms/vn-cp-intake.json
    counsellor.py collect desk.tincay data.bin --receipt data.ack
    counsellor.py list desk.tincay
    counsellor.py open desk.tincay 1f3c8a02
    counsellor.py note desk.tincay 1f3c8a02 "Đã gọi lại"
    counsellor.py count desk.tincay --by urgency
    counsellor.py verify desk.tincay

The passphrase is asked for, or read from ``--passphrase-file`` (which may be ``/dev/fd/3``); it is never an argument,
because everybody on a machine can see the arguments of its programs.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
import unicodedata
from pathlib import Path
from typing import Callable

try:
    import tincay
except ModuleNotFoundError:  # run from a source checkout, without installing the package
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Bindings" / "Python" / "src"))
    import tincay

from casefile import show_case
from labels import Labels
from screen import Screen, local_time
from words import WORDS, Words

FORMS = Path(__file__).resolve().parents[2] / "Forms"


def create(arguments: argparse.Namespace, screen: Screen) -> None:
    """Creates a desk with its first person."""
    secret = passphrase(arguments, screen.words, twice=True)
    tincay.Desk.create(arguments.desk, arguments.person, secret, {"name": arguments.name or arguments.person})
    screen.line(screen.words.created.format(desk=arguments.desk, person=arguments.person))


def card(arguments: argparse.Namespace, screen: Screen) -> None:
    """Writes the desk's card as JSON, for whoever sets up a kiosk."""
    with unlock(arguments, screen.words) as desk:
        print(json.dumps(desk.card(), ensure_ascii=False, indent=2))


def keep(arguments: argparse.Namespace, screen: Screen) -> None:
    """Keeps a form at the desk."""
    with unlock(arguments, screen.words) as desk, tincay.Form.from_file(arguments.form_file) as form:
        desk.keep(form)
        title = form.state(language=arguments.language)["title"]
    screen.line(screen.words.kept.format(form=title))


def collect(arguments: argparse.Namespace, screen: Screen) -> None:
    """Takes in a bundle and writes its receipt."""
    bundle = Path(arguments.bundle).read_bytes()
    if arguments.other_half:
        bundle = tincay.join_bundle(bundle, Path(arguments.other_half).read_bytes())
    with unlock(arguments, screen.words) as desk:
        before = desk.list(limit=1)["total"]
        receipt = desk.collect(bundle)
        added = desk.list(limit=1)["total"] - before
    write_whole(Path(arguments.receipt), receipt)
    screen.line(screen.words.collected.format(count=added, receipt=arguments.receipt))


def list_cases(arguments: argparse.Namespace, screen: Screen) -> None:
    """Lists cases, the most urgent first."""
    words = screen.words
    labels = read_labels(arguments)
    with unlock(arguments, words) as desk:
        cases = list(desk.cases(urgency=arguments.urgency, status=arguments.status, order=arguments.order))
    rows = [
        (
            case["urgency"] or "",
            (words.overdue + " " if case["overdue"] else "") + local_time(case["due"]),
            case["id"][:8],
            local_time(case["received"]),
            words.status_of(case["status"]) + (f" ({words.unfinished})" if case["unfinished"] else ""),
            labels.value("profile", case["profile"]),
            case["point"] or "",
            labels.summary(case["facets"]),
        )
        for case in cases
    ]
    if rows:
        screen.table(words.list_columns, rows, alarm=[case["overdue"] for case in cases])
    late = sum(case["overdue"] for case in cases)
    screen.line(words.listed.format(count=len(cases), late=late))


def open_case(arguments: argparse.Namespace, screen: Screen) -> None:
    """Opens one case: what was said, what triage makes of it, what was done."""
    labels = read_labels(arguments)
    with unlock(arguments, screen.words) as desk:
        report = desk.read(whole_id(desk, arguments.id))
    show_case(report, labels, screen)


def note(arguments: argparse.Namespace, screen: Screen) -> None:
    """Adds a note to a case."""
    text = sys.stdin.read() if arguments.text == "-" else arguments.text
    with unlock(arguments, screen.words) as desk:
        case = whole_id(desk, arguments.id)
        desk.note(case, text.strip())
    screen.line(screen.words.noted.format(case=case[:8]))


def count(arguments: argparse.Namespace, screen: Screen) -> None:
    """Counts cases by one to three things."""
    words = screen.words
    labels = read_labels(arguments)
    with unlock(arguments, words) as desk:
        table = desk.count(arguments.by)

    def cell(name: str, value: object) -> str:
        if value is None:
            return "-"
        if name == "urgency":
            return labels.urgency(value)
        if name == "status":
            return words.status_of(str(value))
        return labels.value(name, value)

    columns = [words.columns.get(name) or labels.question(name) for name in table["by"]]
    rows = [(*(cell(name, row[name]) for name in table["by"]), str(row["count"])) for row in table["rows"]]
    screen.table((*columns, words.count), rows, right={len(columns)})
    screen.line(words.counted.format(count=table["total"]))


def verify(arguments: argparse.Namespace, screen: Screen) -> None:
    """Verifies the ledger."""
    with unlock(arguments, screen.words) as desk:
        found = desk.verify()
    screen.line(screen.words.verified.format(entries=found["entries"], hash=found["head"]["hash"][:16]))


def unlock(arguments: argparse.Namespace, words: Words) -> tincay.Desk:
    """Opens the desk as the person named."""
    return tincay.Desk.open(arguments.desk, arguments.person, passphrase(arguments, words))


def passphrase(arguments: argparse.Namespace, words: Words, *, twice: bool = False) -> str:
    """Asks for the passphrase, or reads the first line of a file; typed either way, the same letters are the same."""
    if arguments.passphrase_file:
        with open(arguments.passphrase_file, encoding="utf-8") as file:
            return unicodedata.normalize("NFC", file.readline(4096).rstrip("\r\n"))
    first = unicodedata.normalize("NFC", getpass.getpass(words.ask_passphrase.format(person=arguments.person)))
    if twice and unicodedata.normalize("NFC", getpass.getpass(words.ask_again)) != first:
        raise SystemExit(words.not_the_same)
    return first


def whole_id(desk: tincay.Desk, beginning: str) -> str:
    """Completes the beginning of a case's id, when only one case begins so."""
    if len(beginning) == 32:
        return beginning
    found = [case["id"] for case in desk.cases() if case["id"].startswith(beginning.lower())]
    if len(found) != 1 or not beginning:
        raise UnclearIDError(len(found))
    return found[0]


class UnclearIDError(Exception):
    """The beginning of an id that belongs to no case, or to several."""

    def __init__(self, count: int) -> None:
        """Keeps how many cases begin so."""
        super().__init__()
        self.count = count


def read_labels(arguments: argparse.Namespace) -> Labels:
    """Reads the words for codes out of the forms given with --form, or those of this source tree."""
    files = [Path(name) for name in arguments.form] if arguments.form else sorted(FORMS.glob("*.json"))
    return Labels(files, arguments.language)


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that a pulled stick leaves the old file or the new one, never half of one."""
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def names(text: str) -> list[str]:
    """Splits an argument such as U1,U2."""
    return text.split(",")


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description="A counsellor's desk in a terminal.",
        epilog="The passphrase is asked for, or read from the first line of --passphrase-file.",
    )
    common = argparse.ArgumentParser(add_help=False)
    for owner, default in ((parser, None), (common, argparse.SUPPRESS)):
        owner.add_argument("--person", metavar="NAME", default=default or "counsellor", help="who unlocks the desk")
        owner.add_argument("--passphrase-file", metavar="FILE", default=default, help="where the passphrase is")
        owner.add_argument("--language", choices=sorted(WORDS), default=default or "vi", help="vi or en")
        owner.add_argument(
            "--form", metavar="FILE", action="append", default=default, help="a form to take labels from; repeatable"
        )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[argparse.Namespace, Screen], None]) -> argparse.ArgumentParser:
        summary = (run.__doc__ or "").splitlines()[0]
        made = commands.add_parser(name, parents=[common], help=summary, description=summary)
        made.set_defaults(run=run)
        made.add_argument("desk", metavar="DESK", help="the desk's file")
        return made

    command("create", create).add_argument("--name", help="the desk's name; the person's when left out")
    command("card", card)
    command("keep", keep).add_argument("form_file", metavar="FORM", help="the form's file")
    collecting = command("collect", collect)
    collecting.add_argument("bundle", metavar="BUNDLE", help="the bundle's file")
    collecting.add_argument("--other-half", metavar="FILE", help="the bundle's other half, when it came in two")
    collecting.add_argument("--receipt", metavar="FILE", required=True, help="where to write the receipt")
    listing = command("list", list_cases)
    listing.add_argument("--urgency", type=names, action="extend", metavar="U,..", help="only these, such as U1,U2")
    listing.add_argument("--status", type=names, action="extend", metavar="S,..", help="only these, such as OPEN")
    listing.add_argument("--order", choices=("urgency", "due", "received"), help="urgency when left out")
    command("open", open_case).add_argument("id", metavar="ID", help="the id, or a beginning that only one case has")
    noting = command("note", note)
    noting.add_argument("id", metavar="ID", help="the id, or a beginning that only one case has")
    noting.add_argument("text", metavar="TEXT", help="the note; - reads it from standard input")
    command("count", count).add_argument(
        "--by", type=names, action="extend", required=True, metavar="NAME,..", help="urgency, status, point, ..."
    )
    command("verify", verify)
    return parser.parse_args(arguments)


def main() -> int:
    """Runs one command; a failure is one plain sentence and exit status 1."""
    arguments = parse()
    screen = Screen(WORDS[arguments.language])
    try:
        arguments.run(arguments, screen)
    except UnclearIDError as error:
        screen.complain(screen.words.unclear_id.format(count=error.count))
    except tincay.TincayError as error:
        screen.complain(screen.words.failures.get(tincay.errors.class_of(error.status).__name__, str(error)))
    except (OSError, UnicodeDecodeError, tincay.LibraryError) as error:
        screen.complain(str(error))
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
