"""What the library says about a form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional

from .._bytes import c_text
from .._call import ask_either, parse
from .._loader import library
from ..errors import InvalidJSONError, LimitError, TincayError
from ..form import Form
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


def judge(source: bytes, resources: Optional[bytes] = None, language: str = "en") -> Verdict:
    """Asks the library whether a form can be used.

    A library that can name the places of faults is asked for them; an older one only says yes or no, and reads no
    resources.

    Raises:
        LibraryError: there is no library, or it is too old.
        TincayError: the library failed at something else than the form.
    """
    try:
        if hasattr(library(), "tincay_form_lint"):
            return _lint(source, resources, language)
        Form(source).close()
    except TincayError as error:
        return Verdict(False, _reason(error))
    return Verdict(True)


def _lint(source: bytes, resources: Optional[bytes], language: str) -> Verdict:
    """Asks a library that names faults."""
    beside = resources or b""
    status, output = ask_either(
        "tincay_form_lint",
        (Status.INVALID_FORM, Status.INVALID_JSON, Status.LIMIT),
        source,
        len(source),
        beside,
        len(beside),
        c_text(language, "language"),
    )
    result = parse(output) if output else {}
    faults = [Fault(str(one.get("code", "")), str(one.get("path", ""))) for one in result.get("faults", [])]
    usable = bool(result.get("usable", status == Status.OK))
    return Verdict(usable, "usable" if usable else "refused", faults)


def _reason(error: TincayError) -> str:
    """Names the phrase for a refusal; what is not about the form is raised again."""
    if isinstance(error, InvalidJSONError):
        return "refusedJSON"
    if isinstance(error, LimitError):
        return "refusedLimit"
    if error.family == Status.INVALID_FORM:
        return "refused"
    raise error
