"""Choices that hang on an earlier answer, as communes do on the province."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from .expression import Untranslatable
from .translation import Known, Schema
from .workbook import Row

MOST_BRANCHES = 1_000
"""How many answers, or combinations of answers, may narrow one list."""

_COLUMN = r"(?P<{}>[^\W\d][\w.\-]*)"
_QUESTION = r"\$\{{\s*(?P<{}>[^}}\s]+)\s*\}}"
_PART = re.compile(
    rf"\s*(?:{_COLUMN.format('first')}\s*=\s*{_QUESTION.format('second')}"
    rf"|{_QUESTION.format('third')}\s*=\s*{_COLUMN.format('fourth')})\s*"
)


def pairs(source: str, known: Mapping[str, Known]) -> list[tuple[str, str]]:
    """Reads a filter such as ``province = ${province}``, more of them joined by ``and``, as columns and questions.

    Raises:
        Untranslatable: it says something else, or names what is no choice of one code beside the question.
    """
    found: list[tuple[str, str]] = []
    for part in re.split(r"\band\b", source):
        match = _PART.fullmatch(part)
        if match is None:
            raise Untranslatable("why.syntax", part.strip()[:40])
        column, question = (match["first"], match["second"]) if match["first"] else (match["fourth"], match["third"])
        if question not in known:
            raise Untranslatable("why.unknown", question)
        if known[question].kind != "choice":
            raise Untranslatable("why.operand")
        found.append((column, question))
    return found


def branches(
    filters: list[tuple[str, str]], rows: Mapping[str, Row], codes: tuple[str, ...], known: Mapping[str, Known]
) -> Iterator[tuple[Schema, list[str]]]:
    """Gives conditions with the codes that may be chosen then; without an answer to hang on, all may be.

    Raises:
        Untranslatable: there are too many of them.
    """
    groups: dict[tuple[str, ...], list[str]] = {}
    for code in codes:
        # A code that the sheet does not have, as that of something else, fits everything.
        key = tuple(rows[code][column] if code in rows else "" for column, _ in filters)
        groups.setdefault(key, []).append(code)
    always = groups.pop(("",) * len(filters), [])
    wanted = list(itertools.islice(itertools.product(*(known[name].codes for _, name in filters)), MOST_BRANCHES + 1))
    if len(wanted) > MOST_BRANCHES:
        raise Untranslatable("why.long")
    for values in wanted:
        offered = groups.get(values, []) + always
        if not offered:
            continue
        test: dict[str, Any] = {question: {"const": value} for (_, question), value in zip(filters, values)}
        yield {"properties": test, "required": list(test)}, offered
