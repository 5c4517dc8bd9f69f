"""What a question offers to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Optional

from .document import Document, DocumentError, Place

if TYPE_CHECKING:
    from .questions import Declaration, Question

MOST_MERGED = 200_000
"""How many choices may be put together for questions that have more than one list."""


@dataclass(frozen=True)
class Choice:
    """One answer to choose."""

    value: Any
    schema: Optional[Place]
    """What is said about it, when it has a schema of its own."""
    place: Place
    """Where it stands."""


class Lists:
    """Finds choices; a list that many questions share is read once."""

    def __init__(self, document: Document) -> None:
        """Prepares to find choices."""
        self._document = document
        self._read: dict[str, list[Choice]] = {}
        self._merged = 0

    def of(self, question: Question) -> list[Choice]:
        """Gives all that any of a question's declarations offers, each once."""
        lists: dict[str, list[Choice]] = {}
        for declaration in reversed(question.declarations):
            found = self.of_one(declaration)
            if found:
                lists.setdefault(found[0].place.pointer, found)
        if len(lists) < 2:
            return next(iter(lists.values()), [])
        self._merged += sum(len(found) for found in lists.values())
        if self._merged > MOST_MERGED:
            raise DocumentError("its questions have too many lists")
        merged: dict[str, Choice] = {}
        for found in lists.values():
            for choice in found:
                known = merged.setdefault(repr(choice.value), choice)
                # A list that only narrows another one has no words of its own.
                if known.schema is None and choice.schema is not None:
                    merged[repr(choice.value)] = choice
        return list(merged.values())

    def of_one(self, declaration: Declaration) -> list[Choice]:
        """Gives what one declaration offers."""
        first = declaration.schemas[0].pointer
        if first not in self._read:
            self._read[first] = self._choices(declaration.schemas)
        return self._read[first]

    def values(self, schemas: list[Place]) -> list[Any]:
        """Gives the values that schemas list for an answer itself."""
        return [choice.value for choice in self._direct(schemas)]

    def _choices(self, schemas: list[Place]) -> list[Choice]:
        """Gives the choices that schemas name, of the answer itself or of its elements."""
        for schema in schemas:
            items = schema.member("items")
            if items is not None and isinstance(items.value, dict):
                return self._direct(self._document.chain(items))
        return self._direct(schemas)

    def _direct(self, schemas: list[Place]) -> list[Choice]:
        """Gives the first list that schemas write down themselves."""
        for schema in schemas:
            name = f"{schema.pointer} list"
            if name not in self._read:
                self._read[name] = _written(schema)
            if self._read[name]:
                return self._read[name]
        return []


def _written(schema: Place) -> list[Choice]:
    """Gives the choices that one schema writes down itself."""
    branches = schema.elements("oneOf")
    if branches and all(isinstance(branch.value, dict) and "const" in branch.value for branch in branches):
        return [Choice(branch.value["const"], branch, branch) for branch in branches]
    values = schema.elements("enum")
    if values:
        return [Choice(place.value, None, place) for place in values]
    constant = schema.member("const")
    return [] if constant is None else [Choice(constant.value, schema, constant)]
