"""Commands that take reports in: bundles from a stick, and what a counsellor writes down."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Optional, TypedDict

from ..carrying import RECEIPT_NAME, join_bundle
from ..desk import Desk
from ..errors import InvalidReportError, TincayError
from ..form import Form
from ..results import CheckResult, FiledLine
from . import words
from .commands import Commands
from .failures import FOUND, CommandError, sentence_of
from .files import read, replace
from .screen import Screen

_RECEIPT = Path(RECEIPT_NAME).suffix
_BUNDLES = "*.bin"
"""Which files of a folder are bundles; others are collected when they are named."""


class Taken(TypedDict):
    """What became of one bundle."""

    bundle: str
    filed: int
    set_aside: int
    receipt: Optional[str]
    failure: Optional[str]


def add_to(commands: Commands) -> None:
    """Adds them."""
    collecting = commands.add("collect", collect)
    collecting.add_argument(
        "bundles",
        metavar="PATH",
        nargs="*",
        help=f"a bundle, another desk's receipt, or a folder with {_BUNDLES} in it",
    )
    collecting.add_argument(
        "--halves", metavar=("ONE", "OTHER"), nargs=2, action="append", default=[], help="a bundle that came in two"
    )
    collecting.add_argument("--receipts", metavar="FOLDER", help="where receipts go; beside their bundles without it")
    for name, run in (("file", file), ("file-many", file_many)):
        filing = commands.add(name, run)
        filing.add_argument("form", metavar="FORM", help="the form that was filled in, a JSON file")
        filing.add_argument("--report-language", metavar="TAG", help="of findings and reasons, which stay; vi without")
        words.add_to(filing)


def collect(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> Optional[int]:
    """Take in bundles, and write a receipt for each to carry back: only a receipt lets a point forget.

    What is wrong with one bundle never holds up the others. The same bundle again does no harm. A receipt replaces the
    one that was there.
    """
    bundles = [*_listed(arguments.bundles), *([Path(one), Path(other)] for one, other in arguments.halves)]
    receipts = [_receipt_path(paths[0], arguments.receipts) for paths in bundles]
    if not bundles:
        raise CommandError("noBundles")
    if len(set(receipts)) < len(receipts):
        raise CommandError("sameReceipt")
    taken = []
    with screen.progress("collecting", len(bundles)) as advance:
        for paths, receipt in zip(bundles, receipts):
            taken.append(_take(desk, paths, receipt, screen))
            advance(1)
    screen.give({"bundles": taken, "cases": desk.list(limit=1)["total"]})
    rows = [(each["bundle"], each["filed"], each["set_aside"], each["receipt"], each["failure"]) for each in taken]
    refused = [number for number, each in enumerate(taken) if each["failure"]]
    screen.table(("bundle", "filed", "aside", "receipt", "failure"), rows, alarm=refused)
    screen.say("collected", sum(each["filed"] for each in taken), len(taken) - len(refused), len(refused))
    return FOUND if refused else None


def _listed(paths: Sequence[str]) -> list[list[Path]]:
    """Gives the bundles that were named, and those in folders that were."""
    found: list[list[Path]] = []
    for path in map(Path, paths):
        inner = sorted(each for each in path.rglob(_BUNDLES) if each.is_file()) if path.is_dir() else [path]
        found += [[each] for each in inner]
    return found


def _receipt_path(bundle: Path, folder: Optional[str]) -> Path:
    """Says where the receipt of a bundle goes; what is itself a receipt is never replaced by its answer."""
    name = bundle.name + _RECEIPT if bundle.suffix == _RECEIPT else bundle.with_suffix(_RECEIPT).name
    return (bundle.parent if folder is None else Path(folder)) / name


def _take(desk: Desk, paths: Sequence[Path], receipt_path: Path, screen: Screen) -> Taken:
    """Takes in one bundle, whole or in two halves, and writes its receipt."""
    taken: Taken = {"bundle": str(paths[0]), "filed": 0, "set_aside": 0, "receipt": None, "failure": None}
    cases, aside = _counts(desk)
    try:
        parts = [read(str(path)) for path in paths]
        receipt = desk.collect(parts[0] if len(parts) == 1 else join_bundle(*parts))
        if receipt:
            replace(receipt_path, receipt)
            taken["receipt"] = str(receipt_path)
    except CommandError as error:
        taken["failure"] = screen.phrases(error.phrase, *error.values)
    except TincayError as error:
        taken["failure"] = sentence_of(error, screen.phrases)
    cases_now, aside_now = _counts(desk)
    taken["filed"], taken["set_aside"] = cases_now - cases, aside_now - aside
    return taken


def _counts(desk: Desk) -> tuple[int, int]:
    """Counts cases, and what was left out of bundles so far."""
    return desk.list(limit=1)["total"], desk.log(kind="set_aside", limit=1)["total"]


def file(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> Optional[int]:
    """File a counsellor's own report: the answers are JSON, from a file or the standard input."""
    answers = words.text(arguments, screen, "ask.answers")
    with Form(read(arguments.form)) as form:
        try:
            result: CheckResult = desk.file(form, answers, arguments.report_language)
        except InvalidReportError as error:
            result = error.result
    screen.give(result)
    findings = result["findings"]
    rows = [(finding["path"], finding["message"]) for finding in findings]
    errors = [number for number, finding in enumerate(findings) if finding["severity"] == "error"]
    screen.table(("field", "finding"), rows, alarm=errors)
    if not result["accepted"]:
        screen.say("notFiled")
        return FOUND
    screen.say("filed", result.get("id"), result["urgency"] or "-")
    screen.table(("number", "who"), [(hotline["number"], hotline["label"]) for hotline in result["hotlines"]])
    return None


def file_many(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> Optional[int]:
    """File many reports at once, such as those of an older system: one JSON object a line, all together or none.

    What is wrong with one never holds up the others.
    """
    lines = words.text(arguments, screen, "ask.manyAnswers").splitlines()
    with Form(read(arguments.form)) as form, screen.progress("filing"):
        results = desk.file_many(form, lines, arguments.report_language)
    screen.give({"results": results})
    refused = [result for result in results if "id" not in result]
    rows = [(result["line"], result.get("error") or _errors(result)) for result in refused]
    screen.table(("line", "finding"), rows, alarm=range(len(rows)))
    screen.say("filedMany", len(results) - len(refused), len(results))
    return FOUND if refused else None


def _errors(result: FiledLine) -> list[str]:
    """Names the places of what stands in the way of a report."""
    return [finding["path"] for finding in result["findings"] if finding["severity"] == "error"]
