"""What every command needs of a terminal: text that cannot steer it, and an end without a traceback."""

from __future__ import annotations

import io
import os
import sys


def printable(text: str) -> str:
    """Replaces what a terminal would not show as it is, such as control characters and marks of direction."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)


def forgive() -> None:
    """Lets a terminal without Vietnamese show codes; it is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def hush() -> None:
    """Ends the output once nobody reads it any more, so that nothing fails over it when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def reason(error: Exception) -> str:
    """Says why a file was not read or written."""
    said = getattr(error, "strerror", None)
    return said if isinstance(said, str) else str(error)
