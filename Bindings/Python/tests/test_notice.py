"""Directories, packs, and who must not read a report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import PASSPHRASE, PERSON, PLAIN, setup_of
from tincay import Box, Desk, Form, NoReaderError, OutdatedError, RevokedError, WrongKeyError


@pytest.fixture
def signers(tmp_path: Path) -> Iterator[list[Desk]]:
    """Two desks that sign."""
    desks = []
    for name in ("one", "two"):
        Desk.create(tmp_path / name, PERSON, PASSPHRASE, {"kdf": {"memory_mib": 64, "passes": 2}})
        desks.append(Desk.open(tmp_path / name, PERSON, PASSPHRASE))
    yield desks
    for desk in desks:
        desk.close()


@pytest.fixture
def reader(tmp_path: Path, signers: list[Desk]) -> Iterator[Desk]:
    """A desk that has pinned them."""
    authority = [signer.card() for signer in signers]
    Desk.create(
        tmp_path / "reader", PERSON, PASSPHRASE, {"authority": authority, "kdf": {"memory_mib": 64, "passes": 2}}
    )
    with Desk.open(tmp_path / "reader", PERSON, PASSPHRASE) as opened:
        yield opened


@pytest.fixture
def point(tmp_path: Path, signers: list[Desk], reader: Desk) -> Iterator[Box]:
    """A box that has pinned them."""
    authority = [signer.card() for signer in signers]
    Box.create(tmp_path / "point", setup_of(reader.card(), authority=authority))
    with Box.open(tmp_path / "point") as opened:
        yield opened


def directory(signers: list[Desk], number: int, *desks: Desk, **more: Any) -> bytes:
    """A directory that both have signed."""
    body = {"tincay": "directory", "version": 1, "number": number, "issued": "2026-11-01", **more}
    half = signers[0].sign({**body, "desks": [desk.card() for desk in desks]})
    return signers[1].sign(half)


def test_a_directory_takes_the_place_of_the_desks(point: Box, signers: list[Desk], reader: Desk) -> None:
    news = directory(signers, 2, reader, signers[0])
    assert point.news(news)["taken"]
    assert not point.news(news)["taken"]
    assert [desk["name"] for desk in point.directory()["desks"]] == ["", ""]
    with pytest.raises(OutdatedError):
        point.news(directory(signers, 1, reader))
    with pytest.raises(WrongKeyError):
        point.news(directory([signers[0], signers[0]], 3, reader))


def test_nobody_left_is_said_with_the_result(point: Box, reader: Desk) -> None:
    answers = bytearray(b'{"worry": "home"}')
    number = point.directory()["desks"][0]["desk"]
    with pytest.raises(NoReaderError) as caught:
        submit_plain(point, answers, exclude=[number], wipe=True)
    assert caught.value.result["accepted"]
    assert not any(answers)
    kept = bytearray(b'{"worry": "home"}')
    submit_plain(point, kept)
    assert kept == b'{"worry": "home"}'


def submit_plain(point: Box, answers: bytearray, **options: Any) -> None:
    """Drops a report of the plain form."""
    with Form(PLAIN) as form:
        point.submit(form, answers, **options)


def test_a_form_comes_by_pack(point: Box, signers: list[Desk], reader: Desk) -> None:
    pack = signers[1].sign(
        {"tincay": "pack", "version": 1, "name": "forms", "number": 1, "issued": "2026-11-01", "form": PLAIN}
    )
    assert point.news(pack)["name"] == "forms"
    reader.post(pack)
    found = point.directory()["forms"][0]
    with point.form(found["id"]) as form:
        point.submit(form, {"worry": "home"})
    reader.collect(point.pack())
    assert [case["form"] for case in reader.cases()] == [found["id"]]


def test_a_revoked_point_is_refused(point: Box, signers: list[Desk], reader: Desk) -> None:
    revoked = {"points": [{"point": point.directory()["point"], "after_sequence": 0}]}
    reader.post(directory(signers, 1, reader, revoked=revoked))
    with pytest.raises(RevokedError):
        reader.collect(point.pack())
