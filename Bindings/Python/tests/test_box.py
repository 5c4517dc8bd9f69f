"""Boxes: taking reports, packing, settling."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

import tincay
from conftest import setup_of
from tincay import Box, Card, Desk, Form


def test_creating_does_not_overwrite(box_path: Path, card: Card) -> None:
    before = box_path.read_bytes()
    with pytest.raises(tincay.ExistsError) as caught:
        Box.create(box_path, setup_of(card))
    assert isinstance(caught.value, FileExistsError)
    assert box_path.read_bytes() == before


def test_a_box_file_is_its_owners_alone(box_path: Path) -> None:
    assert stat.S_IMODE(box_path.stat().st_mode) == 0o600


def test_opening_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(tincay.NotFoundError) as caught:
        Box.open(tmp_path / "none.tincay")
    assert isinstance(caught.value, LookupError)


def test_opening_another_kind_of_file_is_a_format_error(tmp_path: Path, desk_file: Path) -> None:
    junk = tmp_path / "junk.tincay"
    junk.write_bytes(b"SQLite format 3\0" + b"junk" * 2000)
    for path in (junk, desk_file):
        with pytest.raises(tincay.FormatError):
            Box.open(path)


def test_a_setup_that_makes_no_sense_is_invalid_input(tmp_path: Path, card: Card) -> None:
    path = tmp_path / "box.tincay"
    for setup in ({}, setup_of(), setup_of(card, slots_per_day=0), setup_of(card, slot_kib=17), setup_of({"a": 1})):
        with pytest.raises(tincay.InvalidInputError):
            Box.create(path, setup)
    with pytest.raises(tincay.InvalidJSONError):
        Box.create(path, "{")
    assert not path.exists()


def test_a_card_that_its_desk_did_not_sign_is_tampered(tmp_path: Path, card: Card) -> None:
    with pytest.raises(tincay.TamperedError):
        Box.create(tmp_path / "box.tincay", setup_of({**card, "name": "Another"}))


def test_an_invalid_report_carries_its_result_and_is_not_kept(box: Box, desk: Desk, plain: Form) -> None:
    with pytest.raises(tincay.InvalidReportError) as caught:
        box.submit(plain, {"age": "a secret"}, "en")
    assert caught.value.result["accepted"] is False
    assert {finding["path"] for finding in caught.value.result["findings"]} == {"/worry", "/age"}
    assert "secret" not in str(caught.value)
    desk.collect(box.pack())
    assert desk.list()["total"] == 0


def test_every_bundle_is_the_same_size(box: Box, plain: Form) -> None:
    empty = box.pack()
    box.submit(plain, {"worry": "home"})
    full = box.pack()
    assert len(empty) == len(full) == 1 << 20
    assert empty != full


def test_a_report_larger_than_a_slot_is_a_limit(box: Box) -> None:
    with Form({"type": "object"}) as anything, pytest.raises(tincay.LimitError) as caught:
        box.submit(anything, {"story": "x" * 40_000})
    assert caught.value.result["accepted"]
    assert not caught.value.result["kept"]


def test_a_flood_is_told_beside_what_to_show(tmp_path: Path, desk: Desk, plain: Form) -> None:
    path = tmp_path / "flooded.tincay"
    Box.create(path, setup_of(desk.card(), flood={"burst": 1, "per_hour": 1}))
    with Box.open(path) as box:
        assert box.submit(plain, {"worry": "home"})["kept"]
        with pytest.raises(tincay.LaterError) as caught:
            box.submit(plain, {"worry": "home"})
    assert caught.value.result["accepted"]
    assert not caught.value.result["kept"]


def test_answers_that_cannot_be_judged_have_no_result(box: Box, plain: Form) -> None:
    with pytest.raises(tincay.InvalidJSONError) as caught:
        box.submit(plain, "{")
    assert caught.value.result is None


def test_the_status_tells_when_somebody_has_to_come(box: Box) -> None:
    status = box.status()
    assert status["clock"] == "trusted"
    assert status["alarm"] is False
    assert status["directory"] is None
    assert status["uncollected_hours"] is not None
    assert status["uncollected_hours"] < 25


def test_only_a_receipt_frees_slots(box: Box, desk: Desk, plain: Form) -> None:
    box.submit(plain, {"worry": "home"})
    before = box.status()["slots"]
    receipt = desk.collect(box.pack())
    assert box.status()["slots"] == before
    settled = box.settle(receipt)
    assert settled["desk"] == "Bàn xã"
    assert settled["freed"] + settled["waiting"] == before
    assert box.settle(receipt)["freed"] == 0


def test_a_receipt_must_be_a_whole_receipt(box: Box, desk: Desk) -> None:
    receipt = bytearray(desk.collect(box.pack()))
    for junk in (b"", receipt[:-1], receipt[:1], bytes(100), b"no receipt"):
        with pytest.raises(tincay.FormatError):
            box.settle(junk)
    # The first byte tells the suite, and numbers up to 8 may come one day.
    receipt[0] = 5
    with pytest.raises(tincay.FormatTooNewError):
        box.settle(bytes(receipt))


def test_a_changed_receipt_is_refused(box: Box, desk: Desk) -> None:
    receipt = desk.collect(box.pack())
    for position in (len(receipt) - 1, len(receipt) // 2):
        changed = bytearray(receipt)
        changed[position] ^= 1
        with pytest.raises(tincay.TamperedError):
            box.settle(changed)
    assert box.settle(receipt)["freed"] > 0


def test_a_receipt_for_another_box_is_a_wrong_key(box: Box, desk: Desk, tmp_path: Path, card: Card) -> None:
    Box.create(tmp_path / "other.tincay", setup_of(card))
    with Box.open(tmp_path / "other.tincay") as other:
        receipt = desk.collect(other.pack())
    with pytest.raises(tincay.WrongKeyError):
        box.settle(receipt)


def test_the_status_tells_health_and_no_reports(box: Box, plain: Form) -> None:
    before = box.status()
    assert before["point"] == "Địa chỉ tin cậy 1"
    assert before["kind"] == "NODE-TRUSTED"
    assert before["clock"] == "trusted"
    box.submit(plain, {"worry": "home"})
    assert box.status() == before


def test_ticking_twice_a_day_adds_nothing(box: Box) -> None:
    before = box.status()["slots"]
    box.tick()
    box.tick()
    assert box.status()["slots"] == before


def test_nothing_of_a_report_is_in_the_box_files(box: Box, box_path: Path, plain: Form) -> None:
    canary = "conchimxanhdauxuongvai"
    box.submit(plain, {"worry": "home", "story": canary})
    bundle = box.pack()
    files = list(box_path.parent.glob("box.tincay*"))
    assert files
    for content in [bundle, *(path.read_bytes() for path in files)]:
        assert canary.encode() not in content
