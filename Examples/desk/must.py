"""What has to hold: each claim of the story is checked here, and the first that fails ends it with one sentence."""

from __future__ import annotations

from typing import Any, Callable, TypeVar

Failure = TypeVar("Failure", bound=Exception)


class BrokenPromiseError(Exception):
    """Something is not as it must be; the text says what."""


def must(holds: bool, otherwise: str) -> None:
    """Ends the story with a sentence unless something holds."""
    if not holds:
        raise BrokenPromiseError(otherwise)


def must_equal(found: object, expected: object, what: str) -> None:
    """Ends the story unless what was found is what the diary has."""
    must(found == expected, f"{what}: the diary has {expected!r}, found was {found!r}")


def must_refuse(refusal: type[Failure], otherwise: str, call: Callable[..., Any], *arguments: Any) -> Failure:
    """Gives the refusal that a call has to be met with; anything else ends the story."""
    try:
        call(*arguments)
    except refusal as error:
        return error
    raise BrokenPromiseError(otherwise)
