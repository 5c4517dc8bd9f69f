"""Advice about conditions, rules, sources and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .advice import Advice, name_of
from .conditions import literal
from .document import Document, Place
from .mentions import Mention, MentionFinder, Stated, conditions
from .questions import Questionnaire
from .unanswered import Unanswered

_FACTS = ("age_min", "age_max", "legal_class", "id_sex", "id_birth_year", "id_province_known")


def advise_on_rules(document: Document, asked: Questionnaire) -> Iterator[Advice]:
    """Gives what should be known about the rules of a form."""
    names = _Names(document, asked)
    empty = Unanswered(document)
    finder = MentionFinder(document)
    for stated in conditions(document, asked):
        yield from _always(stated, empty)
        told: set[tuple[str, ...]] = set()
        for mention in finder.find(stated.place):
            for advice in names.judge(mention, stated):
                key = (advice.code, *(str(value) for value in advice.values))
                if key not in told:
                    told.add(key)
                    yield advice
    yield from names.listed()
    yield from _sources(document)
    yield from _hotlines(document)
    yield from _destinations(document)


def _always(stated: Stated, empty: Unanswered) -> Iterator[Advice]:
    """Gives conditions that hold on a report without answers."""
    value = stated.place.value
    if value is True or value == {}:
        if stated.owner in ("triage", "route"):
            yield Advice("whenAlways", "notice", stated.place.pointer, (stated.name,))
        return
    if stated.owner in ("triage", "route"):
        if empty.satisfies(stated.place) is True:
            yield Advice("whenWithoutRequired", "error", stated.place.pointer, (stated.name,))
    elif isinstance(value, dict) and "properties" in value and empty.satisfies(stated.place) is True:
        yield Advice("conditionWithoutRequired", "warning", stated.place.pointer, (stated.name,))


class _Names:
    """Judges the names that conditions use."""

    def __init__(self, document: Document, asked: Questionnaire) -> None:
        """Collects the names that there are."""
        self._document = document
        self._asked = asked
        derive = document.root.member("x-tincay-derive")
        self._key = derive.text("key") if derive is not None else None
        self._facts: set[str] = set(_FACTS)
        for group in ("flags", "words", "counts"):
            self._facts |= {name for name, _ in derive.members(group)} if derive is not None else set()

    def judge(self, mention: Mention, stated: Stated) -> Iterator[Advice]:
        """Gives what is wrong with what a condition names."""
        first, *rest = mention.path
        if first == self._key:
            if rest and rest[0] not in self._facts:
                yield Advice("unknownFact", "warning", mention.place.pointer, (stated.name, rest[0]))
            return
        question = self._asked.named(first)
        if question is None:
            yield Advice("unknownQuestion", "error", mention.place.pointer, (stated.name, first))
            return
        path = first
        while rest and question.members:
            member = next((one for one in question.members if one.name == rest[0]), None)
            path = f"{path}/{rest[0]}"
            if member is None:
                yield Advice("unknownQuestion", "error", mention.place.pointer, (stated.name, path))
                return
            question, rest = member, rest[1:]
        if not rest and question.choices:
            offered = {repr(choice.value) for choice in question.choices}
            unknown = [value for value in mention.values if _is_code(value) and repr(value) not in offered]
            if unknown:
                names = tuple(literal(value) for value in unknown)
                yield Advice("unknownCode", "error", mention.place.pointer, (stated.name, question.name, names))

    def listed(self) -> Iterator[Advice]:
        """Gives the names in lists and pointers that no question has."""
        root = self._document.root
        lists = [("x-tincay-order", root.elements("x-tincay-order"))]
        for position, page in enumerate(root.elements("x-tincay-pages")):
            lists.append((name_of(page, position), page.elements("questions")))
        for owner, places in lists:
            for place in places:
                if isinstance(place.value, str) and self._asked.named(place.value) is None:
                    yield Advice("unknownQuestion", "error", place.pointer, (owner, place.value))
        for position, rule in enumerate(root.elements("x-tincay-compare")):
            for side in ("left", "right"):
                first = (rule.text(side) or "/").split("/")[1:2]
                token = "".join(first).replace("~1", "/").replace("~0", "~")
                if token and token != self._key and self._asked.named(token) is None:
                    yield Advice("unknownQuestion", "error", f"{rule.pointer}/{side}", (name_of(rule, position), token))


def _is_code(value: Any) -> bool:
    """Tells whether a value may stand in a list of choices."""
    return isinstance(value, (str, int, float))


def _is_verified(place: Place) -> bool:
    """Tells whether somebody has read it at its source: true, or the date."""
    value = place.value.get("verified") if isinstance(place.value, dict) else None
    return value is True or (isinstance(value, str) and value != "")


def _kinds(deadlines: list[Place]) -> tuple[str, ...]:
    """Names the kinds of some deadlines, each once."""
    return tuple(dict.fromkeys(place.text("kind") or "?" for place in deadlines))


def _sources(document: Document) -> Iterator[Advice]:
    """Gives rules and holidays without a source, and those that nobody has verified."""
    for position, rule in enumerate(document.root.elements("x-tincay-triage")):
        name = name_of(rule, position)
        deadlines = rule.elements("deadlines")
        without = _kinds([place for place in deadlines if not place.text("source")])
        if not rule.text("source"):
            yield Advice("noSource", "warning", rule.pointer, (name,))
        if without:
            yield Advice("noDeadlineSource", "warning", f"{rule.pointer}/deadlines", (name, without))
        if not _is_verified(rule):
            yield Advice("notVerified", "notice", rule.pointer, (name,))
        doubtful = _kinds([place for place in deadlines if not _is_verified(place)])
        if doubtful:
            yield Advice("deadlineNotVerified", "notice", f"{rule.pointer}/deadlines", (name, doubtful))
    for place in (document.root, *document.beside):
        calendar = place.member("x-tincay-calendar")
        holidays = calendar.elements("holidays") if calendar is not None else []
        dates = tuple(day.text("date") or "?" for day in holidays if not _is_verified(day))
        if dates and calendar is not None:
            yield Advice("holidayNotVerified", "notice", f"{calendar.pointer}/holidays", (dates,))
        open_ = calendar.elements("undecided") if calendar is not None else []
        if open_ and calendar is not None:
            names = tuple(day.text("date") or literal(day.value) for day in open_)
            yield Advice("dayUndecided", "notice", f"{calendar.pointer}/undecided", (names,))


def _hotlines(document: Document) -> Iterator[Advice]:
    """Gives the numbers that nobody has called to see whether they are right."""
    for position, hotline in enumerate(document.root.elements("x-tincay-hotlines")):
        if not _is_verified(hotline):
            yield Advice("hotlineNotVerified", "warning", hotline.pointer, (name_of(hotline, position, "number"),))


def _destinations(document: Document) -> Iterator[Advice]:
    """Gives the destinations of rules that have no name."""
    named = {place.text("code") for place in document.root.elements("x-tincay-destinations")}
    numbers = {place.text("number") for place in document.root.elements("x-tincay-hotlines")}
    told: set[str] = set()
    for rule in document.root.elements("x-tincay-triage"):
        for place in (*rule.elements("destinations"), *rule.elements("hotlines")):
            code = place.value
            if isinstance(code, str) and named and code not in named | numbers and code not in told:
                told.add(code)
                yield Advice("noDestinationName", "warning", place.pointer, (code,))
