"""What comes after the quarter: the last rounds, the tables, the end of what was kept long enough, the reckoning."""

from __future__ import annotations

import datetime

from clock import day_of
from daily import Days
from events import Events
from keeping import shred, shred_due
from must import must, must_equal
from people import HEAD, SUCCESSOR, VICE_CHAIR
from publishing import publish, refuse_after_shredding
from reckoning import reckon
from schedule import WEEKS
from story import count
from world import World

PUBLISHED = datetime.date(2027, 9, 29)
"""The first day on which the quarter is over for 90 days."""


def go_last_rounds(world: World, daily: Days) -> None:
    """Nobody comes any more, and what is on the way arrives."""
    day = day_of(WEEKS)
    world.exchange.is_open = False
    for _ in range(30):
        daily.play(day)[2].close()
        if world.exchange.is_settled() and world.diary.waiting() == 0:
            break
        day += datetime.timedelta(days=1)
    must_equal(world.diary.waiting(), 0, "Reports that have not come to their desk")
    must(world.exchange.is_settled(), "The desks still have something for each other.")
    for point in world.points:
        point.check_desks()
    world.story.add(
        f"Nobody comes any more; by {day.day} {day:%B} all is at the desks. "
        f"{count(daily.bundles, 'bundle')} were carried from the points."
    )
    world.story.close("The last rounds")


def publish_and_shred(world: World, events: Events) -> None:
    """Publishes the quarter, shreds what was kept long enough, and lifts the hold."""
    world.clock.turn_to(PUBLISHED, 10)
    unpublished = world.school.copy_to(world.folder / "unpublished")
    with world.school.open(HEAD) as desk:
        table = publish(desk, world.diary, unpublished, world.story)
        shred_due(desk, world.diary, world.story)
        refuse_after_shredding(desk, world.story)
    hold = events.hold
    if hold is not None:
        with world.school.open(SUCCESSOR) as desk:
            hold.propose_lift(desk)
        with world.school.open(HEAD) as desk:
            hold.lift(desk)
            shred(desk, hold.entry)
        world.story.add(
            "School: the court is done; two people lift the hold, and the last case that is due is shredded."
        )
    world.story.close(f"{PUBLISHED.day} {PUBLISHED:%B}, the quarter is published")
    print("".join(f"    {line}\n" for line in table.splitlines()), flush=True)


def settle_up(world: World) -> None:
    """Compares everything with the diary once more."""
    with world.school.open(HEAD) as school, world.commune.open(VICE_CHAIR) as commune:
        works = [(world.school_work, school), (world.commune_work, commune)]
        for work, desk in works:
            work.audit(desk, world.workdays, world.clock.now)
        reckon(works, world.diary, world.exchange, world.story)
    world.story.add(f"The desks were unlocked {world.school.mornings + world.commune.mornings} times.")
    world.story.close("The reckoning")
