"""How values look in a line of text: times as in Việt Nam, lists with commas, columns that line up."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Optional

from .._terminal import printable

_VIETNAM = timezone(timedelta(hours=7))


def cell(value: object) -> str:
    """Says a value on one line, without anything that could steer a terminal: it may come from a hostile kiosk."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "✓" if value else "-"
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {cell(part)}" for name, part in value.items() if part is not None)
    if isinstance(value, (list, tuple)):
        return ", ".join(cell(part) for part in value)
    return printable(unicodedata.normalize("NFC", " ".join(str(value).splitlines())))


def moment(time: Optional[str]) -> str:
    """Writes an RFC 3339 time as day/month/year and the clock of Việt Nam, and nothing for none."""
    if not time:
        return ""
    return datetime.fromisoformat(time.replace("Z", "+00:00")).astimezone(_VIETNAM).strftime("%d/%m/%Y %H:%M")


def short(report_id: Optional[str]) -> str:
    """Writes the beginning of an id, which every command takes for the whole while only one case begins so."""
    return (report_id or "")[:8]


def plain_table(titles: Optional[Sequence[str]], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lays cells out in columns that line up in any script."""
    lines = [*([titles] if titles else []), *rows]
    widths = [max(_width(text) for text in column) for column in zip(*lines)]
    for number, line in enumerate(lines):
        yield "  ".join(text + " " * (width - _width(text)) for text, width in zip(line, widths)).rstrip()
        if titles and number == 0:
            yield "  ".join("-" * width for width in widths)


def _width(text: str) -> int:
    """Counts the columns that a text takes."""
    return sum(
        0 if unicodedata.category(each) in ("Mn", "Me") else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in text
    )
