"""`form check`: the library's verdict on a form, and advice to its author."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Optional

from .._terminal import printable
from .advice import Advice
from .coverage import CoverageTable
from .document import Document, DocumentError
from .lint import advise
from .phrases import Phrases
from .questions import Questionnaire
from .verdict import Verdict, judge


@dataclass(frozen=True)
class CheckedForm:
    """What there is to say about a form."""

    verdict: Verdict
    advice: list[Advice] = field(default_factory=list)
    coverage: Optional[CoverageTable] = None

    @property
    def is_sound(self) -> bool:
        """Whether the form can be used and does what it says, as far as anybody can tell."""
        return self.verdict.usable and all(advice.severity != "error" for advice in self.advice)


def check(source: bytes, resources: Optional[bytes] = None) -> CheckedForm:
    """Asks the library about a form, and looks for what its author should know.

    Raises:
        LibraryError: there is no library, or it is too old.
    """
    verdict = judge(source, resources)
    try:
        document = Document(source, resources)
        asked = Questionnaire(document)
        coverage = CoverageTable(document, asked)
        return CheckedForm(verdict, advise(document, asked, coverage), coverage)
    except DocumentError as error:
        return CheckedForm(verdict, [Advice("noAdvice", "warning", "", (str(error),))] if verdict.usable else [])


def as_text(checked: CheckedForm, phrases: Phrases) -> Iterator[str]:
    """Says it in lines for a terminal; no character in them can steer one."""
    yield phrases(checked.verdict.reason)
    for fault in checked.verdict.faults:
        yield from _entry("fault", fault.code, fault.pointer, _fault(fault.code, phrases), phrases)
    for advice in checked.advice:
        yield from _entry(advice.severity, advice.code, advice.pointer, advice.sentence(phrases), phrases)
    if checked.coverage is not None:
        yield ""
        yield from _table(checked.coverage, phrases)
    severities = [advice.severity for advice in checked.advice]
    yield ""
    yield phrases(
        "counts",
        len(checked.verdict.faults),
        *(severities.count(severity) for severity in ("error", "warning", "notice")),
    )


def as_json(checked: CheckedForm, phrases: Phrases) -> str:
    """Says it as JSON."""
    result: dict[str, Any] = {
        "usable": checked.verdict.usable,
        "sound": checked.is_sound,
        "message": phrases(checked.verdict.reason),
        "faults": [
            {"code": fault.code, "path": fault.pointer, "message": _fault(fault.code, phrases)}
            for fault in checked.verdict.faults
        ],
        "advice": [
            {
                "code": advice.code,
                "severity": advice.severity,
                "path": advice.pointer,
                "message": advice.sentence(phrases),
            }
            for advice in checked.advice
        ],
    }
    table = checked.coverage
    if table is not None:
        result["words"] = {
            "labels": len(table.questions),
            "hints": len(table.with_hints),
            "choices": table.choices,
            "others": table.others,
            "languages": [
                {
                    "language": row.language,
                    "labels": row.labels,
                    "hints": row.hints,
                    "choices": row.choices,
                    "others": row.others,
                    "missing": [pointer for _, pointer in row.missing],
                }
                for row in table.rows
            ],
        }
    return json.dumps(result, ensure_ascii=True, indent=2)


def _entry(severity: str, code: str, pointer: str, sentence: str, phrases: Phrases) -> Iterator[str]:
    """Says one thing in two lines."""
    yield printable(f"{phrases(severity)}: {sentence}")
    yield printable(f"    {code} {pointer or phrases('whole')}")


def _fault(code: str, phrases: Phrases) -> str:
    """Says what a fault of the library's means."""
    try:
        return phrases(f"fault.{code}")
    except KeyError:
        return phrases("fault.other")


def _table(coverage: CoverageTable, phrases: Phrases) -> Iterator[str]:
    """Lays out how much is said in which language."""
    names = ("language", "labels", "choices", "hints", "others")
    rows = [[phrases(f"column.{name}") for name in names]]
    totals = (len(coverage.questions), coverage.choices, len(coverage.with_hints), coverage.others)
    for covered in coverage.rows:
        counts = (covered.labels, covered.choices, covered.hints, covered.others)
        rows.append([covered.language, *(f"{one}/{total}" for one, total in zip(counts, totals))])
    widths = [max(len(row[column]) for row in rows) for column in range(len(names))]
    yield phrases("coverage")
    for row in rows:
        yield printable("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
