"""The words that the tools speak: English and Vietnamese."""

from __future__ import annotations

from .vocabulary import VOCABULARY

LANGUAGES = ("en", "vi")
"""The languages that the tools speak."""


class Phrases:
    """The words of one language."""

    def __init__(self, language: str = "en") -> None:
        """Chooses a language of `LANGUAGES`."""
        self.language = language
        self._column = LANGUAGES.index(language)

    def __call__(self, key: str, *values: object) -> str:
        """Gives a phrase; values go where its braces are, as they are. Without values the braces stay."""
        pieces = VOCABULARY[key][self._column].split("{}")
        if not values:
            return "{}".join(pieces)
        text = pieces[0]
        for value, piece in zip(values, pieces[1:]):
            text += str(value) + piece
        return text
