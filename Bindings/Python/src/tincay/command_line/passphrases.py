"""Passphrases and key files: asked for at the terminal or read from a file, never arguments and never variables."""

from __future__ import annotations

import argparse
import getpass
import os
import stat
import sys
import unicodedata
import warnings
from collections.abc import Sequence
from typing import Any, Optional, Union

from .._terminal import reason
from .failures import CommandError
from .files import read
from .screen import Screen

_LONGEST = 4096
"""How many bytes a line of a passphrase file may have."""


class _Refused(argparse.Action):
    """Refuses a secret among the arguments without saying it again."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Union[str, Sequence[Any], None],
        option_string: Optional[str] = None,
    ) -> None:
        """Says why."""
        parser.error(
            f"{option_string} is no option: everybody on this machine can see arguments. A passphrase that was typed "
            "there should be changed. Leave it out to be asked for it, or use --passphrase-file or --passphrase-fd"
        )


def add_unlocking(parser: argparse.ArgumentParser) -> None:
    """Adds where the passphrase of the person who unlocks the desk comes from."""
    parser.add_argument("--passphrase", nargs="?", action=_Refused, help=argparse.SUPPRESS)
    _add_sources(parser, "", "the passphrase")
    parser.add_argument("--key-file", metavar="FILE", help="the person's key file, when there is one")


def add_new(parser: argparse.ArgumentParser) -> None:
    """Adds where a new passphrase comes from."""
    parser.add_argument("--new-passphrase", nargs="?", action=_Refused, help=argparse.SUPPRESS)
    _add_sources(parser, "new-", "the new passphrase")
    parser.add_argument("--new-key-file", metavar="FILE", help="a file of 32 to 65,536 bytes that takes part in it")


def _add_sources(parser: argparse.ArgumentParser, prefix: str, what: str) -> None:
    """Adds the two ways round the terminal."""
    sources = parser.add_mutually_exclusive_group()
    sources.add_argument(
        f"--{prefix}passphrase-file", metavar="FILE", help=f"read {what} from the first line of a file"
    )
    sources.add_argument(
        f"--{prefix}passphrase-fd", metavar="N", type=int, help=f"read {what} as a line from an open file descriptor"
    )


def passphrase(arguments: argparse.Namespace, screen: Screen, person: str) -> str:
    """Gives the passphrase of the person who unlocks the desk."""
    given = _from_source(screen, arguments.passphrase_file, arguments.passphrase_fd)
    return _asked(screen.phrases("ask.passphrase", person)) if given is None else given


def new_passphrase(arguments: argparse.Namespace, screen: Screen, person: str) -> str:
    """Gives a new passphrase, which is asked for twice.

    Raises:
        CommandError: it was typed differently the second time.
    """
    given = _from_source(screen, arguments.new_passphrase_file, arguments.new_passphrase_fd)
    if given is not None:
        return given
    first = _asked(screen.phrases("ask.newPassphrase", person))
    if _asked(screen.phrases("ask.again")) != first:
        raise CommandError("notTheSame")
    return first


def key_file(path: Optional[str]) -> Optional[bytes]:
    """Reads a key file, if there is one."""
    return None if path is None else read(path)


def secret_lines(screen: Screen, path: Optional[str], question: str, count: int) -> list[str]:
    """Gives secrets of which there are several: the lines of a file, or so many that are asked for one by one."""
    if path is None:
        return [_asked(screen.phrases(question, number + 1, count)) for number in range(count)]
    try:
        return [line for line in read(path).decode("utf-8").splitlines() if line.strip()]
    except UnicodeDecodeError:
        raise CommandError("notText", path) from None


def _from_source(screen: Screen, path: Optional[str], descriptor: Optional[int]) -> Optional[str]:
    """Reads a passphrase from where it is said to be, or gives None to have it asked for."""
    if path is None and descriptor is None:
        return None
    place = path if path is not None else f"fd {descriptor}"
    try:
        if path is None:
            line = _line(descriptor or 0)
        else:
            opened = os.open(path, os.O_RDONLY)
            try:
                _warn_of_others(screen, path, opened)
                line = _line(opened)
            finally:
                os.close(opened)
        return _same_letters(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise CommandError("notText", place) from None
    except (OSError, ValueError) as error:
        raise CommandError("cannotRead", place, reason(error)) from None


def _line(descriptor: int) -> bytes:
    """Reads one line and nothing behind it, which may be for somebody else."""
    line = bytearray()
    while len(line) < _LONGEST and (byte := os.read(descriptor, 1)) not in (b"", b"\n"):
        line += byte
    return bytes(line).rstrip(b"\r")


def _warn_of_others(screen: Screen, path: str, descriptor: int) -> None:
    """Says so when others on the machine may read a passphrase file."""
    about = os.fstat(descriptor)
    if stat.S_ISREG(about.st_mode) and about.st_mode & 0o077:
        screen.warn("othersMayRead", path)


def _asked(question: str) -> str:
    """Asks for a secret at the terminal, where it is not shown.

    Raises:
        CommandError: there is no terminal; one is never read where it would be shown.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return _same_letters(getpass.getpass(question))
        except (getpass.GetPassWarning, EOFError):
            sys.stderr.write("\n")
            raise CommandError("noTerminal") from None


def _same_letters(typed: str) -> str:
    """Makes letters the same whichever way a keyboard puts their marks on."""
    return unicodedata.normalize("NFC", typed)
