"""Answers that several questions share."""

from .code_list import CodeList
from .question import code, group, number, part, text
from .words import JSON, Pair

COMMUNE = text(100, "text") | {"x-tincay-unit": "commune"}
"""A commune: five digits where the screen has a list, otherwise the name as it was typed."""


def partial_date(first: int = 1990, last: int = 2200) -> JSON:
    """A date of which only the year has to be known; nothing is ever filled in."""
    return group(
        {
            "year": part(number(first, last), ("Năm", "Year")),
            "month": part(number(1, 12), ("Tháng", "Month")),
            "day": part(number(1, 31), ("Ngày", "Day")),
        },
        ["year"],
        dependentRequired={"day": ["month"]},
    )


def place(commune: Pair, child_commune: Pair, landmark: Pair, child_landmark: Pair) -> JSON:
    """Where somebody is."""
    return group(
        {
            "commune": part(
                COMMUNE, commune, child=child_commune, hint=("Tên hoặc mã 5 chữ số", "Its name or its five-digit code")
            ),
            "text": part(text(300, "text"), landmark, child=child_landmark),
        }
    )


def directory_entry(kind: str, kinds: CodeList, label: Pair) -> JSON:
    """A point or a body of the network: its kind, and which one, by a directory that has versions."""
    return group(
        {
            kind: part(code(kinds), label),
            "id": part(text(64, "code"), ("Mã trong danh bạ", "Code in the directory")),
            "name": part(text(200, "text"), ("Tên gọi", "Name")),
            "commune": part(text(5, "code", pattern="^[0-9]{5}$"), ("Mã xã, phường, đặc khu", "Commune code")),
            "directory": part(text(40, "code"), ("Phiên bản danh bạ", "Version of the directory")),
        },
        [kind],
    )
