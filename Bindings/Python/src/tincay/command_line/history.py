"""Entries of the ledger as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .layout import moment

_KNOWN = {"number", "time", "person", "type", "report", "terms", "signature"}
"""What has a column of its own, or is too much for a line."""


def entries(history: Iterable[Mapping[str, Any]]) -> list[tuple[object, ...]]:
    """Gives number, time, person, type and all else that an entry has, in the order of the entries."""
    return [(entry["number"], moment(entry["time"]), entry["person"], entry["type"], _more(entry)) for entry in history]


def _more(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Gives what an entry has besides; None and "no" say nothing."""
    return {name: value for name, value in entry.items() if name not in _KNOWN and value not in (None, False, "")}
