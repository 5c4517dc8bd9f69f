"""Turns statuses into exceptions and the library's bytes into Python's."""

from __future__ import annotations

import ctypes
import json
from collections.abc import Sequence
from typing import Any

from ._loader import library
from ._native import tincay_bytes
from .errors import InvalidReportError, NoReaderError, TincayError, class_of
from .results import CheckResult
from .status import Status, family_of


def words_of(status: int) -> tuple[str, int, str]:
    """Gives what an exception is made of: the library's own sentence for a status, the number and its name."""
    found = library()
    text = found.tincay_status_text(status).decode("utf-8")
    name = found.tincay_status_name(status).decode("utf-8")
    return text, status, name


def error_of(status: int) -> TincayError:
    """Makes the exception of a status."""
    return class_of(status)(*words_of(status))


def run(function: str, *arguments: Any) -> None:
    """Calls a function that has no output.

    Raises:
        TincayError: the function answered with a failure.
    """
    status = getattr(library(), function)(*arguments)
    if status != Status.OK:
        raise error_of(status)


def ask(function: str, *arguments: Any) -> bytes:
    """Calls a function whose last argument is its output, and gives that output.

    Raises:
        TincayError: the function answered with a failure.
    """
    status, output = ask_either(function, (), *arguments)
    if status != Status.OK:
        raise error_of(status)
    return output


def ask_either(function: str, accepted: Sequence[int], *arguments: Any) -> tuple[int, bytes]:
    """Calls a function that gives its output with success and with the `accepted` families too.

    Returns:
        The status, which is success or of an accepted family, and the output.

    Raises:
        TincayError: the function answered with another failure.
    """
    found = library()
    output = tincay_bytes()
    try:
        status = getattr(found, function)(*arguments, ctypes.byref(output))
        if status != Status.OK and family_of(status) not in accepted:
            raise error_of(status)
        return status, ctypes.string_at(output.data, output.size) if output.data else b""
    finally:
        found.tincay_bytes_free(ctypes.byref(output))


def ask_two(function: str, *arguments: Any) -> tuple[bytes, bytes]:
    """Calls a function whose last two arguments are its outputs, and gives both.

    Raises:
        TincayError: the function answered with a failure.
    """
    first, second = tincay_bytes(), tincay_bytes()
    try:
        run(function, *arguments, ctypes.byref(first), ctypes.byref(second))
        return ctypes.string_at(first.data, first.size), ctypes.string_at(second.data, second.size)
    finally:
        for output in (first, second):
            library().tincay_bytes_free(ctypes.byref(output))


def ask_always(function: str, *arguments: Any) -> Any:
    """Calls a function that may give its output, which is JSON, with any status.

    Returns:
        The output, read.

    Raises:
        TincayError: the function answered with a failure; ``result`` has the output if there was any.
    """
    found = library()
    output = tincay_bytes()
    try:
        status = getattr(found, function)(*arguments, ctypes.byref(output))
        result = parse(ctypes.string_at(output.data, output.size)) if output.data else None
    finally:
        found.tincay_bytes_free(ctypes.byref(output))
    if status != Status.OK:
        error = error_of(status)
        error.result = result
        raise error
    return result


def not_accepted(status: int, result: CheckResult) -> TincayError:
    """Makes the exception of answers that were not kept, which carries the result."""
    error = error_of(status)
    if isinstance(error, (InvalidReportError, NoReaderError)):
        error.result = result
    return error


def parse(output: bytes) -> Any:
    """Reads the JSON that the library gave."""
    return json.loads(output)
