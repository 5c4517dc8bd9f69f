"""Prints a form of many questions, with lists that they share, conditions, pages and words for each.

large_form.py QUESTIONS
"""

from __future__ import annotations

import json
import sys
from typing import Any

LISTS, CHOICES, PAGE = 40, 10, 50


def words(text: str) -> dict[str, Any]:
    """What a screen says, in two languages."""
    return {"x-tincay-i18n": {"vi": {"label": f"Câu {text}"}, "en": {"label": f"Question {text}"}}}


def question(number: int) -> dict[str, Any]:
    """One of four kinds of question."""
    kinds: list[dict[str, Any]] = [
        {"$ref": f"#/$defs/list-{number % LISTS}"},
        {"type": "string", "maxLength": 100, "pattern": "^[^<>]*$"},
        {"type": "integer", "minimum": 0, "maximum": 10},
        {"type": "string", "format": "date"},
    ]
    return kinds[number % len(kinds)] | words(str(number))


def form(count: int) -> dict[str, Any]:
    """The form: every fifth question is asked only after an answer to the one before."""
    always = {f"q{number}": question(number) for number in range(count) if number % 5 != 4}
    branches = [
        {
            "if": {"properties": {f"q{number - 1}": {"not": {"const": 0}}}, "required": [f"q{number - 1}"]},
            "then": {"properties": {f"q{number}": question(number)}, "required": [f"q{number}"]},
        }
        for number in range(4, count, 5)
    ]
    lists = {
        f"list-{number}": {"oneOf": [{"const": f"V{choice}"} | words(str(choice)) for choice in range(CHOICES)]}
        for number in range(LISTS)
    }
    pages = [
        {"id": f"p{start}", "questions": [f"q{number}" for number in range(start, min(start + PAGE, count))]}
        for start in range(0, count, PAGE)
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:example:large",
        "type": "object",
        "properties": always,
        "allOf": branches,
        "unevaluatedProperties": False,
        "$defs": lists,
        "x-tincay-pages": pages,
    }


if __name__ == "__main__":
    print(json.dumps(form(int(sys.argv[1])), ensure_ascii=False))
