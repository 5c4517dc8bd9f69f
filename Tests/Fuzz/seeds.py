"""Writes what the fuzzers of the engine begin with: inputs of each kind, and the words that the engine knows.

    seeds.py FOLDER

A schema and a value, an expression and a text, or a form, answers and what a host gives, are one input, with the byte
FF between them.
The words are in FOLDER/dictionary. Everything is made from the sources, the guide and the examples of the repository.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
SCHEMAS: list[Any] = [
    {"type": ["object", "null"], "properties": {"a": {"minimum": 1, "multipleOf": 0.5}}, "required": ["a", "b"]},
    {"$defs": {"n": {"$dynamicAnchor": "n", "type": "integer"}}, "items": {"$dynamicRef": "#n"}, "uniqueItems": True},
    {"allOf": [{"properties": {"a": True}}], "unevaluatedProperties": False, "patternProperties": {"^x+$": False}},
    {"oneOf": [{"const": "a"}, {"const": 1.0}], "not": {"type": "array"}, "if": {"enum": [1]}, "then": False},
    {"prefixItems": [{"format": "date-time"}], "items": False, "contains": {"pattern": "^(a+)+$"}, "minContains": 2},
    {"$schema": "http://json-schema.org/draft-07/schema#", "items": [{"$ref": "#"}], "dependencies": {"a": ["b"]}},
    {"$ref": "https://json-schema.org/draft/2020-12/schema"},
    {"pattern": r"^\p{Lu}[\w-]{2,5}(?:\d|[^a-z\s])*$", "format": "idn-hostname", "maxLength": 9},
    {"$id": "urn:a", "$defs": {"b": {"$id": "urn:b", "$anchor": "c", "not": {"$ref": "urn:a"}}}, "$ref": "urn:b#c"},
    {"unevaluatedItems": False, "anyOf": [{"prefixItems": [{"const": 1}]}, {"contains": {"type": "null"}}]},
    {"dependentSchemas": {"a": {"maxProperties": 1}}, "dependentRequired": {"b": ["c"]}, "propertyNames": {"enum": []}},
    {"contentEncoding": "base64", "contentMediaType": "application/json", "enum": [1e400, {"a": [1, 1.0]}, "é"]},
]
VALUES: list[Any] = [
    None,
    {"a": 1.5, "x": [1, 1.0]},
    ["2026-11-24T07:00:00+07:00", "aaa", 12e30],
    "Đă.vn",
    -0.0,
    {"a": {"b": {}}},
]
PATTERNS = [
    r"^(a+)+$",
    r"^0[35789]\d{8}$",
    r"(?:x|yy)*?z{2,3}",
    r"^\p{Script=Latin}[\p{L}\p{M} ''-]*$",
    r"(?=.*\d)(?!.*\s)[^\u0000-\u001f]{8,}",
    r"\bab\B[\w\W\s\S\d\D][^]$",
    r"(?<name>a|b)\u{1F600}?\cA\x41\/",
]
TEXTS = [
    "aaaaaaaaaaaaaaab",
    "0912345678",
    "Nguyễn Thị Ánh",
    "2026-02-29T23:59:60Z",
    "a@b.vn",
    "xn--e-eka",
    "::1",
    "/a~1b",
]

# A form that needs what a host gives, answers to it, and what is given.
FED: list[Any] = [
    {
        "x-tincay-form": {"profile": "who", "child_profiles": ["C"]},
        "properties": {
            "who": {"enum": ["C", "B"]},
            "commune": {"type": "string", "format": "vn-commune"},
            "province": {"type": "string", "format": "vn-province"},
            "number": {"type": "string", "format": "vn-cccd", "x-tincay-normalize": "digits"},
            "phone": {"type": "string", "format": "vn-phone", "x-tincay-normalize": "phone"},
            "name": {"$ref": "urn:name", "x-tincay-normalize": "name"},
        },
    },
    {
        "who": "C",
        "commune": "26732",
        "province": "79",
        "number": "079 212 000001",
        "phone": "+84 912.345.678",
        "name": " Đỗ ",
    },
    {
        "schemas": {"urn:name": {"type": "string", "maxLength": 9}},
        "packs": [
            {
                "x-tincay-units": {
                    "id": "vn",
                    "version": "2026-07",
                    "valid_from": "2025-07-01",
                    "units": [["79", "HCM"], ["26732", "CD", "79"]],
                    "moved": [["26731", ["26732"]]],
                }
            },
            {
                "x-tincay-calendar": {
                    "id": "days",
                    "version": "1",
                    "from": "2026-01-01",
                    "until": "2026-12-31",
                    "holidays": [{"date": "2026-09-02", "source": "law", "verified": False}],
                }
            },
        ],
        "formats": True,
    },
]


def words() -> list[str]:
    """The names of keywords, formats, annotations and codes, as the sources spell them."""
    found: set[str] = set()
    for path in (ROOT / "Sources" / "TincayIntake").rglob("*.swift"):
        if path.stat().st_size < 30_000:
            found.update(re.findall(r'"([$A-Za-z][A-Za-z0-9_-]{1,30})"', path.read_text(encoding="utf-8")))
    return sorted(found)


def dictionary() -> str:
    """The words as libFuzzer reads them."""
    tokens = [f'"{word}"' for word in words()] + ["[", "]", "{", "}", ":", ",", '{"$ref":"#"}', "1e999", "-0.0", "null"]
    tokens += ["(?=", "(?!", "(?:", r"\\p{L}", r"\\d", "{2,3}", "[^", "#/$defs/", "~1", "\\u0000", "\\ud83d\\ude00"]
    return "".join('"' + token.replace("\\", "\\\\").replace('"', '\\"') + '"\n' for token in tokens)


def forms() -> list[bytes]:
    """The examples of the guide to forms."""
    guide = (ROOT / "Documentation" / "FORMS.md").read_text(encoding="utf-8")
    return [text.strip().encode() for text in re.findall(r"```json\n(.*?)```", guide, re.DOTALL)]


def write(folder: Path, inputs: list[bytes]) -> None:
    """Writes inputs, a file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(inputs):
        (folder / f"seed-{number}").write_bytes(content)


def main() -> None:
    """Writes everything."""
    folder = Path(sys.argv[1])
    values = [json.dumps(value, ensure_ascii=False).encode() for value in VALUES]
    schemas = [json.dumps(schema).encode() for schema in SCHEMAS]
    texts = [text.encode() for text in TEXTS]
    names = [word.encode() for word in words() if re.fullmatch("[a-z][a-z0-9-]*", word)]
    answers = [path.read_bytes() for path in sorted((ROOT / "Examples" / "kiosk" / "answers").glob("*.json"))]
    write(folder / "json", values + schemas + answers)
    write(folder / "check", [schema + b"\xff" + value for schema in schemas for value in values])
    write(folder / "pattern", [item.encode() + b"\xff" + text for item in PATTERNS for text in texts[:4]])
    write(folder / "format", [name + b"\xff" + text for name in names for text in texts])
    fed = b"\xff".join(json.dumps(part, ensure_ascii=False).encode() for part in FED)
    asked = [form + b"\xff" + value for form in forms() for value in (values[1], b"{}", *answers[:2])]
    write(folder / "form", [fed, *asked])
    write(folder / "answers", answers)
    (folder / "dictionary").write_text(dictionary(), encoding="utf-8")


if __name__ == "__main__":
    main()
