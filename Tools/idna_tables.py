"""Writes Sources/TincayIntake/Format/LabelData.swift: what RFC 5892 and RFC 5893 ask of a code point.

Needs the packages `idna` and `unicodedata2` of one and the same Unicode version:

    python3 Tools/idna_tables.py > Sources/TincayIntake/Format/LabelData.swift
"""

import sys
from itertools import groupby
from pathlib import Path

import unicodedata2
from idna import idnadata

LAST = 0x10FFFF
# Directions as LabelTraits has them; of all that labels may hold, only these are told apart.
DIRECTIONS = {"L": 0, "R": 1, "AL": 2, "AN": 3, "EN": 4, "NSM": 5, "ES": 6, "CS": 6, "ET": 6, "ON": 6, "BN": 6}
MARK, VIRAMA, JOINS_NEXT, JOINS_PREVIOUS, TRANSPARENT, GREEK, HEBREW, JAPANESE = (1 << bit for bit in range(3, 11))
JOINING = {"L": JOINS_NEXT, "D": JOINS_NEXT | JOINS_PREVIOUS, "R": JOINS_PREVIOUS, "T": TRANSPARENT}
SCRIPTS = {"Greek": GREEK, "Hebrew": HEBREW, "Hiragana": JAPANESE, "Katakana": JAPANESE, "Han": JAPANESE}
VALID = 1 << 11
DISALLOWED = 0
# So many runs stand between two places where reading may start.
STEP = 32
WIDTH = 96


def members(ranges):
    """Gives every code point of ranges that keep their start in the high half."""
    for packed in ranges:
        yield from range(packed >> 32, packed & 0xFFFFFFFF)


def traits():
    """Gives the traits of every code point that a label may hold, be it by itself or in a context."""
    found = dict.fromkeys(members(idnadata.codepoint_classes["PVALID"]), VALID)
    for name in ("CONTEXTJ", "CONTEXTO"):
        found.update(dict.fromkeys(members(idnadata.codepoint_classes[name]), 0))
    for point in found:
        character = chr(point)
        found[point] |= DIRECTIONS[unicodedata2.bidirectional(character)]
        found[point] |= MARK if unicodedata2.category(character).startswith("M") else 0
        found[point] |= VIRAMA if unicodedata2.combining(character) == 9 else 0
    for table, bits in ((idnadata.joining_types, JOINING), (idnadata.scripts, SCRIPTS)):
        for name, ranges in table.items():
            for point in members(ranges):
                if point in found:
                    found[point] |= bits.get(name, 0)
    return found


def letter(number):
    """Writes six bits as a printable letter; the backslash, which a literal would need twice, is stepped over."""
    return chr(0x23 + number + (0x23 + number >= 0x5C))


def fixed(number, width):
    """Writes a number in so many letters, the lowest bits first."""
    return "".join(letter(number >> 6 * place & 63) for place in range(width))


def packed(number):
    """Writes a number in as few letters as it needs: five bits each, and one that says whether more follow."""
    text = ""
    while number > 31:
        text += letter(32 | number & 31)
        number >>= 5
    return text + letter(number)


def literal(name, comment, text):
    """Writes a static string over as many lines as it needs."""
    lines = [text[at : at + WIDTH] for at in range(0, len(text), WIDTH)]
    body = "".join(f"        {line}{chr(92) if line is not lines[-1] else ''}\n" for line in lines)
    return f'    /// {comment}\n    static let {name}: StaticString = """\n{body}        """\n'


def main():
    """Writes the file."""
    if idnadata.__version__ != unicodedata2.unidata_version:
        sys.exit(f"idna has Unicode {idnadata.__version__}, unicodedata2 {unicodedata2.unidata_version}")
    found = traits()
    everything = (found.get(point, DISALLOWED) for point in range(LAST + 1))
    runs = [(value, sum(1 for _ in group)) for value, group in groupby(everything)]
    counts = {}
    for value, _ in runs:
        counts[value] = counts.get(value, 0) + 1
    kinds = sorted(counts, key=lambda value: (-counts[value], value))
    text, marks, start = "", "", 0
    for number, (value, length) in enumerate(runs):
        if number % STEP == 0:
            marks += fixed(start, 4) + fixed(len(text), 3)
        text += packed(length) + packed(kinds.index(value))
        start += length
    print(
        f"/// What labels may hold, from Unicode {idnadata.__version__} as idna and unicodedata2 have it;\n"
        f"/// written by Tools/{Path(__file__).name}.\n"
        "enum LabelData {\n"
        + literal(
            "kinds", "The combinations of traits that there are, two letters each.", "".join(fixed(k, 2) for k in kinds)
        )
        + "\n"
        + literal("marks", "Where to start reading: a first code point in four letters, its place in three.", marks)
        + "\n"
        + literal("runs", "All code points from 0 on: how many, and of which kind.", text)
        + "}"
    )
    print(f"{len(runs)} runs, {len(kinds)} kinds, {len(text) + len(marks) + 2 * len(kinds)} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
