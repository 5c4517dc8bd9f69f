"""Writes Sources/TincayIntake/Text/NormalizationTables.swift: what NFC and NFD need, as numbers of seven bits.

The numbers are those of the Unicode Character Database as Python's own unicodedata has them; where that is older than
15.0, the marks that 15.0 added are put in from the list below. Text that was stored stays as it was: Unicode promises
that later versions give the same forms to characters that a version has.
"""

import pathlib
import sys
import unicodedata

VERSION = "15.0.0"
TARGET = pathlib.Path(__file__).parent.parent / "Sources/TincayIntake/Text/NormalizationTables.swift"
HANGUL = range(0xAC00, 0xD7A4)
WIDTH = 116

# Canonical combining classes of the marks that Unicode 15.0 added; it added no canonical decompositions.
ADDED_CLASSES = {
    0x0ECE: 122, 0x10EFD: 220, 0x10EFE: 220, 0x10EFF: 220, 0x11F41: 9, 0x11F42: 9, 0x1E08F: 230,
    0x1E4EC: 232, 0x1E4ED: 232, 0x1E4EE: 220, 0x1E4EF: 230,
}  # fmt: skip


def facts() -> tuple[dict[int, list[int]], dict[int, int], list[int]]:
    """All decompositions of one step, all classes but 0, and what two characters compose to."""
    decompositions: dict[int, list[int]] = {}
    classes: dict[int, int] = {}
    composed = []
    for code in range(0x110000):
        if code in HANGUL:
            continue
        character = chr(code)
        mapping = unicodedata.decomposition(character)
        if mapping and not mapping.startswith("<"):
            decompositions[code] = [int(part, 16) for part in mapping.split()]
            if len(decompositions[code]) == 2 and unicodedata.normalize("NFC", character) == character:
                composed.append(code)
        if unicodedata.combining(character):
            classes[code] = unicodedata.combining(character)
    if unicodedata.unidata_version < VERSION:
        classes |= ADDED_CLASSES
    elif unicodedata.unidata_version > VERSION:
        sys.exit(f"unicodedata is {unicodedata.unidata_version}; these tables are for {VERSION}")
    return decompositions, classes, composed


def number(value: int, width: int) -> list[int]:
    """A number as digits of seven bits, the highest first."""
    if not 0 <= value < 1 << 7 * width:
        sys.exit(f"{value} does not fit into {width} digits")
    return [value >> 7 * place & 0x7F for place in reversed(range(width))]


def runs(codes: list[int]) -> list[tuple[int, int, int]]:
    """Codes that follow one another: the first, how many, and the place of the first among all."""
    found: list[tuple[int, int, int]] = []
    for place, code in enumerate(codes):
        if found and found[-1][0] + found[-1][1] == code:
            found[-1] = (found[-1][0], found[-1][1] + 1, found[-1][2])
        else:
            found.append((code, 1, place))
    return found


def class_runs(classes: dict[int, int]) -> list[tuple[int, int, int]]:
    """Codes of one class that follow one another: the first, how many, and the class."""
    found: list[tuple[int, int, int]] = []
    for code in sorted(classes):
        last = found[-1] if found else (0, 0, 0)
        if last[0] + last[1] == code and last[2] == classes[code]:
            found[-1] = (last[0], last[1] + 1, last[2])
        else:
            found.append((code, 1, classes[code]))
    return found


def literal(digits: list[int]) -> str:
    """Digits as the lines of a string literal without line breaks."""
    lines, line = [], ""
    for digit in digits:
        character = chr(digit)
        if character in '"\\':
            piece = "\\" + character
        elif 0x20 <= digit < 0x7F:
            piece = character
        else:
            piece = f"\\u{{{digit:X}}}"
        if len(line) + len(piece) > WIDTH - 5:
            lines.append(line + "\\")
            line = ""
        line += piece
    return "\n".join("        " + line for line in [*lines, line])


def main() -> None:
    """Writes the file."""
    decompositions, classes, composed = facts()
    singles = sorted(code for code, parts in decompositions.items() if len(parts) == 1)
    pairs = sorted(code for code, parts in decompositions.items() if len(parts) == 2)
    seconds = sorted({decompositions[code][1] for code in pairs})
    if any(second in decompositions for second in seconds):
        sys.exit("a second character decomposes, which the reader of these tables does not expect")
    order = sorted(composed, key=lambda code: (decompositions[code][1], decompositions[code][0]))
    tables: dict[str, tuple[str, list[int]]] = {}

    def add(name: str, about: str, records: list[list[int]]) -> None:
        tables[name] = (about, [digit for record in records for digit in record])

    run = [number(start, 3) + number(count, 2) + number(place, 2) for start, count, place in runs(singles)]
    add("singleRuns", "Characters that decompose to one other: the first of a run (3), how many (2), place (2).", run)
    add("singles", "What they decompose to (3).", [number(decompositions[code][0], 3) for code in singles])
    run = [number(start, 3) + number(count, 2) + number(place, 2) for start, count, place in runs(pairs)]
    add("pairRuns", "Characters that decompose to two others: the first of a run (3), how many (2), place (2).", run)
    pair = [[*number(decompositions[code][0], 3), seconds.index(decompositions[code][1])] for code in pairs]
    add("pairs", "The first of the two (3), and the place of the second in the next table (1).", pair)
    add("seconds", "Every character that is the second of two (3), in order.", [number(code, 3) for code in seconds])
    compositions = [number(pairs.index(code), 2) for code in order]
    add("compositions", "The pairs that compose again (2), in the order of the second and the first.", compositions)
    run = [number(start, 3) + number(count, 1) + number(kind, 2) for start, count, kind in class_runs(classes)]
    add("classRuns", "Characters with a combining class: the first of a run (3), how many (1), the class (2).", run)

    text = "// Written by Tools/unicode_normalization.py from the Unicode Character Database, version "
    text += VERSION + ".\n\n"
    text += (
        "/// What normalisation forms need to know of characters, as records of seven-bit digits, the highest first.\n"
    )
    text += "enum NormalizationTables {\n"
    for name, (about, digits) in tables.items():
        text += f'    /// {about}\n    static let {name}: StaticString = """\n{literal(digits)}\n        """\n'
    TARGET.write_text(text + "}\n", encoding="utf-8")
    print(sum(len(digits) for _, digits in tables.values()), "bytes")


if __name__ == "__main__":
    main()
