"""Boxes: the letterbox of a point, which takes reports and cannot read them back."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import byref
from typing import Optional, Union

from ._bytes import Data, JSONInput, Path, c_path, c_text, json_bytes, lend, lend_answers
from ._call import ask, ask_always, parse, run
from ._handle import Handle
from ._native import tincay_box, tincay_form
from .draft import Draft
from .form import Form
from .results import BoxSetup, BoxStatus, Directory, News, Settled, SubmitResult

_WIPE_INPUT = 1
"""TINCAY_WIPE_INPUT: answers are lent in memory that may be overwritten."""


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

    def submit(
        self,
        form: Form,
        answers: JSONInput,
        language: Optional[str] = None,
        *,
        exclude: Sequence[str] = (),
        wipe: bool = False,
    ) -> SubmitResult:
        """Checks answers and, when the form accepts them, seals them; they are on the disk when this returns.

        Args:
            form: the form that was filled in.
            answers: a JSON object of at most 1 MiB, nested at most 64 deep.
            language: the BCP 47 tag of messages; None for ``"vi"``.
            exclude: the numbers of the desks that must not read it, as `directory` gives them.
            wipe: overwrite the answers with zeros, whatever comes of it, when they are a bytearray.

        Returns:
            The result of `tincay.Form.check`, to show, with ``kept``. It does not tell who was left out.

        Raises:
            InvalidReportError: the form did not accept them; ``result`` says why.
            NoReaderError: nobody is left who may read them.
            LaterError: too many reports came in a short time; try again later.
            DiskFullError, StorageError, BusyError, AccessError, OutOfMemoryError, InternalError: try again.
            LimitError: they do not fit a slot once sealed; or, without a result, they are too large.
            InvalidInputError: an excluded desk is none of this box's; without a result.
            InvalidJSONError: the answers are not JSON; without a result.

        Nothing was kept when an exception is raised. Its ``result``, where it is not None, is what the form said: show
        its hotlines.
        """
        options: dict[str, object] = {"exclude": list(exclude)}
        if language is not None:
            options["language"] = language
        choices = json_bytes(options)
        with lend_answers(answers, wipe) as (source, size):
            result: SubmitResult = ask_always(
                "tincay_box_submit_with",
                self._handle,
                form._handle,
                source,
                size,
                choices,
                len(choices),
                _WIPE_INPUT,
            )
        return result

    def news(self, notice: Data) -> News:
        """Takes in a notice of the authority: a directory, which takes the place of the box's desks, or a pack.

        Newer ones only, and all or nothing; the one that is in force again changes nothing.

        Raises:
            FormatError: it is no notice.
            WrongKeyError: fewer of the pinned signers have signed it than it needs.
            TamperedError: a signature does not hold.
            OutdatedError: a newer one is in force.
            InvalidJSONError, InvalidInputError: what it says makes no sense.
            LimitError: it is too large.
        """
        pointer, size = lend(notice)
        result: News = parse(ask("tincay_box_news", self._handle, pointer, size))
        return result

    def directory(self, language: Optional[str] = None) -> Directory:
        """Tells who may read what is told here, whom to call, and which forms packs have brought."""
        result: Directory = parse(ask("tincay_box_directory", self._handle, c_text(language, "language")))
        return result

    def form(self, name: str) -> Form:
        """Opens the newest form of a name that packs brought, in all languages that packs brought for it whole.

        Raises:
            NotFoundError: no pack has brought it.
        """
        handle = tincay_form()
        run("tincay_box_form", self._handle, c_text(name, "name"), byref(handle))
        return Form._adopt(handle)

    def draft(self, form: Form, profile: Optional[str] = None, language: Optional[str] = None) -> Draft:
        """Begins a draft for whoever has come to the screen; one that was open ends as if its person had walked away.

        Args:
            form: the form that is answered.
            profile: as for `tincay.Form.state`.
            language: as for `tincay.Form.state`.

        Raises:
            InvalidInputError: the form has no such profile.
        """
        return Draft(self, form, profile, language)

    def tick(self) -> None:
        """Adds the slots of the days that have begun, forgets which of the past days' slots were used, and ends a draft
        that nobody has touched for long.

        Call it at least once a day while a box stays open, and at least once a minute while a draft is.
        """
        run("tincay_box_tick", self._handle)

    def pack(self) -> bytes:
        """Packs the next slots, used or not, into a bundle for the box's desks.

        Bundles go round: each carries on behind the one before, and the next begins with the oldest again, answered or
        not. The box forgets nothing: a slot travels in every round until receipts cover it.

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
