"""Boxes: the letterbox of a point, which takes reports and cannot read them back."""

from __future__ import annotations

from ctypes import byref
from typing import Optional, Union

from ._bytes import Data, JSONInput, Path, c_path, c_text, json_bytes, lend
from ._call import ask, ask_always, parse, run
from ._handle import Handle
from ._native import tincay_box
from .form import Form
from .results import BoxSetup, BoxStatus, Settled, SubmitResult


class Box(Handle):
    """A point's letterbox. Nothing here, and no key on the device, can read a report back.

    >>> Box.create("box.tincay", {"point": {"name": "...", "kind": "NODE-TRUSTED"}, "desks": [card]})
    >>> with Box.open("box.tincay") as box:
    ...     result = box.submit(form, answers, "vi-x-child")
    ...     bundle = box.pack()
    """

    _close_function = "tincay_box_close"

    def __init__(self, path: Path) -> None:
        """Opens a box, as `open` does."""
        handle = tincay_box()
        run("tincay_box_open", c_path(path), byref(handle))
        super().__init__(handle)

    @staticmethod
    def create(path: Path, setup: Union[BoxSetup, JSONInput]) -> None:
        """Creates the box file of a point and fills today's slots with noise; open it afterwards.

        Args:
            path: where; no file may be there.
            setup: the point, and the cards of the desks that may read; see `tincay.BoxSetup`.

        Raises:
            ExistsError: a file is already there.
            AccessError: the folder may not be written.
            InvalidJSONError: the setup is not JSON.
            InvalidInputError: the setup is not as described.
            TamperedError: a card was not signed by its desk.
        """
        source = json_bytes(setup)
        run("tincay_box_create", c_path(path), source, len(source))

    @classmethod
    def open(cls, path: Path) -> Box:
        """Opens a box and brings it up to today, as `tick` does.

        Raises:
            NotFoundError: there is no such file.
            FormatError: it is no box.
            FormatTooNewError: a newer library wrote it.
            BusyError: another process holds it.
            AccessError: it may not be read and written.
        """
        return cls(path)

    def submit(self, form: Form, answers: JSONInput, language: Optional[str] = None) -> SubmitResult:
        """Checks answers and, when the form accepts them, seals them; they are on the disk when this returns.

        Args:
            form: the form that was filled in.
            answers: a JSON object of at most 1 MiB, nested at most 64 deep.
            language: the BCP 47 tag of messages; None for ``"vi"``.

        Returns:
            The result of `tincay.Form.check`, to show, with ``kept``.

        Raises:
            InvalidReportError: the form did not accept them; ``result`` says why.
            LaterError: too many reports came in a short time; try again later.
            DiskFullError, StorageError, BusyError, AccessError, OutOfMemoryError, InternalError: try again.
            LimitError: they do not fit a slot once sealed; or, without a result, they are too large.
            InvalidJSONError: the answers are not JSON; without a result.

        Nothing was kept when an exception is raised. Its ``result``, where it is not None, is what the form said: show
        its hotlines.
        """
        source = json_bytes(answers)
        result: SubmitResult = ask_always(
            "tincay_box_submit", self._handle, form._handle, source, len(source), c_text(language, "language")
        )
        return result

    def tick(self) -> None:
        """Adds the slots of the days that have begun and forgets which of the past days' slots were used.

        Call it at least once a day while a box stays open.
        """
        run("tincay_box_tick", self._handle)

    def pack(self) -> bytes:
        """Packs the oldest uncollected slots, used or not, into a bundle for the box's desks.

        The box forgets nothing: the same slots are packed again until a receipt covers them.

        Returns:
            Opaque bytes, always as many as the box's bundle size.
        """
        return ask("tincay_box_pack", self._handle)

    def settle(self, receipt: Data) -> Settled:
        """Takes in a desk's receipt and frees the slots that every desk of the box has covered; again does no harm.

        Raises:
            FormatError: it is no receipt.
            WrongKeyError: it is for another box, or from a desk that is not this box's.
            TamperedError: its signature does not hold.
        """
        pointer, size = lend(receipt)
        result: Settled = parse(ask("tincay_box_settle", self._handle, pointer, size))
        return result

    def status(self) -> BoxStatus:
        """Tells the point's health, and nothing about reports."""
        result: BoxStatus = parse(ask("tincay_box_status", self._handle))
        return result
