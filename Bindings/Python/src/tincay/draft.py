"""Drafts: the answers of somebody who is still telling."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from ctypes import byref
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Optional

from ._bytes import c_text, json_bytes
from ._call import ask, ask_always, parse, run
from ._handle import Handle
from ._native import tincay_draft
from .form import Form
from .results import Abandoned, FormState, SubmitResult, Undone

if TYPE_CHECKING:
    from .box import Box

_WIPE_INPUT = 1


class DraftChoice(IntEnum):
    """What becomes of answers that are never sent; those that are U1 or U2 always go to the counsellor."""

    UNDECIDED = 0
    """Forgotten when the person walks away; after a power cut the counsellor gets them."""
    KEEP = 1
    """The counsellor gets them."""
    FORGET = 2
    """Forgotten, and never written to the disk."""


class Draft(Handle):
    """Answers that are sealed into a box after every one of them; begin one with `tincay.Box.draft`.

    A power cut costs at most the answer that was being given, and nobody at the point can go on with a draft that was
    cut off. A draft that nobody touches for the setup's ``idle_seconds`` ends; call `tincay.Box.tick` every minute.
    """

    _close_function = "tincay_draft_close"

    def __init__(self, box: Box, form: Form, profile: Optional[str], language: Optional[str]) -> None:
        """Begins a draft, as `tincay.Box.draft` does."""
        handle = tincay_draft()
        run(
            "tincay_draft_begin",
            box._handle,
            form._handle,
            c_text(profile, "profile"),
            c_text(language, "language"),
            byref(handle),
        )
        super().__init__(handle)

    def answer(self, path: str, value: Any) -> FormState:
        """Takes an answer, seals everything told so far, and gives what it changed; it is on the disk then.

        Args:
            path: the question's JSON Pointer, as `state` tells it.
            value: the answer, of any type that JSON has; None takes an earlier one back. Python's own copies of it
                stay in memory until they are reused; the copy that is lent to the library is wiped.

        Returns:
            What the answer changed, as `tincay.Form.progress` tells it.

        Raises:
            NotFoundError: the draft has ended.
            InvalidInputError: no answer can be at this path.
            LimitError: the sealed answers do not fit a slot.
            DiskFullError, StorageError, BusyError, LaterError, NoReaderError: the answer is in memory only; ``result``
                is what it changed, and the next one tries again.
        """
        # A text here is an answer, and not JSON that somebody has written already.
        source = b"" if value is None else json_bytes([value])[1:-1]
        copy = None if value is None else (ctypes.c_char * len(source)).from_buffer_copy(source)
        pointer = c_text(path, "path")
        result: FormState = ask_always("tincay_draft_answer", self._handle, pointer, copy, len(source), _WIPE_INPUT)
        return result

    def back(self) -> Undone:
        """Undoes the last answer; gives its path, what it was, and the screen.

        Raises:
            NotFoundError: there is nothing to undo, or the draft has ended.
        """
        result: Undone = ask_always("tincay_draft_back", self._handle)
        return result

    def state(self) -> FormState:
        """Tells what to show after the answers so far; never the answers.

        Raises:
            NotFoundError: the draft has ended.
        """
        result: FormState = parse(ask("tincay_draft_state", self._handle))
        return result

    def choose(self, choice: DraftChoice) -> None:
        """Notes what the person wants to become of the answers if they are never sent."""
        run("tincay_draft_choose", self._handle, int(choice))

    def exclude(self, desks: Sequence[str]) -> None:
        """Keeps the answers from desks, by the numbers that `tincay.Box.directory` tells, from now on.

        Raises:
            InvalidInputError: a desk is not this box's.
            NoReaderError: nobody is left who may read them.
        """
        source = json_bytes(list(desks))
        run("tincay_draft_exclude", self._handle, source, len(source))

    def submit(self) -> SubmitResult:
        """Sends the answers, as `tincay.Box.submit` does and with the same failures, which ends the draft.

        Raises:
            InvalidReportError: the form did not accept them; the draft goes on, and ``result`` says why.
            NotFoundError: the draft has ended.
        """
        result: SubmitResult = ask_always("tincay_draft_submit", self._handle)
        return result

    def abandon(self, choice: DraftChoice = DraftChoice.UNDECIDED) -> Abandoned:
        """Ends the draft of somebody who walks away; tells whether the counsellor gets it, and whom to call.

        Args:
            choice: what the person said on leaving; undecided leaves it at what was chosen before.
        """
        result: Abandoned = parse(ask("tincay_draft_abandon", self._handle, int(choice)))
        return result
