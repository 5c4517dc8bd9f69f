"""Setting a desk up, its people and its way back, from the command line."""

from __future__ import annotations

import json
import stat
from pathlib import Path

from at_desk import SECOND, SECOND_PASSPHRASE, AtDesk
from conftest import PASSPHRASE, PERSON, PLAIN, ROOT
from tincay import Desk

FORM = str(ROOT / "Forms" / "vn-cp-intake.json")


def test_a_desk_is_created_and_its_person_gets_in(at_desk: AtDesk, tmp_path: Path) -> None:
    path = str(tmp_path / "new.tincay")
    creating = ("create", path, "--person", "lead", "--name", "Bàn mới", "--passes", "2")
    secret = at_desk.secret("new", PASSPHRASE)
    assert "Created" in at_desk.raw(*creating, "--new-passphrase-file", secret).out
    with Desk.open(path, "lead", PASSPHRASE) as desk:
        assert desk.card()["name"] == "Bàn mới"
    assert "nothing was overwritten" in at_desk.raw(*creating, "--new-passphrase-file", secret, code=2).err


def test_a_card_is_json_for_people_too(at_desk: AtDesk) -> None:
    assert json.loads(at_desk("card").out)["name"] == "Bàn xã"


def test_status_tells_how_the_desk_stands(at_desk: AtDesk, case: str) -> None:
    wrong = ("--person", PERSON, "--passphrase-file", at_desk.secret("wrong", "sai rồi đó"))
    for _ in range(2):
        at_desk.raw("list", str(at_desk.path), *wrong, code=3)
    found = at_desk.json("status")
    assert (found["name"], found["people"], found["cases"]) == ("Bàn xã", [PERSON], 1)
    assert found["open_by_urgency"] == [{"urgency": "U1", "count": 1}]
    assert found["failed_unlocks"] == 2
    assert found["last_unlocked"]["person"] == PERSON
    assert "U1: 1" in at_desk("status").out


def test_a_form_is_kept(at_desk: AtDesk) -> None:
    assert at_desk.json("keep", FORM) == {"form": "vn-cp-intake", "version": "2"}
    (at_desk.folder / "broken.json").write_text('{"type": "fish"}', encoding="utf-8")
    assert "form" in at_desk("keep", str(at_desk.folder / "broken.json"), code=2).err


def test_people_are_let_in_listed_and_taken_out(at_desk: AtDesk) -> None:
    secret = at_desk.secret("theirs", SECOND_PASSPHRASE)
    adding = ("add-person", SECOND, "--roles", "statistics,people", "--new-passphrase-file", secret)
    assert SECOND in at_desk(*adding).out
    people = {person["name"]: person["roles"] for person in at_desk.json("people")["people"]}
    assert people[SECOND] == ["people", "statistics"]
    assert SECOND in at_desk("people").out
    assert at_desk(*adding, code=2).err.count("\n") == 1
    assert "another role" in at_desk("remove-person", PERSON, person=SECOND, code=2).err
    assert "new card" in at_desk("remove-person", SECOND).out
    at_desk("people", person=SECOND, code=3)


def test_a_passphrase_is_changed_with_a_key_file(at_desk: AtDesk, desk_path: Path) -> None:
    key_file = at_desk.folder / "key"
    key_file.write_bytes(bytes(range(64)))
    new = at_desk.secret("new", SECOND_PASSPHRASE)
    at_desk("change-passphrase", "--new-passphrase-file", new, "--new-key-file", str(key_file))
    at_desk("people", code=3)
    with Desk.open(desk_path, PERSON, SECOND_PASSPHRASE, key_file.read_bytes()) as desk:
        assert len(desk.people()["people"]) == 1


def test_shares_go_into_a_file_of_its_owner_and_let_somebody_in(at_desk: AtDesk, desk_path: Path) -> None:
    shares = at_desk.folder / "shares"
    making = ("make-recovery", "--shares", "3", "--needed", "2", "-o", str(shares))
    said = at_desk(*making)
    assert stat.S_IMODE(shares.stat().st_mode) == 0o600
    lines = shares.read_text().splitlines()
    assert len(lines) == 3
    assert not any(line in said.out + said.err for line in lines)
    assert at_desk.json("try-recovery", "--shares-file", str(shares))["fits"] is True

    new = at_desk.secret("new", SECOND_PASSPHRASE)
    recovering = ("recover", str(desk_path), "--person", SECOND, "--new-passphrase-file", new)
    (at_desk.folder / "few").write_text(lines[0], encoding="utf-8")
    assert "too few" in at_desk.raw(*recovering, "--shares-file", str(at_desk.folder / "few"), code=3).err
    at_desk.raw(*recovering, "--shares-file", str(shares))
    with Desk.open(desk_path, SECOND, SECOND_PASSPHRASE) as desk:
        assert desk.people()["people"][-1]["name"] == SECOND


def test_shares_are_not_made_for_a_file_that_cannot_be_written(at_desk: AtDesk) -> None:
    shares = at_desk.folder / "shares"
    making = ("make-recovery", "--shares", "3", "--needed", "2", "-o", str(shares))
    at_desk(*making)
    assert "already" in at_desk(*making, code=2).err
    assert at_desk.json("try-recovery", "--shares-file", str(shares))["fits"] is True


def test_a_drill_that_fails_says_which_share(at_desk: AtDesk) -> None:
    printed = at_desk.json("make-recovery", "--shares", "3", "--needed", "2")["shares"]
    (at_desk.folder / "one").write_text(printed[0] + "\n", encoding="utf-8")
    assert "do not fit" in at_desk("try-recovery", "--shares-file", str(at_desk.folder / "one"), code=1).out
    mistyped = printed[0].replace(printed[0][0], "!", 1) + "\n" + printed[1]
    (at_desk.folder / "typo").write_text(mistyped, encoding="utf-8")
    found = at_desk.json("try-recovery", "--shares-file", str(at_desk.folder / "typo"), code=1)
    assert (found["shares"][0]["fault"], found["shares"][0]["group"]) == ("group", 1)


def test_two_desks_of_an_authority_sign_and_a_third_takes_it_in(at_desk: AtDesk, tmp_path: Path) -> None:
    for name in ("card-1", "card-2"):
        path = tmp_path / name
        Desk.create(path, PERSON, PASSPHRASE, {"kdf": {"memory_mib": 64, "passes": 2}})
        with Desk.open(path, PERSON, PASSPHRASE) as desk:
            path.with_suffix(".json").write_text(json.dumps(desk.card()), encoding="utf-8")
    cards = [str(tmp_path / f"card-{number}.json") for number in (1, 2)]
    secret = at_desk.secret("new", PASSPHRASE)
    pinned = str(tmp_path / "pinned")
    as_person = ("--person", PERSON, "--passphrase-file", secret)
    creating = ("create", pinned, "--person", PERSON, "--passes", "2", "--new-passphrase-file", secret)
    at_desk.raw(*creating, "--authority", *cards)

    pack = {"tincay": "pack", "version": 1, "name": "forms", "number": 1, "issued": "2026-11-01", "form": PLAIN}
    (tmp_path / "pack.json").write_text(json.dumps(pack), encoding="utf-8")
    signed = str(tmp_path / "pack.signed")
    at_desk.raw("sign", str(tmp_path / "card-1"), str(tmp_path / "pack.json"), *as_person, "-o", signed)
    assert "in force" in at_desk.raw("post", pinned, signed, *as_person).out
    at_desk("sign", str(tmp_path / "pack.json"), "-o", str(tmp_path / "strange"))
    at_desk.raw("post", pinned, str(tmp_path / "strange"), *as_person, code=2)


def test_a_desk_decides_on_less_time_and_never_on_more(at_desk: AtDesk) -> None:
    path = at_desk.folder / "rules.json"
    deadline = {"step": "4", "local_max": "PT8H", "source": "phường"}
    path.write_text(json.dumps({"deadlines": [deadline]}), encoding="utf-8")
    at_desk("decide", str(path))
    decided = json.loads(at_desk("rules").out)["decided"]
    assert decided["deadlines"][0]["local_max"] == "PT8H"
    path.write_text(json.dumps({"deadlines": [{**deadline, "local_max": "PT13H"}]}), encoding="utf-8")
    assert "TINCAY_E_INVALID_INPUT" in at_desk("decide", str(path), code=2).err
