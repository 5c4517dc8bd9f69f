"""What there is: two offices with their people, three points, the diary, and the day that it is."""

from __future__ import annotations

import random
from pathlib import Path

from casework import Casework
from clock import FIRST_DAY, Clock, Workdays
from diary import Diary
from office import Office
from people import COUNSELLOR, HEAD, OFFICER, VICE_CHAIR, Person
from point import FROM_COMMUNE, Point, school_desks
from referring import Exchange
from reports import COMMUNE, SCHOOL
from story import Story

from tincay import Form


class World:
    """Everything that there is."""

    def __init__(self, folder: Path, seed: int, form: Path) -> None:
        """Sets up the desks, their people and the points."""
        self.folder = folder
        self.chance = random.Random(seed)  # noqa: S311
        self.clock = Clock()
        self.clock.turn_to(FIRST_DAY, 6)
        self.form = Form.from_file(form)
        self.workdays = Workdays(form)
        self.story = Story()
        self.diary = Diary()
        self.school = Office(folder / "school", "school office", HEAD, self.form)
        self.commune = Office(folder / "commune", "commune office", OFFICER, self.form)
        self.counsellor: Person = COUNSELLOR
        self.officer: Person = OFFICER
        self._let_people_in()
        self.points = self._set_up_points()
        names = [point.name for point in self.points]
        self.school_work = Casework(self.school.name, names, self.diary, seed)
        self.commune_work = Casework(self.commune.name, names, self.diary, seed)
        self.exchange = Exchange(self.diary, self.commune_work)

    @property
    def school_points(self) -> list[Point]:
        """The points at the school."""
        return [point for point in self.points if point.is_at_school]

    @property
    def house(self) -> Point:
        """The point of the commune."""
        return self.points[-1]

    def _let_people_in(self) -> None:
        """Lets the others in, and has each desk know the other's card."""
        with self.school.open(HEAD) as desk:
            self.school.let_in(desk, COUNSELLOR)
            desk.know(self.commune.card)
        with self.commune.open(OFFICER) as desk:
            self.commune.let_in(desk, VICE_CHAIR)
            desk.know(self.school.card)

    def _set_up_points(self) -> list[Point]:
        """Sets up two boxes at the school and one in a trusted house."""
        authority = [self.school.card, self.commune.card]
        at_school = school_desks(self.school.card, self.commune.card)
        at_house = [{"card": self.commune.card, "destinations": FROM_COMMUNE}]
        return [
            Point(self.folder / "library.tincay", "school library", SCHOOL, at_school, authority),
            Point(self.folder / "sickroom.tincay", "sick room", SCHOOL, at_school, authority),
            Point(self.folder / "house.tincay", "trusted house", COMMUNE, at_house, authority),
        ]
