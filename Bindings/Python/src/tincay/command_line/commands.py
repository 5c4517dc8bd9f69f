"""How a command of a desk is added: with what all of them take, and unlocked before it runs."""

from __future__ import annotations

import argparse
import getpass
from collections.abc import Callable
from typing import Any, Optional

from ..authoring.phrases import LANGUAGES
from ..desk import Desk
from ..errors import LaterError, WrongKeyError
from .failures import EXIT_CODES, CommandError, NotLetInError
from .passphrases import add_unlocking, key_file, passphrase
from .screen import Screen

AtDesk = Callable[[Desk, argparse.Namespace, Screen], Optional[int]]
"""A command at an unlocked desk; it gives its exit code, None for done."""

Outside = Callable[[argparse.Namespace, Screen], Optional[int]]
"""A command that needs no unlocked desk."""

_SHORTEST = 4
"""How much of an id is enough to name a case."""


class Commands:
    """The commands of ``desk``; the first line of what a function says of itself is its help."""

    def __init__(self, parsers: Any) -> None:
        """Adds to the commands that argparse keeps."""
        self._parsers = parsers

    def outside(self, name: str, run: Outside) -> argparse.ArgumentParser:
        """Adds a command that unlocks nothing by itself."""
        lines = (run.__doc__ or "").strip().splitlines()
        made: argparse.ArgumentParser = self._parsers.add_parser(
            name,
            help=lines[0].rstrip("."),
            description=" ".join(line.strip() for line in lines),
            epilog=EXIT_CODES,
            allow_abbrev=False,
        )
        made.add_argument("desk", metavar="DESK", help="the desk's file")
        made.add_argument("--person", metavar="NAME", help="who it is; your name on this machine when left out")
        made.add_argument("--json", action="store_true", help="print JSON")
        made.add_argument("--language", choices=LANGUAGES, default="en", help="the language of the sentences")
        made.set_defaults(run=run)
        return made

    def add(self, name: str, run: AtDesk) -> argparse.ArgumentParser:
        """Adds a command that runs at the unlocked desk."""

        def unlocked(arguments: argparse.Namespace, screen: Screen) -> Optional[int]:
            with unlock(arguments, screen) as desk:
                return run(desk, arguments, screen)

        unlocked.__doc__ = run.__doc__
        made = self.outside(name, unlocked)
        add_unlocking(made)
        return made

    def of_case(self, name: str, run: AtDesk) -> argparse.ArgumentParser:
        """Adds a command about one case; its arguments have the whole id by the time that it runs."""

        def found(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> Optional[int]:
            arguments.id = whole_id(desk, arguments.id)
            return run(desk, arguments, screen)

        found.__doc__ = run.__doc__
        made = self.add(name, found)
        made.add_argument("id", metavar="ID", help="the case's id, or a beginning that no other case has")
        return made


def person_of(arguments: argparse.Namespace) -> str:
    """Names the person who unlocks the desk."""
    named: Optional[str] = arguments.person
    try:
        return getpass.getuser() if named is None else named
    except (ImportError, KeyError, OSError):
        raise CommandError("noPerson") from None


def unlock(arguments: argparse.Namespace, screen: Screen) -> Desk:
    """Unlocks the desk for the person named, and leaves the passphrase for the one command that needs it again.

    Raises:
        NotLetInError: the person or the passphrase is wrong, or was so too often.
    """
    person = person_of(arguments)
    arguments.unlocked_with = passphrase(arguments, screen, person)
    try:
        return Desk.open(arguments.desk, person, arguments.unlocked_with, key_file(arguments.key_file))
    except (WrongKeyError, LaterError) as error:
        raise NotLetInError(f"notLetIn.{type(error).__name__}", error.name) from None


def whole_id(desk: Desk, beginning: str) -> str:
    """Completes the beginning of a case's id.

    Raises:
        CommandError: no case begins so, or several do.
    """
    wanted = beginning.lower()
    if len(wanted) == 32:
        return wanted
    found = [case["id"] for case in desk.cases() if case["id"].startswith(wanted)] if len(wanted) >= _SHORTEST else []
    if len(found) != 1:
        raise CommandError("unclearID", len(found))
    return found[0]


def codes(text: str) -> list[str]:
    """Splits an argument such as U1,U2."""
    return [code for code in text.split(",") if code]
