"""Advice to the author of a form: what it is, and how bad."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from .conditions import literal
from .document import Place
from .phrases import Phrases

SEVERITIES = ("error", "warning", "notice")
"""The severities: it does not do what it says, somebody should look at it, it is good to know."""

MOST_NAMES = 8
"""How many names one sentence lists."""


@dataclass(frozen=True)
class Advice:
    """One thing that a form's author should know; codes never change."""

    code: str
    severity: str
    pointer: str
    """The JSON Pointer of the place in the form."""
    values: tuple[Union[str, tuple[str, ...]], ...] = ()
    """What the sentence names: names, codes, or lists of them."""

    def sentence(self, phrases: Phrases) -> str:
        """Says it in one sentence."""
        return phrases(self.code, *(value if isinstance(value, str) else some(value, phrases) for value in self.values))


def some(names: tuple[str, ...], phrases: Phrases) -> str:
    """Lists names, and how many more there are."""
    text = ", ".join(names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return text if more <= 0 else phrases("and_more", text, more)


def name_of(place: Place, position: int, key: str = "id") -> str:
    """Gives what a rule or an entry of a list calls itself, or its number."""
    value = place.value.get(key) if isinstance(place.value, dict) else None
    return literal(value) if isinstance(value, (str, int)) else f"#{position + 1}"
