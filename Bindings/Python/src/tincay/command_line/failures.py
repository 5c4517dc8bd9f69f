"""Why a command was not carried out, and the exit code that says so."""

from __future__ import annotations

from ..authoring.phrases import Phrases
from ..errors import TamperedError, TincayError, class_of

DONE, FOUND, FAILED, NOT_LET_IN = 0, 1, 2, 3
"""The exit codes: done; done, and something is wrong with what was looked at; not carried out; nobody was let in."""

INTERRUPTED = 130
"""The exit code of a command that somebody stopped."""

EXIT_CODES = (
    "Exit codes: 0 done; 1 done, and something is wrong with what was looked at (a bundle was refused, a ledger or a "
    "file does not hold, shares do not fit); 2 not carried out; 3 nobody was let in: a wrong person or passphrase, or "
    "too many of them; 130 stopped."
)
"""What the help says about exit codes."""


class CommandError(Exception):
    """The command cannot be carried out; a phrase says why. Its values never hold anything of a report."""

    code = FAILED
    """The exit code that says so."""

    def __init__(self, phrase: str, *values: object) -> None:
        """Keeps what to say."""
        super().__init__(phrase)
        self.phrase = phrase
        self.values = values


class NotLetInError(CommandError):
    """Nobody was let in: a wrong person, passphrase, key file or share, or too many of them."""

    code = NOT_LET_IN


def sentence_of(error: TincayError, phrases: Phrases) -> str:
    """Says a failure of the library in one sentence with its name; the library's own where there is none better."""
    for name in (error.name, class_of(error.status).__name__):
        if phrases.has(f"failure.{name}"):
            return f"{phrases(f'failure.{name}')} ({error.name})"
    return str(error)


def code_of(error: TincayError) -> int:
    """Gives the exit code of a failure of the library."""
    return FOUND if isinstance(error, TamperedError) else FAILED
