"""Files that commands read and write: what leaves a desk in clear is its owner's alone, and overwrites nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from .._terminal import reason
from ..errors import TincayError
from .failures import CommandError


def read(path: str) -> bytes:
    """Reads a file.

    Raises:
        CommandError: it cannot be read.
    """
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise CommandError("cannotRead", path, reason(error)) from None


def read_json(path: str) -> Any:
    """Reads a JSON file, such as a card.

    Raises:
        CommandError: it cannot be read, or is no JSON.
    """
    try:
        return json.loads(read(path))
    except (ValueError, RecursionError):
        raise CommandError("notJSON", path) from None


@contextmanager
def new_file(path: str) -> Iterator[BinaryIO]:
    """Opens a file that was not there, for its owner only; whatever goes wrong meanwhile, none is left behind.

    It is opened before the work begins, so that nothing is entered in a ledger, and no share made, for a file that
    cannot be written.

    Raises:
        CommandError: something is there, or it cannot be written.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise CommandError("alreadyThere", path) from None
    except (OSError, ValueError) as error:
        raise CommandError("cannotWrite", path, reason(error)) from None
    try:
        with open(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except BaseException as error:
        os.unlink(path)
        if isinstance(error, OSError) and not isinstance(error, TincayError):
            raise CommandError("cannotWrite", path, reason(error)) from None
        raise


def replace(path: Path, content: bytes) -> None:
    """Writes a file that is no secret, so that a pulled stick leaves the old one or the new one and never half of one.

    Raises:
        CommandError: it cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise CommandError("cannotWrite", path, reason(error)) from None


def as_json(value: Any) -> str:
    """Writes a value as JSON for people and programs."""
    return json.dumps(value, ensure_ascii=False, indent=2)
