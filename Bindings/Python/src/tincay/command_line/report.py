"""An opened report, part by part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..results import Report
from .history import entries
from .labels import Labels
from .layout import moment, short
from .screen import Screen


def show_report(report: Report, labels: Labels, screen: Screen) -> None:
    """Shows a report: its head, what was told, why it is urgent, what was done about it and by whom."""
    _show_head(report, screen)
    for name, section in report["sections"].items():
        screen.heading(f"section.{name}")
        screen.named(list(labels.answers(section)))
    if report["closed"]:
        screen.heading("closed")
        closed = report["closed"]
        screen.table(("section", "why", "have", "need"), [_cells(each, "section reason have need") for each in closed])
    _show_triage(report["result"], screen)
    _show_work(report, screen)
    if report["attachments"]:
        screen.heading("attachments")
        files = report["attachments"]
        screen.table(
            ("id", "name", "kind", "size", "section"), [_cells(each, "id name type size section") for each in files]
        )
    screen.heading("history")
    screen.table(("number", "time", "person", "what", "more"), entries(report["history"]))


def _show_head(report: Report, screen: Screen) -> None:
    """Shows which case it is and how it stands."""
    head = report["head"]
    screen.facts(
        [
            ("id", head["id"]),
            ("urgency", head["urgency"]),
            ("due", moment(head["due"]) + (f" {screen.phrases('late')}" if head["overdue"] else "")),
            ("received", moment(head["received"])),
            ("status", head["status"]),
            ("unfinished", screen.phrases("unfinished") if head["unfinished"] else None),
            ("point", head["point"]),
            ("assigned", head["assigned"]),
            ("outcome", report["work"]["outcome"]),
            ("verification", report["work"]["verification"]),
        ]
    )


def _show_triage(result: Mapping[str, Any], screen: Screen) -> None:
    """Shows why the case is urgent, and by when what has to be done."""
    if result.get("rules"):
        screen.heading("why")
        screen.table(
            ("urgency", "reason", "tell"), [_cells(each, "urgency reason destinations") for each in result["rules"]]
        )
    if result.get("deadlines"):
        screen.heading("deadlines")
        rows = [(moment(each["due"]), each["kind"], each["source"]) for each in result["deadlines"]]
        screen.table(("due", "what", "source"), rows)


def _show_work(report: Report, screen: Screen) -> None:
    """Shows what was done about it, and what waits for a second person."""
    work = report["work"]
    rows: list[tuple[object, ...]] = [
        *(("step", each["step"], "✓" if each["needed"] else "-", each.get("form")) for each in work["steps"]),
        *(("need", each["need"], each["state"], None) for each in work["needs"]),
        *(("service", each["service"], each["status"], each.get("outcome")) for each in work["services"]),
        *(("link", short(each.get("with")), each.get("kind"), None) for each in work["links"]),
        *(("hold", each["hold"], each["until"], _lift(each)) for each in work["holds"]),
        *(("referral", short(each["id"]), each["state"], each.get("name")) for each in report["referrals"]),
    ]
    if work["proposal"]:
        proposal = work["proposal"]
        rows.append(("proposal", proposal["number"], proposal["urgency"], proposal["person"]))
    if rows:
        screen.heading("work")
        screen.table(("what", "code", "state", "more"), rows)


def _lift(hold: Mapping[str, Any]) -> list[str]:
    """Says whether a hold was agreed to, and who proposes to lift it."""
    return [name for name in ("confirmed", "lifting") if hold[name]]


def _cells(row: Mapping[str, Any], names: str) -> tuple[object, ...]:
    """Takes cells out of a row by their names."""
    return tuple(row.get(name) for name in names.split())
