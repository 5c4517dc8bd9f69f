"""The functions of the library that hostile inputs are given to, and ways to write such inputs."""

from __future__ import annotations

import ctypes
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

OK, INVALID_REPORT, LIMIT, INVALID_JSON, INVALID_FORM = 0, 60, 61, 62, 63
MEGABYTE = 1 << 20
Told = tuple[int, str, float]
Case = tuple[str, "Callable[[Library], Told]", "set[int]"]


class Bytes(ctypes.Structure):
    """Bytes that the library gave."""

    _fields_ = (("data", ctypes.c_void_p), ("size", ctypes.c_size_t))


class Library:
    """The functions that are tried."""

    def __init__(self, path: Path) -> None:
        """Loads the library."""
        text, size, pointer = ctypes.c_char_p, ctypes.c_size_t, ctypes.c_void_p
        self._library = ctypes.CDLL(str(path))
        self._library.tincay_json_pick.argtypes = (text, size, text, pointer)
        self._library.tincay_form_open_with.argtypes = (text, size, text, size, pointer)
        self._library.tincay_form_review.argtypes = (text, size, text, size, pointer)
        self._library.tincay_form_check.argtypes = (pointer, text, size, text, pointer)
        self._library.tincay_form_state.argtypes = (pointer, text, size, text, text, pointer)
        self._library.tincay_form_progress.argtypes = (pointer, text, size, text, text, pointer)
        self._library.tincay_form_close.argtypes = (pointer,)

    def parse(self, text: bytes) -> Told:
        """Parses a text: the family of the status, nothing more to tell, and the milliseconds."""
        found = Bytes()
        begin = time.process_time()
        status = self._library.tincay_json_pick(text, len(text), b"", ctypes.byref(found))
        spent = time.process_time() - begin
        self._library.tincay_bytes_free(ctypes.byref(found))
        return status & 0xFF, "", spent * 1000

    def check(self, schema: bytes, answers: bytes, beside: bytes = b"") -> Told:
        """Reviews and opens a form, checks answers, and asks for what to show next.

        Gives the family of the status, the codes of findings or of the fault, and the slowest call's milliseconds.
        """
        form = ctypes.c_void_p()
        status, told, slowest = self._timed(
            lambda out: self._library.tincay_form_review(schema, len(schema), beside, len(beside), out)
        )
        codes = [fault["code"] for fault in json.loads(told or b"{}").get("faults", [])]
        begin = time.process_time()
        status = self._library.tincay_form_open_with(schema, len(schema), beside, len(beside), ctypes.byref(form))
        slowest = max(slowest, (time.process_time() - begin) * 1000)
        if status == OK:
            status, told, spent = self._timed(
                lambda out: self._library.tincay_form_check(form, answers, len(answers), None, out)
            )
            slowest = max(slowest, spent)
            codes = sorted({finding["code"] for finding in json.loads(told or b"{}").get("findings", [])})
            for show in (self._library.tincay_form_state, self._library.tincay_form_progress):
                _, _, spent = self._timed(
                    lambda out, show=show: show(form, answers, len(answers), None, None, out)  # type: ignore[misc]
                )
                slowest = max(slowest, spent)
            self._library.tincay_form_close(form)
        return status & 0xFF, ",".join(codes), slowest

    def _timed(self, call: Callable[[Any], int]) -> tuple[int, bytes, float]:
        """Calls a function that gives bytes: its status, the bytes, and the milliseconds."""
        result = Bytes()
        begin = time.process_time()
        status = call(ctypes.byref(result))
        spent = time.process_time() - begin
        told = ctypes.string_at(result.data, result.size) if result.data else b""
        self._library.tincay_bytes_free(ctypes.byref(result))
        return status, told, spent * 1000


def of_value(schema: Any, value: Any) -> Callable[[Library], Told]:
    """A case whose answers have one member, `a`, and whose schema is that of the member."""
    return of_text(in_json({"properties": {"a": schema}}), in_json({"a": value}))


def of_form(form: Any, answers: Any, beside: bytes = b"") -> Callable[[Library], Told]:
    """A case of a form and answers that are written as JSON."""
    return of_text(in_json(form), in_json(answers), beside)


def of_text(form: bytes, answers: bytes, beside: bytes = b"") -> Callable[[Library], Told]:
    """A case of a form and answers as they are written."""
    return lambda library: library.check(form, answers, beside)


def in_json(value: Any) -> bytes:
    """A value in JSON, as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def nested(depth: int, value: Any = None) -> Any:
    """Objects inside one another."""
    for _ in range(depth):
        value = {"a": value}
    return value
