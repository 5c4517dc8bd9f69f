"""The whole story: thirteen weeks, and what comes after."""

from __future__ import annotations

from autumn import go_last_rounds, publish_and_shred, settle_up
from clock import day_of
from daily import Days
from events import Events
from must import must
from review import Review
from schedule import WEEKS
from story import days
from world import World


def play(world: World) -> None:
    """Plays it all."""
    daily = Days(world)
    events = Events(world, daily)
    reviews = Review(world)
    for week in range(WEEKS):
        for weekday in range(7):
            day = day_of(week, weekday)
            school, commune, desks = daily.play(day)
            with desks:
                if weekday == 5:
                    must(school is not None, "The school is closed on a Tuesday.")
                    if school is not None:
                        events.before_review(week, school)
                if school is not None and commune is not None and weekday == 6:
                    summary = reviews.hold(week, school, commune)
                    events.at_review(week, school, commune)
        events.at_night(week)
        world.story.close(f"Week {week + 1}, {days(day_of(week), day_of(week, 6))}", summary)
    go_last_rounds(world, daily)
    publish_and_shred(world, events)
    settle_up(world)
