"""What a form does with answers, on a page: rules, facts, comparisons, routes, numbers, holidays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Optional

from .advice import name_of
from .conditions import ConditionWriter, literal
from .document import Document, Place
from .markup import Markup, Piece, code, condition, element, row, table, terms
from .phrases import Phrases
from .preview_questions import Words

MOST_ENTRIES = 2_000
"""How many entries of one kind a page shows."""

_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII)
_UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")


class RuleWriter:
    """Writes everything that is not a question."""

    def __init__(self, document: Document, words: Words, phrases: Phrases) -> None:
        """Prepares to write."""
        self._document = document
        self._phrases = phrases
        self._words = words
        self._conditions = ConditionWriter(document, phrases)

    def parts(self) -> Iterator[tuple[str, str, list[Piece]]]:
        """Gives each part that the form has: an anchor, its heading, and what stands there."""
        for anchor, pieces in (
            ("triage", self._triage()),
            ("derived", self._derived()),
            ("compare", self._comparisons()),
            ("routes", self._routes()),
            ("hotlines", self._hotlines()),
            ("urgencies", self._named("x-tincay-urgencies", "urgency")),
            ("destinations", self._named("x-tincay-destinations", "code")),
            ("calendar", self._calendar()),
            ("messages", self._messages()),
        ):
            if pieces:
                yield anchor, self._phrases(f"part.{anchor}"), pieces

    def _entries(self, name: str) -> list[Place]:
        """Gives the entries of a list of the form."""
        return self._document.lists(name)[:MOST_ENTRIES]

    def _when(self, place: Optional[Place]) -> Piece:
        """Writes a condition."""
        if place is None:
            return self._phrases("always")
        return condition(self._conditions.clause(place), self._conditions, self._phrases)

    def _table(self, anchor: str, columns: tuple[str, ...], rows: list[Markup]) -> list[Piece]:
        """Makes a table of a part, or nothing."""
        heads = [self._phrases(f"head.{column}") for column in columns]
        return [table(self._phrases(f"part.{anchor}"), heads, rows)] if rows else []

    def _triage(self) -> list[Piece]:
        """Writes the rules."""
        rows: list[Markup] = []
        for position, rule in enumerate(self._entries("x-tincay-triage")):
            flags = [[" ", code(flag)] for flag in rule.texts("flags")]
            rows.append(
                row(
                    code(name_of(rule, position)),
                    [self._when(rule.member("when")), _comment(rule), self._words.inline([rule], "reason")],
                    [self._urgency(rule), flags],
                    [[[code(one), " "] for one in rule.texts("destinations")], self._numbers(rule)],
                    element("ul", [element("li", self._deadline(one)) for one in rule.elements("deadlines")]),
                    [rule.text("source"), " ", self.verified(rule)],
                )
            )
        return self._table("triage", ("id", "when", "urgency", "destinations", "deadlines", "source"), rows)

    def _urgency(self, rule: Place) -> Piece:
        """Says how urgent a rule makes a report."""
        said = rule.value if isinstance(rule.value, dict) else {}
        if "from_urgency" in said:
            return self._phrases("accompanies", literal(said["from_urgency"]))
        if "raise" not in said:
            return code(rule.text("urgency") or "-")
        if "at_least" in said:
            return self._phrases("raise_to", literal(said["raise"]), literal(said["at_least"]))
        return self._phrases("raise", literal(said["raise"]))

    def _numbers(self, rule: Place) -> Piece:
        """Says whose telephone numbers a rule shows."""
        named = rule.texts("hotlines")
        return element("div", self._phrases("shows"), " ", [[code(one), " "] for one in named]) if named else None

    def _validity(self, place: Place) -> list[Piece]:
        """Says from when to when something is the rule."""
        return [
            [" ", self._phrases(name, place.text(name) or "")]
            for name in ("valid_from", "valid_until")
            if place.text(name)
        ]

    def _deadline(self, deadline: Place) -> Piece:
        """Says what has to be done by when, and who says so."""
        said = deadline.value if isinstance(deadline.value, dict) else {}
        pieces: list[Piece] = [code(literal(said.get("kind", "?"))), ": "]
        lengths = [
            self._phrases(f"deadline.{name}", self.length(said[name]))
            for name in ("within", "statutory_max", "local_max")
            if said.get(name) is not None
        ]
        pieces.append("; ".join(lengths))
        if said.get("alarm") is not None:
            pieces.append("; " + self._phrases("deadline.alarm", self.length(said["alarm"])))
        if said.get("working_days") is True:
            pieces.append("; " + self._phrases("deadline.working_days"))
        pieces += self._validity(deadline)
        if deadline.member("when") is not None:
            pieces += ["; ", self._phrases("deadline.when"), " ", self._when(deadline.member("when"))]
        if deadline.text("source"):
            pieces += [" (", deadline.text("source"), ")"]
        return [*pieces, " ", self.verified(deadline)]

    def verified(self, place: Place) -> Piece:
        """Says whether somebody has read it at its source, in words and not by colour alone."""
        value = place.value.get("verified") if isinstance(place.value, dict) else None
        if value is True or (isinstance(value, str) and value):
            said = self._phrases("verified") if value is True else self._phrases("verified_on", literal(value))
            return element("span", "✓ ", said, class_="good")
        sure = place.text("confidence")
        doubt = [" (", self._phrases("confidence", sure), ")"] if sure else None
        return element("span", "✗ ", self._phrases("not_verified"), doubt, class_="bad")

    def length(self, value: Any) -> str:
        """Says a length of time in words, or as it stands when it is none."""
        found = _LENGTH.fullmatch(value) if isinstance(value, str) else None
        if found is None or not any(found.groups()):
            return literal(value)
        parts = list(zip(_UNITS, found.groups()))
        if not any(int(count or 0) for _, count in parts):
            return self._phrases("length.none")
        return " ".join(self._phrases(f"length.{unit}", count) for unit, count in parts if count)

    def _derived(self) -> list[Piece]:
        """Writes the facts that nobody is asked for."""
        derive = self._document.root.member("x-tincay-derive")
        if derive is None:
            return []
        pairs: list[tuple[Piece, Piece]] = [(self._phrases("derive.key"), code(derive.text("key") or ""))]
        for name, place in derive.members():
            if name in ("age", "identity"):
                inner = [[code(key), " ← ", code(literal(value.value)), " "] for key, value in place.members()]
                pairs.append((code(name), inner))
            elif name == "flags":
                pairs += [(code(flag), [self._when(inner), _comment(inner)]) for flag, inner in place.members()]
            elif name == "words":
                pairs += [(code(fact), self._words_of(inner)) for fact, inner in place.members()]
            elif name == "counts":
                pairs += [
                    (code(fact), [self._phrases("count.of"), " ", code(literal(inner.value))])
                    for fact, inner in place.members()
                ]
            elif name != "key":
                inner_ = [element("li", code(key), " ", literal(value.value)) for key, value in place.members()]
                pairs.append((code(name), element("ul", inner_)))
        return [terms(pairs[:MOST_ENTRIES])]

    def _words_of(self, fact: Place) -> Piece:
        """Says which words a fact looks for, and where."""
        said = "; ".join(f"“{word}”" for word in fact.texts("any"))
        return [said, " ", self._phrases("words.in"), " ", [[code(place), " "] for place in fact.texts("in")]]

    def _comparisons(self) -> list[Piece]:
        """Writes the rules about two answers."""
        rows: list[Markup] = []
        for position, rule in enumerate(self._entries("x-tincay-compare")):
            said = rule.value if isinstance(rule.value, dict) else {}
            op = said.get("op")
            relation = f"op.{op}" if op in ("eq", "ne", "lt", "le", "gt", "ge", "in") else "op.other"
            right = [code(literal(said[name])) for name in ("right", "value") if name in said]
            if said.get("now") is True:
                right.append(self._markup("now"))
            if "plus" in said:
                right.append(self._markup("plus", self.length(said["plus"])))
            sentence = [code(literal(said.get("left", "?"))), " ", self._phrases(relation), " "]
            when = self._when(rule.member("when")) if rule.member("when") is not None else self._phrases("always")
            rows.append(
                row(
                    code(name_of(rule, position)),
                    [sentence, [[one, " "] for one in right]],
                    when,
                    code(literal(said.get("severity", "error"))),
                    self._words.inline([rule], "message"),
                )
            )
        return self._table("compare", ("id", "rule", "when", "severity", "message"), rows)

    def _markup(self, phrase: str, *values: str) -> Markup:
        """Makes a phrase a piece of a line."""
        return element("span", self._phrases(phrase, *values))

    def _routes(self) -> list[Piece]:
        """Writes who gets a report besides, or does not."""
        rows = [
            row(
                code(name_of(route, position)),
                [self._when(route.member("when")), self._words.inline([route], "reason")],
                [[code(one), " "] for one in route.texts("remove")],
                [[code(one), " "] for one in route.texts("add")],
                [[code(one), " "] for one in route.texts("fallback")],
            )
            for position, route in enumerate(self._entries("x-tincay-routes"))
        ]
        return self._table("routes", ("id", "when", "remove", "add", "fallback"), rows)

    def _hotlines(self) -> list[Piece]:
        """Writes the numbers to show."""
        rows = []
        for position, hotline in enumerate(self._entries("x-tincay-hotlines")):
            always = isinstance(hotline.value, dict) and hotline.value.get("always") is True
            shown = self._phrases("always") if always else [[code(one), " "] for one in hotline.texts("urgencies")]
            rows.append(
                row(
                    [code(name_of(hotline, position, "number")), " ", code(hotline.text("destination") or "")]
                    if hotline.text("destination")
                    else code(name_of(hotline, position, "number")),
                    self._words.inline([hotline], "label"),
                    shown,
                    [hotline.text("source"), " ", self.verified(hotline), self._validity(hotline)],
                )
            )
        return self._table("hotlines", ("number", "label", "shown", "source"), rows)

    def _named(self, name: str, key: str) -> list[Piece]:
        """Writes a list of codes with labels."""
        rows = [
            row(code(name_of(entry, position, key)), self._words.inline([entry], "label"))
            for position, entry in enumerate(self._entries(name))
        ]
        return self._table(name.rpartition("-")[2], ("code", "label"), rows)

    def _calendar(self) -> list[Piece]:
        """Writes the holidays."""
        pieces: list[Piece] = []
        for place in (self._document.root, *self._document.beside):
            calendar = place.member("x-tincay-calendar")
            if calendar is None:
                continue
            span = [code(calendar.text(name) or "?") for name in ("id", "version", "from", "until")]
            pieces.append(element("p", [[one, " "] for one in span]))
            rows = [
                row(
                    code(day.text("date") or literal(day.value)),
                    self._phrases(f"day.{kind}"),
                    day.text("name"),
                    [day.text("source"), " ", self.verified(day)],
                )
                for name, kind in (("holidays", "holiday"), ("undecided", "undecided"), ("workdays", "workday"))
                for day in calendar.elements(name)[:MOST_ENTRIES]
            ]
            pieces += self._table("calendar", ("date", "kind", "name", "source"), rows)
        return pieces

    def _messages(self) -> list[Piece]:
        """Writes the sentences for findings."""
        said: dict[str, dict[str, str]] = {}
        for tag, language in self._document.root.members("x-tincay-messages"):
            for name, place in language.members():
                if isinstance(place.value, str):
                    said.setdefault(name, {})[tag.lower()] = place.value
        rows = [row(code(name), *self._words.cells(found)) for name, found in list(said.items())[:MOST_ENTRIES]]
        found_table = self._words.table(self._phrases("part.messages"), rows)
        return [found_table] if found_table else []


def _comment(place: Place) -> Piece:
    """Gives what the author of a rule has noted beside it."""
    said = place.text("$comment")
    return element("p", said, class_="none") if said else None
