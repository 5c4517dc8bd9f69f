"""Working cases: what is done, what is due, what two people agree on, official forms, and how long cases stay."""

from __future__ import annotations

import datetime
import stat
from pathlib import Path

import pytest

import tincay
from conftest import PERSON
from tincay import Desk, Form, Status

DANGER = {
    "profile": "K",
    "session_ok": True,
    "about": "OTHER_CHILD",
    "safe_now": "N",
    "hurt_now": "Y",
    "concerns": ["V1"],
    "channel": "HOTLINE",
    "intake_point": {"kind": "NODE-COMMUNE", "name": "Phường Long Hương"},
    "child_name": "Nguyễn Thị Bé Hoà",
    "child_age_est": 9,
    "child_sex": "F",
    "reporter_kind": "NEIGHBOUR",
    "anonymous": False,
    "reporter_name": "Trần Văn Tám",
    "poc_relation": "STEPFATHER",
    "happening": "NOW",
}


def file_danger(desk: Desk, form: Form, **more: object) -> str:
    """Files a counsellor's report of a child in danger."""
    return desk.file(form, {**DANGER, **more})["id"]


def test_steps_are_due_until_they_are_taken(desk: Desk, form: Form) -> None:
    case = file_danger(desk, form)
    due = desk.due(report=case)
    assert {step["step"] for step in due["steps"]} == {"2", "4", "5", "7"}
    assert all(step["source"] for step in due["steps"])
    desk.take_step(case, "2", form="M01")
    desk.take_step(case, "4", form="M02")
    desk.skip_step(case, "5", "bà ngoại đã đón")
    assert [step["step"] for step in desk.due_steps(report=case)] == ["7"]
    assert desk.due(person=None)["total"] == 1
    assert desk.due(person="nobody")["total"] == 0
    assert desk.due(step=["4", "5"], overdue=True)["steps"] == []
    with pytest.raises(tincay.InvalidInputError):
        desk.due(limit=0)


def test_a_desk_decides_on_less_time_and_never_on_more(desk: Desk, form: Form) -> None:
    case = file_danger(desk, form)
    desk.decide({"deadlines": [{"step": "4", "local_max": "PT8H", "source": "phường"}]})
    (step,) = desk.due(report=case, step="4")["steps"]
    assert (step["local_max"], step["statutory_max"], step["verified"]) == ("PT8H", "PT12H", None)
    with pytest.raises(tincay.InvalidInputError):
        desk.decide({"deadlines": [{"step": "4", "local_max": "PT13H", "source": "phường"}]})
    rules = desk.rules()
    assert rules["decided"] is not None
    assert {step["step"] for step in rules["standard"]["steps"]} >= {"1", "5b", "10"}


def test_what_is_done_adds_up(desk: Desk, form: Form) -> None:
    case = file_danger(desk, form)
    desk.set_need(case, "PSYCH")
    desk.set_service(case, "SVC-PSY", "SENT", need="PSYCH", reason="trung tâm CTXH")
    desk.set_service(case, "SVC-PSY", "DONE", need="PSYCH", outcome="SERVICE_DONE")
    desk.set_need(case, "PSYCH", "MET")
    desk.set_verification(case, "VERIFIED")
    work = desk.read(case)["work"]
    assert work["needs"] == [{"need": "PSYCH", "state": "MET"}]
    assert [service["status"] for service in work["services"]] == ["DONE"]
    assert work["verification"] == "VERIFIED"


def test_cases_go_only_where_they_may_and_closing_has_an_outcome(desk: Desk, form: Form) -> None:
    case = file_danger(desk, form)
    with pytest.raises(tincay.InvalidInputError) as caught:
        desk.set_status(case, "REVIEW")
    assert caught.value.status == Status.INVALID_INPUT_STATE
    assert caught.value.name == "TINCAY_E_INVALID_INPUT_STATE"
    with pytest.raises(tincay.InvalidInputError):
        desk.set_status(case, "CLOSED")
    desk.set_status(case, "CLOSED", outcome="SAFE_KIN")
    assert desk.read(case)["work"]["outcome"] == "SAFE_KIN"
    assert desk.due(report=case)["total"] == 0


def test_lowering_urgency_waits_for_another_person(desk: Desk, form: Form) -> None:
    case = file_danger(desk, form)
    desk.set_urgency(case, "U4", "đã an toàn")
    (proposal,) = desk.due()["proposals"]
    assert (proposal["urgency"], proposal["proposed"], proposal["person"]) == ("U1", "U4", PERSON)
    with pytest.raises(tincay.InvalidInputError) as caught:
        desk.confirm_urgency(case, proposal["proposal"])
    assert caught.value.status == Status.INVALID_INPUT_PERSON
    desk.withdraw_urgency(case, proposal["proposal"])
    assert desk.read(case)["work"]["proposal"] is None
    assert desk.list()["cases"][0]["urgency"] == "U1"


def test_alike_cases_are_shown_with_reasons_and_linked_by_people(desk: Desk, form: Form) -> None:
    first = file_danger(desk, form)
    second = file_danger(desk, form, child_name="nguyen thi be hoà", child_age_est=10)
    file_danger(desk, form, child_name="Lê Văn Cường", child_sex="M", child_age_est=3)
    found = desk.similar(first)
    assert found["compared"] == 2
    (similar,) = found["similar"]
    assert similar["id"] == second
    assert similar["reasons"][:2] == ["CHILD_NAME_FOLDED", "AGE"]
    assert similar["linked"] is None
    desk.link(first, second, "SAME_CHILD")
    assert desk.similar(first)["similar"][0]["linked"] == "SAME_CHILD"
    desk.unlink(second, first)
    desk.mark_duplicate(second, first, "cùng một lần báo")
    assert [case["id"] for case in desk.cases(status="DUPLICATE")] == [second]


def test_a_held_case_is_not_shredded(desk: Desk, form: Form) -> None:
    case = file_danger(desk, form)
    desk.hold(case, datetime.date.today() + datetime.timedelta(days=30), "toà án yêu cầu")
    (hold,) = desk.read(case)["work"]["holds"]
    assert (hold["person"], hold["confirmed"]) == (PERSON, False)
    with pytest.raises(tincay.HeldError):
        desk.shred(case, "hết thời hạn lưu")
    desk.withdraw_hold(case, hold["hold"])
    desk.shred(case, "hết thời hạn lưu")


def test_cases_are_kept_as_their_class_says_and_a_certificate_stays(desk: Desk, form: Form) -> None:
    case = file_danger(desk, form)
    assert desk.retention(every=True)["total"] == 0
    desk.set_status(case, "CLOSED", outcome="UNFOUNDED")
    assert desk.retention()["cases"] == []
    (kept,) = desk.kept(every=True)
    assert (kept["class"], kept["period"], kept["is_due"], kept["hold"]) == ("NO_CASE", "P1Y", False, None)
    with pytest.raises(tincay.NotFoundError):
        desk.certificate(case)
    desk.shred(case, "hết thời hạn lưu")
    certificate = desk.certificate(case)
    assert (certificate["report"], certificate["reason"]) == (case, "hết thời hạn lưu")
    assert (certificate["person"], certificate["class"]) == (PERSON, "NO_CASE")
    assert desk.verify()["ok"]


def test_a_form_is_filled_in_with_what_was_told_and_nothing_else(desk: Desk, form: Form) -> None:
    case = file_danger(desk, form)
    filled = desk.export(case)
    rows = {(row["field"], row.get("part")): row for row in filled["rows"]}
    assert rows["A2a", None]["value"] == "Nguyễn Thị Bé Hoà"
    assert rows["A1a", None]["label"]["vi"] == "Điện thoại"
    assert rows["A2c", None]["label"]["vi"] == "Nữ"
    assert rows["A2h", "name"]["value"] is None
    assert "56/2017" in filled["source"]
    assert any(entry["type"] == "exported" for entry in desk.read(case)["history"])
    with pytest.raises(tincay.InvalidInputError):
        desk.export(case, "M02")
    with pytest.raises(tincay.NotFoundError):
        desk.export("0" * 32)


def test_a_document_to_print_can_be_read_back(desk: Desk, form: Form, tmp_path: Path) -> None:
    word = pytest.importorskip("docx")
    from tincay import documents

    case = file_danger(desk, form, child_name="Nguyễn Thị Bé Hoà")
    filled = desk.export(case)
    path = tmp_path / "mau-01.docx"
    documents.save_docx(filled, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        documents.save_docx(filled, path)
    document = word.Document(path)
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    text += "\n".join(cell.text for row in document.tables[0].rows for cell in row.cells)
    for said in ("Nguyễn Thị Bé Hoà", "Điện thoại", "Nữ", "Trần Văn Tám", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"):
        assert said in text
    for row in filled["rows"]:
        if row["field"].startswith("A"):
            assert row["vi"] in text
    assert "Nguồn: NĐ 56/2017/NĐ-CP" in text
    assert "chưa được đối chiếu" in text
    assert "(*)" in text
    assert documents.EMPTY in text
    with pytest.raises(ValueError, match="Mẫu số 01"):
        documents.docx({**filled, "form": "M02"})


def test_a_document_takes_whatever_was_told(desk: Desk, form: Form) -> None:
    pytest.importorskip("docx")
    from tincay import documents

    filled = desk.export(file_danger(desk, form))
    filled["rows"].append({"field": "A2a", "vi": "x", "en": "x", "value": "a\x00b\x1f<&>"})
    filled["rows"].append({"field": "A2b", "vi": "x", "en": "x", "value": [{"year": 2015, "month": 3}, True, None]})
    assert documents.docx(filled)
