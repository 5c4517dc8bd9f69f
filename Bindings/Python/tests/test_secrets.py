"""What must never show: passphrases and answers in exceptions, copies that are left behind."""

from __future__ import annotations

import ctypes
import traceback
from pathlib import Path
from typing import Any, Callable

import pytest

import tincay
from conftest import PERSON
from tincay import Box, Desk, Form, _bytes

SECRET = "conchimxanhdauxuongvai"


def shown(error: BaseException) -> str:
    """All that a log would get of an exception."""
    parts = [*traceback.format_exception_only(type(error), error), repr(error), str(error), repr(error.args)]
    return "".join(parts)


def test_no_exception_quotes_an_answer_or_a_passphrase(desk_path: Path, box: Box, desk: Desk, plain: Form) -> None:
    calls: list[Callable[[], Any]] = [
        lambda: Desk.open(desk_path, PERSON, SECRET),
        lambda: Desk.open(desk_path, PERSON, SECRET + "\ud800"),
        lambda: Desk.create(desk_path, PERSON, SECRET),
        lambda: plain.check('{"story":"' + SECRET),
        lambda: plain.check({"story": SECRET + "\ud800"}),
        lambda: plain.check({"story": SECRET, "age": float("inf")}),
        lambda: plain.check({"story": {SECRET}}),
        lambda: box.submit(plain, {"worry": SECRET}),
        lambda: desk.file(plain, {"story": SECRET}),
        lambda: desk.record("0" * 32, {"type": "note", "text": SECRET}),
        lambda: desk.record("0" * 32, {"type": SECRET}),
        lambda: desk.read(SECRET + "\0"),
        lambda: Form({"type": SECRET}),
    ]
    for call in calls:
        with pytest.raises((tincay.TincayError, TypeError, ValueError)) as caught:
            call()
        error: BaseException | None = caught.value
        while error is not None:
            assert SECRET not in shown(error)
            error = error.__cause__ or error.__context__


def test_findings_name_fields_and_never_answers(plain: Form) -> None:
    result = plain.check({"worry": SECRET, "story": 3, "age": -1, "extra": SECRET}, "en")
    assert len(result["findings"]) == 4
    assert SECRET not in repr(result)


def test_the_copy_of_a_text_passphrase_is_wiped() -> None:
    with _bytes.lend_passphrase("mật khẩu dài") as (lent, size):
        assert isinstance(lent, ctypes.Array)
        assert bytes(lent)[:size].decode() == "mật khẩu dài"
    assert not any(bytes(lent))


def test_the_copy_is_wiped_when_the_call_fails() -> None:
    kept: list[Any] = []
    with pytest.raises(KeyError), _bytes.lend_passphrase("mật khẩu dài") as (lent, _):
        kept.append(lent)
        raise KeyError
    assert not any(bytes(kept[0]))


def test_bytes_and_bytearrays_are_lent_without_a_copy() -> None:
    owned = bytearray(b"passphrase")
    with _bytes.lend_passphrase(owned) as (lent, size):
        assert isinstance(lent, ctypes.Array)
        assert size == len(owned)
        assert ctypes.addressof(lent) == ctypes.addressof((ctypes.c_char * size).from_buffer(owned))
    fixed = b"passphrase"
    with _bytes.lend_passphrase(fixed) as (lent, size):
        assert lent is fixed
