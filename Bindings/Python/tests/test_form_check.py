"""`form check`: the verdict, and each piece of advice."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Callable

import pytest

from conftest import ROOT
from tincay.__main__ import main
from tincay.authoring.check import CheckedForm, as_json, as_text, check
from tincay.authoring.lint import MOST
from tincay.authoring.phrases import LANGUAGES, Phrases
from tincay.authoring.vocabulary import VOCABULARY

DEFAULT = ROOT / "Forms" / "vn-cp-intake.json"


def words(label: str) -> dict[str, Any]:
    """The same words in every language of `GOOD`."""
    return {"x-tincay-i18n": {tag: {"label": label, "hint": label} for tag in ("vi", "en", "vi-x-child")}}


GOOD: dict[str, Any] = {
    "x-tincay-form": {"id": "good", "version": "1", "language": "vi"},
    "type": "object",
    "properties": {
        "danger": {"oneOf": [{"const": "Y", **words("Yes")}, {"const": "N", **words("No")}], **words("Danger?")},
        "story": {"type": "string", "maxLength": 100, **words("Story")},
    },
    "unevaluatedProperties": False,
    "x-tincay-pages": [{"id": "one", "questions": ["danger", "story"], **words("One")}],
    "x-tincay-derive": {"key": "derived", "flags": {"told": {"required": ["story"]}}},
    "x-tincay-triage": [
        {
            "id": "G1",
            "when": {"properties": {"danger": {"const": "Y"}}, "required": ["danger"]},
            "urgency": "U1",
            "destinations": ["DESK", "111"],
            "deadlines": [{"kind": "LOOK", "within": "PT1H", "source": "ours", "verified": True}],
            "source": "ours",
            "verified": True,
        },
    ],
    "x-tincay-hotlines": [{"number": "111", "always": True, "verified": "2026-01-01", **words("Help")}],
    "x-tincay-destinations": [{"code": "DESK", **words("Desk")}],
}
"""A form that nothing can be said against."""

RULE = "/x-tincay-triage/0"
"""Where its only rule stands."""

TEXT: dict[str, Any] = {"type": "string", "maxLength": 9, **words("Text")}
"""A question that is answered with a short text."""


def checked(change: Callable[[dict[str, Any]], object] = lambda form: None) -> CheckedForm:
    """Checks the good form after a change."""
    form = copy.deepcopy(GOOD)
    change(form)
    return check(json.dumps(form).encode())


def rule(form: dict[str, Any]) -> dict[str, Any]:
    """The only rule of a form."""
    found: dict[str, Any] = form["x-tincay-triage"][0]
    return found


def story(form: dict[str, Any]) -> dict[str, Any]:
    """The text question of a form."""
    found: dict[str, Any] = form["properties"]["story"]
    return found


def hotline(form: dict[str, Any]) -> dict[str, Any]:
    """The only number of a form."""
    found: dict[str, Any] = form["x-tincay-hotlines"][0]
    return found


def test_a_good_form_gets_no_advice() -> None:
    found = checked()
    assert found.is_sound
    assert found.advice == []


def add(name: str, **schema: Any) -> Callable[[dict[str, Any]], object]:
    """A change that adds a question, on the page."""

    def change(form: dict[str, Any]) -> None:
        form["properties"][name] = schema
        form["x-tincay-pages"][0]["questions"].append(name)

    return change


def when(condition: Any) -> Callable[[dict[str, Any]], object]:
    """A change of the rule's condition."""
    return lambda form: rule(form).update(when=condition)


CASES: list[tuple[str, str, str, Callable[[dict[str, Any]], object]]] = [
    ("noLabel", "warning", "/properties/more", add("more", type="boolean")),
    ("noChoiceLabel", "warning", "/properties/more/enum/0", add("more", enum=["A", "B"], **words("More"))),
    ("noHint", "notice", "/properties", lambda form: _drop(form, "hint")),
    ("noTranslation", "warning", "/properties/story", lambda form: _drop(form, "label", "en")),
    ("noChildWords", "notice", "/properties", lambda form: _drop(form, "label", "vi-x-child")),
    ("notOnPage", "warning", "/properties/story", lambda form: form["x-tincay-pages"][0]["questions"].remove("story")),
    (
        "facetOnText",
        "error",
        "/properties/story",
        lambda form: story(form).update({"x-tincay-facet": True}),
    ),
    (
        "noSection",
        "warning",
        "/properties/so_dien_thoai",
        add("so_dien_thoai", **TEXT),
    ),
    ("noSection", "warning", "/properties/homeAddress", add("homeAddress", **TEXT)),
    ("noLimit", "notice", "/properties/story", lambda form: story(form).pop("maxLength")),
    ("notClosed", "warning", "", lambda form: form.pop("unevaluatedProperties")),
    ("requiredNotAsked", "error", "/required/0", lambda form: form.update(required=["nobody"])),
    ("urgentRequired", "warning", "/required/0", lambda form: form.update(required=["danger"])),
    ("whenAlways", "notice", f"{RULE}/when", when(True)),
    ("whenWithoutRequired", "error", f"{RULE}/when", when({"properties": {"danger": {"const": "Y"}}})),
    (
        "whenWithoutRequired",
        "error",
        f"{RULE}/when",
        when({"anyOf": [{"required": ["story"]}, {"properties": {"danger": {"const": "Y"}}}]}),
    ),
    (
        "conditionWithoutRequired",
        "warning",
        "/if",
        lambda form: form.update({"if": {"properties": {"danger": {"const": "Y"}}}, "then": {"required": ["story"]}}),
    ),
    ("unknownQuestion", "error", f"{RULE}/when/required/0", when({"required": ["nobody"]})),
    (
        "unknownQuestion",
        "error",
        "/x-tincay-compare/0/right",
        lambda form: form.update({"x-tincay-compare": [{"left": "/story", "op": "eq", "right": "/nobody"}]}),
    ),
    (
        "unknownFact",
        "warning",
        f"{RULE}/when/properties/derived/required/0",
        when({"properties": {"derived": {"required": ["agemin"]}}, "required": ["derived"]}),
    ),
    (
        "unknownCode",
        "error",
        f"{RULE}/when/properties/danger/enum",
        when({"properties": {"danger": {"enum": ["Y", "PERHAPS"]}}, "required": ["danger"]}),
    ),
    ("noSource", "warning", RULE, lambda form: rule(form).pop("source")),
    (
        "noDeadlineSource",
        "warning",
        f"{RULE}/deadlines",
        lambda form: rule(form)["deadlines"][0].pop("source"),
    ),
    ("notVerified", "notice", RULE, lambda form: rule(form).update(verified=None)),
    (
        "deadlineNotVerified",
        "notice",
        f"{RULE}/deadlines",
        lambda form: rule(form)["deadlines"][0].update(verified=False),
    ),
    (
        "hotlineNotVerified",
        "warning",
        "/x-tincay-hotlines/0",
        lambda form: hotline(form).update(verified=None),
    ),
    (
        "noDestinationName",
        "warning",
        f"{RULE}/destinations/0",
        lambda form: rule(form).update(destinations=["X"]),
    ),
]
"""Each: the advice, its severity, its place, and what has to be done to the good form to get it."""


def _drop(form: dict[str, Any], key: str, *tags: str) -> None:
    """Takes a word of one question away, in some languages or in all."""
    table = story(form)["x-tincay-i18n"]
    for tag in tags or tuple(table):
        del table[tag][key]


@pytest.mark.parametrize(("code", "severity", "pointer", "change"), CASES, ids=lambda value: str(value)[:30])
def test_each_advice_is_given_once(code: str, severity: str, pointer: str, change: Any) -> None:
    found = checked(change)
    given = [advice for advice in found.advice if advice.code == code]
    assert [(advice.severity, advice.pointer) for advice in given] == [(severity, pointer)]
    for language in LANGUAGES:
        assert "{}" not in given[0].sentence(Phrases(language))


def test_a_question_without_words_gets_no_second_advice_about_them() -> None:
    assert {advice.code for advice in checked(add("more", type="boolean")).advice} == {"noLabel", "noHint"}


def test_holidays_that_nobody_verified_are_listed_also_from_resources() -> None:
    calendar = {"x-tincay-calendar": {"holidays": [{"date": "2026-09-02", "verified": None}]}}
    found = check(json.dumps(GOOD).encode(), json.dumps(calendar).encode())
    assert [(advice.code, advice.pointer) for advice in found.advice] == [
        ("holidayNotVerified", "resources#/x-tincay-calendar/holidays")
    ]


def test_what_hangs_on_derived_facts_is_not_taken_for_a_missing_required() -> None:
    condition = {"properties": {"derived": {"properties": {"told": {"const": True}}, "required": ["told"]}}}
    assert checked(when(condition)).advice == []


def test_the_default_form_is_clean_of_errors() -> None:
    found = check(DEFAULT.read_bytes())
    assert found.is_sound
    assert {advice.severity for advice in found.advice} <= {"warning", "notice"}
    assert found.coverage is not None
    row = found.coverage.rows[0]
    assert (row.language, row.labels, row.missing) == ("vi", len(found.coverage.questions), [])


def test_the_first_form_of_the_guide_is_sound() -> None:
    guide = (ROOT / "Documentation" / "FORMS.md").read_text(encoding="utf-8")
    assert check(guide.split("```json\n")[1].split("```")[0].encode()).is_sound


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b'{"type": "fish"}', "refused"),
        (b"\xff", "refusedJSON"),
        (b'{"a":1,"a":2}', "refusedJSON"),
        (b"[" * 100_000, "refusedLimit"),
        (b'{"x":' + b'{"x":' * 200 + b"1" + b"}" * 201, "refusedLimit"),
    ],
)
def test_what_the_library_refuses_is_refused(source: bytes, reason: str) -> None:
    found = check(source)
    assert not found.is_sound
    assert found.verdict.reason in (reason, "refused")
    assert list(as_text(found, Phrases("vi")))
    assert json.loads(as_json(found, Phrases("en")))["usable"] is False


def test_circles_and_wrong_shapes_do_no_harm() -> None:
    hostile = {
        "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a", "allOf": [{"$ref": "#/$defs/b"}]}},
        "$ref": "#/$defs/a",
        "properties": {"q": {"$ref": "#/$defs/a"}, "r": 1, "s": {"oneOf": 5, "enum": {}}, "t": {"items": [1]}},
        "required": [1, {}, "q"],
        "x-tincay-order": 1,
        "x-tincay-pages": [1, {"questions": [2]}],
        "x-tincay-triage": [0, {"when": {"$ref": "#/$defs/a"}, "deadlines": [None], "destinations": [[]]}],
        "x-tincay-compare": [{"left": 1}],
        "x-tincay-hotlines": [{"number": {}}],
        "x-tincay-i18n": {"vi": 1},
        "x-tincay-form": [],
        "x-tincay-derive": {"key": 1, "flags": [1]},
    }
    assert not check(json.dumps(hostile).encode()).is_sound


def test_a_form_that_branches_without_end_is_given_up() -> None:
    levels = {f"l{n}": {"allOf": [{"$ref": f"#/$defs/l{n + 1}"}] * 4} for n in range(30)}
    found = check(json.dumps({"$defs": {**levels, "l30": {}}, "$ref": "#/$defs/l0"}).encode())
    assert [advice.code for advice in found.advice] in ([], ["noAdvice"])


def test_advice_has_an_end() -> None:
    found = checked(lambda form: form.update(required=[f"q{number}" for number in range(3_000)]))
    assert len(found.advice) == MOST


def test_a_terminal_is_not_steered_by_a_form() -> None:
    found = checked(lambda form: rule(form).update(id="\x1b[2J\u202e", source=""))
    assert not any(char in line for line in as_text(found, Phrases()) for char in "\x1b\u202e")


def test_every_phrase_has_the_same_braces_in_every_language() -> None:
    for key, phrases in VOCABULARY.items():
        assert len(phrases) == len(LANGUAGES)
        assert len({phrase.count("{}") for phrase in phrases}) == 1, key


@pytest.fixture
def form_file(tmp_path: Path) -> Callable[[Any], str]:
    """Writes a form to a file and gives its path."""

    def put(form: Any) -> str:
        path = tmp_path / "form.json"
        path.write_text(json.dumps(form), encoding="utf-8")
        return str(path)

    return put


def test_the_command_says_what_it_found(form_file: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form", "check", form_file(GOOD)]) == 0
    assert capsys.readouterr().out.startswith("The library takes this form.\n")
    assert main(["form", "check", form_file({**GOOD, "required": ["nobody"]}), "--language", "vi"]) == 1
    assert "sai: nobody là bắt buộc" in capsys.readouterr().out
    assert main(["form", "check", form_file({"type": "fish"})]) == 1
    assert "refuses" in capsys.readouterr().out


def test_warnings_count_only_when_asked_to(form_file: Any) -> None:
    path = form_file({**GOOD, "required": ["danger"]})
    assert main(["form", "check", path]) == 0
    assert main(["form", "check", path, "--strict"]) == 1


def test_the_command_prints_json(form_file: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form", "check", form_file({**GOOD, "required": ["nobody"]}), "--json"]) == 1
    result = json.loads(capsys.readouterr().out)
    assert (result["usable"], result["sound"]) == (True, False)
    assert result["advice"][0].keys() == {"code", "severity", "path", "message"}
    assert [row["language"] for row in result["words"]["languages"]] == ["vi", "vi-x-child", "en"]


def test_a_command_that_cannot_be_carried_out_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form", "check", str(tmp_path / "none.json")]) == 2
    assert "cannot be read" in capsys.readouterr().err
    with pytest.raises(SystemExit) as stopped:
        main(["form", "fly"])
    assert stopped.value.code == 2


def test_the_library_names_the_place_of_a_fault() -> None:
    deadline = {"kind": "PLAN", "statutory_max": "PT12H", "local_max": "PT13H"}
    rule = {"id": "A", "when": {"required": ["a"]}, "urgency": "U1", "deadlines": [deadline]}
    found = check(json.dumps({"x-tincay-triage": [rule]}).encode())
    assert [(fault.code, fault.pointer) for fault in found.verdict.faults] == [
        ("law", "/x-tincay-triage/0/deadlines/0")
    ]
    lines = list(as_text(found, Phrases("en")))
    assert "fault: A local limit is laxer than the law's." in lines
    assert not found.is_sound


def test_what_stands_beside_a_form_is_read_with_it() -> None:
    form = b'{"properties": {"a": {"$ref": "urn:example:list"}}}'
    assert not check(form).verdict.usable
    assert check(form, b'{"schemas": {"urn:example:list": {"enum": [1]}}}').verdict.usable


def test_a_form_of_nothing_but_conditions_is_looked_at_in_time() -> None:
    many = {"anyOf": [{"properties": {f"q{number}": {"const": 1}}} for number in range(5_000)]}
    rules = [{"id": str(number), "when": {"$ref": "#/$defs/many"}, "urgency": "U1"} for number in range(2_000)]
    found = check(json.dumps({"$defs": {"many": many}, "x-tincay-triage": rules}).encode())
    assert len(found.advice) == MOST


def test_whoever_stops_reading_sees_no_traceback() -> None:
    program = "import sys; from tincay.__main__ import main; sys.exit(main(sys.argv[1:]))"
    with subprocess.Popen(  # noqa: S603 - this very interpreter, on a file of the tree
        [sys.executable, "-c", program, "form", "check", "--json", str(ROOT / "Forms" / "vn-cp-intake.json")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "Bindings" / "Python" / "src")},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
