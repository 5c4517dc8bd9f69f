"""The exceptions: one class a status family, each also the built-in exception it resembles.

No message here ever holds an answer, a passphrase or a path: a message is made from the status number alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .status import Status, family_of

if TYPE_CHECKING:
    from .results import AttachmentVerification, CheckResult, Verification


class LibraryError(ImportError):
    """libtincay cannot be found, cannot be loaded, or is older than this package needs."""


class TincayError(Exception):
    """The library answered with a status other than success.

    Attributes:
        status: the whole status number, detail included.
        family: its low byte, the number to decide by; see `tincay.Status`.
        name: its name in the C header, such as ``"TINCAY_E_WRONG_KEY"``.
        result: what the library gave all the same, or None: above all what a form said about answers that a box
            could not keep, with the hotlines to show.
    """

    status: int
    family: int
    name: str
    result: Any = None

    def __init__(self, text: str, status: int = Status.INTERNAL, name: str = "TINCAY_E_INTERNAL") -> None:
        """Keeps the status beside its text; programs catch these and do not make them."""
        super().__init__(text)
        self.status = status
        self.family = family_of(status)
        self.name = name

    def __str__(self) -> str:
        """Says the status in one sentence with its name."""
        return f"{self.args[0]} ({self.name})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Lets the exception travel between processes."""
        return type(self), (self.args[0], self.status, self.name), self.__dict__


class MisuseError(TincayError, ValueError):
    """The call made no sense: above all, a form, box or desk that is closed already."""


class OutOfMemoryError(TincayError, MemoryError):
    """The system gave no memory."""


class NotFoundError(TincayError, LookupError):
    """There is no such file, report or member; a shredded report is not found either."""


class ExistsError(TincayError, FileExistsError):
    """A file is already there; nothing was overwritten."""


class WrongKeyError(TincayError, PermissionError):
    """The person or the passphrase is wrong, or a bundle or receipt is for somebody else."""


class TamperedError(TincayError):
    """A signature, a seal or the ledger's chain does not hold."""


class TamperedLedgerError(TamperedError):
    """`tincay.Desk.verify` found a ledger that does not hold.

    Attributes:
        result: all that it found.
    """

    result: Verification


class TamperedAttachmentsError(TamperedError):
    """`tincay.Desk.verify_attachments` found files that are missing or changed.

    Attributes:
        result: which they are.
    """

    result: AttachmentVerification


class FormatTooNewError(TincayError, ValueError):
    """A newer library wrote this; update before going on."""


class FormatError(TincayError, ValueError):
    """This is no file, bundle, receipt or card of the library, or a damaged one."""


class BusyError(TincayError, OSError):
    """Another process holds the file; try again."""


class StorageError(TincayError, OSError):
    """The disk or the file system failed."""


class DiskFullError(StorageError):
    """There is no room left; nothing was changed."""


class AccessError(TincayError, PermissionError):
    """The file or folder may not be read or written."""


class InvalidReportError(TincayError, ValueError):
    """The form did not accept the answers; nothing was kept.

    Attributes:
        result: the result of the check, with a finding for everything that stands in the way.
    """

    result: CheckResult


class LimitError(TincayError, ValueError):
    """Something is larger, deeper or more than the library takes."""


class InvalidJSONError(TincayError, ValueError):
    """This is not JSON as the library takes it: UTF-8, RFC 8259, no member named twice."""


class InvalidFormError(TincayError, ValueError):
    """This is JSON, but not a form that can be used."""


class InvalidInputError(TincayError, ValueError):
    """This is JSON, but not what the call takes as setup, card, query or event.

    For an event, ``status`` may say more: `tincay.Status.INVALID_INPUT_STATE` when the case is not where this could be
    done, `tincay.Status.INVALID_INPUT_PERSON` when it takes another person. For a referral it is
    `tincay.Status.INVALID_INPUT_CODE` when a purpose or a legal basis is on no list in force.
    """


class RevokedError(TincayError, PermissionError):
    """The authority has revoked the point or the desk."""


class OutdatedError(TincayError, ValueError):
    """What was given is older than what is held; nothing was changed."""


class NoKeyError(TincayError, PermissionError):
    """The person at the desk was not given the key that this takes."""


class LockedError(TincayError, PermissionError):
    """The desk is locked until its person unlocks it again."""


class NoReaderError(TincayError, LookupError):
    """Nobody is left who may read the report, which was not kept: show the hotlines.

    Attributes:
        result: the result of the check, with the hotlines.
    """

    result: CheckResult


class LaterError(TincayError, RuntimeError):
    """Too many came in a short time: reports (this one was not kept: show the hotlines) or wrong passphrases."""


class NotAcceptedError(TincayError, ValueError):
    """A file of a kind that the form does not take, or that nobody knows; nothing of it was kept."""


class HeldError(TincayError, PermissionError):
    """The case has to be kept until two people lift that, or its day is over."""


class DisclosesError(TincayError, PermissionError):
    """The table would tell, by itself or with earlier ones, too much about somebody; nothing was published."""


class ForkedError(TincayError, RuntimeError):
    """A box or desk of the parent process was used in its child, which has to open its own."""


class InternalError(TincayError, RuntimeError):
    """A defect of the library or its platform; the operation was abandoned."""


_CLASSES: dict[int, type[TincayError]] = {
    Status.MISUSE: MisuseError,
    Status.NOMEM: OutOfMemoryError,
    Status.NOT_FOUND: NotFoundError,
    Status.EXISTS: ExistsError,
    Status.WRONG_KEY: WrongKeyError,
    Status.TAMPERED: TamperedError,
    Status.REVOKED: RevokedError,
    Status.OUTDATED: OutdatedError,
    Status.NO_KEY: NoKeyError,
    Status.LOCKED: LockedError,
    Status.FORMAT_TOO_NEW: FormatTooNewError,
    Status.FORMAT: FormatError,
    Status.BUSY: BusyError,
    Status.IO: StorageError,
    Status.DISK_FULL: DiskFullError,
    Status.ACCESS: AccessError,
    Status.INVALID_REPORT: InvalidReportError,
    Status.LIMIT: LimitError,
    Status.INVALID_JSON: InvalidJSONError,
    Status.INVALID_FORM: InvalidFormError,
    Status.INVALID_INPUT: InvalidInputError,
    Status.NO_READER: NoReaderError,
    Status.LATER: LaterError,
    Status.HELD: HeldError,
    Status.NOT_ACCEPTED: NotAcceptedError,
    Status.DISCLOSES: DisclosesError,
    Status.FORKED: ForkedError,
    Status.INTERNAL: InternalError,
}


def class_of(status: int) -> type[TincayError]:
    """Gives the exception class of a status; a family that is not known is an internal error, as the header rules."""
    return _CLASSES.get(family_of(status), InternalError)
