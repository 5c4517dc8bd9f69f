"""Forms and answers by somebody who knows how checking works: wide, doubling, asked again and again, told at length."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from hostile_library import (
    INVALID_FORM,
    INVALID_REPORT,
    MEGABYTE,
    OK,
    Case,
    in_json,
    nested,
    of_form,
    of_text,
    of_value,
)

FORMATS = [
    "date-time",
    "date",
    "time",
    "duration",
    "email",
    "idn-email",
    "hostname",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "uri",
    "uri-reference",
    "iri",
    "iri-reference",
    "uuid",
    "uri-template",
    "json-pointer",
    "relative-json-pointer",
    "regex",
    "vn-phone",
    "vn-cccd",
]
PIECES = ("a", "a.", "xn--", "1", "%41", "1:", "/~0", "ế", "{a,b}", "a@", "P1Y", "[::", "\\\\p{L}", "(", "-", " ")
REFUSED = {INVALID_REPORT, INVALID_FORM}


def formats() -> Iterator[Case]:
    """Each format on a megabyte of each of some pieces, and many times on the same text."""
    for name in FORMATS:
        for piece in PIECES:
            text = piece * ((MEGABYTE - 100) // (len(in_json(piece)) - 2))
            if name == "regex":
                text = text[: len(text) // 3]
            yield f"{name} of {piece}", of_value({"format": name}, text), {OK, INVALID_REPORT}
    again = {"allOf": [{"format": "regex", "title": str(i)} for i in range(1000)]}
    yield "1,000 times a regex of a megabyte", of_value(again, "a" * 500_000), {OK, INVALID_REPORT}
    labels = {"items": {"format": "idn-hostname"}}
    hosts = [f"xn--{'a' * 40}{i}.ế{'b' * 30}.vn" for i in range(8000)]
    yield "8,000 international names", of_value(labels, hosts), {OK, INVALID_REPORT}


def expressions() -> Iterator[Case]:
    """Expressions without a small table, and forms with many."""
    generator = random.Random(1)
    mixed = "".join(generator.choice("ab") for _ in range(MEGABYTE - 100))
    for expression, text in (
        ("[a-z]{3000}Z", mixed),
        ("[a-z]{300}Z", mixed),
        ("(?:a|b)*a(?:a|b){12}c", mixed),
        ("(?:a|b)*a(?:a|b){40}c", mixed),
        ("(a?){3000}c", mixed),
        ("^.{0,9000}$", mixed),
        ("a.{40}b.{40}c", mixed),
        ("(?:\\b[a-z]{0,50}\\B){20}9", mixed),
        ("^(?=.*[0-9])(?=.*[a-z])(?!.*zz).{8,}$", mixed),
    ):
        yield f"{expression} on a megabyte", of_value({"pattern": expression}, text), {INVALID_REPORT}
    yield "(a?){3000}c for 100,000 texts", of_value({"items": {"pattern": "(a?){3000}c"}}, ["aaa"] * 100_000), REFUSED
    for name, list_of in (
        ("15,000 small ones", [f"^[0-9]{{{i % 12}}}x{i}$" for i in range(15_000)]),
        ("3,000 of properties", [f"^[\\p{{L}}\\p{{M}}' -]{{1,80}}{i}$" for i in range(3000)]),
        ("300 of 2,000 letters each", ["".join(chr(0x4E00 + 7 * j + i) for j in range(2000)) for i in range(300)]),
        ("500 of many scripts", [f"[\\p{{sc=Han}}\\p{{scx=Latn}}\\p{{L}}\\p{{Lu}}]{{9}}{i}" for i in range(500)]),
        ("100 of 19,000 steps each", [f"[a-z]{{{19_000 + i}}}Z" for i in range(100)]),
        ("100 of what may be missing", [f"^(a?){{9000}}b{i}" for i in range(100)]),
        ("20 of 100 KB", ["(a|b|c)*" * 12_000 + str(i) for i in range(20)]),
        ("one of 4 MB", ["a" * 3_900_000]),
        ("a set of 4 MB", ["[" + "a-zb-y" * 600_000 + "]"]),
    ):
        yield f"expressions: {name}", of_value({"allOf": [{"pattern": one} for one in list_of]}, "a"), REFUSED
    same = {"allOf": [{"pattern": "^[\\p{L}\\p{M}' -]{1,80}$", "title": str(i)} for i in range(7000)]}
    yield "expressions: 7,000 times the same", of_value(same, "a"), {OK}
    names = "".join(f"(?<n{i}>a)" for i in range(990))
    yield (
        "100,000 references by name",
        of_value({"format": "regex"}, names + "\\k<n989>" * 50_000),
        {OK, INVALID_REPORT},
    )
    deep = {"patternProperties": {f"^[a-z]+{i}$": True for i in range(300)}}
    yield "300 expressions for 50,000 names", of_form(deep, {f"abc{i}": 1 for i in range(50_000)}), {INVALID_REPORT}


def wide() -> Iterator[Case]:
    """Forms with very many of one thing, each of which leads to another."""
    sizes = {OK, INVALID_FORM}
    yield (
        "20,000 references",
        of_form(
            {"$defs": {f"d{i}": {} for i in range(7900)}, "allOf": [{"$ref": f"#/$defs/d{i}"} for i in range(7900)]}, {}
        ),
        {OK},
    )
    yield (
        "15,000 references to places",
        of_form({"allOf": [{"$ref": f"#/allOf/{(i * 7) % 15_000}/not"} for i in range(15_000)]}, {}),
        sizes,
    )
    for count in (9_000, 45_000):
        many = {"properties": {f"p{i}": {"type": "string"} for i in range(count)}}
        yield f"{count:,} questions", of_form(many, {f"p{i}": 1 for i in range(count)}), REFUSED
    yield "100,000 schemas", of_form({"allOf": [{"minLength": i} for i in range(100_000)]}, {}), {INVALID_FORM}
    for count in (25_000, 300_000):
        yield f"{count:,} required", of_form({"required": [f"c{i}" for i in range(count)]}, {}), REFUSED
        yield f"{count:,} in an enum", of_value({"enum": [f"c{i}" for i in range(count)]}, "c0"), sizes
    yield (
        "15,000 with conditions",
        of_form({"dependentRequired": {f"c{i}": ["a"] for i in range(14_000)}}, {"c1": 1}),
        REFUSED,
    )
    dependent = {"dependentSchemas": {f"c{i}": {"required": [f"d{i}"]} for i in range(7000)}}
    yield "7,000 dependent schemas, all asked", of_form(dependent, {f"c{i}": 1 for i in range(30_000)}), REFUSED
    yield "15,000 addresses", of_form({"$defs": {f"d{i}": {"$id": f"http://x/{i}"} for i in range(15_000)}}, {}), {OK}
    anchors = {f"d{i}": {"$dynamicAnchor": f"a{i}"} for i in range(7900)}
    yield (
        "7,900 dynamic anchors",
        of_form({"$defs": anchors, "allOf": [{"$dynamicRef": f"#a{i}"} for i in range(7900)]}, {}),
        {OK},
    )
    resources = {f"d{i}": {"$id": f"http://x/{i}", "$dynamicAnchor": "a", "$dynamicRef": "#a"} for i in range(5000)}
    scoped = {"$defs": resources, "$dynamicAnchor": "a", "allOf": [{"$ref": f"http://x/{i}"} for i in range(5000)]}
    yield "5,000 resources with one name", of_form(scoped, {}), REFUSED
    yield (
        "an address of a megabyte",
        of_form({"not": {"$id": "http://x/" + "a/" * 500_000, "allOf": [{"$ref": "b"}] * 9000}}, {}),
        {INVALID_FORM},
    )
    yield "a schema of 300,000 members", of_form({f"k{i}": 1 for i in range(300_000)}, {}), {INVALID_FORM}
    chosen = [
        {"oneOf": [{"properties": {"k": {"const": f"{i}_{j}"}}, "required": ["k"]} for j in range(60)]}
        for i in range(60)
    ]
    yield "60 choices of 60 branches", of_form({"allOf": chosen}, {"k": "3_4"}), REFUSED
    when = [
        {"if": {"properties": {"a": {"const": i}}}, "then": {"properties": {"q": {"minLength": i}}}}
        for i in range(3900)
    ]
    yield "3,900 conditions of one question", of_form({"allOf": when}, {"a": 5, "q": ""}), REFUSED
    inside = {
        "p": {"properties": {f"q{i}": {"$ref": "#/$defs/r"} for i in range(100)}},
        "r": {"properties": {f"r{i}": {} for i in range(100)}},
    }
    yield (
        "100 x 100 x 100 questions",
        of_form({"properties": {f"p{i}": {"$ref": "#/$defs/p"} for i in range(100)}, "$defs": inside}, {}),
        sizes,
    )
    rows = {"properties": {"a": {"items": {"properties": {f"q{i}": {"type": "string"} for i in range(4000)}}}}}
    yield "64 elements of 4,000 questions", of_form(rows, {"a": [{}] * 64}), {OK}


def doubling() -> Iterator[Case]:
    """Schemas whose levels each ask the next one more than once."""
    for keyword in ("allOf", "anyOf", "oneOf"):
        last: dict[str, Any] = {"required": ["z"]}
        levels: dict[str, Any] = {
            f"l{i}": {keyword: [{"$ref": f"#/$defs/l{i + 1}"}, {"$ref": f"#/$defs/l{i + 1}"}]} for i in range(40)
        }
        yield f"40 levels of {keyword}", of_form({"$ref": "#/$defs/l0", "$defs": {**levels, "l40": last}}, {}), REFUSED
        hidden = {"not": {"not": {"$ref": "#/$defs/l0"}}, "$defs": {**levels, "l40": last}}
        yield f"40 levels of {keyword} under not", of_form(hidden, {}), REFUSED
    one = {"$ref": "#/$defs/l0", "$defs": {}}
    for i in range(40):
        after = {"$ref": f"#/$defs/l{i + 1}"}
        one["$defs"][f"l{i}"] = {"if": after, "then": after, "else": after}  # type: ignore[index]
    one["$defs"]["l40"] = {"required": ["z"]}  # type: ignore[index]
    yield "40 levels of if, then and else", of_form(one, {}), REFUSED
    members = {f"l{i}": {"properties": {n: {"$ref": f"#/$defs/l{i + 1}"} for n in "ab"}} for i in range(40)}
    yield "40 levels of members", of_form({"$ref": "#/$defs/l0", "$defs": {**members, "l40": {}}}, nested(39)), {OK}
    both = {"additionalProperties": {"anyOf": [{"$ref": "#"}, {"$ref": "#"}]}, "required": ["z"]}
    yield "60 levels of answers, tried twice", of_form(both, nested(60)), {INVALID_REPORT}
    marks = {"anyOf": [{"contains": {"const": i}} for i in range(300)], "unevaluatedItems": False}
    yield "300 x 100,000 marks", of_value(marks, [1] * 100_000), {INVALID_REPORT}
    broad = {"allOf": [{"properties": {f"m{i}": True}} for i in range(1000)], "unevaluatedProperties": False}
    yield "1,000 schemas, one member left", of_form(broad, {f"m{i}": 1 for i in range(1001)}), {INVALID_REPORT}


def repeated() -> Iterator[Case]:
    """Work on a megabyte that is wanted again and again."""
    again = range(1000)
    for name, schema, value in (
        ("100,000 numbers, different", [{"uniqueItems": True}], list(range(100_000))),
        ("100,000 texts, different", [{"uniqueItems": True}], [f"{i:x}" for i in range(100_000)]),
    ):
        yield name, of_value({"allOf": schema}, value), {OK}
    many: tuple[tuple[str, Any, Any], ...] = (
        ("different numbers", lambda i: {"uniqueItems": True, "title": str(i)}, list(range(100_000))),
        ("two long texts", lambda i: {"uniqueItems": True, "title": str(i)}, ["a" * 500_000, "b" * 500_000]),
        ("a long list that is const", lambda i: {"not": {"const": [1] * 50 + [i]}}, [1] * 51 + [[1] * 400_000]),
        ("lists of the same length", lambda i: {"const": [i, 2]}, [[1] * 200_000, [2] * 200_000]),
        (
            "a wide object that is const",
            lambda i: {"enum": [{}, {f"x{j}": i for j in range(9)}]},
            {f"{i:x}": 1 for i in range(9)},
        ),
        ("least lengths", lambda i: {"minLength": 2_000_000 - i}, "é" * 500_000),
        ("100,000 elements that contain", lambda i: {"contains": {"const": -1 - i}}, [1] * 100_000),
        ("100,000 elements of any kind", lambda i: {"items": {"title": str(i)}}, [1] * 100_000),
        ("branches for 100,000", lambda i: {"items": {"anyOf": [{"minimum": i + 2}, {"maximum": -i}]}}, [1] * 100_000),
    )
    for name, schema_of, value in many:
        yield f"1,000 times {name}", of_value({"allOf": [schema_of(i) for i in again]}, value), {OK, INVALID_REPORT}
    digits = b'{"a":' + b"7" * 1_000_000
    for name, form, end in (
        ("multipleOf", b'{"multipleOf":%d}', b"}"),
        ("maximum", b'{"maximum":%d}', b"}"),
        ("integer", b'{"type":"integer","minimum":%d}', b".5}"),
        ("const", b'{"const":%d}', b"}"),
    ):
        all_of = b'{"properties":{"a":{"allOf":[' + b",".join(form % (i + 1) for i in again) + b"]}}}"
        yield f"1,000 times {name}, a megabyte of digits", of_text(all_of, digits + end), {INVALID_REPORT}
    escaped = b'{"a":"' + b"\\u00e9" * 160_000 + b'"}'
    for keyword in (b'{"minLength":%d}', b'{"not":{"const":"%d"}}', b'{"pattern":"^.*$","title":"%d"}'):
        all_of = b'{"properties":{"a":{"allOf":[' + b",".join(keyword % i for i in again) + b"]}}}"
        yield f"1,000 times {keyword.decode()} on escapes", of_text(all_of, escaped), {INVALID_REPORT}
    exponents = b'{"a":[' + b",".join(b"1e%d" % (i % 999) for i in range(100_000)) + b"]}"
    yield (
        "100,000 exponents",
        of_text(b'{"properties":{"a":{"items":{"multipleOf":7e-300}}}}', exponents),
        {INVALID_REPORT},
    )
    huge = b'{"a":[1e999999999,1e-999999999,-1e99999999999999999999,0e9]}'
    yield (
        "1e999999999 and others",
        of_text(b'{"properties":{"a":{"items":{"multipleOf":0.01}}}}', huge),
        {INVALID_REPORT},
    )
    name = "a" * 1_000_000
    long = {"allOf": [{"$ref": "#/$defs/n"} for _ in again], "$defs": {"n": {"properties": {name: True}}}}
    yield "1,000 times a name of a megabyte", of_form(long, {name: 1}), REFUSED
    deep = [nested(50, i) for i in range(2000)]
    yield "2,000 deep values in an enum", of_value({"items": {"enum": deep}}, deep), {OK}
    encoded = (
        b'{"$schema":"http://json-schema.org/draft-07/schema#","properties":{"a":{"allOf":['
        + b",".join(
            b'{"contentMediaType":"application/json","contentEncoding":"base64","title":"%d"}' % i for i in again
        )
        + b"]}}}"
    )
    yield "1,000 times content", of_text(encoded, b'{"a":"' + b"MTEx" * 250_000 + b'"}'), {OK, INVALID_REPORT}


def told() -> Iterator[Case]:
    """Much to tell: names of a megabyte, a thousand findings each of which is far down a long list."""
    members = {f"m{i}": 1 for i in range(20_000)}
    below = {"additionalProperties": {"additionalProperties": False}}
    yield "1,000 findings below a long name", of_form(below, {"a" * 500_000: members}), {INVALID_REPORT}
    long = {"properties": {"a" * 1_000_000: {"properties": {f"m{i}": False for i in range(2000)}}}}
    yield "1,000 findings of a long keyword", of_form(long, {"a" * 900_000: 1, "b": 1}), {OK}
    yield (
        "1,000 findings told at length",
        of_form(long, {"a" * 1_000_000: {f"m{i}": 1 for i in range(2000)}}),
        {INVALID_REPORT},
    )
    wide_end = {"allOf": [{"required": [f"r{i}"]} for i in range(15_000)]}
    yield "15,000 schemas that want a member", of_form(wide_end, {"x": 1}), {INVALID_REPORT}
    yield (
        "50,000 members, none of them known",
        of_form({"additionalProperties": False}, {f"m{i}": 1 for i in range(50_000)}),
        {INVALID_REPORT},
    )
    yield (
        "25,000 required, as many others",
        of_form({"required": [f"x{i}" for i in range(25_000)]}, {f"m{i}": 1 for i in range(25_000)}),
        {INVALID_REPORT},
    )
    banned = {"not": {"anyOf": [{"required": [f"b{i}"]} for i in range(7000)]}, "properties": {"b0": {}}}
    yield "7,000 banned members", of_form(banned, {f"b{i}": 1 for i in range(7000)}), {INVALID_REPORT}
    marks = {f"{i}": "\u202e\u200b" for i in range(40_000)}
    yield "40,000 texts with hidden marks", of_form({}, marks), {INVALID_REPORT}
    yield "hidden marks below a long name", of_form({}, {"a" * 200_000: marks}), {INVALID_REPORT}
    levels: Any = 1
    for i in range(60):
        levels = {"k" * 3000 + str(i): levels, "x": 1, "y": 1}
    yield (
        "60 levels of long names",
        of_form({"additionalProperties": {"$ref": "#"}, "maxProperties": 0}, levels),
        {INVALID_REPORT},
    )


def annotated() -> Iterator[Case]:
    """Annotations of forms: rules, facts, comparisons and words that are asked about very much."""
    levels: dict[str, Any] = {
        f"l{i}": {"anyOf": [{"$ref": f"#/$defs/l{i + 1}"}, {"$ref": f"#/$defs/l{i + 1}"}]} for i in range(30)
    }
    levels["l30"] = {"required": ["z"]}
    slow = {"if": {"required": ["a"]}, "then": {"$ref": "#/$defs/l0"}, "else": False}
    source = {"urgency": "U2", "destinations": ["111"], "source": "a rule", "verified": False}
    wide_answers = {f"m{i}": 1 for i in range(45_000)}
    rules = [{"id": f"R{i}", "when": slow, **source} for i in range(2000)]
    # What rules share is asked once, so that this one is decided; inside of a member nothing is shared.
    yield "2,000 rules that double", of_form({"$defs": levels, "x-tincay-triage": rules}, {"a": 1}), {OK}
    inside = {"properties": {"a": {"$ref": "#/$defs/l0"}}, "required": ["a"]}
    rules = [{"id": f"R{i}", "when": inside, **source} for i in range(2000)]
    yield "2,000 rules that double inside", of_form({"$defs": levels, "x-tincay-triage": rules}, {"a": {}}), REFUSED
    small = [
        {"id": f"R{i}", "when": {"properties": {"a": {"const": i}}, "required": ["a"]}, **source} for i in range(2000)
    ]
    yield (
        "2,000 rules, 45,000 answers",
        of_form({"x-tincay-triage": small}, {"a": 1, **wide_answers}),
        {OK, INVALID_REPORT},
    )
    flags = {f"f{i}": {"properties": {"derived": {"required": [f"f{i - 1}"]}}} for i in range(1, 240)}
    yield (
        "240 facts that look back",
        of_form({"x-tincay-derive": {"flags": {"f0": True, **flags}}}, wide_answers),
        {OK, *REFUSED},
    )
    words = {f"w{i}": {"in": ["/a"], "any": [f"a{j} b{i}" for j in range(1000)]} for i in range(20)}
    yield (
        "20,000 words in a megabyte",
        of_form({"x-tincay-derive": {"words": words}}, {"a": "a " * 500_000}),
        {OK, INVALID_REPORT},
    )
    compared = [{"left": f"/m{44_999 - i}", "op": "lt", "right": "/m44999"} for i in range(2000)]
    yield "2,000 comparisons, 45,000 answers", of_form({"x-tincay-compare": compared}, wide_answers), {INVALID_REPORT}
    among = [{"left": "/a", "op": "in", "right": "/b"} for _ in range(2000)]
    yield (
        "2,000 comparisons with a long list",
        of_form({"x-tincay-compare": among}, {"a": 1, "b": list(range(90_000))}),
        {OK, *REFUSED},
    )
    conditions = [
        {"if": {"$ref": "#/$defs/l0", "title": str(i)}, "then": {"properties": {f"q{i}": {}}}} for i in range(500)
    ]
    yield "500 questions that wait for what doubles", of_form({"$defs": levels, "allOf": conditions}, {"a": 1}), REFUSED
    languages = {
        f"q{a}{b}{c}": {"label": "x"}
        for a in "abcdefghijklmnopqrst"
        for b in "abcdefghijklmnopqrstuvwxyz"
        for c in "abcdefghij"
    }
    yield (
        "5,000 languages",
        of_form(
            {
                "properties": {f"p{i}": {"$ref": "#/$defs/w"} for i in range(500)},
                "$defs": {"w": {"type": "string", "x-tincay-i18n": languages}},
            },
            {f"p{i}": 1 for i in range(500)},
        ),
        REFUSED,
    )
    header = {"x-tincay-form": {"id": "a", "version": "1", "language": "vi"}}
    texts = {f"p{i}": "Tiếng Việt có dấu ờ đây ﬁ " * 15 for i in range(1500)}
    yield (
        "1,500 texts put in order",
        of_form({**header, "properties": {f"p{i}": {"type": "string"} for i in range(1500)}}, texts),
        {OK},
    )
    yield (
        "a text of marks put in order",
        of_form({**header, "properties": {"a": {"type": "string"}}}, {"a": "a" + "\u0301\u0323" * 200_000}),
        {OK, INVALID_REPORT},
    )
    relaxed = [{"x-tincay-relax": True, "required": [f"r{i}"]} for i in range(7000)]
    urgent = {"x-tincay-triage": [{"id": "R", "when": {}, **source, "urgency": "U1"}], "allOf": relaxed}
    yield "7,000 relaxed schemas, urgent", of_form(urgent, {"x": 1}), {OK, INVALID_REPORT}
    given = b'{"schemas":{' + b",".join(b'"http://x/%d":{"$id":"http://x/%d"}' % (i, i) for i in range(100_000)) + b"}}"
    yield (
        "100,000 schemas beside it",
        of_form({"allOf": [{"$ref": f"http://x/{i}"} for i in range(5000)]}, {}, given),
        {OK, INVALID_FORM},
    )
