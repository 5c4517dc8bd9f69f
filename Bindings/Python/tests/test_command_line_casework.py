"""Working cases from the command line: what was done, what is due, what two people agree on, what is alike."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from at_desk import SECOND, AtDesk
from conftest import DANGER, PASSPHRASE, PERSON
from tincay import Desk, Form

NEXT_MONTH = (datetime.date.today() + datetime.timedelta(days=30)).isoformat()


def work_of(at_desk: AtDesk, case: str) -> dict[str, object]:
    """What was done about a case."""
    work: dict[str, object] = at_desk.json("show", case)["work"]
    return work


def test_a_note_comes_from_the_standard_input_or_a_file_and_is_not_said_again(at_desk: AtDesk, case: str) -> None:
    said = at_desk("note", case[:8], words="conchimxanh một\nhai\n")
    assert "conchimxanh" not in said.out + said.err
    path = at_desk.folder / "note.txt"
    path.write_text("từ tệp", encoding="utf-8")
    at_desk("note", case, "--text-file", str(path))
    notes = [entry["text"] for entry in at_desk.json("show", case)["history"] if entry["type"] == "note"]
    assert notes == ["conchimxanh một\nhai", "từ tệp"]
    path.write_bytes(b"conchimxanh\xff")
    said = at_desk("note", case, "--text-file", str(path), code=2)
    assert "no text in UTF-8" in said.err
    assert "conchimxanh" not in said.err


def test_a_note_that_was_typed_as_an_argument_is_refused_and_not_repeated(at_desk: AtDesk, case: str) -> None:
    said = at_desk("note", case, "conchimxanh", words="x", code=2)
    assert "conchimxanh" not in said.out + said.err
    assert "never arguments" in said.err


def test_what_was_done_adds_up(at_desk: AtDesk, case: str) -> None:
    at_desk("assign", case, SECOND)
    at_desk("take-step", case, "2", "--form", "M01")
    at_desk("skip-step", case, "5", words="bà ngoại đã đón")
    at_desk("set-need", case, "PSYCH")
    at_desk("set-service", case, "SVC-PSY", "SENT", "--need", "PSYCH", "--reason", words="trung tâm")
    at_desk("set-verification", case, "VERIFIED")
    at_desk("set-status", case, "CLOSED", "--outcome", "SAFE_KIN", "--reason", words="đã an toàn")
    report = at_desk.json("show", case)
    assert report["head"]["assigned"] == SECOND
    assert (report["work"]["verification"], report["work"]["outcome"]) == ("VERIFIED", "SAFE_KIN")
    assert [step["needed"] for step in report["work"]["steps"]] == [True, False]
    reasons = [entry["reason"] for entry in report["history"] if "reason" in entry]
    assert reasons == ["bà ngoại đã đón", "trung tâm", "đã an toàn"]


def test_a_case_goes_only_where_it_may(at_desk: AtDesk, case: str) -> None:
    assert "TINCAY_E_INVALID_INPUT_STATE" in at_desk("set-status", case, "REVIEW", code=2).err


def test_what_is_due_is_listed_and_narrowed(at_desk: AtDesk, case: str) -> None:
    due = at_desk.json("due", "--case", case[:8])
    assert {step["step"] for step in due["steps"]} >= {"4", "7"}
    assert [step["step"] for step in at_desk.json("due", "--step", "7")["steps"]] == ["7"]
    assert at_desk.json("due", "--assigned", "nobody")["total"] == 0
    assert at_desk.json("due", "--assigned", "-")["total"] == due["total"]
    assert at_desk.json("due", "--within", "1")["total"] < due["total"]
    assert "steps due" in at_desk("due").out


def test_less_urgent_waits_for_a_second_person(at_desk: AtDesk, case: str) -> None:
    at_desk.let_in_second()
    assert "has to confirm" in at_desk("set-urgency", case, "U4", words="đã an toàn").out
    (proposal,) = at_desk.json("due")["proposals"]
    number = str(proposal["proposal"])
    assert "another person" in at_desk("confirm-urgency", case, number, code=2).err
    at_desk("confirm-urgency", case, number, person=SECOND)
    assert at_desk.json("list")["cases"][0]["urgency"] == "U4"
    assert "has to confirm" not in at_desk("set-urgency", case, "U2", words="lại nguy hiểm").out
    assert at_desk.json("list")["cases"][0]["urgency"] == "U2"


def test_a_proposal_can_be_let_go(at_desk: AtDesk, case: str) -> None:
    at_desk("set-urgency", case, "U4", words="x")
    number = str(at_desk.json("due")["proposals"][0]["proposal"])
    at_desk("withdraw-urgency", case, number)
    assert at_desk.json("due")["proposals"] == []


def test_a_hold_takes_two_people_to_place_and_to_lift(at_desk: AtDesk, case: str) -> None:
    at_desk.let_in_second()
    assert "has to confirm" in at_desk("hold", case, "--until", NEXT_MONTH, words="toà án").out
    (hold,) = at_desk.json("show", case)["work"]["holds"]
    number = str(hold["hold"])
    at_desk("confirm-hold", case, number, person=SECOND)
    assert "TINCAY_E_HELD" in at_desk("shred", case, "--yes", words="hết hạn", code=2).err
    at_desk("lift", case, number, words="xong")
    at_desk("withdraw-lift", case, number, person=SECOND)
    at_desk("lift", case, number, words="xong")
    at_desk("confirm-lift", case, number, person=SECOND)
    assert at_desk.json("show", case)["work"]["holds"] == []
    at_desk("hold", case, "--until", NEXT_MONTH, words="x")
    number = str(at_desk.json("show", case)["work"]["holds"][0]["hold"])
    at_desk("withdraw-hold", case, number)
    assert at_desk.json("show", case)["work"]["holds"] == []


@pytest.fixture
def alike(desk_path: Path, form: Form, case: str) -> str:
    """A case that may be about the same child."""
    with Desk.open(desk_path, PERSON, PASSPHRASE) as desk:
        return desk.file(form, {**DANGER, "child_name": "nguyen thi be hoà", "child_age_est": 10})["id"]


def test_alike_cases_are_found_linked_and_unlinked(at_desk: AtDesk, case: str, alike: str) -> None:
    (found,) = at_desk.json("similar", case)["similar"]
    assert (found["id"], found["linked"]) == (alike, None)
    assert "on record" in at_desk("similar", case).out
    at_desk("link", case, alike[:8], "SAME_CHILD")
    assert at_desk.json("similar", case)["similar"][0]["linked"] == "SAME_CHILD"
    assert "SAME_CHILD" in at_desk("show", case).out
    at_desk("unlink", alike, case)
    assert work_of(at_desk, case)["links"] == []
    at_desk("mark-duplicate", alike, case[:8], "--reason", words="cùng một lần báo")
    assert [each["id"] for each in at_desk.json("list", "--status", "DUPLICATE")["cases"]] == [alike]
