"""Lends Python's values to C: JSON, bytes, texts, paths and passphrases.

Nothing is judged here. What the library would refuse is passed on for it to refuse, so that every language answers
alike; and no exception of Python's own may quote an answer.
"""

from __future__ import annotations

import ctypes
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Optional, Union

JSONInput = Union[Mapping[str, Any], Sequence[Any], str, bytes, bytearray, memoryview]
"""JSON going in: a dict or list, which is written as JSON, or a text or bytes, which are JSON already."""

Data = Union[bytes, bytearray, memoryview]
"""Bytes going in: a bundle or a receipt."""

Passphrase = Union[bytes, bytearray, str]
"""A passphrase: 8 to 1,024 bytes, or a text of as many in UTF-8."""

Path = Union[str, bytes, "os.PathLike[str]", "os.PathLike[bytes]"]
"""A path; bytes are the platform's own."""

Lent = Optional[Union[bytes, "ctypes.Array[ctypes.c_char]"]]
"""What ctypes takes for a pointer to bytes; None is NULL."""

# Single bytes that exist already, so that a passphrase leaves no new objects behind.
_BYTES = tuple(bytes([byte]) for byte in range(256))


def json_bytes(value: JSONInput) -> bytes:
    """Writes a value as JSON in UTF-8; texts and bytes are taken as JSON already.

    Lone surrogates and NaN are written as they are, for the library to refuse: Python's own exceptions would carry
    the whole text.

    Raises:
        TypeError: a dict or list holds what JSON does not have.
    """
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    if not isinstance(value, str):
        value = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return value.encode("utf-8", "surrogatepass")


def lend(value: Data) -> tuple[Lent, int]:
    """Gives the pointer and the size of some bytes, without a copy where Python allows."""
    if isinstance(value, bytes):
        return value, len(value)
    if isinstance(value, bytearray) and value:
        return (ctypes.c_char * len(value)).from_buffer(value), len(value)
    copy = bytes(value)
    return copy, len(copy)


@contextmanager
def lend_answers(answers: JSONInput, wipe: bool) -> Iterator[tuple[ctypes.Array[ctypes.c_char], int]]:
    """Lends answers in memory that the library wipes; of the caller's own only a bytearray, and only if asked to."""
    if wipe and isinstance(answers, bytearray) and answers:
        yield (ctypes.c_char * len(answers)).from_buffer(answers), len(answers)
        return
    source = json_bytes(answers)
    yield ctypes.create_string_buffer(source, len(source) + 1), len(source)


def c_text(value: Optional[str], what: str) -> Optional[bytes]:
    """Gives a text as C takes it, and NULL for None.

    Raises:
        ValueError: it holds a NUL, where C would see its end.
    """
    if value is None:
        return None
    return _without_nul(value.encode("utf-8", "surrogatepass"), what)


def c_path(value: Path) -> bytes:
    """Gives a path as the platform's bytes.

    Raises:
        ValueError: it holds a NUL, where C would see its end.
    """
    return _without_nul(os.fsencode(value), "path")


@contextmanager
def lend_passphrase(passphrase: Passphrase) -> Iterator[tuple[Lent, int]]:
    """Lends a passphrase for one call; a copy made of a text is wiped afterwards.

    Bytes and a bytearray are lent without a copy; a bytearray can be wiped by its owner, a str or bytes cannot.
    """
    if not isinstance(passphrase, str):
        yield lend(passphrase)
        return
    # Encoded a character at a time, because a whole encoded copy would be a bytes object that nobody can wipe.
    copy = (ctypes.c_char * (4 * len(passphrase) + 1))()
    try:
        size = 0
        for character in passphrase:
            for byte in character.encode("utf-8", "surrogatepass"):
                copy[size] = _BYTES[byte]
                size += 1
        yield copy, size
    finally:
        ctypes.memset(copy, 0, ctypes.sizeof(copy))


def _without_nul(value: bytes, what: str) -> bytes:
    """Refuses a text that C would cut short, without quoting it."""
    if b"\0" in value:
        raise ValueError(f"{what} holds a NUL character")
    return value
