"""Writes JSON that people read: two spaces a level, and on one line whatever fits there."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

WIDTH = 120


def text(document: Mapping[str, Any]) -> str:
    """A whole document, whose root always has a line for each member."""
    return _broken(document, 0) + "\n"


def lines(document: Mapping[str, Any], width: int) -> list[str]:
    """A document without a blank where none is needed, cut behind commas into lines that are not too long."""
    lines = [""]
    for part in json.dumps(document, ensure_ascii=False, separators=(",\n", ":")).split("\n"):
        if lines[-1] and len(lines[-1]) + len(part) > width:
            lines.append("")
        lines[-1] += part
    return lines


def _inline(value: object) -> str:
    """A value on one line."""
    return json.dumps(value, ensure_ascii=False)


def _value(value: object, depth: int, used: int) -> str:
    """A value at a depth, of whose first line so many columns are used."""
    line = _inline(value)
    if not isinstance(value, (Mapping, list, tuple)) or not value or used + len(line) + 1 <= WIDTH:
        return line
    return _broken(value, depth)


def _broken(value: object, depth: int) -> str:
    """An object or a list over several lines."""
    inner = "  " * (depth + 1)
    if isinstance(value, Mapping):
        lines = []
        for name, member in value.items():
            start = f"{inner}{_inline(name)}: "
            lines.append(start + _value(member, depth + 1, len(start)))
        return "{\n" + ",\n".join(lines) + "\n" + "  " * depth + "}"
    assert isinstance(value, Sequence)
    if all(isinstance(element, (str, int, float)) for element in value):
        return "[\n" + _filled(value, inner) + "\n" + "  " * depth + "]"
    lines = [inner + _value(element, depth + 1, len(inner)) for element in value]
    return "[\n" + ",\n".join(lines) + "\n" + "  " * depth + "]"


def _filled(values: Sequence[object], indent: str) -> str:
    """Short values, as many on a line as fit."""
    lines = [indent]
    for place, value in enumerate(values):
        word = _inline(value) + ("," if place + 1 < len(values) else "")
        if len(lines[-1]) + len(word) + 1 > WIDTH and lines[-1].strip():
            lines[-1] = lines[-1].rstrip()
            lines.append(indent)
        lines[-1] += word + " "
    lines[-1] = lines[-1].rstrip()
    return "\n".join(lines)
