"""The words that commands speak: English and Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping

from .vocabulary import VOCABULARY

LANGUAGES = ("en", "vi")
"""The languages that commands speak."""


class Phrases:
    """The words of one language."""

    def __init__(self, language: str = "en", vocabulary: Mapping[str, tuple[str, str]] = VOCABULARY) -> None:
        """Chooses a language of `LANGUAGES`, and what can be said in it: what the tools for forms say when left out."""
        self.language = language
        self._vocabulary = vocabulary
        self._column = LANGUAGES.index(language)

    def has(self, key: str) -> bool:
        """Tells whether there is such a phrase."""
        return key in self._vocabulary

    def __call__(self, key: str, *values: object) -> str:
        """Gives a phrase; values go where its braces are, as they are. Without values the braces stay."""
        pieces = self._vocabulary[key][self._column].split("{}")
        if not values:
            return "{}".join(pieces)
        text = pieces[0]
        for value, piece in zip(values, pieces[1:]):
            text += str(value) + piece
        return text
