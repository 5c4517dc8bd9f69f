"""Referrals between desks: sections given, answers, taking back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import tincay
from conftest import PASSPHRASE, PERSON
from tincay import Desk, Form

REQUEST = {
    "sections": ["facts"],
    "purpose": ["SVC-PSY"],
    "legal_basis": ["CHILDREN_LAW_51"],
    "override_reason": "danger",
    "expires": "2999-12-31",
}


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "other.tincay"
    Desk.create(path, PERSON, PASSPHRASE, {"name": "Trung tâm", "kdf": {"memory_mib": 64, "passes": 2}})
    with Desk.open(path, PERSON, PASSPHRASE) as desk:
        yield desk


@pytest.fixture
def report_id(desk: Desk, plain: Form) -> str:
    return desk.file(plain, {"worry": "home"})["id"]


def test_a_referral_goes_there_and_its_answers_come_back(desk: Desk, other: Desk, report_id: str) -> None:
    other.know(desk.card())
    referred, bundle = desk.refer(report_id, {"to": other.card(), **REQUEST})
    assert not referred["again"]
    receipt = other.collect(bundle)
    assert desk.collect(receipt) == b""
    assert [each["state"] for each in desk.referrals(direction="out")["referrals"]] == ["RECEIVED"]
    report = other.read(referred["id"])
    assert report["referral"] is not None
    assert report["referral"]["terms"]["override_reason"] == "danger"
    desk.collect(other.answer(referred["id"], "ACCEPTED", note="we call tomorrow"))
    desk.collect(other.answer(referred["id"], "DONE", outcome="SERVICE_DONE"))
    found = desk.referrals(state="DONE", overdue=False, report=report_id)["referrals"]
    assert [each["outcome"] for each in found] == ["SERVICE_DONE"]
    assert desk.read(report_id)["referrals"][0]["state"] == "DONE"


def test_the_same_request_is_the_same_referral(desk: Desk, other: Desk, report_id: str) -> None:
    first, lost = desk.refer(report_id, {"to": other.card(), **REQUEST})
    second, bundle = desk.refer(report_id, json.dumps({"to": other.card(), **REQUEST}))
    assert second == {"id": first["id"], "again": True}
    assert len(lost) == len(bundle) == len(desk.resend(first["id"])) == 8 << 20


def test_what_is_taken_back_is_gone(desk: Desk, other: Desk, report_id: str) -> None:
    other.know(desk.card())
    referred, bundle = desk.refer(report_id, {"to": other.card(), **REQUEST})
    other.collect(bundle)
    desk.collect(other.collect(desk.withdraw(referred["id"], "no longer needed")))
    with pytest.raises(tincay.NotFoundError):
        other.read(referred["id"])
    assert desk.referrals()["referrals"][0]["withdrawal"] == "DESTROYED"
    with pytest.raises(tincay.OutdatedError):
        desk.resend(referred["id"])


def test_nobody_known_is_set_aside_and_named(desk: Desk, other: Desk, report_id: str) -> None:
    other.collect(desk.refer(report_id, {"to": other.card(), **REQUEST})[1])
    assert other.list()["total"] == 0
    assert [each["trust"] for each in other.referrals()["desks"]] == ["stranger"]


def test_a_request_without_a_reason_is_refused(desk: Desk, other: Desk, report_id: str) -> None:
    request = {name: value for name, value in REQUEST.items() if name != "override_reason"}
    with pytest.raises(tincay.InvalidInputError):
        desk.refer(report_id, {"to": other.card(), **request})
    with pytest.raises(tincay.InvalidInputError):
        desk.answer(report_id, "MAYBE")
    with pytest.raises(tincay.NotFoundError):
        desk.answer(report_id, "DONE")


def test_a_purpose_and_a_right_have_to_be_on_a_list(desk: Desk, other: Desk, report_id: str) -> None:
    for change in ({"purpose": ["SVC-NONE"]}, {"legal_basis": ["BECAUSE"]}):
        with pytest.raises(tincay.InvalidInputError) as caught:
            desk.refer(report_id, {"to": other.card(), **REQUEST, **change})
        assert caught.value.status == tincay.Status.INVALID_INPUT_CODE
    desk.decide({"purposes": [{"codes": ["LOCAL-CLUB"], "source": "a decision of the province"}]})
    desk.refer(report_id, {"to": other.card(), **REQUEST, "purpose": ["LOCAL-CLUB"]})
