"""A form as its author wrote it: JSON with places, and references that lead somewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Optional
from urllib.parse import unquote, urljoin

MOST_BYTES = 4 << 20
"""The size of the largest form that the library takes."""

DEEPEST = 128
"""How deep a form may be nested, as in the library."""

MOST_CHAIN = 16
"""How many references are followed from one schema, as in the library."""


class DocumentError(ValueError):
    """This is no JSON object that could be a form; the text says why, in English."""


@dataclass(frozen=True)
class Place:
    """A value within a form, and where it stands."""

    value: Any
    """The JSON value."""
    pointer: str
    """Its JSON Pointer in the form; places in a resource beside the form begin with the resource's name and ``#``."""
    resource: str
    """The identifier of the schema resource it belongs to."""

    def member(self, name: str) -> Optional[Place]:
        """Gives a member of an object, or None."""
        if not isinstance(self.value, dict) or name not in self.value:
            return None
        return self._inner(self.value[name], name)

    def members(self, name: Optional[str] = None) -> list[tuple[str, Place]]:
        """Gives the members of this object, or of the object under a name; none when there is no object."""
        place = self if name is None else self.member(name)
        if place is None or not isinstance(place.value, dict):
            return []
        return [(key, place._inner(value, key)) for key, value in place.value.items()]

    def elements(self, name: Optional[str] = None) -> list[Place]:
        """Gives the elements of this list, or of the list under a name; none when there is no list."""
        place = self if name is None else self.member(name)
        if place is None or not isinstance(place.value, list):
            return []
        return [place._inner(value, str(number)) for number, value in enumerate(place.value)]

    def text(self, name: str) -> Optional[str]:
        """Gives a member that is a text, or None."""
        value = self.value.get(name) if isinstance(self.value, dict) else None
        return value if isinstance(value, str) else None

    def texts(self, name: str) -> list[str]:
        """Gives the texts in the list under a name."""
        return [place.value for place in self.elements(name) if isinstance(place.value, str)]

    def _inner(self, value: Any, name: str) -> Place:
        """Steps down to a member or an element."""
        resource = self.resource
        if isinstance(value, dict) and isinstance(value.get("$id"), str):
            resource = join(resource, value["$id"])
        return Place(value, f"{self.pointer}/{escape(name)}", resource)


class Document:
    """A form, and the resources that go with it."""

    def __init__(self, source: bytes, resources: Optional[bytes] = None) -> None:
        """Reads a form.

        Raises:
            DocumentError: it is not a JSON object, or too large or deep to be a form.
        """
        self.root = self._read(source, "")
        self._resources: dict[str, Place] = {self.root.resource: self.root}
        self._anchors: dict[tuple[str, str], Place] = {}
        self._index(self.root)
        self.beside: list[Place] = []
        if resources is not None:
            beside = self._read(resources, "resources#", kinds=(dict, list))
            self.beside = beside.elements() if isinstance(beside.value, list) else [beside]
            self._index(beside)

    @staticmethod
    def _read(source: bytes, start: str, kinds: tuple[type, ...] = (dict,)) -> Place:
        """Reads one file."""
        if len(source) > MOST_BYTES:
            raise DocumentError("it is larger than 4 MiB")
        try:
            value = json.loads(source.decode("utf-8"))
        except (ValueError, RecursionError):
            raise DocumentError("it is not JSON in UTF-8") from None
        if _depth(value) > DEEPEST:
            raise DocumentError("it is nested more than 128 deep")
        if not isinstance(value, kinds):
            raise DocumentError("it is not a JSON object")
        identifier = value.get("$id") if isinstance(value, dict) else None
        return Place(value, start, identifier if isinstance(identifier, str) else start)

    def _index(self, start: Place) -> None:
        """Notes every schema with an identifier or an anchor."""
        for place in walk(start):
            if not isinstance(place.value, dict):
                continue
            if isinstance(place.value.get("$id"), str):
                self._resources.setdefault(place.resource.rstrip("#"), place)
            for name in ("$anchor", "$dynamicAnchor"):
                anchor = place.text(name)
                if anchor is not None:
                    self._anchors.setdefault((place.resource, anchor), place)

    def resolve(self, reference: str, origin: Place) -> Optional[Place]:
        """Follows a reference from a place, or gives None when it leads nowhere."""
        target, _, fragment = join(origin.resource, reference).partition("#")
        place = self._resources.get(target)
        if place is None and target in ("", origin.resource):
            place = self._resources.get(origin.resource)
        if place is None or not fragment:
            return place
        fragment = unquote(fragment)
        if not fragment.startswith("/"):
            return self._anchors.get((place.resource, fragment))
        for token in fragment[1:].split("/"):
            place = step(place, token.replace("~1", "/").replace("~0", "~"))
            if place is None:
                return None
        return place

    def chain(self, schema: Place) -> list[Place]:
        """Gives a schema and those that it refers to, nearest first."""
        chain = [schema]
        while len(chain) < MOST_CHAIN:
            reference = chain[-1].text("$ref")
            target = None if reference is None else self.resolve(reference, chain[-1])
            if target is None or any(target.pointer == place.pointer for place in chain):
                break
            chain.append(target)
        return chain

    def lists(self, name: str) -> list[Place]:
        """Gives the elements of a list that the form has, followed by those of the resources beside it."""
        return [element for place in (self.root, *self.beside) for element in place.elements(name)]


def walk(start: Place) -> Iterator[Place]:
    """Gives a place and everything within, parents first."""
    waiting = [start]
    while waiting:
        place = waiting.pop()
        yield place
        if isinstance(place.value, dict):
            waiting.extend(inner for _, inner in reversed(place.members()))
        elif isinstance(place.value, list):
            waiting.extend(reversed(place.elements()))


def _depth(value: Any) -> int:
    """Tells how deep a value is nested."""
    level, depth = [value], 0
    while level:
        inner: list[Any] = []
        for one in level:
            if isinstance(one, (dict, list)):
                inner.extend(one.values() if isinstance(one, dict) else one)
        depth += any(isinstance(one, (dict, list)) for one in level)
        level = inner
    return depth


def step(place: Place, token: str) -> Optional[Place]:
    """Gives the member or the element that a token of a JSON Pointer names, or None."""
    if isinstance(place.value, dict):
        return place.member(token)
    elements = place.elements()
    if token.isascii() and token.isdigit() and len(token) < 10 and int(token) < len(elements):
        return elements[int(token)]
    return None


def escape(token: str) -> str:
    """Writes a name as a token of a JSON Pointer."""
    return token.replace("~", "~0").replace("/", "~1")


def join(base: str, reference: str) -> str:
    """Resolves a reference against an identifier; an identifier that is no hierarchical one only gets a fragment."""
    if reference.startswith("#"):
        return base.partition("#")[0] + reference
    try:
        return urljoin(base, reference)
    except ValueError:
        return reference
