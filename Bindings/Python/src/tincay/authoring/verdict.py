"""What the library says about a form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional

from .._call import ask, parse
from ..errors import InvalidJSONError, LimitError, TincayError
from ..status import Status


@dataclass(frozen=True)
class Fault:
    """A place because of which a form cannot be used."""

    code: str
    pointer: str


@dataclass(frozen=True)
class Verdict:
    """Whether a form can be used, and why not."""

    usable: bool
    reason: str = "usable"
    """The phrase that says it."""
    faults: list[Fault] = field(default_factory=list)


def judge(source: bytes, resources: Optional[bytes] = None) -> Verdict:
    """Asks the library whether a form can be used.

    Raises:
        LibraryError: there is no library, or it is too old.
        TincayError: the library failed at something else than the form.
    """
    try:
        beside = resources or b""
        review = parse(ask("tincay_form_review", source, len(source), beside, len(beside)))
    except TincayError as error:
        return Verdict(False, _reason(error))
    faults = [Fault(one["code"], one["path"]) for one in review["faults"]]
    for code, phrase in (("json", "refusedJSON"), ("limit", "refusedLimit")):
        if any(fault.code == code for fault in faults):
            return Verdict(False, phrase)
    return Verdict(review["usable"], "usable" if review["usable"] else "refused", faults)


def _reason(error: TincayError) -> str:
    """Names the phrase for a refusal; what is not about the form is raised again."""
    if isinstance(error, InvalidJSONError):
        return "refusedJSON"
    if isinstance(error, LimitError):
        return "refusedLimit"
    if error.family == Status.INVALID_FORM:
        return "refused"
    raise error
