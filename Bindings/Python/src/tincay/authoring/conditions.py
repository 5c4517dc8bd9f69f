"""Conditions in words: a schema about the answers becomes a sentence that its author can read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Union

from .document import Document, Place
from .phrases import Phrases
from .questions import DEEPEST, Answered, Condition

MOST_PARTS = 400
"""How many parts of one condition are written out before the rest is left out."""

MOST_VALUES = 60
"""How many values of one list are written out."""

_SILENT = frozenset(
    ("$comment", "$defs", "$id", "$anchor", "$schema", "title", "description", "default", "examples", "deprecated")
)
_COUNTED = {
    "minimum": "at_least",
    "maximum": "at_most",
    "exclusiveMinimum": "more_than",
    "exclusiveMaximum": "less_than",
    "multipleOf": "multiple_of",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_items",
    "maxItems": "max_items",
    "minProperties": "min_members",
    "maxProperties": "max_members",
    "pattern": "matches",
    "format": "format",
}


@dataclass(frozen=True)
class Code:
    """A name or a value within a sentence."""

    text: str


@dataclass(frozen=True)
class Leaf:
    """A sentence that is not made of others."""

    parts: tuple[Union[str, Code], ...]
    alternatives: bool = False
    """Whether it names several values, so that it needs brackets beside others."""


@dataclass(frozen=True)
class Group:
    """Sentences put together: `all` of them, `any` of them, exactly `one` of them, or `not` its only one."""

    word: str
    parts: list[Clause] = field(default_factory=list)


Clause = Union[Leaf, Group]


class ConditionWriter:
    """Writes conditions in one language."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        """Prepares to write the conditions of a form."""
        self._document = document
        self._phrases = phrases
        self._left = 0
        self._known: dict[tuple[tuple[str, bool], ...], Clause] = {}

    def clause(self, condition: Place) -> Clause:
        """Puts a condition into words."""
        self._left = MOST_PARTS
        return self._schema(condition, "", frozenset())

    def about(self, schema: Place, name: str) -> Clause:
        """Puts a schema about the answer of a name into words."""
        self._left = MOST_PARTS
        return self._schema(schema, name, frozenset())

    def when(self, conditions: Sequence[Condition]) -> Clause:
        """Puts conditions that all have to hold into words; many questions share theirs."""
        key = tuple(
            (one.name, True) if isinstance(one, Answered) else (f"#{one.schema.pointer}", one.expected)
            for one in conditions
        )
        if key not in self._known:
            self._known[key] = self._when(conditions)
        return self._known[key]

    def _when(self, conditions: Sequence[Condition]) -> Clause:
        """Puts conditions that all have to hold into words, for the first time."""
        self._left = MOST_PARTS
        parts: list[Clause] = []
        for condition in conditions:
            if isinstance(condition, Answered):
                parts.append(self._leaf("answered", condition.name))
            else:
                missing = None if condition.expected else _only_required(condition.schema)
                if missing is not None:
                    parts.append(gather("any", [self._leaf("unanswered", name) for name in missing]))
                    continue
                part = self._schema(condition.schema, "", frozenset())
                parts.append(part if condition.expected else negate(part))
        return gather("all", parts) if parts else self._leaf("always")

    def sentence(self, clause: Clause) -> str:
        """Writes a clause as one line of text."""
        if isinstance(clause, Leaf):
            return "".join(part if isinstance(part, str) else part.text for part in clause.parts)
        if clause.word == "not":
            return self._phrases("not_text", self.sentence(clause.parts[0]))
        inner = [self.sentence(part) for part in clause.parts]
        inner = [f"({text})" if bracketed(part, clause) else text for part, text in zip(clause.parts, inner)]
        joined = self._phrases("or" if clause.word in ("any", "one") else "and").join(inner)
        return self._phrases("one_text", joined) if clause.word == "one" else joined

    def _leaf(self, phrase: str, *values: str) -> Leaf:
        """Makes a sentence of a phrase, with names and values at its braces."""
        pieces = self._phrases(phrase).split("{}")
        parts: list[Union[str, Code]] = [pieces[0]]
        for value, piece in zip(values, pieces[1:]):
            parts += [Code(value), piece]
        return Leaf(tuple(part for part in parts if part != ""))

    def _schema(self, schema: Place, name: str, on: frozenset[str]) -> Clause:
        """Puts a schema about the answer of a name into words; the answers as a whole have no name."""
        if schema.value is False:
            return self._leaf("never") if not name else self._leaf("no_value", name)
        if not isinstance(schema.value, dict):
            return self._leaf("always")
        self._left -= 1
        if self._left < 0 or len(on) > DEEPEST or schema.pointer in on:
            return self._leaf("more")
        on = on | {schema.pointer}
        parts: list[Clause] = []
        reference = schema.text("$ref")
        if reference is not None:
            target = self._document.resolve(reference, schema)
            parts.append(self._leaf("reference", reference) if target is None else self._schema(target, name, on))
        parts += self._answer(schema, name)
        parts += self._members(schema, name, on)
        parts += self._applied(schema, name, on)
        if parts:
            return gather("all", parts)
        return self._leaf("any_value", name) if name else self._leaf("always")

    def _answer(self, schema: Place, name: str) -> list[Clause]:
        """Puts what a schema says about the answer itself into words."""
        parts: list[Clause] = []
        subject = name or self._phrases("answers")
        for keyword, value in schema.value.items():
            if keyword == "const":
                parts.append(self._leaf("is", subject, literal(value)))
            elif keyword == "enum" and isinstance(value, list):
                parts.append(self._one_of("is", subject, value))
            elif keyword == "type":
                names = value if isinstance(value, list) else [value]
                if name:
                    parts.append(self._one_of("type", subject, names))
            elif keyword in _COUNTED and not isinstance(value, (dict, list)):
                parts.append(self._leaf(_COUNTED[keyword], subject, literal(value)))
            elif keyword == "uniqueItems" and value is True:
                parts.append(self._leaf("unique", subject))
        return parts

    def _one_of(self, phrase: str, subject: str, values: list[Any]) -> Leaf:
        """Says that an answer is one of several values."""
        shown = [literal(value) for value in values[:MOST_VALUES]]
        first = self._leaf(phrase, subject, shown[0] if shown else "-")
        parts: list[Union[str, Code]] = list(first.parts)
        for value in shown[1:]:
            parts += [self._phrases("or"), Code(value)]
        if len(values) > MOST_VALUES:
            parts.append(self._phrases("or") + self._phrases("more"))
        return Leaf(tuple(parts), len(values) > 1)

    def _members(self, schema: Place, name: str, on: frozenset[str]) -> list[Clause]:
        """Puts what a schema says about members into words."""
        parts: list[Clause] = []
        prefix = f"{name}/" if name else ""
        required = list(dict.fromkeys(schema.texts("required")))
        described = dict(schema.members("properties"))
        for member, place in described.items():
            inner = self._schema(place, prefix + member, on)
            if place.value is True or place.value == {}:
                if member in required:
                    parts.append(self._leaf("answered", prefix + member))
            elif member in required or place.value is False:
                parts.append(inner)
            else:
                parts.append(gather("any", [inner, self._leaf("unanswered", prefix + member)]))
        parts += [self._leaf("answered", prefix + member) for member in required if member not in described]
        for member, place in schema.members("dependentRequired"):
            for needed in place.elements():
                pair = [self._leaf("unanswered", prefix + member), self._leaf("answered", prefix + str(needed.value))]
                parts.append(Group("any", list(pair)))
        contained = schema.member("contains")
        if contained is not None:
            item = self._schema(contained, self._phrases("item", name), on)
            values = _values(contained)
            if values is not None:
                item = self._one_of("includes", name, values)
            count = schema.value.get("minContains")
            parts.append(item if count in (None, 1) else gather("all", [item, self._leaf("times", literal(count))]))
        items = schema.member("items")
        if items is not None and isinstance(items.value, dict):
            parts.append(self._schema(items, self._phrases("each", name), on))
        return parts

    def _applied(self, schema: Place, name: str, on: frozenset[str]) -> list[Clause]:
        """Puts the schemas that a schema puts together into words."""
        parts: list[Clause] = []
        for keyword, word in (("allOf", "all"), ("anyOf", "any"), ("oneOf", "one")):
            inner = [self._schema(place, name, on) for place in schema.elements(keyword)]
            if inner:
                parts.append(gather(word, inner))
        negated = schema.member("not")
        if negated is not None:
            missing = _only_required(negated)
            if missing is not None:
                prefix = f"{name}/" if name else ""
                parts.append(gather("any", [self._leaf("unanswered", prefix + member) for member in missing]))
            else:
                parts.append(negate(self._schema(negated, name, on)))
        condition = schema.member("if")
        if condition is not None:
            asked = self._schema(condition, name, on)
            for keyword, escape in (("then", negate(asked)), ("else", asked)):
                branch = schema.member(keyword)
                if branch is not None:
                    parts.append(Group("any", [escape, self._schema(branch, name, on)]))
        known = _COUNTED.keys() | _SILENT | _WRITTEN
        for keyword, value in schema.value.items():
            if keyword not in known and not keyword.startswith("x-"):
                parts.append(self._leaf("keyword", keyword, literal(value)[:200]))
        return parts


_WRITTEN = frozenset(
    (
        *("$ref", "const", "enum", "type", "uniqueItems", "properties", "required", "dependentRequired", "contains"),
        *("minContains", "items", "allOf", "anyOf", "oneOf", "not", "if", "then", "else"),
    )
)


def gather(word: str, parts: list[Clause]) -> Clause:
    """Puts clauses together, without a group for one and without groups of the same word inside each other."""
    if len(parts) == 1:
        return parts[0]
    flat: list[Clause] = []
    for part in parts:
        if isinstance(part, Group) and part.word == word and word != "one":
            flat.extend(part.parts)
        else:
            flat.append(part)
    return Group(word, flat)


def negate(clause: Clause) -> Clause:
    """Says the opposite of a clause."""
    if isinstance(clause, Group) and clause.word == "not":
        return clause.parts[0]
    return Group("not", [clause])


def bracketed(part: Clause, group: Group) -> bool:
    """Tells whether a part of a group needs brackets."""
    return part.alternatives and group.word == "all" if isinstance(part, Leaf) else part.word != "not"


def literal(value: Any) -> str:
    """Writes a JSON value as people read it: a text without its quotes."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 2000 else text[:2000] + "…"


def _values(schema: Place) -> Union[list[Any], None]:
    """Gives the values that a schema allows when it says nothing else, or None."""
    if not isinstance(schema.value, dict) or len(schema.value) != 1:
        return None
    if "const" in schema.value:
        return [schema.value["const"]]
    values = schema.value.get("enum")
    return values if isinstance(values, list) else None


def _only_required(schema: Place) -> Union[list[str], None]:
    """Gives the members that a schema demands when it says nothing else, or None."""
    if not isinstance(schema.value, dict) or set(schema.value) - _SILENT != {"required"}:
        return None
    return schema.texts("required") or None
