"""Inputs that take others forever: texts, expressions, schemas and lists, each with the answers that are right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hostile_library import (
    INVALID_FORM,
    INVALID_JSON,
    INVALID_REPORT,
    LIMIT,
    MEGABYTE,
    OK,
    Case,
    in_json,
    nested,
    of_text,
    of_value,
)


def patterns() -> Iterator[Case]:
    """Expressions that take others forever, on a text as long as answers may be."""
    text = "a" * (MEGABYTE - 100)
    for expression in (r"^(a+)+$", r"^(a|aa)+$", r"(.*)*b", r"^(\w+\s?)*$", r"^(a?){30}a{30}$", r"(?:a|b|ab)*c$"):
        yield f"{expression} on a megabyte", of_value({"pattern": expression}, text + "!"), {INVALID_REPORT}
    yield "^(a+)+$ on a megabyte that fits", of_value({"pattern": "^(a+)+$"}, text), {OK}
    for expression in (r"(a{1000}){1000}", r"((a{99}){99}){99}", r"(\p{L}{0,1000}){1000}", "(" * 50_000 + ")" * 50_000):
        yield f"{expression[:28]} to be compiled", of_value({"pattern": expression}, "a"), {INVALID_FORM, LIMIT}
    many = {"allOf": [{"pattern": f"^(a|b{i})*[^{i}]{{1,50}}$"} for i in range(1000)]}
    yield "1,000 expressions", of_value(many, "a" * 100), {OK, INVALID_REPORT, INVALID_FORM, LIMIT}
    names = {"patternProperties": {f"^[a-z]+{i}$": True for i in range(300)}, "additionalProperties": False}
    value = {f"name{i}": 1 for i in range(300)}
    yield "300 expressions for 300 names", of_value(names, value), {OK}


def schemas() -> Iterator[Case]:
    """Schemas that lead on and on."""
    yield "a schema that is itself", of_text(b'{"$ref":"#"}', b"{}"), {INVALID_FORM, INVALID_REPORT}
    yield (
        "two that are each other",
        of_text(b'{"$ref":"#/$defs/a","$defs":{"a":{"allOf":[{"$ref":"#/$defs/b"}]},"b":{"$ref":"#/$defs/a"}}}', b"{}"),
        {INVALID_FORM, INVALID_REPORT},
    )
    yield "a tree of itself, 60 deep", of_text(b'{"properties":{"a":{"$ref":"#"}}}', in_json(nested(60))), {OK}
    twice = {"anyOf": [{"properties": {"a": {"$ref": "#"}}, "required": ["b"]}] * 2}
    yield "a tree that is tried twice at each level", of_text(in_json(twice), in_json(nested(60))), {INVALID_REPORT}
    levels: dict[str, Any] = {f"l{i}": {"allOf": [{"$ref": f"#/$defs/l{i + 1}"}] * 2} for i in range(40)}
    levels["l40"] = {"type": "object"}
    doubling = {"$ref": "#/$defs/l0", "$defs": levels}
    yield "40 levels that double", of_text(in_json(doubling), b"{}"), {INVALID_REPORT, INVALID_FORM, LIMIT}
    wide = {"allOf": [{"anyOf": [{"properties": {"a": {"const": i}}} for i in range(100)]} for _ in range(100)]}
    yield "allOf of anyOf, 100 x 100", of_text(in_json(wide), b'{"a":-1}'), {INVALID_REPORT}
    chain: dict[str, Any] = {f"c{i}": {"$ref": f"#/$defs/c{i + 1}"} for i in range(10_000)}
    chain["c10000"] = True
    form = in_json({"$ref": "#/$defs/c0", "$defs": chain})
    yield "a chain of 10,000 references", of_text(form, b"{}"), {OK, INVALID_REPORT, INVALID_FORM, LIMIT}
    loop = {"$dynamicAnchor": "n", "anyOf": [{"$dynamicRef": "#n"}, True]}
    yield "$dynamicRef to itself", of_text(in_json(loop), b"{}"), {INVALID_FORM, INVALID_REPORT}
    marks = {"allOf": [{"properties": {f"m{i}": True}} for i in range(1000)], "unevaluatedProperties": False}
    members = in_json({f"m{i}": 1 for i in range(1000)})
    yield "unevaluated after 1,000 schemas", of_text(in_json(marks), members), {OK}
    yield "128 levels of a form", of_text(b'{"not":' * 127 + b"{}" + b"}" * 127, b"{}"), {OK, INVALID_REPORT}
    yield "200 levels of a form", of_text(b'{"not":' * 200 + b"{}" + b"}" * 200, b"{}"), {LIMIT}


def lists() -> Iterator[Case]:
    """Long lists and large numbers."""
    codes = [f"code-{i:05d}" for i in range(3000)]
    yield "3,000 codes as enum, 3,000 answers", of_value({"items": {"enum": codes}}, codes), {OK}
    choices = {"items": {"oneOf": [{"const": code, "title": code} for code in codes]}}
    yield "3,000 codes as oneOf, one answer", of_value(choices, codes[-1:]), {OK}
    yield "3,000 codes as oneOf, 300 answers", of_value(choices, codes[::10]), {OK}
    yield "3,000 different elements", of_value({"uniqueItems": True}, codes), {OK}
    objects = [{"a": i, "b": [i]} for i in range(30_000)]
    yield "30,000 different objects", of_value({"uniqueItems": True}, objects), {OK}
    yield (
        "3,000 members, none of them known",
        of_text(b'{"additionalProperties":false}', in_json(dict.fromkeys(codes, 1))),
        {INVALID_REPORT},
    )
    yield "100,000 findings", of_value({"items": {"type": "string"}}, [1] * 100_000), {INVALID_REPORT}
    yield "100,000 names", of_text(b"{}", in_json({f"{i:x}": 1 for i in range(70_000)})), {OK}
    same = b'{"a":[' + b",".join(b"1" + b"." + b"0" * (i % 300 + 1) for i in range(5000)) + b"]}"
    yield "5,000 ways to write one", of_text(b'{"properties":{"a":{"uniqueItems":true}}}', same), {INVALID_REPORT}
    digits = b'{"a":' + b"7" * (MEGABYTE - 100) + b"}"
    yield (
        "a megabyte of digits",
        of_text(b'{"properties":{"a":{"multipleOf":7,"minimum":3}}}', digits),
        {
            OK,
            INVALID_REPORT,
            LIMIT,
        },
    )
    small = b'{"properties":{"a":{"multipleOf":1e-999999999,"maximum":1e999999999}}}'
    yield "exponents of a thousand million", of_text(small, b'{"a":1e999999998}'), {OK, INVALID_REPORT, INVALID_FORM}


def texts() -> Iterator[Case]:
    """Long texts and deep nesting."""
    for opening in (b"[", b'{"a":', b"[{"):
        text = opening * 100_000
        yield f"{opening.decode()} 100,000 times", lambda library, text=text: library.parse(text), {LIMIT, INVALID_JSON}  # type: ignore[misc]
    closed = b"[" * 100_000 + b"]" * 100_000
    yield "100,000 arrays inside one another", lambda library: library.parse(closed), {LIMIT}
    long = "ế" * (MEGABYTE // 3 - 100)
    yield "a text of a megabyte", of_value({"maxLength": 10, "minLength": 1}, long), {INVALID_REPORT}
    yield "a text of a megabyte, accepted", of_value({"type": "string", "not": {"const": "a"}}, long), {OK}
    for name in ("date-time", "email", "hostname", "idn-hostname", "uri", "iri", "uri-template", "ipv6", "regex"):
        value = of_value({"format": name}, ("a." if "host" in name else "(" if name == "regex" else "a") * 500_000)
        yield f"a megabyte as {name}", value, {OK, INVALID_REPORT}
    escaped = b'{"a":"' + b"\\ud83d\\ude00" * 80_000 + b'"}'
    yield "a megabyte of escapes", of_text(b'{"properties":{"a":{"pattern":"^.*$"}}}', escaped), {OK}
