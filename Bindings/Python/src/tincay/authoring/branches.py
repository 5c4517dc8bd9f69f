"""What schemas that apply only sometimes say about questions: who chooses among them, and what they take away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from .document import Document, Place

MOST_BRANCHES = 64
"""How many branches a member's value may choose among, as in the library."""

MOST_ALTERNATIVES = 16
"""How many lists of members `anyOf` may ask for one of, as in the library."""

MOST_NAMES = 8
"""How many required members of a branch are tried, as in the library."""

Values = Callable[[list[Place]], list[Any]]
"""Gives the values that schemas list for an answer."""


@dataclass(frozen=True)
class Branch:
    """One of the schemas that a member's value chooses among."""

    schema: Place
    condition: Place
    """That the member has one of the branch's values."""


def choosing(document: Document, branches: list[Place], values: Values) -> tuple[str, list[Branch]]:
    """Gives the member whose value chooses among branches: required in each, with values that no two of them share.

    Without such a member, its name is empty.
    """
    if not 1 < len(branches) <= MOST_BRANCHES:
        return "", []
    for name in _required(document, branches[0]):
        found: list[Branch] = []
        seen: set[str] = set()
        for branch in branches:
            own = _listed(document, branch, name, values) if name in _required(document, branch) else []
            keys = {repr(value) for value in own}
            if not own or seen & keys:
                break
            seen |= keys
            test = {"properties": {name: {"enum": own}}, "required": [name]}
            found.append(Branch(branch, Place(test, branch.pointer, branch.resource)))
        if len(found) == len(branches):
            return name, found
    return "", []


def _required(document: Document, branch: Place) -> list[str]:
    """Gives the members that a branch requires, a few at most."""
    return [name for schema in document.chain(branch) for name in schema.texts("required")][:MOST_NAMES]


def _listed(document: Document, branch: Place, name: str, values: Values) -> list[Any]:
    """Gives the values that a branch lists for a member."""
    for schema in document.chain(branch):
        place = dict(schema.members("properties")).get(name)
        if place is not None:
            return values(document.chain(place))
    return []


def banned(schema: Place) -> Iterator[tuple[str, Place]]:
    """Gives the members that a schema under `not` takes away, when that is all that it does."""
    if not isinstance(schema.value, dict) or len(schema.value) != 1:
        return
    found: list[tuple[str, Place]] = []
    for alternative in schema.elements("anyOf") or [schema]:
        names = alternative.elements("required") if isinstance(alternative.value, dict) else []
        if len(names) != 1 or len(alternative.value) != 1 or not isinstance(names[0].value, str):
            return
        found.append((names[0].value, names[0]))
    yield from found


def alternatives(branches: list[Place]) -> list[Place]:
    """Gives the members that the first branch requires, when all branches do nothing but require members."""
    if len(branches) > MOST_ALTERNATIVES:
        return []
    for branch in branches:
        if not isinstance(branch.value, dict) or len(branch.value) != 1 or not branch.texts("required"):
            return []
    return branches[0].elements("required") if branches else []
