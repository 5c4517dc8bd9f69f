"""Desks: unlocking, collecting, working cases."""

from __future__ import annotations

from pathlib import Path

import pytest

import tincay
from conftest import PASSPHRASE, PERSON, setup_of
from tincay import Box, Desk, Form


def test_a_wrong_passphrase_and_an_unknown_person_answer_alike(desk_path: Path) -> None:
    texts = set()
    for person, passphrase in ((PERSON, "not the passphrase"), ("nobody", PASSPHRASE)):
        with pytest.raises(tincay.WrongKeyError) as caught:
            Desk.open(desk_path, person, passphrase)
        assert isinstance(caught.value, PermissionError)
        texts.add(str(caught.value))
    assert len(texts) == 1


@pytest.mark.parametrize("wrap", [str, str.encode, lambda text: bytearray(text.encode())])
def test_a_passphrase_may_be_text_bytes_or_bytearray(desk_path: Path, wrap: type[str]) -> None:
    with Desk.open(desk_path, PERSON, wrap(PASSPHRASE)) as desk:
        assert desk.list()["total"] == 0


def test_a_bytearray_can_be_wiped_after_unlocking(desk_path: Path) -> None:
    passphrase = bytearray(PASSPHRASE.encode())
    with Desk.open(desk_path, PERSON, passphrase) as desk:
        passphrase[:] = bytes(len(passphrase))
        passphrase.clear()
        assert desk.list()["total"] == 0


def test_creating_does_not_overwrite(desk_path: Path) -> None:
    before = desk_path.read_bytes()
    with pytest.raises(tincay.ExistsError):
        Desk.create(desk_path, PERSON, PASSPHRASE)
    assert desk_path.read_bytes() == before


def test_a_passphrase_too_short_or_too_long_is_a_limit(tmp_path: Path) -> None:
    for passphrase in ("", "1234567", "x" * 1025):
        with pytest.raises(tincay.LimitError):
            Desk.create(tmp_path / "new.tincay", PERSON, passphrase)
    assert not (tmp_path / "new.tincay").exists()


def test_a_setup_out_of_range_is_invalid_input(tmp_path: Path) -> None:
    with pytest.raises(tincay.InvalidInputError):
        Desk.create(tmp_path / "new.tincay", PERSON, PASSPHRASE, {"kdf": {"memory_mib": 1}})
    assert not (tmp_path / "new.tincay").exists()


def test_names_with_a_nul_are_refused_before_they_are_cut(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="person holds a NUL"):
        Desk.create(tmp_path / "new.tincay", "counsellor\0x", PASSPHRASE)
    with pytest.raises(ValueError, match="path holds a NUL"):
        Desk.open(b"desk\0", PERSON, PASSPHRASE)


def test_opening_what_is_not_there_or_is_no_desk(tmp_path: Path, box_path: Path) -> None:
    with pytest.raises(tincay.NotFoundError):
        Desk.open(tmp_path / "none.tincay", PERSON, PASSPHRASE)
    with pytest.raises(tincay.FormatError):
        Desk.open(box_path, PERSON, PASSPHRASE)


def test_a_folder_that_may_not_be_written_is_refused() -> None:
    with pytest.raises((tincay.AccessError, tincay.NotFoundError, tincay.StorageError)):
        Desk.create("/proc/self/desk.tincay", PERSON, PASSPHRASE)


def test_a_tampered_bundle_is_refused_and_changes_nothing(box: Box, desk: Desk, plain: Form) -> None:
    box.submit(plain, {"worry": "home"})
    bundle = box.pack()
    for position in (0, 40, 200, len(bundle) // 2, len(bundle) - 1):
        changed = bytearray(bundle)
        changed[position] ^= 1
        with pytest.raises((tincay.TamperedError, tincay.FormatError, tincay.WrongKeyError)):
            desk.collect(changed)
    with pytest.raises(tincay.FormatError):
        desk.collect(b"")
    with pytest.raises(tincay.TincayError):
        desk.collect(bundle[:-1])
    assert desk.list()["total"] == 0


def test_a_foreign_bundle_is_a_wrong_key(desk: Desk, box: Box, tmp_path: Path) -> None:
    Desk.create(tmp_path / "other.tincay", PERSON, PASSPHRASE, {"kdf": {"memory_mib": 64, "passes": 2}})
    with Desk.open(tmp_path / "other.tincay", PERSON, PASSPHRASE) as other, pytest.raises(tincay.WrongKeyError):
        other.collect(box.pack())


def test_collecting_again_changes_nothing_and_gives_a_receipt(box: Box, desk: Desk, plain: Form) -> None:
    box.submit(plain, {"worry": "home"})
    bundle = box.pack()
    assert desk.collect(bundle)
    assert desk.collect(memoryview(bundle))
    assert desk.list()["total"] == 1


def test_filing_gives_an_id_and_an_invalid_report_its_findings(desk: Desk, plain: Form) -> None:
    filed = desk.file(plain, {"worry": "school", "story": "Bạn ấy bị đánh"})
    assert len(filed["id"]) == 32
    assert desk.read(filed["id"])["sections"]
    with pytest.raises(tincay.InvalidReportError) as caught:
        desk.file(plain, {})
    assert [finding["path"] for finding in caught.value.result["findings"]] == ["/worry"]
    assert "id" not in caught.value.result


def test_what_is_done_about_a_case_is_in_its_history(desk: Desk, plain: Form) -> None:
    case = desk.file(plain, {"worry": "school"})["id"]
    desk.note(case, "Đã gọi lại, chưa gặp")
    desk.set_status(case, "ASSESSING", "gặp ngày mai")
    desk.assign(case, PERSON)
    history = desk.read(case)["history"]
    assert {entry["type"] for entry in history} >= {"note", "status", "assigned", "read"}
    assert next(entry for entry in history if entry["type"] == "note")["text"] == "Đã gọi lại, chưa gặp"
    assert all(entry["person"] == PERSON for entry in history)
    listed = desk.list()["cases"][0]
    assert (listed["status"], listed["assigned"], listed["notes"]) == ("ASSESSING", PERSON, 1)


def test_events_that_make_no_sense_are_invalid_input(desk: Desk, plain: Form) -> None:
    case = desk.file(plain, {"worry": "school"})["id"]
    for event in ({}, {"type": "dance"}, {"type": "status", "status": "DONE"}, {"type": "note"}):
        with pytest.raises(tincay.InvalidInputError):
            desk.record(case, event)
    with pytest.raises(tincay.LimitError):
        desk.note(case, "x" * 70_000)


def test_unknown_reports_are_not_found(desk: Desk) -> None:
    for call in (lambda: desk.read("0" * 32), lambda: desk.note("0" * 32, "x"), lambda: desk.shred("0" * 32, "x")):
        with pytest.raises(tincay.NotFoundError):
            call()
    with pytest.raises(tincay.NotFoundError):
        desk.list(after="0" * 32)


def test_cases_go_on_page_after_page(desk: Desk, plain: Form) -> None:
    filed = {desk.file(plain, {"worry": "home"})["id"] for _ in range(5)}
    first = desk.list(limit=2, order="received")
    assert (first["total"], len(first["cases"])) == (5, 2)
    second = desk.list(limit=2, order="received", after=first["next"])
    third = desk.list(limit=2, order="received", after=second["next"])
    assert third["next"] is None
    seen = [case["id"] for page in (first, second, third) for case in page["cases"]]
    assert sorted(seen) == sorted(filed)
    assert {case["id"] for case in desk.cases()} == filed
    assert list(desk.cases(status="CLOSED")) == []
    assert len(list(desk.cases(status=["OPEN", "CLOSED"]))) == 5


def test_counting_gives_a_table(desk: Desk, plain: Form) -> None:
    for _ in range(3):
        case = desk.file(plain, {"worry": "home"})["id"]
    desk.set_status(case, "CLOSED", outcome="SERVICE_DONE")
    table = desk.count("status")
    assert table["by"] == ["status"]
    assert {row["status"]: row["count"] for row in table["rows"]} == {"OPEN": 2, "CLOSED": 1}
    assert desk.count(["status", "form"], status="OPEN")["total"] == 2
    with pytest.raises(tincay.InvalidInputError):
        desk.count([])


def test_a_shredded_report_cannot_be_read_again(desk: Desk, plain: Form) -> None:
    case = desk.file(plain, {"worry": "home"})["id"]
    desk.shred(case, "hết thời hạn lưu")
    with pytest.raises(tincay.NotFoundError):
        desk.read(case)
    assert desk.verify()["ok"]
    with pytest.raises(tincay.LimitError):
        desk.shred(desk.file(plain, {"worry": "home"})["id"], "")


def test_the_ledger_verifies(desk: Desk, plain: Form) -> None:
    before = desk.verify()
    desk.file(plain, {"worry": "home"})
    after = desk.verify()
    assert after["ok"]
    assert after["bad"] is None
    assert after["entries"] > before["entries"]
    assert after["head"]["number"] >= after["entries"] - 1


def test_a_desk_that_lost_its_latest_entries_is_caught(desk_path: Path, plain: Form, tmp_path: Path) -> None:
    import sqlite3

    with Desk.open(desk_path, PERSON, PASSPHRASE) as desk:
        for _ in range(3):
            desk.file(plain, {"worry": "home"})
    with sqlite3.connect(desk_path) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        ledger = next(name for name in tables if "ledger" in name)
        connection.execute(f"DELETE FROM {ledger} WHERE rowid = (SELECT max(rowid) FROM {ledger})")
    connection.close()
    with pytest.raises(tincay.TamperedError):
        Desk.open(desk_path, PERSON, PASSPHRASE)


def test_a_ledger_that_does_not_hold_says_from_which_entry_on(desk_path: Path, plain: Form) -> None:
    import sqlite3

    # So many that a snapshot saves unlocking from looking at every entry.
    with Desk.open(desk_path, PERSON, PASSPHRASE) as desk:
        for _ in range(40):
            desk.file(plain, {"worry": "home"})
    with sqlite3.connect(desk_path) as connection:
        connection.execute("DELETE FROM ledger WHERE number = 5")
    connection.close()
    with Desk.open(desk_path, PERSON, PASSPHRASE) as desk, pytest.raises(tincay.TamperedLedgerError) as caught:
        desk.verify()
    assert caught.value.result["bad"] == 5
    assert caught.value.status == tincay.Status.TAMPERED
    assert isinstance(caught.value, tincay.TamperedError)


def test_two_desks_can_share_a_box(desk: Desk, tmp_path: Path, plain: Form) -> None:
    Desk.create(tmp_path / "second.tincay", PERSON, PASSPHRASE, {"name": "Bàn hai", "kdf": {"passes": 2}})
    with Desk.open(tmp_path / "second.tincay", PERSON, PASSPHRASE) as second:
        Box.create(tmp_path / "shared.tincay", setup_of(desk.card(), second.card()))
        with Box.open(tmp_path / "shared.tincay") as box:
            box.submit(plain, {"worry": "home"})
            bundle = box.pack()
            assert box.settle(desk.collect(bundle))["freed"] == 0
            assert box.settle(second.collect(bundle))["freed"] > 0
        assert desk.list()["total"] == second.list()["total"] == 1


def test_two_desks_open_a_section_together(tmp_path: Path, plain: Form) -> None:
    desks = []
    for name in ("first", "second"):
        path = tmp_path / name
        Desk.create(path, PERSON, PASSPHRASE, {"name": name, "kdf": {"memory_mib": 64, "passes": 2}})
        desks.append(Desk.open(path, PERSON, PASSPHRASE))
    cards = [desk.card() for desk in desks]
    setup = setup_of(*cards, together=[{"sections": ["facts"], "need": 2}])
    Box.create(tmp_path / "box", setup)
    with Box.open(tmp_path / "box") as box:
        box.submit(plain, {"worry": "home"})
        bundle = box.pack()
    for desk in desks:
        desk.collect(bundle)
    report_id = desks[1].list()["cases"][0]["id"]
    closed = {"section": "facts", "need": 2, "have": 1, "reason": "shares"}
    assert desks[1].read(report_id)["closed"] == [closed]
    share = desks[0].share(report_id, cards[1])
    desks[1].combine(share)
    report = desks[1].read(report_id)
    assert report["sections"]["facts"] == {"worry": "home"}
    assert report["closed"] == []
    assert report["history"][2]["fits"] is True
    with pytest.raises(tincay.WrongKeyError):
        desks[0].combine(share)
    with pytest.raises(tincay.NotFoundError):
        desks[0].share("0" * 32, cards[1])
    with pytest.raises(tincay.InvalidInputError):
        desks[0].share(report_id, cards[0])
    for desk in desks:
        desk.close()


def test_many_reports_are_filed_at_once_and_the_others_told(desk: Desk, plain: Form) -> None:
    good, wrong = {"worry": "school"}, {"age": -1}
    results = desk.file_many(plain, [good, wrong, "{", '{"worry":\n"home"}', ""])
    assert [result["line"] for result in results] == [1, 2, 3, 4, 5]
    assert [result["accepted"] for result in results] == [True, False, False, True, False]
    assert [result.get("error") for result in results] == [None, None, "json", None, "json"]
    assert results[1]["findings"]
    assert desk.list()["total"] == 2
    assert desk.read(results[3]["id"])["sections"]["facts"] == {"worry": "home"}
    assert desk.verify()["ok"]


def test_too_many_reports_are_a_limit_and_nothing_is_filed(desk: Desk, plain: Form) -> None:
    with pytest.raises(tincay.LimitError):
        desk.file_many(plain, ["1"] * 10_001)
    assert desk.list()["total"] == 0
    assert desk.file_many(plain, []) == []
