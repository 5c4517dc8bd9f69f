"""Forms: reading, checking, asking."""

from __future__ import annotations

import json
from typing import Any

import pytest

import tincay
from conftest import PLAIN, ROOT
from tincay import Form


def test_accepted_answers_give_a_result(plain: Form) -> None:
    result = plain.check({"worry": "home", "age": 12})
    assert result["accepted"] is True
    assert result["findings"] == []
    assert result["urgency"] is None
    assert result["due"] is None
    assert (result["rules"], result["deadlines"], result["destinations"]) == ([], [], [])


def test_invalid_answers_raise_nothing_and_name_every_field(plain: Form) -> None:
    result = plain.check({"age": 1000, "nickname": "x"}, "en")
    assert result["accepted"] is False
    found = {(finding["path"], finding["code"]) for finding in result["findings"]}
    assert found == {("/worry", "required"), ("/age", "maximum"), ("/nickname", "unknown")}
    assert all(finding["message"] and finding["severity"] == "error" for finding in result["findings"])


@pytest.mark.parametrize(
    "wrap",
    [
        json.dumps,
        lambda a: json.dumps(a).encode(),
        lambda a: bytearray(json.dumps(a), "utf-8"),
        lambda a: memoryview(json.dumps(a).encode()),
    ],
)
def test_json_may_come_as_text_or_bytes(plain: Form, wrap: Any) -> None:
    assert plain.check(wrap({"worry": "home"}))["accepted"]


@pytest.mark.parametrize(
    ("source", "status"),
    [
        (b"\xff", tincay.Status.INVALID_JSON_UTF8),
        ('{"story":"\ud800"}', tincay.Status.INVALID_JSON_UTF8),
        ({"story": "\ud800"}, tincay.Status.INVALID_JSON_UTF8),
        ({"age": float("nan")}, tincay.Status.INVALID_JSON_SYNTAX),
        ("{", tincay.Status.INVALID_JSON_SYNTAX),
        (b"", tincay.Status.INVALID_JSON_SYNTAX),
        ('{"a":1,"a":2}', tincay.Status.INVALID_JSON_DUPLICATE),
        ({"1": 1, 1: 2}, tincay.Status.INVALID_JSON_DUPLICATE),
    ],
)
def test_invalid_json_has_its_own_status(plain: Form, source: Any, status: tincay.Status) -> None:
    with pytest.raises(tincay.InvalidJSONError) as caught:
        plain.check(source)
    assert caught.value.status == status
    assert caught.value.family == tincay.Status.INVALID_JSON
    assert caught.value.name == f"TINCAY_E_{status.name}"


def test_too_large_and_too_deep_are_limits(plain: Form) -> None:
    with pytest.raises(tincay.LimitError) as caught:
        plain.check({"story": "x" * (1 << 20)})
    assert caught.value.status == tincay.Status.LIMIT_SIZE
    with pytest.raises(tincay.LimitError) as caught:
        plain.check("[" * 100_000 + "]" * 100_000)
    assert caught.value.status == tincay.Status.LIMIT_DEPTH


def test_what_is_no_form_is_refused() -> None:
    with pytest.raises(tincay.InvalidFormError):
        Form({"type": "fish"})
    with pytest.raises(tincay.InvalidJSONError):
        Form("no form")
    with pytest.raises(TypeError):
        Form({"type": {1, 2}})  # a set is no JSON


def test_a_form_does_not_need_its_source_any_longer() -> None:
    source = bytearray(json.dumps(PLAIN), "utf-8")
    with Form(source) as form:
        source[:] = b"\0" * len(source)
        assert form.check({"worry": "home"})["accepted"]


def test_a_missing_file_is_pythons_own_error() -> None:
    with pytest.raises(FileNotFoundError):
        Form.from_file(ROOT / "Forms" / "none.json")


def test_a_form_is_opened_from_a_path_or_from_bytes() -> None:
    path = ROOT / "Forms" / "vn-cp-intake.json"
    for source in (path, str(path), path.read_bytes()):
        with Form.open(source) as form:
            assert form.state(profile="C")["profile"] == "C"


def test_i_am_not_safe_is_a_whole_and_most_urgent_report(form: Form) -> None:
    result = form.check({"profile": "C", "session_ok": True, "safe_now": "N"}, "vi-x-child")
    assert result["accepted"], result["findings"]
    assert result["urgency"] == "U1"
    assert result["urgency_label"]
    assert "111" in {hotline["number"] for hotline in result["hotlines"]}
    first, second = result["deadlines"][:2]
    assert (first["kind"], first["due"] < first["alarm"]) == ("FORWARD", True)
    assert result["due"] == second["due"]
    assert result["rules"][0]["source"]


def test_messages_come_in_the_language_asked_for(form: Form) -> None:
    answers = {"profile": "C", "session_ok": True, "safe_now": "perhaps"}
    vietnamese = form.check(answers)["findings"][0]
    english = form.check(answers, "en")["findings"][0]
    assert (vietnamese["code"], vietnamese["path"]) == (english["code"], english["path"])
    assert vietnamese["message"] != english["message"]


def test_the_state_of_a_form_says_what_to_ask(form: Form) -> None:
    state = form.state(profile="C", language="vi-x-child")
    assert state["profile"] == "C"
    assert state["title"]
    questions = {question["id"]: question for question in state["questions"]}
    assert {choice["value"] for choice in questions["safe_now"]["choices"]} >= {"Y", "N"}
    assert questions["safe_now"]["visible"]
    assert questions["safe_now"]["label"]


def test_a_profile_the_form_does_not_have_is_invalid_input(form: Form) -> None:
    with pytest.raises(tincay.InvalidInputError):
        form.state({}, "Z")
    with pytest.raises(ValueError, match="NUL"):
        form.state({}, "C\0K")


def test_it_tells_who_can_read_which_answer(form: Form) -> None:
    access = form.access()
    questions = {question["name"]: question for question in access["questions"]}
    assert access["form"] == "vn-cp-intake"
    assert (questions["child_name"]["section"], questions["child_name"]["listed"]) == ("identity", False)
    assert set(questions["child_name"]["roles"]) == {"reports", "identities"}
    assert questions["child_sex"]["listed"]
