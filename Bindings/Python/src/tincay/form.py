"""Forms: what may be asked, what is acceptable, how urgent it is."""

from __future__ import annotations

import os
from ctypes import byref
from pathlib import Path
from typing import Optional, Union

from ._bytes import JSONInput, c_text, json_bytes
from ._call import ask, ask_either, parse, run
from ._handle import Handle
from ._native import tincay_form
from .results import CheckResult, FormAccess, FormState
from .status import Status


class Form(Handle):
    """A form: a JSON Schema 2020-12 document, plain or annotated, read and compiled once. It never changes.

    >>> with Form.from_file("Forms/vn-cp-intake.json") as form:
    ...     result = form.check({"profile": "C", "safe_now": "N"})
    """

    _close_function = "tincay_form_close"

    def __init__(self, json: JSONInput, resources: Optional[JSONInput] = None) -> None:
        """Reads a form.

        Args:
            json: the document, at most 4 MiB of JSON, nested at most 128 deep.
            resources: what the form needs from elsewhere, at most 16 MiB, an object of ``schemas`` by their address,
                ``packs`` of data such as units and holidays, ``dialect`` and ``formats``. Nothing is ever fetched.

        Raises:
            InvalidJSONError: it is not JSON.
            InvalidFormError: it is JSON, but not a form that can be used.
            LimitError: it is too large or nested too deeply.
        """
        source = json_bytes(json)
        handle = tincay_form()
        beside = b"" if resources is None else json_bytes(resources)
        run("tincay_form_open_with", source, len(source), beside, len(beside), byref(handle))
        super().__init__(handle)

    @classmethod
    def _adopt(cls, handle: tincay_form) -> Form:
        """Makes a form of a handle that a box gave."""
        form = cls.__new__(cls)
        Handle.__init__(form, handle)
        return form

    @classmethod
    def from_file(cls, path: Union[str, os.PathLike[str]]) -> Form:
        """Reads a form from a file.

        Raises:
            OSError: the file cannot be read.
            TincayError: as reading it from memory.
        """
        return cls(Path(path).read_bytes())

    @classmethod
    def open(cls, source: Union[str, os.PathLike[str], bytes]) -> Form:
        """Reads a form: from the file when it is a path, from memory when it is bytes.

        Raises:
            OSError: the file cannot be read.
            TincayError: as reading it from memory.
        """
        return cls(source) if isinstance(source, bytes) else cls.from_file(source)

    def access(self) -> FormAccess:
        """Tells who can read what of the reports that the form makes."""
        result: FormAccess = parse(ask("tincay_form_access", self._handle))
        return result

    def check(self, answers: JSONInput, language: Optional[str] = None) -> CheckResult:
        """Checks answers and triages them, without storing anything. Answers that are not accepted raise nothing:
        look at ``accepted``.

        Args:
            answers: a JSON object of at most 1 MiB, nested at most 64 deep.
            language: the BCP 47 tag of messages, such as ``"vi"``, ``"en"`` or ``"vi-x-child"``; None for ``"vi"``.

        Raises:
            InvalidJSONError: the answers are not JSON.
            LimitError: they are too large or nested too deeply.
        """
        source = json_bytes(answers)
        _, output = ask_either(
            "tincay_form_check",
            (Status.INVALID_REPORT,),
            self._handle,
            source,
            len(source),
            c_text(language, "language"),
        )
        result: CheckResult = parse(output)
        return result

    def state(
        self,
        answers: Optional[JSONInput] = None,
        profile: Optional[str] = None,
        language: Optional[str] = None,
    ) -> FormState:
        """Tells what to show next to somebody who is still answering.

        Args:
            answers: the answers so far; None at first.
            profile: ``"C"`` (child), ``"B"`` (bystander) or ``"K"`` (counsellor); None for what the answers name.
            language: as in `check`.

        Raises:
            InvalidJSONError: the answers are not JSON.
            LimitError: they are too large or nested too deeply.
            InvalidInputError: the form has no such profile.
        """
        source = b"" if answers is None else json_bytes(answers)
        output = ask(
            "tincay_form_state",
            self._handle,
            source,
            len(source),
            c_text(profile, "profile"),
            c_text(language, "language"),
        )
        result: FormState = parse(output)
        return result

    def progress(
        self,
        answers: Optional[JSONInput] = None,
        profile: Optional[str] = None,
        language: Optional[str] = None,
    ) -> FormState:
        """Tells what the answers so far have changed, for a screen that was told everything by `state` before.

        The questions lack what never changes; put over the earlier ones by ``path`` they are the whole state again.

        Args:
            answers: the answers so far; None at first.
            profile: as in `state`.
            language: as in `check`.

        Raises:
            InvalidJSONError: the answers are not JSON.
            LimitError: they are too large or nested too deeply.
            InvalidInputError: the form has no such profile.
        """
        source = b"" if answers is None else json_bytes(answers)
        output = ask(
            "tincay_form_progress",
            self._handle,
            source,
            len(source),
            c_text(profile, "profile"),
            c_text(language, "language"),
        )
        result: FormState = parse(output)
        return result
