"""Reads the part of XPath that conditions in XLSForms are mostly made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Union

MOST_CHARACTERS = 4_000
"""How long an expression may be."""

DEEPEST = 40
"""How deep brackets may be nested."""

MOST_PARTS = 500
"""How many tokens an expression may have."""


class Untranslatable(Exception):  # noqa: N818 - it is a verdict, no mishap
    """An expression that has no counterpart in a form; `code` names the phrase that says why."""

    def __init__(self, code: str, *values: str) -> None:
        """Names the phrase that says why, and what it names."""
        super().__init__(code, *values)
        self.code = code
        self.values = values


@dataclass(frozen=True)
class Name:
    """``${question}``; the empty name is ``.``, the question itself."""

    name: str


@dataclass(frozen=True)
class Literal:
    """A text or a number; a number keeps how it was written."""

    text: str
    is_number: bool


@dataclass(frozen=True)
class Call:
    """A function and its arguments."""

    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True)
class Compare:
    """Two operands and one of ``= != < <= > >=``."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Joined:
    """Parts of which `all` or `any` have to hold."""

    word: str
    parts: tuple[Node, ...]


Node = Union[Name, Literal, Call, Compare, Joined]

_TOKEN = re.compile(
    r"""\s*(?:
        \$\{\s*(?P<name>[^}\s]{1,128})\s*\}
      | (?P<number>-?(?:\d+(?:\.\d*)?|\.\d+))
      | "(?P<double>[^"]*)" | '(?P<single>[^']*)'
      | (?P<operator>!=|<=|>=|=|<|>)
      | (?P<word>[A-Za-z_][A-Za-z0-9_:-]*)
      | (?P<mark>[().,])
    )""",
    re.VERBOSE,
)
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


def read(source: str) -> Node:
    """Reads an expression.

    Raises:
        Untranslatable: it is none, or uses what has no counterpart, such as arithmetic.
    """
    return _Reader(source).whole()


def flipped(operator: str) -> str:
    """Gives the operator that says the same with the operands the other way round."""
    return _FLIPPED[operator]


class _Reader:
    """Reads tokens one after the other."""

    def __init__(self, source: str) -> None:
        """Cuts an expression into tokens."""
        if len(source) > MOST_CHARACTERS:
            raise Untranslatable("why.long")
        self._tokens: list[tuple[str, str]] = []
        self._next = 0
        place = 0
        # Curly quotes come from word processors; no expression means anything else by them.
        source = source.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'}).rstrip()
        while place < len(source):
            found = _TOKEN.match(source, place)
            if found is None or found.lastgroup is None:
                raise Untranslatable("why.syntax", source[place : place + 20].strip())
            self._tokens.append((found.lastgroup, found.group(found.lastgroup)))
            place = found.end()
        if len(self._tokens) > MOST_PARTS:
            raise Untranslatable("why.long")

    def whole(self) -> Node:
        """Reads everything."""
        node = self._joined(0)
        if self._next < len(self._tokens):
            raise self._refusal()
        return node

    def _refusal(self) -> Untranslatable:
        """Says which token has no counterpart here."""
        token = self._tokens[self._next][1] if self._next < len(self._tokens) else "…"
        return Untranslatable("why.syntax", token)

    def _take(self, kind: str, *texts: str) -> bool:
        """Takes the next token when it is one of these."""
        if self._next >= len(self._tokens):
            return False
        found, text = self._tokens[self._next]
        if found != kind or text not in texts:
            return False
        self._next += 1
        return True

    def _joined(self, depth: int) -> Node:
        """Reads parts joined by ``or``, each of them parts joined by ``and``."""
        if depth > DEEPEST:
            raise Untranslatable("why.long")
        choices: list[Node] = []
        while True:
            needs = [self._compared(depth)]
            while self._take("word", "and"):
                needs.append(self._compared(depth))
            choices.append(needs[0] if len(needs) == 1 else Joined("all", tuple(needs)))
            if not self._take("word", "or"):
                return choices[0] if len(choices) == 1 else Joined("any", tuple(choices))

    def _compared(self, depth: int) -> Node:
        """Reads one operand, or two with an operator between them."""
        left = self._operand(depth)
        if self._next < len(self._tokens) and self._tokens[self._next][0] == "operator":
            operator = self._tokens[self._next][1]
            self._next += 1
            return Compare(operator, left, self._operand(depth))
        return left

    def _operand(self, depth: int) -> Node:
        """Reads a name, a value, a call, or something in brackets."""
        if self._next >= len(self._tokens):
            raise self._refusal()
        kind, text = self._tokens[self._next]
        self._next += 1
        if kind == "name":
            return Name(text)
        if kind in ("number", "single", "double"):
            return Literal(text, kind == "number")
        if kind == "mark" and text == ".":
            return Name("")
        if kind == "mark" and text == "(":
            node = self._joined(depth + 1)
            if not self._take("mark", ")"):
                raise self._refusal()
            return node
        if kind == "word" and self._take("mark", "("):
            arguments: list[Node] = []
            if not self._take("mark", ")"):
                arguments.append(self._joined(depth + 1))
                while self._take("mark", ","):
                    arguments.append(self._joined(depth + 1))
                if not self._take("mark", ")"):
                    raise self._refusal()
            return Call(text, tuple(arguments))
        self._next -= 1
        raise self._refusal()
