"""Looking at cases from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from at_desk import AtDesk
from conftest import PASSPHRASE, PERSON, ROOT
from tincay import Desk, Form

FORM = str(ROOT / "Forms" / "vn-cp-intake.json")


@pytest.fixture
def others(desk_path: Path, plain: Form, case: str) -> list[str]:
    """Two more cases, of which one is assigned and one closed."""
    with Desk.open(desk_path, PERSON, PASSPHRASE) as desk:
        filed = [desk.file(plain, {"worry": worry})["id"] for worry in ("home", "school")]
        desk.assign(filed[0], PERSON)
        desk.set_status(filed[1], "CLOSED", outcome="UNFOUNDED")
        return filed


def test_cases_are_listed_page_by_page(at_desk: AtDesk, case: str, others: list[str]) -> None:
    first = at_desk.json("list", "--limit", "2", "--order", "received")
    rest = at_desk.json("list", "--limit", "2", "--order", "received", "--after", first["next"])
    assert {each["id"] for each in first["cases"] + rest["cases"]} == {case, *others}
    assert f"--after {first['next']}" in at_desk("list", "--limit", "2", "--order", "received").out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--urgency", "U1"], "danger"),
        (["--status", "CLOSED"], "closed"),
        (["--not-status", "CLOSED", "--assigned", "-"], "danger"),
        (["--assigned", PERSON], "assigned"),
        (["--facet", "concerns=V1", "--urgency", "U1", "--since", "2020-01-01", "--until", "2999-01-01"], "danger"),
        (["--since", "2999-01-01"], None),
        (["--facet", "concerns=X9"], None),
        (["--check", "refused"], None),
    ],
)
def test_filters_leave_only_what_was_asked_for(
    at_desk: AtDesk, case: str, others: list[str], arguments: list[str], expected: str | None
) -> None:
    ids = {"danger": case, "assigned": others[0], "closed": others[1]}
    found = [each["id"] for each in at_desk.json("list", *arguments)["cases"]]
    assert found == ([] if expected is None else [ids[expected]])


def test_a_list_shows_no_words(at_desk: AtDesk, case: str) -> None:
    shown = at_desk("list").out
    assert case[:8] in shown
    assert "Hoà" not in shown
    assert "conchimxanh" not in shown


def test_words_to_find_come_from_the_standard_input_and_stay_out_of_the_ledger(at_desk: AtDesk, case: str) -> None:
    assert [each["id"] for each in at_desk.json("find", words="conchimxanh\n")["cases"]] == [case]
    assert at_desk.json("find", "--exact", words="conchimxánh\n")["cases"] == []
    assert "quán nước" in at_desk("find", "--snippets", words='"ở quán"\n').out
    assert "conchimxanh" not in at_desk("log").out
    assert "no words" in at_desk("find", code=2).err


def test_opening_a_case_is_on_record_and_says_so(at_desk: AtDesk, case: str) -> None:
    said = at_desk("show", case[:8])
    assert f"That {PERSON} opened this report is on record" in said.err
    assert "Nguyễn Thị Bé Hoà" in said.out
    assert "narrative" in said.out
    assert at_desk.json("log", "--kind", "read")["total"] == 1
    assert at_desk.json("show", case)["sections"]["identity"]["child_name"] == "Nguyễn Thị Bé Hoà"
    assert at_desk.json("log", "--kind", "read")["total"] == 2


def test_a_form_gives_a_case_its_words(at_desk: AtDesk, case: str) -> None:
    shown = at_desk("show", case, "--form", FORM, "--language", "en").out
    assert "Is the child safe right now?" in shown
    assert "Not safe" in shown
    assert "Trẻ" in at_desk("show", case, "--form", FORM, "--language", "vi").out


def test_a_timeline_opens_nothing(at_desk: AtDesk, case: str) -> None:
    at_desk("note", case, words="conchimxanh")
    said = at_desk("timeline", case)
    assert "note" in said.out
    assert "conchimxanh" not in said.out
    assert at_desk.json("log", "--kind", "read")["total"] == 0


def test_an_id_has_to_be_clear(at_desk: AtDesk, case: str) -> None:
    assert "four digits" in at_desk("show", case[:3], code=2).err
    assert "0 begin so" in at_desk("timeline", "0" * 8, code=2).err
    assert "TINCAY_E_NOT_FOUND" in at_desk("timeline", "0" * 32, code=2).err


def test_a_facet_has_to_be_written_with_its_codes(at_desk: AtDesk) -> None:
    assert "NAME=CODE" in at_desk("list", "--facet", "concerns", code=2).err


def test_hostile_text_cannot_steer_the_terminal(at_desk: AtDesk, case: str) -> None:
    at_desk("note", case, words="a\x1b[2Jb\u202ec")
    shown = at_desk("show", case).out
    assert "\\x1b[2J" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
