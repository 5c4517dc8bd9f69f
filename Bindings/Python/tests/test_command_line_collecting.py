"""Taking reports in from the command line: bundles, folders, halves, a counsellor's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from at_desk import AtDesk
from conftest import PASSPHRASE, PERSON, PLAIN, ROOT, setup_of
from tincay import Box, Desk, Form, split_bundle

FORM = str(ROOT / "Forms" / "vn-cp-intake.json")


@pytest.fixture
def sticks(desk_path: Path, plain: Form, tmp_path: Path) -> list[Path]:
    """Two boxes on two sticks, each with a report and a bundle."""
    with Desk.open(desk_path, PERSON, PASSPHRASE) as desk:
        card = desk.card()
    made = []
    for name in ("one", "two"):
        folder = tmp_path / "sticks" / name
        folder.mkdir(parents=True)
        Box.create(folder / "box.tincay", setup_of(card))
        with Box.open(folder / "box.tincay") as box:
            box.submit(plain, {"worry": "home"})
            (folder / "data.bin").write_bytes(box.pack())
        made.append(folder)
    return made


def test_a_folder_is_collected_and_every_box_gets_its_receipt(at_desk: AtDesk, sticks: list[Path]) -> None:
    found = at_desk.json("collect", str(sticks[0].parent))
    assert [bundle["filed"] for bundle in found["bundles"]] == [1, 1]
    assert found["cases"] == 2
    for folder in sticks:
        with Box.open(folder / "box.tincay") as box:
            assert box.settle((folder / "data.ack").read_bytes())["freed"] > 0


def test_collecting_again_does_no_harm(at_desk: AtDesk, sticks: list[Path]) -> None:
    at_desk("collect", str(sticks[0] / "data.bin"))
    assert "0 new cases from 1 bundles; 0 were refused." in at_desk("collect", str(sticks[0] / "data.bin")).out


def test_a_bad_bundle_holds_up_no_other_and_is_named(at_desk: AtDesk, sticks: list[Path]) -> None:
    (sticks[0] / "data.bin").write_bytes(b"junk")
    found = at_desk.json("collect", str(sticks[0].parent), "nowhere.bin", code=1)
    assert [bundle["filed"] for bundle in found["bundles"]] == [0, 1, 0]
    assert "TINCAY_E_FORMAT" in found["bundles"][0]["failure"]
    assert "cannot be read" in found["bundles"][2]["failure"]
    assert not (sticks[0] / "data.ack").exists()
    assert "data.bin" in at_desk("collect", str(sticks[0] / "data.bin"), code=1).out


def test_two_halves_are_one_bundle(at_desk: AtDesk, sticks: list[Path]) -> None:
    halves = [sticks[0] / "first", sticks[0] / "second"]
    for path, half in zip(halves, split_bundle((sticks[0] / "data.bin").read_bytes())):
        path.write_bytes(half)
    found = at_desk.json("collect", "--halves", *map(str, halves))
    assert found["bundles"][0]["filed"] == 1
    assert (sticks[0] / "first.ack").exists()


def test_receipts_of_one_name_do_not_overwrite_each_other(at_desk: AtDesk, sticks: list[Path]) -> None:
    receipts = at_desk.folder / "receipts"
    receipts.mkdir()
    said = at_desk("collect", str(sticks[0].parent), "--receipts", str(receipts), code=2)
    assert "same receipt" in said.err
    at_desk("collect", str(sticks[0]), "--receipts", str(receipts))
    assert [path.name for path in receipts.iterdir()] == ["data.ack"]


def test_an_answer_to_a_receipt_never_replaces_it() -> None:
    from tincay.command_line.collecting import _receipt_path

    assert _receipt_path(Path("stick/data.bin"), None) == Path("stick/data.ack")
    assert _receipt_path(Path("stick/data.ack"), None) == Path("stick/data.ack.ack")
    assert _receipt_path(Path("stick/data.bin"), "there") == Path("there/data.ack")


def test_a_folder_without_bundles_says_so(at_desk: AtDesk) -> None:
    (at_desk.folder / "empty").mkdir()
    assert "no bundle" in at_desk("collect", str(at_desk.folder / "empty"), code=2).err


def test_a_counsellors_own_report_comes_from_the_standard_input(at_desk: AtDesk) -> None:
    answers = {"profile": "C", "session_ok": True, "safe_now": "N", "narrative": "conchimxanh"}
    said = at_desk("file", FORM, words=json.dumps(answers))
    assert "urgency U1" in said.out
    assert "111" in said.out
    assert "conchimxanh" not in said.out + said.err
    refused = at_desk("file", FORM, words=json.dumps({**answers, "safe_now": "conchimxanh"}), code=1)
    assert "Not filed" in refused.out
    assert "conchimxanh" not in refused.out + refused.err
    assert at_desk.json("list")["total"] == 1


def test_reasons_stay_in_vietnamese_unless_asked_for(at_desk: AtDesk) -> None:
    answers = json.dumps({"profile": "C", "session_ok": True, "safe_now": "N"})
    result = at_desk.json("file", FORM, words=answers)
    assert result["rules"][0]["reason"].startswith("Trẻ")
    result = at_desk.json("file", FORM, "--report-language", "en", words=answers)
    assert "child" in result["rules"][0]["reason"]


def test_many_reports_are_filed_at_once_and_the_refused_are_named(at_desk: AtDesk) -> None:
    path = at_desk.folder / "plain.json"
    path.write_text(json.dumps(PLAIN), encoding="utf-8")
    lines = ['{"worry": "home"}', '{"worry": "conchimxanh"}', "conchimxanh", '{"worry": "school"}']
    said = at_desk("file-many", str(path), words="\n".join(lines), code=1)
    assert "Filed 2 of 4 reports." in said.out
    assert "/worry" in said.out
    assert "conchimxanh" not in said.out + said.err
    assert at_desk.json("list")["total"] == 2


def test_a_section_that_no_desk_opens_alone_opens_with_a_share(at_desk: AtDesk, plain: Form, tmp_path: Path) -> None:
    Desk.create(tmp_path / "second.tincay", PERSON, PASSPHRASE, {"kdf": {"memory_mib": 64, "passes": 2}})
    with (
        Desk.open(at_desk.path, PERSON, PASSPHRASE) as one,
        Desk.open(tmp_path / "second.tincay", PERSON, PASSPHRASE) as second,
    ):
        Box.create(tmp_path / "box", setup_of(one.card(), second.card(), together=[{"sections": ["facts"], "need": 2}]))
        (tmp_path / "card.json").write_text(json.dumps(one.card()), encoding="utf-8")
        with Box.open(tmp_path / "box") as box:
            box.submit(plain, {"worry": "home"})
            bundle = box.pack()
        for desk in (one, second):
            desk.collect(bundle)
    case = at_desk.json("list")["cases"][0]["id"]
    assert "shares" in at_desk("show", case).out
    there = ("--person", PERSON, "--passphrase-file", at_desk.secret("same", PASSPHRASE))
    giving = ("share", str(tmp_path / "second.tincay"), case, "--to", str(tmp_path / "card.json"))
    at_desk.raw(*giving, "-o", str(tmp_path / "share"), *there)
    at_desk("combine", str(tmp_path / "share"))
    assert at_desk.json("show", case)["sections"]["facts"] == {"worry": "home"}
