"""What an answer may be, by the type of its question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Optional

from .expression import Untranslatable
from .lists import Lists
from .losses import Losses
from .translation import Known, number
from .workbook import Row

MOST_CHARACTERS = 2_000
"""How long an answer in words may be; XLSForm sets no limit, a form has to."""

_CLOCK = "^(?:[01][0-9]|2[0-3]):[0-5][0-9]$"
_SELECT = re.compile(
    r"(select[ _]?(?:one|1)|select[ _](?:multiple|all[ _]that[ _]apply)|rank)(?:[ _]from)? (\S+)(.*)", re.IGNORECASE
)
_PLAIN: dict[str, tuple[str, dict[str, Any]]] = {
    "text": ("text", {"type": "string", "maxLength": MOST_CHARACTERS}),
    "string": ("text", {"type": "string", "maxLength": MOST_CHARACTERS}),
    "barcode": ("text", {"type": "string", "maxLength": 200}),
    "hidden": ("text", {"type": "string", "maxLength": MOST_CHARACTERS, "x-tincay-profiles": []}),
    "integer": ("number", {"type": "integer"}),
    "int": ("number", {"type": "integer"}),
    "decimal": ("number", {"type": "number"}),
    "range": ("number", {"type": "number"}),
    "date": ("date", {"type": "string", "format": "date"}),
    "datetime": ("date", {"type": "string", "format": "date-time"}),
    "time": ("date", {"type": "string", "pattern": _CLOCK}),
    "acknowledge": ("boolean", {"type": "boolean"}),
    "trigger": ("boolean", {"type": "boolean"}),
}
_REFUSED = {
    **dict.fromkeys(("geopoint", "geotrace", "geoshape", "start-geopoint"), "location"),
    **dict.fromkeys(("image", "photo", "audio", "video", "file", "background-audio"), "attachment"),
    **dict.fromkeys(("start", "end", "today", "deviceid", "subscriberid", "simserial", "phonenumber"), "metadata"),
    **dict.fromkeys(("username", "email", "audit"), "metadata"),
    "calculate": "calculate",
    "note": "note",
}


@dataclass
class Answer:
    """What an answer may be."""

    known: Known
    schema: dict[str, Any]
    other: str = ""
    """The code of the choice that asks for words of one's own; empty when there is none."""
    list_name: str = ""
    """The list that a choice is from; empty when it is none."""


def answer(row: Row, lists: Lists, losses: Losses) -> Optional[Answer]:
    """Gives what the answer to a question may be, or None for what is not carried over, which is told."""
    type_ = " ".join(row["type"].split())
    found = _SELECT.fullmatch(type_)
    if found is not None:
        return _select(found, row, lists, losses)
    name = type_.lower().replace(" ", "")
    if name in _REFUSED:
        losses.add(_REFUSED[name], row.sheet, row.number, row["name"])
        return None
    if name not in _PLAIN:
        losses.add("type", row.sheet, row.number, type_)
        return None
    kind, schema = _PLAIN[name]
    return Answer(Known(kind), {**schema, **(_range(row, losses) if name == "range" else {})})


def _select(found: re.Match[str], row: Row, lists: Lists, losses: Losses) -> Optional[Answer]:
    """Gives what a choice from a list may be."""
    word, name, rest = found[1].lower(), found[2], found[3].strip().lower()
    if not lists.codes(name):
        losses.add("list", row.sheet, row.number, name)
        return None
    if rest not in ("", "or_other", "or other", "or specify other"):
        losses.add("type", row.sheet, row.number, row["type"])
    is_one = word.endswith(("one", "1"))
    other = "other" if rest.startswith("or") else ""
    if other:
        lists.extend(name, other, {"vi": "Khác", "en": "Other"})
    reference = lists.reference(name)
    if is_one:
        return Answer(Known("choice", lists.codes(name)), reference, other, name)
    if word == "rank":
        losses.add("rank", row.sheet, row.number, row["name"])
    schema = {"type": "array", "items": reference, "uniqueItems": True}
    return Answer(Known("choices", lists.codes(name)), schema, other, name)


def _range(row: Row, losses: Losses) -> dict[str, Any]:
    """Gives the limits of a number on a scale."""
    limits: dict[str, Any] = {}
    keywords = {"start": "minimum", "end": "maximum", "step": "multipleOf"}
    for part in row["parameters"].replace(",", " ").replace(";", " ").split():
        key, _, value = part.partition("=")
        try:
            if key in keywords:
                limits[keywords[key]] = number(value)
        except Untranslatable:
            losses.add("parameter", row.sheet, row.number, part)
    step = limits.get("multipleOf", 0)
    if "multipleOf" in limits and (step <= 0 or limits.get("minimum", 0) % step):
        # A scale that does not begin at a multiple of its step has no such keyword.
        del limits["multipleOf"]
        losses.add("parameter", row.sheet, row.number, row["parameters"])
    return limits
