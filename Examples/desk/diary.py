"""The diary: what was told and done, written down as it happens and never asked of the library."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Optional

from clock import Workdays
from must import must
from reports import Told

DEADLINES = {
    "U1": ("2", "4", "5", "7"),
    "U2": ("2", "4", "5", "7"),
    "U3": ("2", "7"),
    "U4": ("7",),
}
"""The steps that have a deadline, by how urgent a case is."""

ENDED = ("CLOSED", "TRANSFERRED", "DUPLICATE")
"""Where nobody has to take a step any more."""


@dataclass
class Entry:
    """One report and what became of it."""

    told: Told
    office: str
    """Whose case it has to be."""
    id: str = ""
    """What the desk calls it, once it is there."""
    urgency: str = ""
    """How urgent it is now: as it was told, unless two people have agreed on less."""
    status: str = "OPEN"
    outcome: Optional[str] = None
    ended: Optional[datetime.date] = None
    extended: Optional[datetime.date] = None
    """When something was done about it first after it had ended."""
    notes: list[str] = field(default_factory=list)
    steps: dict[str, Optional[str]] = field(default_factory=dict)
    """The steps that were taken or found not to be needed, with the official form that was filled in."""
    separated: Optional[datetime.datetime] = None
    """When the child was taken out of the family for a time."""
    services: dict[str, str] = field(default_factory=dict)
    links: dict[int, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    """What was attached, by the id of the file."""
    is_held: bool = False
    is_shredded: bool = False

    def __post_init__(self) -> None:
        """Begins as urgent as it was told."""
        self.urgency = self.told.kind.urgency

    @property
    def due_steps(self) -> set[str]:
        """The steps that the desk has to list as due."""
        if self.status in ENDED:
            return set()
        steps = DEADLINES.get(self.urgency, ()) + (("5b",) if self.separated else ())
        return {step for step in steps if step not in self.steps}

    def touch(self, day: datetime.date) -> None:
        """Notes that something was done about it, which counts once it has ended."""
        if self.ended is not None and self.extended is None:
            self.extended = day

    def due(self, step: str, workdays: Workdays) -> datetime.datetime:
        """Until when a step has to be taken: at once, in twelve hours, in five working days, after fifteen days."""
        if step == "5b" and self.separated is not None:
            return self.separated + datetime.timedelta(days=15)
        if step == "7":
            return workdays.after(self.told.moment, 5)
        return self.told.moment + datetime.timedelta(hours=0 if step == "2" else 12)


class Diary:
    """All reports, by the number in which they were told."""

    def __init__(self) -> None:
        """Begins with an empty page."""
        self.entries: list[Entry] = []
        self._by_mark: dict[str, Entry] = {}

    def add(self, told: Told, office: str) -> Entry:
        """Writes down what a point has promised to keep, and for whom."""
        entry = Entry(told, office)
        must(told.mark not in self._by_mark, f"The word {told.mark} was made up twice.")
        self.entries.append(entry)
        self._by_mark[told.mark] = entry
        return entry

    def find(self, narrative: str) -> Entry:
        """Finds the report that a desk has opened by the word that stands in no other."""
        mark = narrative.split(" ", 1)[0]
        must(mark in self._by_mark, "A desk has a report that nobody has told.")
        return self._by_mark[mark]

    def at(self, office: str) -> Iterator[Entry]:
        """Goes through the cases of an office."""
        return (entry for entry in self.entries if entry.office == office and entry.id)

    def waiting(self) -> int:
        """Counts what was told and has not come to its desk yet."""
        return sum(not entry.id for entry in self.entries)


def tally(values: Iterable[Optional[str]]) -> dict[Optional[str], int]:
    """Counts how often each value is there."""
    return dict(Counter(values))
