"""A counsellor who leaves: every key is exchanged, and what was kept opens nothing that comes after."""

from __future__ import annotations

import datetime
import shutil
import sqlite3
from pathlib import Path
from typing import Any

from must import must, must_equal, must_refuse
from office import Office
from people import COUNSELLOR, HEAD, OFFICER_AGAIN, SUCCESSOR
from point import Parcel, school_desks
from story import count
from world import World

from tincay import Desk, TincayError, WrongKeyError

_KEYS = ("person", "generation", "desk")
"""The tables from which somebody's keys are opened."""


class Leaver:
    """Somebody who is not there any more, with a passphrase and a copy of the desk of the night before."""

    def __init__(self, school: Office, folder: Path, known: set[str]) -> None:
        """Copies the desk's file at night, with the cases that are in it."""
        self.copy = school.copy_to(folder / "kept")
        self.known = known

    def try_what_was_kept(self, world: World, parcels: list[Parcel]) -> None:
        """Tries the passphrase, the copy, and the copy's keys put into the desk's file; nothing new opens."""
        school = world.school
        new = sum(entry.id not in self.known for entry in world.diary.at(school.name))
        refused = "The passphrase of somebody who left still opens the desk."
        must_refuse(WrongKeyError, refused, Desk.open, school.path, COUNSELLOR.name, COUNSELLOR.passphrase)
        with Desk.open(self.copy, COUNSELLOR.name, COUNSELLOR.passphrase) as desk:
            for parcel in parcels:
                otherwise = "A bundle that came after somebody left opens with the keys that were kept."
                must_refuse(WrongKeyError, otherwise, desk.collect, parcel.bundle)
            must_equal({case["id"] for case in desk.cases()}, self.known, "What the copy that was kept has")
        mixed = school.copy_to(world.folder / "mixed")
        _take_tables(self.copy, mixed)
        otherwise = "The keys that were kept open the desk when they are put back into its file."
        must_refuse(TincayError, otherwise, Desk.open, mixed, COUNSELLOR.name, COUNSELLOR.passphrase)
        shutil.rmtree(mixed.parent)
        world.story.add(
            "School: whoever left tries what was kept. The passphrase opens nothing. The copy still has its "
            f"{count(len(self.known), 'case')}, none of the {new} that came since, and opens no bundle of this week. "
            "Its keys put back into the desk's file open nothing."
        )


def exchange_keys(world: World, today: datetime.date) -> None:
    """Takes the counsellor out, lets the successor in, and tells the points with a directory that both desks sign."""
    school, commune, points = world.school, world.commune, world.school_points
    with school.open(HEAD) as desk, commune.open(OFFICER_AGAIN) as other:
        before = desk.list(limit=1)["total"]
        desk.remove_person(COUNSELLOR.name)
        must_equal(desk.people()["generation"], 2, "How often the school's keys were drawn")
        must(desk.card() != school.card, "The school's card is the same after its keys were exchanged.")
        school.card = desk.card()
        school.let_in(desk, SUCCESSOR)
        must_equal(desk.list(limit=1)["total"], before, "Cases after the keys were exchanged")
        other.know(school.card)
        notice = other.sign(desk.sign(_directory(school, commune, today)))
        one_signature = desk.sign(_directory(school, commune, today))
    must_refuse(WrongKeyError, "A point believes a directory that one desk has signed.", points[0].hear, one_signature)
    for point in points:
        point.hear(notice)
    world.story.add(
        f"School: the counsellor leaves. Every key is exchanged, {count(before, 'case')} stay; a second counsellor "
        "comes. The points at the school take the new card from a directory with two signatures, and not with one."
    )


def _directory(school: Office, commune: Office, today: datetime.date) -> dict[str, Any]:
    """Writes who reads what is told at the school from now on."""
    desks = school_desks(school.card, commune.card)
    return {"tincay": "directory", "version": 1, "number": 1, "issued": today.isoformat(), "desks": desks}


def _take_tables(source: Path, target: Path) -> None:
    """Puts the tables with the keys of one desk file into another."""
    with sqlite3.connect(source) as old:
        rows = {table: old.execute(f"SELECT * FROM {table}").fetchall() for table in _KEYS}  # noqa: S608
    with sqlite3.connect(target) as new:
        for table, content in rows.items():
            new.execute(f"DELETE FROM {table}")  # noqa: S608
            places = ", ".join("?" * len(content[0]))
            new.executemany(f"INSERT INTO {table} VALUES ({places})", content)  # noqa: S608
    old.close()
    new.close()
