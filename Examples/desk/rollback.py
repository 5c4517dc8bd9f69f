"""An older copy of the desk's file, put back at night, and who finds out."""

from __future__ import annotations

import shutil
from pathlib import Path

from must import must, must_equal, must_refuse
from office import Office
from people import HEAD, VICE_CHAIR
from point import Parcel, Point, collect
from world import World

from tincay import Box, TamperedError


def put_back(world: World, older: Path, noted: int) -> list[Parcel]:
    """Puts an older copy back, has it found out in four places, and undoes it; gives what a point packed for it.

    `noted` is where the ledger ended when the head of the office last wrote that down.
    """
    school, point, folder = world.school, world.points[0], world.folder
    home, real = school.path.parent, folder / "real"
    home.rename(real)
    shutil.copytree(older.parent, home)
    parcels = point.pack()
    with school.open(HEAD) as desk:
        end = desk.verify()["head"]["number"]
        must(end < noted, "An older file is as long as the one that was written down.")
        must(
            end < _seen_by_commune(world.commune, school.name),
            "The commune has seen no later end of the school's ledger.",
        )
        receipts = collect(desk, parcels)[point.name]
        found = must_refuse(TamperedError, "A desk that was put back does not find out.", desk.verify).result
        must(found is not None and found["rolled_back"], "A desk that was put back does not say so.")
    _show_point(point, receipts, school.name, folder)
    shutil.rmtree(home)
    real.rename(home)
    with school.open(HEAD) as desk:
        point.settle(collect(desk, parcels)[point.name])
        must(desk.verify()["ok"], "The right file of the school does not verify.")
    world.story.add(
        f"The same night an older copy of the file is put back, {noted - end} entries shorter and whole in itself. It "
        "is found out by the number that the head of the office had written down, by what the commune has seen of the "
        f"school's ledger, by the desk with the next bundle of the {point.name}, and by the {point.name} with the next "
        "receipt."
    )
    return parcels


def _seen_by_commune(commune: Office, school: str) -> int:
    """Tells the furthest end of the school's ledger that the commune knows of through the points."""
    with commune.open(VICE_CHAIR) as desk:
        (number,) = (each["desk"] for each in desk.referrals()["desks"] if each["name"] == school)
        return max((each["number"] for each in desk.verify()["others"] if each["desk"] == number), default=0)


def _show_point(point: Point, receipts: list[bytes], school: str, folder: Path) -> None:
    """Shows a copy of the point's box what the older file has answered."""
    copy = Path(shutil.copy(point.path, folder / "shown.tincay"))
    with Box.open(copy) as box:
        for receipt in receipts:
            box.settle(receipt)
        found = {desk["name"]: desk["contradicted"] for desk in box.status()["desks"]}
    must_equal(found[school], True, f"Whether the {point.name} finds out that the school's file was put back")
    copy.unlink()
