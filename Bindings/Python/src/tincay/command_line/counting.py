"""Commands that count: exactly, for work at the desk, and protected, for publication."""

from __future__ import annotations

import argparse
from typing import Any

from ..desk import Desk
from ..results import ReleasedTable
from .cases import add_filters, filters
from .commands import Commands, codes
from .files import as_json, new_file
from .layout import moment
from .screen import Screen

_SHAPES = (
    *("total", "form", "sex", "age", "concern", "urgency", "outcome", "timeliness", "place", "status"),
    *("sex_age", "concern_sex", "concern_urgency", "urgency_timeliness"),
    *("concern_age", "concern_place", "concern_outcome", "concern_sex_age"),
)
"""What can be published: one thing, two, and what only a year gets."""


def add_to(commands: Commands) -> None:
    """Adds them."""
    counting = commands.add("count", count)
    counting.add_argument(
        "--by", metavar="NAME,..", type=codes, required=True, help="1 to 3 of urgency, status, month, ... or a facet"
    )
    add_filters(counting)
    releasing = commands.add("release", release)
    releasing.add_argument("shape", choices=_SHAPES, metavar="SHAPE", help=", ".join(_SHAPES))
    releasing.add_argument("--lag", metavar="DAYS", type=int, help="how long the period has to be over, 90 or more")
    indicating = commands.add("indicator", indicator)
    for parser in (releasing, indicating):
        _add_table(parser)
    commands.add("releases", releases)


def _add_table(parser: argparse.ArgumentParser) -> None:
    """Adds of what a table is, and as what it comes."""
    parser.add_argument("--year", type=int, required=True, help="the year")
    parser.add_argument("--quarter", type=int, help="1 to 4; the whole year without it")
    unit = parser.add_mutually_exclusive_group()
    unit.add_argument("--province", metavar="CODE", help="a province, with --units and --communes; the desk without")
    unit.add_argument("--commune", metavar="CODE,..", type=codes, help="a commune, with all codes that it has had")
    parser.add_argument("--units", metavar="VERSION", help="of which list of units the codes are")
    parser.add_argument("--communes", metavar="CODE,..", type=codes, help="the province's communes, at least 10")
    parser.add_argument("--unknown", action="store_true", help="count cases without a commune for the province")
    parser.add_argument("--children", metavar="N", type=int, help="how many children live there")
    parser.add_argument("--format", choices=("json", "csv"), help="print it so; a table to look at without it")
    parser.add_argument("-o", "--output", metavar="FILE", help="write that into a new file; JSON without --format")


def _unit(arguments: argparse.Namespace) -> dict[str, Any]:
    """Puts together where the cases are from."""
    unit: dict[str, Any] = {"level": "desk"}
    if arguments.province:
        unit = {"level": "province", "code": arguments.province, "version": arguments.units}
        unit |= {"communes": arguments.communes, "unknown": arguments.unknown}
    elif arguments.commune:
        unit = {"level": "commune", "code": arguments.commune[0]}
        unit["communes"] = arguments.commune if len(arguments.commune) > 1 else None
    unit["children"] = arguments.children
    return {name: value for name, value in unit.items() if value is not None}


def count(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Count cases for work at the desk; the figures are exact and not protected for publication."""
    table = desk.count(arguments.by, filters=filters(arguments))
    screen.give(table)
    rows = [
        (*(row[name] if row[name] is not None else "-" for name in table["by"]), row["count"]) for row in table["rows"]
    ]
    screen.table((*table["by"], "count"), rows)
    screen.say("counted", table["total"])


def release(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Make a table for publication that cannot betray a child; it is on record in the ledger, and the same for ever."""
    wants_csv = arguments.format == "csv"
    with screen.progress("protecting"):
        table = desk.release(
            arguments.shape, _unit(arguments), arguments.year, arguments.quarter, lag=arguments.lag, csv=wants_csv
        )
    _put(table, table.get("csv", ""), [table], arguments, screen)


def indicator(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Make the tables of indicator 0101 of Thông tư 13/2021, protected for publication."""
    with screen.progress("protecting"):
        found = desk.indicator(_unit(arguments), arguments.year, arguments.quarter, csv=arguments.format == "csv")
    tables: Any = found["tables"]
    _put(found, "\r\n".join(table.get("csv", "") for table in tables), tables, arguments, screen)


def releases(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """List the tables that were published, the oldest first."""
    found = desk.releases()
    screen.give({"releases": found})
    rows = [
        (table["release"], moment(table["time"]), table["person"], table["shape"], table["period"], table["unit"])
        for table in found
    ]
    screen.table(("number", "time", "person", "shape", "period", "unit"), rows)
    screen.say("released", len(found))


def _put(value: Any, csv: str, tables: list[ReleasedTable], arguments: argparse.Namespace, screen: Screen) -> None:
    """Writes tables into a file or prints them, as JSON, as CSV or to look at."""
    content = csv if arguments.format == "csv" else as_json(value) + "\n"
    if arguments.output:
        with new_file(arguments.output) as file:
            file.write(content.encode())
        screen.give({"output": arguments.output})
        screen.say("written", arguments.output)
    elif arguments.format or arguments.json:
        screen.print_whole(content)
    else:
        for table in tables:
            _show(table, screen)


def _show(table: Any, screen: Screen) -> None:
    """Shows one table; what is protected is a dot, and what was refused says so."""
    if "refused" in table:
        screen.say("refused", table["shape"], table["refused"])
        return
    screen.line(table["shape"])
    rows = [
        (*(row[name] for name in table["by"]), "·" if row["value"] is None else row["value"]) for row in table["cells"]
    ]
    screen.table((*table["by"], "count"), rows)
