"""Plain text for people: tables that line up in any script, times as they are written in Việt Nam."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta, timezone

from words import Words

VIETNAM = timezone(timedelta(hours=7))


class Screen:
    """Standard output, with colours when somebody is looking."""

    def __init__(self, words: Words) -> None:
        """Looks whether standard output is a terminal."""
        self.words = words
        self.is_terminal = sys.stdout.isatty()
        self.has_colour = self.is_terminal and "NO_COLOR" not in os.environ

    def line(self, text: str) -> None:
        """Prints one line."""
        print(clean(text))

    def title(self, text: str) -> None:
        """Prints a heading with an empty line before it."""
        print()
        print(self._styled(clean(text), "1"))

    def complain(self, text: str) -> None:
        """Prints one line for errors."""
        print(clean(text), file=sys.stderr)

    def pairs(self, rows: Sequence[tuple[str, str, bool]]) -> None:
        """Prints names beside values; the third item of a row says whether it is alarming.

        Values keep their line breaks, and are wrapped on a terminal.
        """
        broad = max((width(clean(name)) for name, _, _ in rows), default=0)
        room = max(20, shutil.get_terminal_size().columns - broad - 4) if self.is_terminal else None
        for name, value, alarming in rows:
            lines = [line for part in value.splitlines() for line in wrapped(clean(part), room)]
            for number, line in enumerate(lines or [""]):
                text = f"  {padded(clean(name) if number == 0 else '', broad)}  {line}".rstrip()
                print(self._styled(text, "31;1") if alarming else text)

    def table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        alarm: Sequence[bool] = (),
        right: Collection[int] = (),
    ) -> None:
        """Prints a table; rows to alarm about are red, columns in `right` are aligned to the right.

        On a terminal the last column is cut at the edge.
        """
        cells = [[clean(cell) for cell in row] for row in (columns, *rows)]
        broad = [max(width(row[column]) for row in cells) for column in range(len(columns))]
        edge = shutil.get_terminal_size().columns if self.is_terminal else None
        for number, row in enumerate(cells):
            parts = [padded(cell, broad[column], right=column in right) for column, cell in enumerate(row)]
            text = cut("  ".join(parts).rstrip(), edge)
            if number == 0:
                print(self._styled(text, "1"))
                print("  ".join("-" * each for each in broad)[:edge])
            else:
                alarming = number <= len(alarm) and alarm[number - 1]
                print(self._styled(text, "31;1") if alarming else text)

    def _styled(self, text: str, style: str) -> str:
        """Sets a style when there is somebody to see it."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.has_colour else text


def local_time(moment: str | None) -> str:
    """Writes an RFC 3339 time as dd/mm/yyyy HH:MM +07, and nothing for none."""
    if not moment:
        return ""
    time = datetime.fromisoformat(moment.replace("Z", "+00:00").replace("z", "+00:00"))
    return time.astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M +07")


def clean(text: str) -> str:
    """Composes letters and takes out what could steer a terminal: text may come from a hostile kiosk."""
    composed = unicodedata.normalize("NFC", " ".join(text.splitlines()))
    return "".join(
        "\ufffd" if unicodedata.category(each) in ("Cc", "Cf", "Zl", "Zp", "Cs") else each for each in composed
    )


def width(text: str) -> int:
    """Counts the columns that a text takes on a terminal."""
    columns = 0
    for each in text:
        if unicodedata.combining(each) or unicodedata.category(each) in ("Mn", "Me"):
            continue
        columns += 2 if unicodedata.east_asian_width(each) in ("W", "F") else 1
    return columns


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """Fills a text up with spaces to so many columns."""
    space = " " * (columns - width(text))
    return space + text if right else text + space


def wrapped(text: str, columns: int | None) -> list[str]:
    """Breaks a text into lines of so many columns, between words."""
    if columns is None:
        return [text]
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and width(lines[-1]) + 1 + width(word) > columns:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def cut(text: str, columns: int | None) -> str:
    """Shortens a text to so many columns, showing that it was."""
    if columns is None or width(text) <= columns:
        return text
    while text and width(text) > columns - 1:
        text = text[:-1]
    return text + "…"
