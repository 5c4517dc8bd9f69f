"""A point: a box where people tell, and the bundles and receipts that go between it and the desks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from must import must, must_equal
from reports import SCHOOL, Told

from tincay import Box, Card, Desk, Form

FROM_SCHOOL = ["SCHOOL", "STAFF", "COUNSELLOR"]
"""What forms call those who must not read it when somebody of the school is accused."""
FROM_COMMUNE = ["COMMUNE"]


def school_desks(school: Card, commune: Card) -> list[dict[str, Any]]:
    """Names the desks of a point at a school: the school's, and the commune's for what the school must not read."""
    return [
        {"card": school, "destinations": FROM_SCHOOL},
        {"card": commune, "destinations": FROM_COMMUNE, "offsite": True},
    ]


@dataclass
class Parcel:
    """A bundle on its way to a desk."""

    point: Point
    bundle: bytes


class Point:
    """A box in a room where a child may sit alone."""

    def __init__(self, path: Path, name: str, kind: str, desks: list[dict[str, Any]], authority: list[Card]) -> None:
        """Creates the box; it believes directories that the two desks of the authority have signed."""
        self.path = path
        self.name = name
        self.kind = kind
        setup = {"point": {"name": name, "kind": kind}, "desks": desks, "authority": authority, "bundle_mib": 1}
        Box.create(path, setup)

    @property
    def is_at_school(self) -> bool:
        """Whether it is closed at the weekend."""
        return self.kind == SCHOOL

    def take(self, form: Form, told: Told) -> None:
        """Takes in what somebody tells; it has to be kept, and found as urgent as it is."""
        with Box.open(self.path) as box:
            result = box.submit(form, told.answers, told.language)
        must(result["kept"], f"A report at the {self.name} was not kept.")
        must_equal(result["urgency"], told.kind.urgency, f"How urgent '{told.kind.name}' is at the {self.name}")
        must(bool(result["hotlines"]), f"The {self.name} showed nobody to call.")

    def pack(self) -> list[Parcel]:
        """Packs all that waits, as many bundles as it takes; one when nothing does, so that nobody can tell."""
        with Box.open(self.path) as box:
            count = max(1, box.status()["bundles_waiting"])
            return [Parcel(self, box.pack()) for _ in range(count)]

    def settle(self, receipts: list[bytes]) -> int:
        """Takes in what desks have answered, and gives how many slots it could forget."""
        with Box.open(self.path) as box:
            return sum(box.settle(receipt)["freed"] for receipt in receipts)

    def hear(self, notice: bytes) -> None:
        """Takes in a directory of the authority."""
        with Box.open(self.path) as box:
            must(box.news(notice)["taken"], f"The {self.name} did not take the new directory.")

    def check_desks(self) -> None:
        """Looks what the point knows of its desks: their ledgers hold together, and no bundle is missing in between."""
        with Box.open(self.path) as box:
            status = box.status()
        must_equal(status["clock"], "trusted", f"The clock of the {self.name}")
        for desk in status["desks"]:
            must(not desk["contradicted"], f"The {self.name} has seen the ledger of the {desk['name']} go back.")
            must(not desk["missing"], f"The {desk['name']} lacks a bundle of the {self.name}.")


def collect(desk: Desk, parcels: list[Parcel]) -> dict[str, list[bytes]]:
    """Takes parcels in at a desk, and gives the receipts by the point that they are for."""
    receipts: dict[str, list[bytes]] = {}
    for parcel in parcels:
        receipts.setdefault(parcel.point.name, []).append(desk.collect(parcel.bundle))
    return receipts
