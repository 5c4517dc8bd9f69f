"""An office with a desk: one file, several people, and each morning somebody who unlocks it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from must import must
from people import Person

from tincay import Card, Desk, Form

COST = {"memory_mib": 64, "passes": 2}
"""The least that a passphrase may cost to try: half a year has many mornings."""


class Office:
    """One desk's file and where it lies."""

    def __init__(self, folder: Path, name: str, first: Person, form: Form) -> None:
        """Creates the desk with its first person, and has it keep the form."""
        self.name = name
        self.path = folder / "desk.tincay"
        self.mornings = 0
        folder.mkdir()
        Desk.create(self.path, first.name, first.passphrase, {"name": name, "kdf": COST})
        with self.open(first) as desk:
            desk.keep(form)
            self.card: Card = desk.card()

    @contextmanager
    def open(self, person: Person) -> Iterator[Desk]:
        """Unlocks the desk for a person for as long as the work takes."""
        self.mornings += 1
        with Desk.open(self.path, person.name, person.passphrase) as desk:
            yield desk

    def let_in(self, desk: Desk, person: Person) -> None:
        """Lets somebody in, and looks whether the desk says so."""
        desk.add_person(person.name, person.passphrase, person.roles)
        names = [each["name"] for each in desk.people()["people"]]
        must(person.name in names, f"The {person.name} was let in and is not there.")

    def copy_to(self, folder: Path) -> Path:
        """Copies the desk's file and all that lies beside it, as whoever has the machine at night can."""
        shutil.copytree(self.path.parent, folder)
        return folder / self.path.name
