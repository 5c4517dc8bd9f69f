"""Who comes when: all that will be told in the quarter, drawn before it begins."""

from __future__ import annotations

import datetime
import random
from typing import Optional

from clock import FIRST_DAY, ZONE, Workdays
from point import Point
from reports import SCHOOL, Told, draw_kind, tell

REPORTS = 300
WEEKS = 13
DAYS = 7 * WEEKS
OPENS, CLOSES = 7 * 60 + 30, 16 * 60
"""When people can come to a point, in minutes of the day."""


def draw_all(chance: random.Random, points: list[Point], workdays: Workdays) -> list[Told]:
    """Draws all that is told, the earliest first; now and then two people tell about the same child."""
    days = [FIRST_DAY + datetime.timedelta(days=day) for day in range(DAYS)]
    open_days = {point.name: [day for day in days if not point.is_at_school or workdays.has(day)] for point in points}
    visits = []
    for _ in range(REPORTS):
        point = chance.choices(points, (5, 2, 4))[0]
        day = chance.choice(open_days[point.name])
        minute = datetime.time(*divmod(chance.randrange(OPENS, CLOSES), 60))
        visits.append((datetime.datetime.combine(day, minute, ZONE), point))
    visits.sort(key=lambda visit: visit[0])
    told: list[Told] = []
    for number, (moment, point) in enumerate(visits):
        again = _earlier(chance, told, point)
        kind = again.kind if again else draw_kind(chance, point.kind)
        told.append(tell(chance, number, kind, point.kind, point.name, moment, again))
    return told


def _earlier(chance: random.Random, told: list[Told], point: Point) -> Optional[Told]:
    """Chooses, now and then, an earlier report about a child that somebody now tells about as well."""
    if chance.random() > 0.06:
        return None
    repeated = {each.again for each in told}
    choices = [
        each
        for each in told
        if (each.point == point.name or (point.kind == SCHOOL) == (each.answers["intake_point"]["kind"] == SCHOOL))
        and "child_name" in each.answers
        and "poc_relation" not in each.answers
        and each.again is None
        and each.number not in repeated
    ]
    return chance.choice(choices) if choices else None
