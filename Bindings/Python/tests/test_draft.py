"""Drafts from Python: what somebody is still telling."""

from __future__ import annotations

from pathlib import Path

import pytest

import tincay
from conftest import setup_of
from tincay import Box, Desk, DraftChoice, Form


def carry(box: Box, desk: Desk) -> list[tincay.Case]:
    """Carries everything to the desk and gives its cases."""
    box.settle(desk.collect(box.pack()))
    return list(desk.cases())


def test_a_draft_becomes_one_report(box_path: Path, desk: Desk, plain: Form) -> None:
    """Answers one by one, one step back, and sent."""
    with Box.open(box_path) as box:
        with box.draft(plain) as draft:
            assert draft.answer("/worry", "school")["progress"]["answered"] == 1
            draft.answer("/age", 9)
            undone = draft.back()
            assert (undone["path"], undone["value"]) == ("/age", 9)
            draft.answer("/age", 10)
            draft.answer("/story", "12")
            assert draft.submit()["accepted"]
            with pytest.raises(tincay.NotFoundError):
                draft.state()
        (case,) = carry(box, desk)
        assert not case["unfinished"]
        assert desk.read(case["id"])["sections"]["facts"] == {"worry": "school", "age": 10, "story": "12"}


def test_the_choice_decides_what_becomes_of_it(box_path: Path, desk: Desk, plain: Form) -> None:
    """Kept when asked for, and otherwise forgotten."""
    with Box.open(box_path) as box:
        with box.draft(plain) as draft:
            draft.answer("/worry", "home")
            assert draft.abandon() == {"kept": False, "hotlines": []}
        with box.draft(plain) as draft:
            draft.choose(DraftChoice.KEEP)
            draft.answer("/worry", "home")
        (case,) = carry(box, desk)
        assert case["unfinished"]


def test_what_is_not_accepted_goes_on(box_path: Path, plain: Form) -> None:
    """The form's findings come with the exception, and the draft is still there."""
    with Box.open(box_path) as box, box.draft(plain) as draft:
        draft.answer("/age", 5)
        with pytest.raises(tincay.InvalidReportError) as caught:
            draft.submit()
        assert caught.value.result["findings"]
        draft.answer("/age", None)
        draft.answer("/worry", "home")
        assert draft.submit()["accepted"]


def test_an_answer_that_has_to_wait_still_changes_the_screen(desk: Desk, plain: Form, tmp_path: Path) -> None:
    """After too many reports an answer is in memory only, and the exception says what it changed."""
    path = tmp_path / "flooded.tincay"
    Box.create(path, {**setup_of(desk.card()), "flood": {"burst": 1, "per_hour": 1}})
    with Box.open(path) as box:
        box.submit(plain, {"worry": "home"})
        with box.draft(plain) as draft:
            with pytest.raises(tincay.LaterError) as caught:
                draft.answer("/worry", "school")
            assert caught.value.result["progress"]["answered"] == 1
            with pytest.raises(tincay.LaterError) as caught:
                draft.submit()
            assert not caught.value.result["kept"]


def test_what_can_be_no_answer_is_refused(box_path: Path, plain: Form) -> None:
    """A path that leads nowhere, and a profile that the form does not have."""
    with Box.open(box_path) as box:
        with pytest.raises(tincay.InvalidInputError):
            box.draft(plain, profile="Z")
        with box.draft(plain) as draft:
            draft.answer("/worry", "home")
            with pytest.raises(tincay.InvalidInputError):
                draft.answer("/worry/deeper", 1)
