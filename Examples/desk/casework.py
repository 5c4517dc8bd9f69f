"""The work of an office: what came in is read, compared with the diary and planned, and what is planned is done."""

from __future__ import annotations

import datetime
import heapq
import random
from typing import Any

from actions import Action, compare
from clock import Workdays, moment_of
from diary import ENDED, Diary, Entry, tally
from must import must, must_equal
from people import Person
from plan import plan

from tincay import Desk, Report


class Casework:
    """What one office knows and has to do."""

    def __init__(self, office: str, points: list[str], diary: Diary, seed: int) -> None:
        """Begins with an empty list."""
        self.office = office
        self._points = points
        self.referred: set[str] = set()
        """Cases that came from another office, on which the two agree by themselves."""
        self._diary = diary
        self._seed = seed
        self._tasks: list[tuple[datetime.date, int, int, Entry, Action]] = []
        self._count = 0

    def receive(self, desk: Desk, person: Person, today: datetime.date) -> int:
        """Reads what has come in since, and plans it; gives how many there were."""
        known = {entry.id for entry in self._diary.at(self.office)} | self.referred
        new: list[Entry] = []
        for case in desk.cases(order="received"):
            if case["id"] not in known and case["origin"] == "point":
                report = desk.read(case["id"])
                entry = self._diary.find(report["sections"]["facts"]["narrative"])
                must(not entry.id, f"Report {entry.told.number} is there twice.")
                must_equal(entry.office, self.office, f"The desk that reads report {entry.told.number}")
                check_report(entry, report)
                entry.id = case["id"]
                new.append(entry)
        for entry in sorted(new, key=lambda entry: entry.told.number):
            desk.assign(entry.id, person.name)
            chance = random.Random(f"{self._seed} {entry.told.number}")  # noqa: S311
            for days, action in plan(entry, chance):
                self.later(today + datetime.timedelta(days=days), entry, action)
            if entry.told.again is not None:
                first = self._diary.entries[entry.told.again]
                self.later(today + datetime.timedelta(days=2), entry, compare(first))
        return len(new)

    def later(self, day: datetime.date, entry: Entry, action: Action) -> None:
        """Puts something on the list of a day; what is for one day is done in the order in which it was put there."""
        self._count += 1
        heapq.heappush(self._tasks, (day, entry.told.number, self._count, entry, action))

    def work(self, desk: Desk, today: datetime.date) -> int:
        """Does what is on the list for today and the days before; a case that has ended needs nothing any more."""
        done = 0
        while self._tasks and self._tasks[0][0] <= today:
            entry, action = heapq.heappop(self._tasks)[3:]
            if entry.status not in ENDED:
                action(desk, entry)
                done += 1
        return done

    def audit(self, desk: Desk, workdays: Workdays, now: datetime.datetime) -> dict[str, int]:
        """Compares all that the desk lists and counts with the diary, and gives some figures."""
        here = {entry.id: entry for entry in self._diary.at(self.office) if not entry.is_shredded}
        cases = {case["id"]: case for case in desk.cases() if case["id"] not in self.referred}
        must_equal(set(cases), set(here), f"The cases of the {self.office}")
        for entry in here.values():
            check_case(entry, cases[entry.id])
        for name, counted in (
            ("status", tally(entry.status for entry in here.values())),
            ("urgency", tally(entry.urgency for entry in here.values())),
        ):
            rows = desk.count(name, filters={"point": self._points})["rows"]
            must_equal({row[name]: row["count"] for row in rows}, counted, f"Counts by {name} at the {self.office}")
        late = self._check_due(desk, here, workdays, now)
        checked = desk.verify()
        must(checked["ok"] and not checked["rolled_back"], f"The ledger of the {self.office} does not verify.")
        return {"cases": len(here), "open": sum(entry.status not in ENDED for entry in here.values()), "late": late}

    def _check_due(self, desk: Desk, here: dict[str, Entry], workdays: Workdays, now: datetime.datetime) -> int:
        """Compares the steps that are due, to the minute, and gives how many are late."""
        expected = {(entry.id, step): entry.due(step, workdays) for entry in here.values() for step in entry.due_steps}
        found = {
            (step["id"], step["step"]): (moment_of(step["due"]), step["overdue"])
            for step in desk.due_steps()
            if step["id"] not in self.referred
        }
        must_equal(
            found, {key: (due, due < now) for key, due in expected.items()}, f"Steps that are due at the {self.office}"
        )
        return sum(due < now for due in expected.values())


def check_report(entry: Entry, report: Report) -> None:
    """Compares a report that was opened with what was told, answer by answer."""
    told = entry.told
    what = f"Report {told.number}"
    found: dict[str, Any] = {}
    for section in report["sections"].values():
        found.update(section)
    must_equal(found, told.answers, what)
    must(not report["closed"], f"{what} has sections that do not open.")
    must_equal(moment_of(report["head"]["received"]), told.moment.replace(second=0), f"{what}, when it was told")
    check_case(entry, report["head"])


def check_case(entry: Entry, case: Any) -> None:
    """Compares a case of the list with the diary."""
    told = entry.told
    found = (case["urgency"], case["point"], case["profile"], case["status"], case["notes"])
    expected = (entry.urgency, told.point, told.kind.profile, entry.status, len(entry.notes))
    must_equal(found, expected, f"Case {told.number} (urgency, point, profile, status, notes)")
