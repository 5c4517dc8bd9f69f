"""What travels: halves, rounds, and what receipts and bundles tell of each other."""

from __future__ import annotations

import pytest

import tincay
from conftest import ROOT
from tincay import Box, Desk


def test_two_halves_make_a_whole_in_either_order(box: Box, desk: Desk) -> None:
    bundle = box.pack()
    first, second = tincay.split_bundle(bundle)
    assert len(first) == len(second) == len(bundle)
    assert first != bundle
    assert second != bundle
    assert tincay.join_bundle(second, bytearray(first)) == bundle
    receipt = tincay.split_bundle(desk.collect(tincay.join_bundle(first, second)))
    assert box.settle(tincay.join_bundle(*receipt))["freed"] > 0


def test_halves_that_are_none_are_refused() -> None:
    for first, second in ((b"ab", b"a"), (b"", b"")):
        with pytest.raises(tincay.InvalidInputError):
            tincay.join_bundle(first, second)
    with pytest.raises(tincay.InvalidInputError):
        tincay.split_bundle(b"")


def test_names_of_files_are_those_of_the_header() -> None:
    header = (ROOT / "Include" / "tincay.h").read_text(encoding="utf-8")
    assert f'#define TINCAY_BUNDLE_NAME "{tincay.BUNDLE_NAME}"' in header
    assert f'#define TINCAY_RECEIPT_NAME "{tincay.RECEIPT_NAME}"' in header


def test_a_bundle_that_never_came_shows_as_a_gap(box: Box, desk: Desk) -> None:
    box.pack()
    box.settle(desk.collect(box.pack()))
    (answers,) = box.status()["desks"]
    assert answers["missing"] == [1]
    assert answers["collected"] == 0
    assert answers["last_receipt"] is not None
    assert not answers["contradicted"]


def test_a_desk_finds_its_own_head_in_a_bundle(box: Box, desk: Desk) -> None:
    box.settle(desk.collect(box.pack()))
    desk.collect(box.pack())
    found = desk.verify()
    assert not found["rolled_back"]
    assert found["others"] == []
    assert [(end["point"], end["ok"]) for end in found["witnessed"]] == [(box.status()["point"], True)]
