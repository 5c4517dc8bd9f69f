"""How a case goes, drawn once for each: what is done on which day after it came."""

from __future__ import annotations

import random

from actions import PICTURE, Action, ask_for, attach, get, move, note, skip, take, verify
from diary import Entry

Planned = tuple[int, Action]
"""After how many days, and what."""


def plan(entry: Entry, chance: random.Random) -> list[Planned]:
    """Draws how a case goes."""
    made: list[Planned] = [(0, note("Seen; a time to talk was found."))]
    if chance.random() < 0.12:
        made.append((1, attach(PICTURE + chance.randbytes(chance.randint(2_000, 90_000)))))
    urgency = entry.told.kind.urgency
    if urgency == "U0":
        return [*made, (2, note("Passed on to those who can do something about it.")), (3, move("CLOSED", "OTH"))]
    if urgency == "U5":
        return [*made, *_support(chance, first=2)]
    if chance.random() < 0.15:
        return [*made, *_nothing_there(urgency, chance)]
    if urgency in ("U1", "U2"):
        made += _emergency(chance)
    if urgency != "U4":
        made += [(0, take("2", "M01")), (2, take("6", "M03"))]
    # One plan in six is late, which the desk has to show.
    planned = chance.choice((2, 3, 3, 4, 4, 11))
    made += [(0, move("ASSESSING")), (planned, take("7", "M04")), (planned, move("PLAN_APPROVED"))]
    return [*made, *_support(chance, first=planned + 1)]


def _emergency(chance: random.Random) -> list[Planned]:
    """What has to be done within twelve hours, and now and then is only done on the next day."""
    day = 1 if chance.random() < 0.1 else 0
    made: list[Planned] = [(day, take("4", "M02"))]
    if chance.random() < 0.6:
        return [*made, (day, skip("5", "Somebody of the family took the child in."))]
    return [*made, (day, take("5", "M07")), (day + chance.choice((8, 13, 19)), take("5b"))]


def _nothing_there(urgency: str, chance: random.Random) -> list[Planned]:
    """A report of which nothing was found."""
    day = chance.randint(3, 9)
    passed_on: list[Planned] = [] if urgency == "U4" else [(0, take("2", "M01"))]
    return [*passed_on, (1, move("ASSESSING")), (day, verify("UNFOUNDED")), (day, move("CLOSED", "UNFOUNDED"))]


def _support(chance: random.Random, first: int) -> list[Planned]:
    """Services for what a child needs, until the case can be closed; some go on longer than the quarter."""
    service, need = chance.choice((("SVC-PSY", "PSYCH"), ("SVC-TUITION", "EDU"), ("SVC-MILK", "FOOD")))
    done = first + chance.randint(5, 30)
    outcome = chance.choice(("SAFE_HOME", "SAFE_HOME", "SAFE_KIN", "SERVICE_DONE"))
    return [
        (first, move("IN_SUPPORT")),
        (first, ask_for(service, need)),
        (done, get(service, need)),
        (done, note("It went well.")),
        (done + 3, move("REVIEW")),
        (done + 3, take("9", "M06")),
        (done + chance.randint(4, 20), take("10")),
        (done + 21, move("CLOSED", outcome)),
    ]
