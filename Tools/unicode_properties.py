"""Write the Unicode properties that patterns can name as Swift: Sources/TincayIntake/Pattern/PropertyData.swift.

The data are facts of the Unicode Character Database, taken through two packages of one Unicode version:
    pip install regex==2026.11.15 unicodedata2==18.0.0 fonttools==4.68.0
    python3 Tools/unicode_properties.py

How it is written (PropertyText.swift reads it): a number is one to five digits of ninety, see `number`. Entries end
with `!`. A set is the lengths of what is out and what is in, in turn. A script's extensions are what to flip in the
script; a binary property is five digits that say which general categories to start from, and what to flip in them.
"""

import itertools
import pathlib

import regex
import unicodedata2
from fontTools.unicodedata import Scripts

TARGET = pathlib.Path(__file__).parent.parent / "Sources/TincayIntake/Pattern/PropertyData.swift"
LIMIT = 0x110000

# In this order every group of categories, such as L, is a range of them.
CATEGORIES = {
    "Lu": "Uppercase_Letter", "Ll": "Lowercase_Letter", "Lt": "Titlecase_Letter", "Lm": "Modifier_Letter",
    "Lo": "Other_Letter", "Mn": "Nonspacing_Mark", "Mc": "Spacing_Mark", "Me": "Enclosing_Mark",
    "Nd": "Decimal_Number=digit", "Nl": "Letter_Number", "No": "Other_Number", "Pc": "Connector_Punctuation",
    "Pd": "Dash_Punctuation", "Ps": "Open_Punctuation", "Pe": "Close_Punctuation", "Pi": "Initial_Punctuation",
    "Pf": "Final_Punctuation", "Po": "Other_Punctuation", "Sm": "Math_Symbol", "Sc": "Currency_Symbol",
    "Sk": "Modifier_Symbol", "So": "Other_Symbol", "Zs": "Space_Separator", "Zl": "Line_Separator",
    "Zp": "Paragraph_Separator", "Cc": "Control=cntrl", "Cf": "Format", "Cs": "Surrogate", "Co": "Private_Use",
    "Cn": "Unassigned",
}  # fmt: skip
GROUPS = {
    "LC": "Cased_Letter", "L": "Letter", "M": "Mark=Combining_Mark", "N": "Number", "P": "Punctuation=punct",
    "S": "Symbol", "Z": "Separator", "C": "Other",
}  # fmt: skip
# The binary properties that ECMA-262 lists, with their short names.
BINARY = {
    "ASCII": "", "Any": "", "Assigned": "", "ASCII_Hex_Digit": "AHex", "Alphabetic": "Alpha", "Bidi_Control": "Bidi_C",
    "Bidi_Mirrored": "Bidi_M", "Case_Ignorable": "CI", "Cased": "", "Changes_When_Casefolded": "CWCF",
    "Changes_When_Casemapped": "CWCM", "Changes_When_Lowercased": "CWL", "Changes_When_NFKC_Casefolded": "CWKCF",
    "Changes_When_Titlecased": "CWT", "Changes_When_Uppercased": "CWU", "Dash": "",
    "Default_Ignorable_Code_Point": "DI", "Deprecated": "Dep", "Diacritic": "Dia", "Emoji": "",
    "Emoji_Component": "EComp", "Emoji_Modifier": "EMod", "Emoji_Modifier_Base": "EBase",
    "Emoji_Presentation": "EPres", "Extended_Pictographic": "ExtPict", "Extender": "Ext", "Grapheme_Base": "Gr_Base",
    "Grapheme_Extend": "Gr_Ext", "Hex_Digit": "Hex", "IDS_Binary_Operator": "IDSB", "IDS_Trinary_Operator": "IDST",
    "ID_Continue": "IDC", "ID_Start": "IDS", "Ideographic": "Ideo", "Join_Control": "Join_C",
    "Logical_Order_Exception": "LOE", "Lowercase": "Lower", "Math": "", "Noncharacter_Code_Point": "NChar",
    "Pattern_Syntax": "Pat_Syn", "Pattern_White_Space": "Pat_WS", "Quotation_Mark": "QMark", "Radical": "",
    "Regional_Indicator": "RI", "Sentence_Terminal": "STerm", "Soft_Dotted": "SD", "Terminal_Punctuation": "Term",
    "Unified_Ideograph": "UIdeo", "Uppercase": "Upper", "Variation_Selector": "VS", "White_Space": "space",
    "XID_Continue": "XIDC", "XID_Start": "XIDS",
}  # fmt: skip
# Second short names, and one script without a code point, that only the list of aliases has.
SCRIPT_ALIASES = {"Zinh": ["Qaai"], "Copt": ["Qaac"]}
EMPTY_SCRIPTS = {"Hrkt": "Katakana_Or_Hiragana"}

EVERYTHING = "".join(map(chr, range(LIMIT)))


def holding(expression: str) -> frozenset[int]:
    """Give the code points that an expression of the package `regex` finds."""
    return frozenset(match.start() for match in regex.finditer(expression, EVERYTHING))


def digit(value: int) -> str:
    """Write one of ninety digits, which are neither a quotation mark nor a backslash nor what ends an entry."""
    return chr(0x23 + value + (value >= 0x5C - 0x23))


def number(value: int) -> str:
    """Write a number: up to 69 as one digit, then two, three or five."""
    if value < 70:
        return digit(value)
    value -= 70
    if value < 17 * 90:
        return digit(70 + value // 90) + digit(value % 90)
    value -= 17 * 90
    if value < 2 * 8100:
        return digit(87 + value // 8100) + digit(value // 90 % 90) + digit(value % 90)
    value -= 2 * 8100
    return digit(89) + "".join(digit(value // 90**place % 90) for place in (3, 2, 1, 0))


def borders(points: frozenset[int]) -> list[int]:
    """Give the places where a set begins and ends in turn."""
    return [point for point in range(LIMIT + 1) if (point in points) != (point - 1 in points)]


def written(points: frozenset[int]) -> str:
    """Write a set."""
    places = [0, *borders(points)]
    return "".join(number(after - before) for before, after in itertools.pairwise(places))


def category_runs(categories: list[str]) -> str:
    """Write the categories of all code points: a digit has the category and a length up to three."""
    order = list(CATEGORIES)
    result = ""
    for category, run in itertools.groupby(categories):
        length = len(list(run))
        result += digit(order.index(category) * 3 + min(length, 3) - 1)
        if length >= 3:
            result += number(length - 3)
    return result


def mask(chosen: set[str]) -> str:
    """Write which categories are chosen, six to a digit."""
    bits = sum(1 << place for place, name in enumerate(CATEGORIES) if name in chosen)
    return "".join(digit(bits >> shift & 63) for shift in (0, 6, 12, 18, 24))


def from_categories(points: frozenset[int], members: dict[str, frozenset[int]]) -> str:
    """Write a set as the categories that leave the least to flip, and that."""
    chosen: set[str] = set()
    base: frozenset[int] = frozenset()
    best = written(points)
    changed = True
    while changed:
        changed = False
        for name, of_name in members.items():
            if not of_name & points and name not in chosen:
                continue
            attempt = written(points ^ (base ^ of_name))
            if len(attempt) < len(best):
                best, base, chosen, changed = attempt, base ^ of_name, chosen ^ {name}, True
    return mask(chosen) + best


def binary(name: str) -> frozenset[int]:
    """Give the code points that have a binary property."""
    if name == "Changes_When_NFKC_Casefolded":
        changed = {point for point in range(LIMIT) if unicodedata2.normalize("NFKC", chr(point)) != chr(point)}
        ignorable = binary("Default_Ignorable_Code_Point")
        return frozenset(changed | ignorable | binary("Changes_When_Casefolded"))
    fixed = {"ASCII": r"[\x00-\x7F]", "Any": r"(?s:.)", "Assigned": r"\P{Cn}"}
    return holding(fixed.get(name, rf"\p{{{name}}}"))


def literal(name: str, summary: str, text: str) -> str:
    """Write a constant, whose text goes on over lines."""
    lines = [text[start : start + 108] for start in range(0, len(text), 108)]
    body = " \\\n        ".join(lines).replace(" \\\n", "\\\n")
    return f'    /// {summary}\n    static let {name}: StaticString = """\n        {body}\n        """\n'


def main() -> None:
    """Collect everything and write the file."""
    categories = [unicodedata2.category(chr(point)) for point in range(LIMIT)]
    members = {name: holding(rf"\p{{gc={name}}}") for name in CATEGORIES}
    for name, points in members.items():
        assert points == {point for point in range(LIMIT) if categories[point] == name}, name
    values = {name: {name} for name in CATEGORIES}
    values |= {name: {category for category in CATEGORIES if category[0] == name} for name in GROUPS if name != "LC"}
    values["LC"] = {"Lu", "Ll", "Lt"}
    long_names = CATEGORIES | GROUPS

    scripts = dict(sorted((Scripts.NAMES | EMPTY_SCRIPTS).items()))
    script_names, script_sets, extensions = "", "", ""
    for code, name in scripts.items():
        script_names += "=".join(dict.fromkeys([name, code, *SCRIPT_ALIASES.get(code, [])])) + "!"
        points = frozenset() if code in EMPTY_SCRIPTS else holding(rf"\p{{sc={code}}}")
        extended = frozenset() if code in EMPTY_SCRIPTS else holding(rf"\p{{scx={code}}}")
        script_sets += written(points) + "!"
        extensions += written(points ^ extended) + "!"

    parts = [
        literal(
            "categoryNames", "The names of general categories.",
            "".join("=".join([name, long_names[name]]) + "!" for name in values),
        ),
        literal(
            "categoryMasks", "Which categories each of them is.", "".join(mask(values[name]) + "!" for name in values)
        ),
        literal("categories", "The category of every code point, in runs.", category_runs(categories)),
        literal("scriptNames", "The names of scripts.", script_names),
        literal("scripts", "The code points of each script.", script_sets),
        literal("extensions", "What to flip in each script for its extensions.", extensions),
        literal(
            "binaryNames", "The names of binary properties.",
            "".join("=".join(filter(None, [name, short])) + "!" for name, short in BINARY.items()),
        ),
        literal(
            "binaries", "The categories of each binary property, and what to flip in them.",
            "".join(from_categories(binary(name), members) + "!" for name in BINARY),
        ),
    ]  # fmt: skip
    version = unicodedata2.unidata_version
    TARGET.write_text(
        f"// Written by Tools/unicode_properties.py from the Unicode Character Database, version {version}.\n"
        f"/// The properties of Unicode {version} that patterns can name, as the script says how.\n"
        "enum PropertyData {\n" + "\n".join(parts) + "}\n"
    )


if __name__ == "__main__":
    main()
