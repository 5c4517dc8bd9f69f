"""What happens besides the daily work, and in which week."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Optional

import insider
import keeping
import leaving
import recovery
import rollback
from clock import day_of
from daily import Days
from diary import Entry
from must import must
from people import OFFICER_AGAIN, SUCCESSOR
from publishing import refuse_early
from urgency import Lowering
from world import World

from tincay import Desk

FIRST, LOST, LEAVES, TRIES, LOWERED, COPIED, CHANGED, LAST = 0, 4, 5, 6, 7, 8, 9, 12
"""The weeks in which something happens, counted from 0."""


class Events:
    """What happens once in the quarter."""

    def __init__(self, world: World, days: Days) -> None:
        """Begins with nothing having happened."""
        self.world = world
        self.days = days
        self._noted: list[int] = []
        """Where the school's ledger ended, as the head of the office wrote it down each week."""
        self.hold: Optional[keeping.Hold] = None
        self._lowering: Optional[Lowering] = None
        self._paper: Optional[recovery.Paper] = None
        self._leaver: Optional[leaving.Leaver] = None
        self._older: Optional[Path] = None

    def before_review(self, week: int, school: Desk) -> None:
        """Does what the counsellor does on the day before the head of the office comes."""
        if week == LEAVES:
            self.hold = keeping.Hold(self._choose(_came_to_nothing, _was_no_case))
            self.hold.place(school)
        if week == LOWERED:
            self._lowering = Lowering(self._choose(_gets_help))
            self._lowering.propose(school)

    def at_review(self, week: int, school: Desk, commune: Desk) -> None:
        """Does what the heads of both offices do when they sit at the desks."""
        story = self.world.story
        if week == FIRST:
            keeping.decide(school, story)
            self._paper = recovery.Paper(commune, story)
        if week == LEAVES and self.hold is not None:
            self.hold.confirm(school, story)
        if week == LOWERED and self._lowering is not None:
            self._lowering.confirm(school, story)
        if week == LAST:
            refuse_early(school, story)
        self._noted.append(school.verify()["head"]["number"])

    def at_night(self, week: int) -> None:
        """Does what is done once the desks are closed."""
        if week == LOST and self._paper is not None:
            self._paper.use(self.world.commune, self.world.story)
            self.world.officer = OFFICER_AGAIN
        elif week == LEAVES:
            self._leave(day_of(week, 6))
        elif week == TRIES and self._leaver is not None:
            self._leaver.try_what_was_kept(self.world, self.days.last_parcels)
        elif week == COPIED:
            self._older = self.world.school.copy_to(self.world.folder / "older")
        elif week == CHANGED and self._older is not None:
            self._change(self._older)

    def _leave(self, today: datetime.date) -> None:
        """Has the counsellor leave, who copies the desk's file in the last night."""
        world = self.world
        known = {entry.id for entry in world.diary.at(world.school.name)}
        self._leaver = leaving.Leaver(world.school, world.folder, known)
        leaving.exchange_keys(world, today)
        world.counsellor = SUCCESSOR

    def _change(self, older: Path) -> None:
        """Has somebody change the desk's file, and put an older one back."""
        world = self.world
        changes = insider.try_all(world.school, world.folder, world.chance)
        world.story.add(
            f"One night somebody has the machine and tries {changes} changes to the desk's rows and files: entries "
            "deleted, edited, exchanged and cut off, reports deleted, edited and exchanged, keys wiped, edited and "
            "exchanged, a form edited, a person taken out, a picture deleted and another edited. Each is found out "
            "when the desk is opened or verified."
        )
        self.days.for_commune += rollback.put_back(world, older, self._noted[-1])

    def _choose(self, *wanted: Callable[[Entry], bool]) -> Entry:
        """Chooses the latest case of the school that is wanted most."""
        cases = list(self.world.diary.at(self.world.school.name))
        found = next((chosen for each in wanted if (chosen := [case for case in cases if each(case)])), [])
        must(bool(found), "This quarter has no case for what was to happen.")
        return found[-1]


def _came_to_nothing(entry: Entry) -> bool:
    """Whether nothing was found of what was told."""
    return entry.outcome == "UNFOUNDED"


def _was_no_case(entry: Entry) -> bool:
    """Whether it was only an idea, and has been passed on."""
    return entry.urgency == "U0" and entry.status == "CLOSED"


def _gets_help(entry: Entry) -> bool:
    """Whether it is urgent, and a service is at it."""
    return entry.urgency in ("U1", "U2", "U3") and entry.status == "IN_SUPPORT"
