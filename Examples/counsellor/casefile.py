"""One opened report on the screen: what was said, what triage makes of it, what was done."""

from __future__ import annotations

from typing import Any

from labels import Labels
from screen import Screen, local_time

import tincay


def show_case(report: tincay.Report, labels: Labels, screen: Screen) -> None:
    """Shows all of a report."""
    words = screen.words
    head = report["head"]
    screen.title(f"{words.case} {report['id'][:8]}")
    screen.pairs(
        [
            (words.urgency, labels.urgency(head["urgency"]), head["overdue"]),
            (words.due, local_time(head["due"]) + (f"  {words.overdue}" if head["overdue"] else ""), head["overdue"]),
            (words.received, local_time(head["received"]), False),
            (words.status, words.status_of(head["status"]), False),
            *([(words.told, words.unfinished_why, False)] if head["unfinished"] else []),
            (words.point, head["point"] or "-", False),
            (words.assigned, head["assigned"] or "-", False),
        ]
    )
    show_triage(report["result"], labels, screen)
    for name, answers in report["sections"].items():
        screen.title(words.sections.get(name, name))
        screen.pairs([(label, value, False) for label, value in labels.answers(answers)])
    screen.title(words.history)
    for entry in report["history"]:
        said = entry.get("text") or entry.get("reason") or ""
        what = words.events.get(entry["type"], entry["type"])
        if "status" in entry:
            what += " " + words.status_of(entry["status"])
        screen.line(f"  {local_time(entry['time'])}  {entry['person']}: {what}" + (f" - {said}" if said else ""))


def show_triage(result: dict[str, Any], labels: Labels, screen: Screen) -> None:
    """Shows what triage makes of a report: why, until when, and who has to be told."""
    words = screen.words

    def source(item: dict[str, Any]) -> str:
        return f"[{item['source']}]" + ("" if item.get("verified", True) else f" {words.unverified}")

    if result.get("rules"):
        screen.title(words.rules)
        for rule in result["rules"]:
            screen.line(f"  {rule['id']}  {rule['urgency']}  {labels.reason(rule)} {source(rule)}")
    if result.get("deadlines"):
        screen.title(words.deadlines)
        lines = (
            f"  {local_time(each['due'])}  {words.kinds.get(each['kind'], each['kind'])} {source(each)}"
            for each in result["deadlines"]
        )
        for line in dict.fromkeys(lines):  # several rules may set the same deadline
            screen.line(line)
    if result.get("destinations"):
        screen.title(words.destinations)
        screen.line("  " + labels.destinations(result["destinations"]))
