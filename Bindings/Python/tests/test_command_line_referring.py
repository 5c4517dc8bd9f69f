"""Referrals from the command line: there and back, with everything that travels in files."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from at_desk import AtDesk
from conftest import PASSPHRASE, PERSON
from tincay import Desk


@pytest.fixture
def other(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> AtDesk:
    """Another desk."""
    folder = tmp_path / "other"
    folder.mkdir()
    path = folder / "desk.tincay"
    Desk.create(path, PERSON, PASSPHRASE, {"name": "Trung tâm", "kdf": {"memory_mib": 64, "passes": 2}})
    return AtDesk(path, folder, capsys, monkeypatch)


@pytest.fixture
def asking(at_desk: AtDesk, other: AtDesk) -> list[str]:
    """What every request here has; the desks know each other's cards."""
    for one, another in ((at_desk, other), (other, at_desk)):
        (one.folder / "card.json").write_text(one("card").out, encoding="utf-8")
        assert one("card").out
        another("know", str(one.folder / "card.json"))
    return [
        *("--to", str(other.folder / "card.json"), "--sections", "facts", "--purpose", "SVC-PSY"),
        *("--legal-basis", "CHILDREN_LAW_51", "--expires", "2999-12-31"),
    ]


def test_a_case_goes_to_another_desk_and_answers_come_back(
    at_desk: AtDesk, other: AtDesk, case: str, asking: list[str]
) -> None:
    there = other.folder / "data.bin"
    referred = at_desk.json("refer", case, *asking, "-o", str(there), words="nguy hiểm\ngọi trước khi đến\n")
    assert stat.S_IMODE(there.stat().st_mode) == 0o600
    other("collect", str(there))
    report = other.json("show", referred["id"])
    assert report["referral"]["terms"]["override_reason"] == "nguy hiểm"
    assert report["referral"]["terms"]["note"] == "gọi trước khi đến"
    assert "identity" not in report["sections"]

    for number, (command, more) in enumerate([("accept", []), ("answer", ["--state", "DONE"]), ("return", [])]):
        back = at_desk.folder / f"back-{number}"
        other(command, referred["id"], *more, "-o", str(back))
        at_desk("collect", str(back))
        listed = at_desk.json("referrals", "--direction", "out")["referrals"]
        assert listed[0]["state"] == ["ACCEPTED", "DONE", "RETURNED"][number]
    assert "RETURNED" in at_desk("referrals").out


def test_consent_names_who_gave_it_and_how(at_desk: AtDesk, other: AtDesk, case: str, asking: list[str]) -> None:
    there = other.folder / "data.bin"
    consent = ("--consent", "2026-01-02")
    referred = at_desk.json("refer", case, *asking, *consent, "-o", str(there), words="người giám hộ\nnói miệng\n")
    other("collect", str(there))
    terms = other.json("show", referred["id"])["referral"]["terms"]
    assert terms["consent"] == {"by": "người giám hộ", "when": "2026-01-02", "how": "nói miệng"}


def test_a_lost_bundle_is_sealed_again_and_what_is_taken_back_is_destroyed(
    at_desk: AtDesk, other: AtDesk, case: str, asking: list[str]
) -> None:
    lost, again, back = (at_desk.folder / name for name in ("lost", "again", "back"))
    referred = at_desk.json("refer", case, *asking, "-o", str(lost), words="nguy hiểm\n")
    at_desk("resend", referred["id"][:8], "-o", str(again))
    other("collect", str(again))
    at_desk("withdraw", referred["id"][:8], "-o", str(back), words="không cần nữa")
    other("collect", str(back))
    assert "TINCAY_E_NOT_FOUND" in other("show", referred["id"], code=2).err
    assert "0 begin so" in at_desk("resend", "0000", "-o", str(at_desk.folder / "none"), code=2).err
    assert not (at_desk.folder / "none").exists()


def test_what_is_refused_leaves_no_file(at_desk: AtDesk, case: str, asking: list[str]) -> None:
    there = at_desk.folder / "data.bin"
    assert "TINCAY_E_INVALID_INPUT" in at_desk("refer", case, *asking, "-o", str(there), code=2).err
    assert not there.exists()
    there.write_bytes(b"mine")
    assert "already" in at_desk("refer", case, *asking, "-o", str(there), words="x\n", code=2).err
    assert there.read_bytes() == b"mine"
    assert at_desk.json("referrals")["total"] == 0


def test_more_lines_than_questions_are_refused(at_desk: AtDesk, case: str, asking: list[str]) -> None:
    said = at_desk("refer", case, *asking, "-o", "nowhere", words="một\nhai\nba\n", code=2)
    assert "At most 2 lines" in said.err


def test_a_card_that_is_none_is_refused(at_desk: AtDesk) -> None:
    path = at_desk.folder / "card.json"
    path.write_text("{", encoding="utf-8")
    assert "no JSON" in at_desk("know", str(path), code=2).err
    path.write_text(json.dumps({"name": "x"}), encoding="utf-8")
    assert "TINCAY_E_INVALID_INPUT" in at_desk("know", str(path), code=2).err
