"""The choices of a workbook as lists of a form."""

from __future__ import annotations

import re
from typing import Any

from .languages import Languages
from .losses import Losses
from .workbook import Row

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


class Lists:
    """The lists, each a document of its own inside the form."""

    def __init__(self, rows: list[Row], prefix: str, version: str, languages: Languages, losses: Losses) -> None:
        """Reads the sheet of choices."""
        self._identifiers: dict[str, str] = {}
        self._branches: dict[str, list[dict[str, Any]]] = {}
        self._codes: dict[str, dict[str, None]] = {}
        self._rows: dict[str, dict[str, Row]] = {}
        self.columns: set[str] = set()
        """The columns that narrow lists down."""
        self._languages = languages
        self._used: set[str] = set()
        taken: set[str] = set()
        for row in rows:
            name, code = row["list_name"], row["name"]
            if not name or not code:
                losses.add("choice", row.sheet, row.number)
                continue
            if name not in self._branches:
                safe = safely(name, taken)
                self._identifiers[name] = f"urn:tincay:list:{prefix}-{safe}:{version}"
                self._branches[name] = []
                self._codes[name] = {}
            if code in self._codes[name]:
                losses.add("choiceTwice", row.sheet, row.number, code, name)
                continue
            self._codes[name][code] = None
            self._rows.setdefault(name, {})[code] = row
            self._branches[name].append(self._branch(code, row))

    def _branch(self, code: str, row: Row) -> dict[str, Any]:
        """Makes one choice."""
        columns = (("label", "label"), ("media::audio", "audio"), ("media::image", "icon"))
        table = self._languages.table(row, columns)
        title = table.get(self._languages.own, {}).get("label")
        branch: dict[str, Any] = {"const": code}
        if title:
            branch["title"] = title
        if table:
            branch["x-tincay-i18n"] = table
        return branch

    def reference(self, name: str) -> dict[str, Any]:
        """Gives the schema of one choice from a list, which is kept from now on."""
        self._used.add(name)
        return {"$ref": self._identifiers[name]}

    def codes(self, name: str) -> tuple[str, ...]:
        """Gives the codes of a list; none when there is no such list."""
        return tuple(self._codes.get(name, ()))

    def rows(self, name: str) -> dict[str, Row]:
        """Gives the rows of a list by their codes."""
        return self._rows.get(name, {})

    def extend(self, name: str, code: str, labels: dict[str, str]) -> None:
        """Adds a choice to a list that does not have it."""
        if code not in self._codes[name]:
            self._codes[name][code] = None
            table = {language: {"label": label} for language, label in labels.items()}
            self._branches[name].append({"const": code, "x-tincay-i18n": table})

    @property
    def definitions(self) -> dict[str, Any]:
        """Gives the documents of the lists that are used."""
        return {
            identifier.rpartition(":")[0].rpartition(":")[2]: {"$id": identifier, "oneOf": self._branches[name]}
            for name, identifier in self._identifiers.items()
            if name in self._used
        }


def safely(name: str, taken: set[str]) -> str:
    """Gives a name that may stand in an identifier and is not taken yet, and takes it."""
    safe = _UNSAFE.sub("-", name)[:80].strip("-") or "x"
    number, found = 1, safe
    while found in taken:
        number += 1
        found = f"{safe}-{number}"
    taken.add(found)
    return found
