"""Writes the inputs that the fuzzers begin with: one of each kind of thing that the engine reads.

    seeds.py FOLDER

A schema and a value, or a form and answers, are one input with the byte FF between them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

SCHEMAS = [
    {"type": ["object", "null"], "properties": {"a": {"minimum": 1, "multipleOf": 0.5}}, "required": ["a", "b"]},
    {"$defs": {"n": {"$dynamicAnchor": "n", "type": "integer"}}, "items": {"$dynamicRef": "#n"}, "uniqueItems": True},
    {"allOf": [{"properties": {"a": True}}], "unevaluatedProperties": False, "patternProperties": {"^x+$": False}},
    {"oneOf": [{"const": "a"}, {"const": 1.0}], "not": {"type": "array"}, "if": {"enum": [1]}, "then": False},
    {"prefixItems": [{"format": "date-time"}], "items": False, "contains": {"pattern": "^(a+)+$"}, "minContains": 2},
    {"$schema": "http://json-schema.org/draft-07/schema#", "items": [{"$ref": "#"}], "dependencies": {"a": ["b"]}},
    {"$ref": "https://json-schema.org/draft/2020-12/schema"},
    {"pattern": r"^\p{Lu}[\w-]{2,5}(?:\d|[^a-z\s])*$", "format": "idn-hostname", "maxLength": 9},
]
VALUES = [None, {"a": 1.5, "x": [1, 1.0]}, ["2026-11-24T07:00:00+07:00", "aaa", 1e400], "Đă.vn", -0.0, {"a": {"b": {}}}]


def main() -> None:
    """Writes the seeds."""
    folder = Path(sys.argv[1])
    for kind in ("json", "check", "form"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    for number, value in enumerate(VALUES + SCHEMAS):
        (folder / "json" / str(number)).write_text(json.dumps(value, ensure_ascii=False))
    for number, schema in enumerate(SCHEMAS):
        for place, value in enumerate(VALUES):
            seed = json.dumps(schema).encode() + b"\xff" + json.dumps(value).encode()
            (folder / "check" / f"{number}-{place}").write_bytes(seed)
            (folder / "form" / f"{number}-{place}").write_bytes(seed)
    form = Path("Forms/vn-cp-intake.json").read_bytes()
    for answers in sorted(Path("Examples/kiosk/answers").glob("*.json")):
        (folder / "form" / answers.stem).write_bytes(form + b"\xff" + answers.read_bytes())


if __name__ == "__main__":
    main()
