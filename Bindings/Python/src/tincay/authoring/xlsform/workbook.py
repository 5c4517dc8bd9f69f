"""Reads the sheets of a workbook as rows of texts. The workbook is somebody else's file: nothing in it is run."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .losses import Losses

MOST_BYTES = 16 << 20
"""The size of the largest workbook."""

MOST_UNPACKED = 100 << 20
"""The size of the largest workbook once it is unpacked."""

MOST_PARTS = 2_000
"""How many files a workbook may be packed of."""

MOST_ROWS = 10_000
"""How many rows a sheet may have that are not empty."""

LAST_ROW = 100_000
"""The number of the last row that is looked at."""

MOST_COLUMNS = 200
"""How many columns are looked at."""

SHEETS = ("survey", "choices", "settings")
"""The sheets that an XLSForm has."""

_ALIASES = {
    "list name": "list_name",
    "relevance": "relevant",
    "caption": "label",
    "image": "media::image",
    "audio": "media::audio",
    "video": "media::video",
    "constraint message": "constraint_message",
    "required message": "required_message",
    "choice filter": "choice_filter",
    "repeat count": "repeat_count",
    "jr:constraintmsg": "constraint_message",
    "jr:requiredmsg": "required_message",
    "value": "name",
    "id_string": "form_id",
    "title": "form_title",
}


class WorkbookError(ValueError):
    """This is no workbook that can be read; `phrase` and `values` say why."""

    def __init__(self, phrase: str, *values: str) -> None:
        """Names the phrase that says why."""
        super().__init__(phrase, *values)
        self.phrase = phrase
        self.values = values


@dataclass(frozen=True)
class Header:
    """The head of a column: what it holds, and in which language."""

    name: str
    language: str
    """As the workbook calls it; empty when the column names none."""


@dataclass(frozen=True)
class Row:
    """A row that is not empty."""

    sheet: str
    number: int
    cells: dict[Header, str]
    """Only those that are not empty."""

    def __getitem__(self, name: str) -> str:
        """Gives the cell of a column without a language, or an empty text."""
        return self.cells.get(Header(name, ""), "")

    def words(self, name: str) -> dict[str, str]:
        """Gives the cells of a column in all languages."""
        return {header.language: text for header, text in self.cells.items() if header.name == name}


def read(source: bytes, losses: Losses) -> dict[str, list[Row]]:
    """Reads the sheets of an XLSForm; those that are missing have no rows.

    Raises:
        ImportError: openpyxl is not installed.
        WorkbookError: it is no workbook, or too large a one.
    """
    import openpyxl

    _measure(source)
    sheets: dict[str, list[Row]] = {name: [] for name in SHEETS}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(source), read_only=True, data_only=False, keep_links=False)
            for sheet in book.worksheets:
                name = str(sheet.title).strip().lower()
                if name in sheets and not sheets[name]:
                    sheet.reset_dimensions()
                    sheets[name] = list(_rows(name, sheet, losses))
                elif name not in sheets:
                    losses.add("sheet", str(sheet.title), 0)
    except WorkbookError:
        raise
    except Exception:
        # Whatever the reader stumbles over, it is the file that is wrong.
        raise WorkbookError("book.unreadable") from None
    if not sheets["survey"]:
        raise WorkbookError("book.noSurvey")
    return sheets


def _measure(source: bytes) -> None:
    """Refuses what would take too much room before it is unpacked."""
    if len(source) > MOST_BYTES:
        raise WorkbookError("book.large")
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise WorkbookError("book.unreadable") from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise WorkbookError("book.large")


def _rows(name: str, sheet: Any, losses: Losses) -> Iterator[Row]:
    """Reads the rows of one sheet; the first that is not empty holds the heads of the columns."""
    heads: dict[int, Header] = {}
    count = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        if number > LAST_ROW:
            raise WorkbookError("book.rows", name, str(MOST_ROWS))
        texts: dict[int, str] = {}
        for column, cell in enumerate(cells):
            if cell.value is None:
                continue
            if cell.data_type in ("f", "e"):
                losses.add("formula", name, number, str(cell.value))
                continue
            text = _text(cell.value)
            if text:
                texts[column] = text
        if not texts:
            continue
        count += 1
        if count > MOST_ROWS + 1:
            raise WorkbookError("book.rows", name, str(MOST_ROWS))
        if not heads:
            heads = _heads(texts)
            continue
        yield Row(name, number, {heads[column]: text for column, text in texts.items() if column in heads})


def _heads(texts: dict[int, str]) -> dict[int, Header]:
    """Reads the heads of the columns; of two that are the same, the first counts."""
    heads: dict[int, Header] = {}
    for column, text in texts.items():
        head = _head(text)
        if head not in heads.values():
            heads[column] = head
    return heads


def _head(text: str) -> Header:
    """Reads one head, such as ``label::Tiếng Việt (vi)``."""
    parts = [part.strip() for part in re.split(r"::?", text)] if "::" in text else [text.strip()]
    if len(parts) == 1 and ":" in text and text.lower() not in _ALIASES:
        parts = [part.strip() for part in text.split(":", 1)]
    first = parts[0].lower()
    if first == "bind" and len(parts) > 1:
        first, parts = ":".join(parts[1:]).lower(), parts[:1]
    if first == "media" and len(parts) > 1:
        first, parts = f"media::{parts[1].lower()}", parts[1:]
    return Header(_ALIASES.get(first, first), parts[1] if len(parts) > 1 else "")


def _text(value: Any) -> str:
    """Writes a cell as XLSForm reads it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return value.isoformat()
    return str(value).replace("\u00a0", " ").strip()
