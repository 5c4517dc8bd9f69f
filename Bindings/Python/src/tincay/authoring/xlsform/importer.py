"""`form from-xlsform`: a workbook becomes a form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Callable, Optional

from ..phrases import Phrases
from .languages import Languages
from .lists import Lists, safely
from .losses import Loss, Losses
from .outline import Block, outline
from .scope import Scope, Tools
from .workbook import Row, read

MOST_TOLD = 200
"""How many losses the form's own comment tells."""

_SURVEY_COLUMNS = frozenset(
    (
        *("type", "name", "label", "hint", "required", "required_message", "relevant", "constraint", "appearance"),
        *("constraint_message", "choice_filter", "repeat_count", "parameters", "media::audio", "media::image"),
        *("default", "calculation", "read_only", "guidance_hint", "media::video", "trigger"),
    )
)
_CHOICE_COLUMNS = frozenset(("list_name", "name", "label", "media::audio", "media::image"))
_UNASKED = frozenset(("start", "end", "today", "deviceid", "phonenumber", "username", "audit", "calculate", "hidden"))
_SETTINGS = frozenset(("form_id", "version", "default_language", "form_title"))


@dataclass(frozen=True)
class Imported:
    """A form that was brought over, and what was left behind."""

    form: dict[str, Any]
    losses: list[Loss]


def from_xlsform(
    source: bytes,
    name: str = "form",
    *,
    language: str = "vi",
    takes_pattern: Callable[[str], bool] = bool,
    phrases: Optional[Phrases] = None,
) -> Imported:
    """Brings a form over from a workbook.

    Args:
        source: the workbook, an ``.xlsx`` file.
        name: what the form is called when the workbook does not say.
        language: the language of columns that name none, when the settings name none either.
        takes_pattern: tells whether the library takes a regular expression.
        phrases: the language of the form's comment about what was left behind.

    Raises:
        ImportError: openpyxl is not installed.
        WorkbookError: it is no workbook, too large, or without a survey.
    """
    losses = Losses()
    sheets = read(source, losses)
    settings = sheets["settings"][0] if sheets["settings"] else None
    languages = Languages(settings, language, losses)
    identifier = safely((settings["form_id"] if settings else "") or name, set())
    version = safely((settings["version"] if settings else "") or "1", set())
    _tell_columns(sheets["survey"], _SURVEY_COLUMNS, losses)
    _tell_columns(sheets["settings"], _SETTINGS, losses)
    lists = Lists(sheets["choices"], identifier, version, languages, losses)
    survey = outline(sheets["survey"], losses)
    scope = Scope(survey, Tools(lists, languages, losses, takes_pattern), is_report=True)
    _tell_columns(sheets["choices"], _CHOICE_COLUMNS | lists.columns, losses)
    form: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:tincay:form:{identifier}:{version}",
        "x-tincay-form": {"id": identifier, "version": version, "language": languages.own},
    }
    table, told = _introduction(survey, settings, languages)
    if table:
        form["x-tincay-i18n"] = table
    form.update(scope.schema())
    pages = _pages(survey, scope, languages)
    if pages:
        form["x-tincay-pages"] = pages
    elif scope.fields:
        form["x-tincay-order"] = list(scope.fields)
    if scope.comparisons:
        form["x-tincay-compare"] = scope.comparisons
    if lists.definitions:
        form["$defs"] = lists.definitions
    found = [loss for loss in losses.found if loss.code != "note" or loss.row not in told]
    form["$comment"] = _comment(found, phrases or Phrases())
    return Imported(form, found)


def _tell_columns(rows: Iterable[Row], known: frozenset[str], losses: Losses) -> None:
    """Tells the columns that nothing is done with, once each."""
    told: set[str] = set()
    for row in rows:
        for header in row.cells:
            if header.name not in known and header.name not in told:
                told.add(header.name)
                losses.add("column", row.sheet, 1, header.name)


def _introduction(
    survey: Block, settings: Optional[Row], languages: Languages
) -> tuple[dict[str, dict[str, Any]], set[int]]:
    """Gives the form's title, and as introduction the notes that come before the first question, with their rows."""
    table: dict[str, dict[str, Any]] = {}
    told: set[int] = set()
    if settings is not None:
        for language, title in languages.words(settings, "form_title").items():
            table.setdefault(language, {})["title"] = title
    for row in survey.rows():
        type_ = row["type"].strip().lower()
        if type_.startswith("begin") or type_ in _UNASKED:
            continue
        if type_ != "note":
            break
        told.add(row.number)
        for language, words in languages.words(row, "label").items():
            entry = table.setdefault(language, {})
            entry["introduction"] = f"{entry['introduction']} {words}" if "introduction" in entry else words
    return table, told


def _pages(survey: Block, scope: Scope, languages: Languages) -> list[dict[str, Any]]:
    """Makes a page of each group that stands in no other, and of the questions between them."""
    if not any(isinstance(item, Block) and item.kind == "group" for item in survey.items):
        return []
    pages: list[dict[str, Any]] = []
    taken: set[str] = set()
    last: Optional[int] = None
    for name, one in scope.fields.items():
        row = one.blocks[0].row if one.blocks else None
        number = row.number if row is not None else 0
        if number != last:
            table = languages.table(row, (("label", "label"),)) if row is not None else {}
            page: dict[str, Any] = {"id": safely((row["name"] if row is not None else "") or "page", taken)}
            if table:
                page["x-tincay-i18n"] = table
            pages.append({**page, "questions": []})
            last = number
        pages[-1]["questions"].append(name)
    return pages


def _comment(losses: list[Loss], phrases: Phrases) -> str:
    """Says in the form itself where it comes from and what was left behind."""
    said = [loss.sentence(phrases) for loss in losses[:MOST_TOLD]]
    if len(losses) > MOST_TOLD:
        said.append(phrases("loss.more", len(losses) - MOST_TOLD))
    return " ".join([phrases("loss.none" if not said else "loss.some"), *said])
