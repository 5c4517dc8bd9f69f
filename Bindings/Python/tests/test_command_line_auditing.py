"""Looking after a desk from the command line: verifying, its head, its log, who can read what."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import cast

import pytest

from at_desk import SECOND, AtDesk
from conftest import PERSON, ROOT
from tincay import Desk, Status, TamperedAttachmentsError, TamperedError, TamperedLedgerError, Verification
from tincay.authoring.phrases import Phrases
from tincay.command_line.failures import FOUND, code_of, sentence_of
from tincay.command_line.vocabulary import VOCABULARY

FORM = str(ROOT / "Forms" / "vn-cp-intake.json")


def test_a_ledger_that_holds_is_done_and_names_its_head(at_desk: AtDesk, case: str) -> None:
    found = at_desk.json("verify")
    assert found["ok"] is True
    assert "holds" in at_desk("verify").out
    head = json.loads(at_desk("head").out)
    assert head.keys() == {"number", "hash", "signature"}
    assert head["number"] == found["head"]["number"] + 2


def test_files_that_are_missing_or_changed_are_found(at_desk: AtDesk, case: str, desk_path: Path) -> None:
    source = at_desk.folder / "photo.jpg"
    source.write_bytes(b"\xff\xd8\xff\xe0" + bytes(100_000))
    for _ in range(2):
        at_desk("attach", case, str(source))
    assert at_desk.json("verify")["attachments"] == {"count": 2, "missing": [], "altered": []}
    first, second = sorted(Path(f"{desk_path}.files").iterdir())
    content = bytearray(first.read_bytes())
    content[-20] ^= 1
    first.write_bytes(content)
    assert at_desk.json("verify", "--ledger-only")["ok"] is True
    found = at_desk.json("verify", code=1)
    assert len(found["attachments"]["altered"]) == 1
    second.unlink()
    found = at_desk.json("verify", code=1)
    assert len(found["attachments"]["missing"]) == 1
    assert "DOES NOT HOLD" in at_desk("verify", code=1).out


def test_a_ledger_that_was_changed_is_found(at_desk: AtDesk, case: str, desk_path: Path) -> None:
    at_desk("note", case, words="x")
    database = sqlite3.connect(desk_path)
    with database:
        database.execute("UPDATE ledger SET entry = zeroblob(length(entry)) WHERE number = 3")
    database.close()
    assert "TINCAY_E_TAMPERED" in at_desk("verify", code=1).err


def test_what_does_not_hold_is_said_part_by_part(at_desk: AtDesk, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {
        **desk.verify(),
        "ok": False,
        "bad": 3,
        "rolled_back": True,
        "people": [{"person": "clerk", "number": 2, "fault": "changed"}],
        "witnessed": [{"point": "a kiosk", "number": 9, "ok": False}],
    }
    desk.close()
    error = TamperedLedgerError("It does not hold.", Status.TAMPERED, "TINCAY_E_TAMPERED")
    error.result = cast(Verification, found)

    def verify(_: Desk) -> None:
        raise error

    monkeypatch.setattr(Desk, "verify", verify)
    said = at_desk("verify", code=1).out
    for part in ("Entry 3 is the first", "an earlier day", "clerk", "a kiosk", "DOES NOT HOLD"):
        assert part in said
    assert at_desk.json("verify", code=1)["rolled_back"] is True
    at_desk("head", code=1)


def test_whatever_was_changed_is_said_in_the_same_plain_words() -> None:
    kinds = (TamperedError, TamperedLedgerError, TamperedAttachmentsError)
    errors = [kind("It does not hold.", Status.TAMPERED, "TINCAY_E_TAMPERED") for kind in kinds]
    (said,) = {sentence_of(error, Phrases("vi", VOCABULARY)) for error in errors}
    assert said.startswith("CẢNH BÁO")
    assert {code_of(error) for error in errors} == {FOUND}


def test_the_log_tells_who_did_what(at_desk: AtDesk, case: str) -> None:
    at_desk.let_in_second()
    at_desk("note", case, words="conchimxanh", person=SECOND)
    (entry,) = at_desk.json("log", "--kind", "note")["entries"]
    assert (entry["person"], entry["report"]) == (SECOND, case)
    assert at_desk.json("log", "--by", PERSON, "--kind", "note")["total"] == 0
    assert at_desk.json("log", "--case", case[:8], "--since", "2020-01-01")["total"] == 2
    first = at_desk.json("log", "--order", "oldest", "--limit", "1")
    assert first["entries"][0]["type"] == "created"
    after = str(first["next"])
    assert at_desk.json("log", "--order", "oldest", "--limit", "1", "--after", after)["entries"][0]["number"] == 2
    assert "--after" in at_desk("log", "--limit", "1").out
    assert "TINCAY_E_INVALID_INPUT" in at_desk("log", "--kind", "nonsense", code=2).err


def test_the_access_matrix_names_people(at_desk: AtDesk) -> None:
    at_desk.let_in_second()
    questions = {each["name"]: each for each in at_desk.json("access", FORM)["questions"]}
    assert questions["child_name"]["people"] == [PERSON, SECOND]
    secret = at_desk.secret("clerk", "một người thứ ba")
    at_desk("add-person", "clerk", "--roles", "statistics", "--new-passphrase-file", secret)
    questions = {each["name"]: each for each in at_desk.json("access", FORM)["questions"]}
    assert "clerk" not in questions["child_name"]["people"]
    assert "child_name" in at_desk("access", FORM).out
