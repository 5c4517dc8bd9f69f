"""The days of the quarter: people come and tell, the desks collect and work, a courier goes between them."""

from __future__ import annotations

import datetime
from contextlib import ExitStack
from typing import Optional

from people import HEAD, VICE_CHAIR
from point import Parcel, Point, collect
from reports import INSULTED_BY_TEACHER
from schedule import draw_all
from world import World

from tincay import Desk

COURIER = (0, 3)
"""Mondays and Thursdays, as Python counts weekdays."""
REVIEW = 2
"""Wednesday, on which those who lead the offices sit at the desks themselves; it ends a week of this example."""


class Days:
    """Plays one day after the other."""

    def __init__(self, world: World) -> None:
        """Draws who will come."""
        self.world = world
        self.bundles = 0
        self.last_parcels: list[Parcel] = []
        """What the points at the school packed today."""
        self._coming = draw_all(world.chance, world.points, world.workdays)
        self.for_commune: list[Parcel] = []
        """What the courier takes along the next time."""
        self._answers: dict[str, list[bytes]] = {}

    def play(self, day: datetime.date) -> tuple[Optional[Desk], Optional[Desk], ExitStack]:
        """Plays a day up to the evening, and gives the desks that are open, to be closed with what comes last."""
        world = self.world
        self._let_people_come(day)
        is_review = day.weekday() == REVIEW
        school: Optional[Desk] = None
        commune: Optional[Desk] = None
        with ExitStack() as stack:
            if world.workdays.has(day):
                world.clock.turn_to(day, 16, 30)
                school = stack.enter_context(world.school.open(HEAD if is_review else world.counsellor))
                self._work_at_school(school, day)
            if day.weekday() < 6:
                world.clock.turn_to(day, 16, 40)
                commune = stack.enter_context(world.commune.open(VICE_CHAIR if is_review else world.officer))
                self._work_at_commune(commune, day)
            if school and commune and day.weekday() in COURIER:
                world.exchange.deliver(school, commune, day)
                world.exchange.send(school, world.commune.card, day)
            return school, commune, stack.pop_all()

    def _let_people_come(self, day: datetime.date) -> None:
        """Lets those come who come on a day, and writes down what the points have promised to keep."""
        world = self.world
        while self._coming and self._coming[0].moment.date() == day:
            told = self._coming.pop(0)
            world.clock.turn_to(day, told.moment.hour, told.moment.minute)
            point = next(point for point in world.points if point.name == told.point)
            point.take(world.form, told)
            is_for_school = point.is_at_school and told.kind is not INSULTED_BY_TEACHER
            world.diary.add(told, (world.school if is_for_school else world.commune).name)

    def _work_at_school(self, desk: Desk, day: datetime.date) -> None:
        """Collects from the points at the school, and does what is planned; the commune gets the same bundles later."""
        world = self.world
        self.last_parcels = []
        for point in world.school_points:
            self.last_parcels += self._collect(desk, point)
        self.for_commune += self.last_parcels
        world.school_work.receive(desk, world.counsellor, day)
        world.school_work.work(desk, day)

    def _work_at_commune(self, desk: Desk, day: datetime.date) -> None:
        """Collects from the trusted house and, when the courier comes, what the points at the school packed since."""
        world = self.world
        self._collect(desk, world.house)
        if day.weekday() in COURIER:
            for name, receipts in collect(desk, self.for_commune).items():
                self._answers.setdefault(name, []).extend(receipts)
            self.for_commune = []
        world.commune_work.receive(desk, world.officer, day)
        world.commune_work.work(desk, day)

    def _collect(self, desk: Desk, point: Point) -> list[Parcel]:
        """Takes what a point has packed to a desk, and all receipts for it back."""
        parcels = point.pack()
        self.bundles += len(parcels)
        point.settle(collect(desk, parcels)[point.name] + self._answers.pop(point.name, []))
        return parcels
