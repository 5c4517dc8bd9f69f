"""The end of a week: both desks are compared with the diary, and the week is summed up."""

from __future__ import annotations

from collections import Counter

from clock import day_of
from story import count
from world import World

from tincay import Desk


class Review:
    """Sums up one week after the other."""

    def __init__(self, world: World) -> None:
        """Begins with nothing to compare with."""
        self._world = world
        self._before: Counter[str] = Counter()

    def hold(self, week: int, school: Desk, commune: Desk) -> str:
        """Compares both desks with the diary; gives the sum, and tells what else has happened."""
        world = self._world
        told = [
            entry.told for entry in world.diary.entries if day_of(week) <= entry.told.moment.date() <= day_of(week, 6)
        ]
        urgent = sum(each.is_urgent for each in told)
        summary = f"{count(len(told), 'report')} told, {urgent} of them urgent."
        for work, desk in ((world.school_work, school), (world.commune_work, commune)):
            figures = work.audit(desk, world.workdays, world.clock.now)
            name = work.office.split()[0].capitalize()
            summary += (
                f" {name}: {figures['cases']} cases, {figures['open']} open, {count(figures['late'], 'step')} late."
            )
        self._tell_work()
        for news in world.exchange.news:
            world.story.add(news)
        world.exchange.news = []
        return summary

    def _tell_work(self) -> None:
        """Tells what was done at both desks since the week before."""
        now = self._count()
        new = now - self._before
        self._before = now
        story = self._world.story
        said = [
            count(new["notes"], "note"),
            count(new["steps"], "step") + " of the procedure",
            count(new["services"], "service") + " asked for",
            count(new["closed"], "case") + " closed",
        ]
        story.add(f"Done at both desks: {', '.join(said)}, {count(new['files'], 'picture')} attached.")
        if new["linked"] or new["duplicates"]:
            story.add(
                f"Told before by somebody else, and found: {count(new['linked'], 'case')} linked to an earlier one, "
                f"{new['duplicates']} closed as the same."
            )
        if new["referred"]:
            story.add(f"The school refers {count(new['referred'], 'case')} to the commune, with covers.")

    def _count(self) -> Counter[str]:
        """Counts all that the diary has."""
        entries = self._world.diary.entries
        return Counter(
            notes=sum(len(entry.notes) for entry in entries),
            steps=sum(len(entry.steps) for entry in entries),
            services=sum(len(entry.services) for entry in entries),
            closed=sum(entry.status == "CLOSED" for entry in entries),
            files=sum(len(entry.files) for entry in entries),
            linked=sum(bool(entry.links) and entry.status != "DUPLICATE" for entry in entries),
            duplicates=sum(entry.status == "DUPLICATE" for entry in entries),
            referred=len(self._world.exchange.referrals),
        )
