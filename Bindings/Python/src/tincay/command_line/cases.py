"""Commands that look at cases: list, find, show, timeline."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from ..desk import Desk
from ..form import Form
from ..results import Case
from . import words
from .commands import Commands, codes
from .failures import CommandError
from .files import read
from .history import entries
from .labels import Labels
from .layout import moment, short
from .report import show_report
from .screen import Screen

_ORDERS = ("urgency", "due", "received", "changed")


def add_to(commands: Commands) -> None:
    """Adds them."""
    add_filters(_paged(commands.add("list", list_cases)))
    finding = _paged(commands.add("find", find))
    add_filters(finding)
    words.add_to(finding)
    finding.add_argument("--exact", action="store_true", help="let marks count")
    finding.add_argument("--sections", metavar="S,..", type=codes, help="only in these; notes is what people wrote too")
    finding.add_argument("--snippets", action="store_true", help="show a few words around a match")
    showing = commands.of_case("show", show)
    showing.add_argument("--form", metavar="FORM", help="the form, a JSON file, whose words to show instead of codes")
    commands.of_case("timeline", timeline)


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Adds which cases are meant."""
    for name, example in (("urgency", "U1,U2"), ("status", "OPEN"), ("profile", "C"), ("check", "refused")):
        parser.add_argument(f"--{name}", metavar="X,..", type=codes, help=f"only these, such as {example}")
    parser.add_argument("--not-status", metavar="X,..", type=codes, help="none of these, such as CLOSED,DUPLICATE")
    parser.add_argument("--point", metavar="NAME", help="only from this point")
    parser.add_argument("--assigned", metavar="NAME", help="only cases of this person, - for cases of nobody")
    parser.add_argument("--overdue", action="store_true", help="only what is overdue")
    parser.add_argument("--since", metavar="DAY", help="only what was received from this day on, such as 2026-11-01")
    parser.add_argument("--until", metavar="DAY", help="only what was received up to this day")
    parser.add_argument(
        "--facet", metavar="NAME=X,..", action="append", default=[], help="only these coded answers; repeatable"
    )


def filters(arguments: argparse.Namespace) -> dict[str, Any]:
    """Puts the filters together as the library takes them.

    Raises:
        CommandError: a facet is not written as it has to be.
    """
    assigned = [None if arguments.assigned == "-" else arguments.assigned] if arguments.assigned else None
    received = {"from": arguments.since, "to": arguments.until}
    facets: dict[str, list[str]] = {}
    for facet in arguments.facet:
        name, equals, values = facet.partition("=")
        if not equals:
            raise CommandError("noFacet")
        facets[name] = codes(values)
    found = {
        "urgency": arguments.urgency,
        "status": arguments.status,
        "profile": arguments.profile,
        "check": arguments.check,
        "point": arguments.point,
        "assigned": assigned,
        "overdue": arguments.overdue or None,
        "received": {name: day for name, day in received.items() if day},
        "facets": facets,
        "not": {"status": arguments.not_status} if arguments.not_status else None,
    }
    return {name: value for name, value in found.items() if value not in (None, {})}


def _paged(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Adds in which order cases come, and how many of them."""
    parser.add_argument("--order", choices=_ORDERS, help="urgency when left out")
    parser.add_argument("--reverse", action="store_true", help="the other way round")
    parser.add_argument("--limit", metavar="N", type=int, help="1 to 1000, 100 when left out")
    parser.add_argument("--after", metavar="ID", help="go on behind this case; the page before says which")
    return parser


def _page(arguments: argparse.Namespace) -> dict[str, Any]:
    """Puts a page's place together."""
    return {name: getattr(arguments, name) for name in ("order", "reverse", "limit", "after")}


def list_cases(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """List cases, the most urgent first and then those due soonest; nothing is opened for it."""
    page = desk.list(filters=filters(arguments), **_page(arguments))
    screen.give(page)
    _show_cases(page["cases"], screen)
    screen.say("listed", len(page["cases"]), page["total"])
    if page["next"]:
        screen.say("goOn", page["next"])


def find(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Find cases by words in what the person may read: all of them, "phrases in quotation marks", begin*.

    The words are asked for, or come from --text-file. That there was a search is on record in the ledger, and not what
    was looked for.
    """
    text = words.text_line(arguments, screen, "ask.words")
    with screen.progress("searching"):
        page = desk.find(
            text,
            exact=arguments.exact,
            sections=arguments.sections,
            snippet=arguments.snippets,
            filters=filters(arguments),
            **_page(arguments),
        )
    screen.give(page)
    found = page["cases"]
    _show_cases(found, screen, [(each["found"], each.get("snippet", "")) for each in found])
    screen.say("found", len(found), page["total"], page["opened"])
    if page["next"]:
        screen.say("goOn", page["next"])


def show(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Open a case: what was told, what triage says and what was done; that it was opened is on record in the ledger."""
    report = desk.read(arguments.id)
    screen.warn("onRecord", desk.log(kind="read", limit=1)["entries"][0]["person"])
    screen.give(report)
    if arguments.form is None:
        return show_report(report, Labels(), screen)
    with Form(read(arguments.form)) as form:
        return show_report(report, Labels.of(form, report, arguments.language), screen)


def timeline(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Tell what was done about a case, when and by whom, without opening it."""
    found = desk.timeline(arguments.id)
    screen.give(found)
    screen.table(("number", "time", "person", "what", "more"), entries(found["history"]))


def _show_cases(cases: Sequence[Case], screen: Screen, found: Sequence[tuple[Any, ...]] = ()) -> None:
    """Shows cases as a table, those that are overdue standing out; `found` is what a search adds to each."""
    rows = [(*_row(case), *(found[number] if found else ())) for number, case in enumerate(cases)]
    more = ("found", "snippet") if found else ()
    overdue = [number for number, case in enumerate(cases) if case["overdue"]]
    screen.table(
        ("urgency", "due", "id", "received", "status", "assigned", "point", "facets", *more), rows, alarm=overdue
    )


def _row(case: Case) -> tuple[object, ...]:
    """Gives the cells of a case."""
    status = case["status"] + (" *" if case["unfinished"] else "")
    facets: Mapping[str, Any] = case["facets"]
    return (
        case["urgency"],
        moment(case["due"]),
        short(case["id"]),
        moment(case["received"]),
        status,
        case["assigned"],
        case["point"],
        list(facets.values()),
    )
