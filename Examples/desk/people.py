"""Who works at the desks: roles, not persons, each with a passphrase."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Somebody at a desk."""

    name: str
    passphrase: str
    roles: tuple[str, ...] = ()
    """What the person is let in with; the first person of a desk has every role."""


WORKS_ON_CASES = ("reports", "identities", "intake")

HEAD = Person("head of the office", "a kite above the rice field")
COUNSELLOR = Person("counsellor", "seven boats and a drum", WORKS_ON_CASES)
SUCCESSOR = Person("second counsellor", "the lamp in the library", WORKS_ON_CASES)

OFFICER = Person("child protection officer", "bamboo bridge in the rain")
OFFICER_AGAIN = Person(OFFICER.name, "a new bridge of stone")
"""The same person, who has lost the passphrase and come back with another."""
VICE_CHAIR = Person("vice chair", "market day on thursday", (*WORKS_ON_CASES, "people"))
