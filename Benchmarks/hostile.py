"""Gives the library what should take long or much, and sees that each has the right answer within a tenth of a second.

    hostile.py LIBRARY JSON-SUITE

LIBRARY is build/libtincay.so; JSON-SUITE is the folder of the parsing suite beside a full checkout, whose files are
skipped without it. Prints the verdict and the time of each case, a form's opening included, and fails on a wrong one.
"""

from __future__ import annotations

import ctypes
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

MOST = 100.0
OK, INVALID_REPORT, LIMIT, INVALID_JSON, INVALID_FORM = 0, 60, 61, 62, 63
NAMES = {OK: "accepted", INVALID_REPORT: "refused", LIMIT: "limit", INVALID_JSON: "not JSON", INVALID_FORM: "no form"}
MEGABYTE = 1 << 20


class Bytes(ctypes.Structure):
    """Bytes that the library gave."""

    _fields_ = (("data", ctypes.c_void_p), ("size", ctypes.c_size_t))


class Library:
    """The functions that are tried."""

    def __init__(self, path: Path) -> None:
        """Loads the library."""
        self._library = ctypes.CDLL(str(path))
        self._library.tincay_json_pick.argtypes = (ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_void_p)
        self._library.tincay_form_open.argtypes = (ctypes.c_char_p, ctypes.c_size_t, ctypes.c_void_p)
        self._library.tincay_form_check.argtypes = (
            ctypes.c_void_p,
            ctypes.c_char_p,
            ctypes.c_size_t,
            ctypes.c_char_p,
            ctypes.c_void_p,
        )
        self._library.tincay_form_close.argtypes = (ctypes.c_void_p,)

    def parse(self, text: bytes) -> tuple[int, str, float]:
        """Parses a text: the family of the status, nothing more to tell, and the milliseconds."""
        found = Bytes()
        begin = time.process_time()
        status = self._library.tincay_json_pick(text, len(text), b"", ctypes.byref(found))
        spent = time.process_time() - begin
        self._library.tincay_bytes_free(ctypes.byref(found))
        return status & 0xFF, "", spent * 1000

    def check(self, schema: bytes, answers: bytes) -> tuple[int, str, float]:
        """Opens a form and checks answers: the family of the status, the codes of findings, and the milliseconds."""
        form, result = ctypes.c_void_p(), Bytes()
        begin = time.process_time()
        status = self._library.tincay_form_open(schema, len(schema), ctypes.byref(form))
        if status == OK:
            status = self._library.tincay_form_check(form, answers, len(answers), None, ctypes.byref(result))
        spent = time.process_time() - begin
        told = ctypes.string_at(result.data, result.size) if result.data else b"{}"
        codes = sorted({finding["code"] for finding in json.loads(told).get("findings", [])})
        self._library.tincay_bytes_free(ctypes.byref(result))
        if form:
            self._library.tincay_form_close(form)
        return status & 0xFF, ",".join(codes), spent * 1000


class Table:
    """What came out, line by line."""

    def __init__(self) -> None:
        """Begins."""
        self.failed = 0

    def add(self, name: str, told: tuple[int, str, float], expected: set[int]) -> None:
        """Prints a line."""
        status, codes, spent = told
        is_good = status in expected and spent < MOST
        self.failed += not is_good
        verdict = f"{NAMES.get(status, status)} {codes}".strip()
        print(f"  {name:44} {verdict:34.34} {spent:8.1f} ms{'' if is_good else '   FAILED'}", flush=True)


def of_value(schema: Any, value: Any) -> Callable[[Library], tuple[int, str, float]]:
    """A case whose answers have one member, `a`, and whose schema is that of the member."""
    form, answers = in_json({"properties": {"a": schema}}), in_json({"a": value})
    return lambda library: library.check(form, answers)


def of_text(form: bytes, answers: bytes) -> Callable[[Library], tuple[int, str, float]]:
    """A case of a form and answers as they are written."""
    return lambda library: library.check(form, answers)


def in_json(value: Any) -> bytes:
    """A value in JSON, as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def nested(depth: int, value: Any = None) -> Any:
    """Objects inside one another."""
    for _ in range(depth):
        value = {"a": value}
    return value


def patterns() -> Iterator[tuple[str, Callable[[Library], tuple[int, str, float]], set[int]]]:
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


def schemas() -> Iterator[tuple[str, Callable[[Library], tuple[int, str, float]], set[int]]]:
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


def lists() -> Iterator[tuple[str, Callable[[Library], tuple[int, str, float]], set[int]]]:
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


def texts() -> Iterator[tuple[str, Callable[[Library], tuple[int, str, float]], set[int]]]:
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


def suite(library: Library, folder: Path, table: Table) -> None:
    """The files of the parsing suite: each kind's verdicts, and the slowest."""
    if not folder.is_dir():
        print(f"  SKIPPED: the JSON parsing suite is not at {folder}")
        return
    for kind, expected in (("y", {OK}), ("n", {INVALID_JSON, LIMIT}), ("i", {OK, INVALID_JSON, LIMIT})):
        worst = (OK, "", 0.0)
        files = sorted(folder.glob(f"{kind}_*.json"))
        for path in files:
            told = library.parse(path.read_bytes())
            # The suite leaves to the reader what two members of the same name mean; here they are an error.
            if (told[0] not in expected and "duplicated" not in path.name) or told[2] >= MOST:
                table.add(path.name, told, expected)
            worst = max(worst, told, key=lambda one: one[2])
        table.add(f"{len(files)} files {kind}_, the slowest", (worst[0], "", worst[2]), expected)


def main() -> int:
    """Tries everything."""
    library, table = Library(Path(sys.argv[1]).absolute()), Table()
    print("Hostile inputs, CPU time\n")
    suite(library, Path(sys.argv[2]), table)
    for cases in (texts(), patterns(), schemas(), lists()):
        for name, run, expected in cases:
            table.add(name, min((run(library) for _ in range(3)), key=lambda one: one[2]), expected)
    print(f"\n  {table.failed} failed" if table.failed else "\n  each within a tenth of a second")
    return 1 if table.failed else 0


if __name__ == "__main__":
    sys.exit(main())
