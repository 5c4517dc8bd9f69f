"""What a condition talks about: the questions it names and the values it compares them with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .document import Document, Place
from .questions import Holds, Questionnaire

MOST_STEPS = 100_000
"""How many schemas are looked at for all conditions of a form."""

_SAME = ("not", "if", "then", "else", "contains", "items", "additionalProperties", "unevaluatedProperties")


@dataclass(frozen=True)
class Mention:
    """A question, a member of a group or a fact that a condition names."""

    path: tuple[str, ...]
    place: Place
    """Where the condition names it."""
    values: tuple[Any, ...] = ()
    """What it is compared with."""


@dataclass(frozen=True)
class Stated:
    """A condition of the form, and whose it is."""

    owner: str
    """`triage`, `deadline`, `route`, `flag`, `compare` or `if`."""
    name: str
    """What its owner is called."""
    place: Place


class MentionFinder:
    """Finds what conditions of one form name."""

    def __init__(self, document: Document) -> None:
        """Prepares to look at a form's conditions."""
        self._document = document
        self._steps = 0

    def find(self, condition: Place) -> list[Mention]:
        """Lists what a condition names, in no order that matters."""
        found: list[Mention] = []
        seen: set[tuple[str, tuple[str, ...]]] = set()
        waiting: list[tuple[Place, tuple[str, ...]]] = [(condition, ())]
        while waiting and self._steps < MOST_STEPS:
            schema, path = waiting.pop()
            if not isinstance(schema.value, dict) or (schema.pointer, path) in seen or len(path) > 8:
                continue
            seen.add((schema.pointer, path))
            self._steps += 1
            for name, place in schema.members("properties"):
                found.append(Mention((*path, name), place))
                waiting.append((place, (*path, name)))
            for place in schema.elements("required"):
                found.append(Mention((*path, str(place.value)), place))
            for keyword in ("const", "enum"):
                place_of_values = schema.member(keyword)
                if path and place_of_values is not None:
                    listed = place_of_values.value if keyword == "enum" else [place_of_values.value]
                    if isinstance(listed, list):
                        found.append(Mention(path, place_of_values, tuple(listed)))
            reference = schema.text("$ref")
            target = None if reference is None else self._document.resolve(reference, schema)
            if target is not None:
                waiting.append((target, path))
            for keyword in ("allOf", "anyOf", "oneOf"):
                waiting.extend((place, path) for place in schema.elements(keyword))
            for keyword in _SAME:
                inner = schema.member(keyword)
                if inner is not None:
                    waiting.append((inner, path))
        return found


def conditions(document: Document, questionnaire: Questionnaire) -> list[Stated]:
    """Lists the conditions of a form, each once."""
    found: list[Stated] = []
    for name, owner in (("x-tincay-triage", "triage"), ("x-tincay-routes", "route"), ("x-tincay-compare", "compare")):
        for position, entry in enumerate(document.root.elements(name)):
            called = entry.text("id") or f"#{position + 1}"
            when = entry.member("when")
            if when is not None:
                found.append(Stated(owner, called, when))
            for deadline in entry.elements("deadlines"):
                when = deadline.member("when")
                if when is not None:
                    found.append(Stated("deadline", f"{called} {deadline.text('kind') or ''}".strip(), when))
    derive = document.root.member("x-tincay-derive")
    if derive is not None:
        found += [Stated("flag", name, place) for name, place in derive.members("flags")]
    asked: dict[str, Stated] = {}
    for question in questionnaire.questions:
        stated = [one.conditions for one in question.declarations] + [one.conditions for one in question.demands]
        for condition in (condition for when in stated for condition in when):
            if isinstance(condition, Holds):
                asked.setdefault(condition.schema.pointer, Stated("if", question.name, condition.schema))
    return found + list(asked.values())
