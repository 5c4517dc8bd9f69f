"""Which language a column is in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Optional

from .losses import Losses
from .workbook import Row

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,6}")
_NAMED = re.compile(r"(?P<name>[^()]*)\(\s*(?P<tag>[A-Za-z0-9-]{2,60})\s*\)")
_NAMES = {
    "tiếng việt": "vi",
    "vietnamese": "vi",
    "english": "en",
    "tiếng anh": "en",
    "khmer": "km",
    "tiếng khmer": "km",
    "hmong": "hmn",
    "tày": "tyz",
    "thái": "blt",
    "mường": "mtq",
    "nùng": "nut",
    "dao": "ium",
    "ê đê": "rad",
    "ba na": "bdq",
    "gia rai": "jra",
    "chăm": "cjm",
    "français": "fr",
    "french": "fr",
}


class Languages:
    """Turns the languages of columns into tags of BCP 47."""

    def __init__(self, settings: Optional[Row], fallback: str, losses: Losses) -> None:
        """Finds the form's own language: what the settings name, or else the one given."""
        self._losses = losses
        named = settings["default_language"] if settings is not None else ""
        self._is_named = bool(named)
        self.own = tag(named) or fallback

    def words(self, row: Row, name: str) -> dict[str, str]:
        """Gives the cells of a column in all languages, by tag."""
        found: dict[str, str] = {}
        for language, text in row.words(name).items():
            key = self.own if language in ("", "default") else tag(language)
            if key is None:
                self._losses.add("language", row.sheet, 1, language)
                continue
            if language == "" and not self._is_named:
                self._losses.add("noLanguage", row.sheet, 1, self.own)
                # A column that names its language knows better than one that does not.
                found.setdefault(key, text)
                continue
            found[key] = text
        return found

    def table(self, row: Row, columns: Iterable[tuple[str, str]]) -> dict[str, dict[str, Any]]:
        """Gives a table of languages for `x-tincay-i18n`: pairs of a column and what it is called there."""
        table: dict[str, dict[str, Any]] = {}
        for column, key in columns:
            for language, text in self.words(row, column).items():
                if "${" in text:
                    self._losses.add("piped", row.sheet, row.number, text)
                table.setdefault(language, {})[key] = text
        return table


def tag(language: str) -> Optional[str]:
    """Gives the tag of a language as a workbook calls it, such as ``Tiếng Việt (vi)``, or None."""
    found = _NAMED.fullmatch(language.strip())
    if found is not None and _TAG.fullmatch(found["tag"]):
        return found["tag"].lower()
    name = language.strip().lower()
    if name in _NAMES:
        return _NAMES[name]
    return name if _TAG.fullmatch(name) and (len(name) <= 3 or "-" in name) else None
