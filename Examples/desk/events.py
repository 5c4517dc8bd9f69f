"""What happens besides the daily work, and in which week."""

from __future__ import annotations

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
        self.noted: list[int] = []
        """Where the school's ledger ended, as the head of the office wrote it down each week."""
        self.hold: Optional[keeping.Hold] = None
        self._lowering: Optional[Lowering] = None
        self._paper: Optional[recovery.Paper] = None
        self._leaver: Optional[leaving.Leaver] = None
        self._older: Optional[Path] = None

    def before_review(self, week: int, school: Desk) -> None:
        """Does what the counsellor does on the day before the head of the office comes."""
        if week == LEAVES:
            nothing = lambda entry: entry.outcome == "UNFOUNDED"  # noqa: E731
            self.hold = keeping.Hold(
                self._choose(nothing, lambda entry: entry.urgency == "U0" and entry.status == "CLOSED")
            )
            self.hold.place(school)
        if week == LOWERED:
            helped = [
                lambda entry, urgency=urgency: entry.urgency == urgency and entry.status == "IN_SUPPORT"
                for urgency in ("U3", "U2", "U1")
            ]
            self._lowering = Lowering(self._choose(*helped))
            self._lowering.propose(school)

    def at_review(self, week: int, school: Desk, commune: Desk) -> None:
        """Does what the heads of both offices do when they sit at the desks."""
        story = self.world.story
        if week == FIRST:
            keeping.decide(school, story)
            self._paper = recovery.Paper(commune, story)
        if self.hold is not None and not self.hold.entry.is_held:
            self.hold.confirm(school, story)
        if week == LOWERED and self._lowering is not None:
            self._lowering.confirm(school, story)
        if week == LAST:
            refuse_early(school, story)
        self.noted.append(school.verify()["head"]["number"])

    def at_night(self, week: int) -> None:
        """Does what is done once the desks are closed."""
        world, story = self.world, self.world.story
        if week == LOST and self._paper is not None:
            self._paper.use(world.commune, story)
            world.officer = OFFICER_AGAIN
        if week == LEAVES:
            known = {entry.id for entry in world.diary.at(world.school.name)}
            self._leaver = leaving.Leaver(world.school, world.folder, known)
            leaving.exchange_keys(world.school, world.commune, world.school_points, day_of(week, 6), story)
            world.counsellor = SUCCESSOR
        if week == TRIES and self._leaver is not None:
            since = sum(entry.id not in self._leaver.known for entry in world.diary.at(world.school.name))
            self._leaver.try_what_was_kept(world.school, world.folder, self.days.last_parcels, since, story)
        if week == COPIED:
            self._older = world.school.copy_to(world.folder / "older")
        if week == CHANGED and self._older is not None:
            changes = insider.try_all(world.school, world.folder, world.chance)
            story.add(
                f"One night somebody has the machine and tries {changes} changes to the desk's rows and files: "
                "entries deleted, edited, exchanged and cut off, reports deleted, edited and exchanged, a key wiped, a "
                "person taken out, a picture deleted and another edited. Each is found out when the desk is opened or "
                "verified."
            )
            where = (self._older, world.school, world.commune, world.points[0])
            self.days.for_commune += rollback.put_back(*where, self.noted[-1], world.folder, story)

    def _choose(self, *wanted: Callable[[Entry], bool]) -> Entry:
        """Chooses the latest case of the school that is wanted most."""
        cases = list(self.world.diary.at(self.world.school.name))
        found = next((chosen for each in wanted if (chosen := [case for case in cases if each(case)])), [])
        must(bool(found), "This quarter has no case for what was to happen.")
        return found[-1]
