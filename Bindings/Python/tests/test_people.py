"""Several people at a desk, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import PASSPHRASE, PERSON
from tincay import (
    Desk,
    ExistsError,
    InvalidInputError,
    LockedError,
    NoKeyError,
    NotFoundError,
    WrongKeyError,
)

SETUP = {"kdf": {"memory_mib": 64, "passes": 2}}
OTHER = "another passphrase"


def test_people_are_let_in_with_their_roles_and_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "desk.tincay"
    Desk.create(path, PERSON, PASSPHRASE, SETUP)
    key_file = bytes(range(64))
    with Desk.open(path, PERSON, PASSPHRASE) as desk:
        desk.add_person("clerk", OTHER, ["statistics"], key_file)
        with pytest.raises(ExistsError):
            desk.add_person("clerk", OTHER, ["statistics"])
        card = desk.card()
    with pytest.raises(WrongKeyError):
        Desk.open(path, "clerk", OTHER)
    with Desk.open(path, "clerk", OTHER, key_file) as desk:
        assert [person["name"] for person in desk.people()["people"]] == [PERSON, "clerk"]
        assert desk.people()["people"][1]["roles"] == ["statistics"]
        with pytest.raises(NoKeyError):
            desk.remove_person(PERSON)
        desk.change_passphrase(OTHER, PASSPHRASE, old_key_file=key_file)
    with Desk.open(path, PERSON, PASSPHRASE) as desk:
        desk.remove_person("clerk")
        assert desk.people()["generation"] == 2
        assert desk.card() != card
        assert desk.verify()["people"] == []
        with pytest.raises(NotFoundError):
            desk.remove_person("clerk")


def test_a_locked_desk_answers_when_its_person_is_back(tmp_path: Path) -> None:
    path = tmp_path / "desk.tincay"
    Desk.create(path, PERSON, PASSPHRASE, SETUP)
    with Desk.open(path, PERSON, PASSPHRASE) as desk:
        desk.tick()
        desk.lock()
        for call in (desk.tick, desk.card, desk.people):
            with pytest.raises(LockedError):
                call()
        desk.unlock(PASSPHRASE)
        assert desk.people()["recovery"] is None


def test_shares_on_paper_let_somebody_back_in(tmp_path: Path) -> None:
    path = tmp_path / "desk.tincay"
    Desk.create(path, PERSON, PASSPHRASE, SETUP)
    with Desk.open(path, PERSON, PASSPHRASE) as desk:
        made = desk.make_recovery(3, 2)
        shares = made["shares"]
        assert desk.try_recovery(shares[:2])["fits"]
        with pytest.raises(InvalidInputError) as mistyped:
            desk.try_recovery([shares[0].replace(shares[0][0], "!", 1), shares[1]])
        assert mistyped.value.result["shares"][0]["group"] == 1
        with pytest.raises(WrongKeyError):
            desk.try_recovery(shares[:1])
        recovery = desk.people()["recovery"]
        assert recovery is not None
        assert recovery["needed"] == 2
    Desk.recover(path, shares[1:], "somebody", OTHER)
    with Desk.open(path, "somebody", OTHER) as desk:
        assert desk.people()["people"][-1]["name"] == "somebody"
