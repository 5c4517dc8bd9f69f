"""Intake validation and encrypted storage for reports of child abuse: the Python binding of libtincay.

`Form` says what may be asked and what is acceptable, `Box` takes reports that its machine cannot read back, `Desk` is
where named people open reports and work cases. All three are context managers. What a call gives is a plain dict whose
shape is a typed dict of this package; a failure is a `TincayError`, one subclass a family.

Python cannot wipe a str, bytes or dict: what has been opened stays in the process's memory until Python reuses it. Keep
such processes short-lived and without swap or core dumps.
"""

from ._bytes import Data, JSONInput, Passphrase
from ._loader import library as _library
from ._loader import load
from .box import Box
from .carrying import BUNDLE_NAME, RECEIPT_NAME, join_bundle, split_bundle
from .desk import Desk
from .draft import Draft, DraftChoice
from .errors import (
    AccessError,
    BusyError,
    DiskFullError,
    ExistsError,
    ForkedError,
    FormatError,
    FormatTooNewError,
    InternalError,
    InvalidFormError,
    InvalidInputError,
    InvalidJSONError,
    InvalidReportError,
    LaterError,
    LibraryError,
    LimitError,
    LockedError,
    MisuseError,
    NoKeyError,
    NoReaderError,
    NotFoundError,
    OutdatedError,
    OutOfMemoryError,
    RevokedError,
    StorageError,
    TamperedError,
    TincayError,
    WrongKeyError,
)
from .form import Form
from .results import (
    Abandoned,
    BoxSetup,
    BoxStatus,
    Card,
    Case,
    CaseList,
    CheckResult,
    Choice,
    ClosedSection,
    CountTable,
    Deadline,
    DeskAnswers,
    DeskSetup,
    Directory,
    DirectoryDesk,
    DirectoryHotline,
    DirectoryStatus,
    FiledResult,
    Finding,
    Flood,
    FormState,
    HistoryEntry,
    Hotline,
    KeyDerivation,
    LedgerHead,
    NamedDesk,
    News,
    Normalized,
    OtherLedger,
    PackForm,
    Point,
    Question,
    Report,
    Rule,
    Settled,
    SubmitResult,
    Undone,
    Verification,
    WitnessedEnd,
)
from .status import Status

__version__ = "0.1.0"


def library_version() -> str:
    """Names the version of the library that is running, such as ``"0.1.0"``.

    Raises:
        LibraryError: there is no library, or it is too old.
    """
    version: bytes = _library().tincay_version()
    return version.decode("ascii")


__all__ = [
    "BUNDLE_NAME",
    "RECEIPT_NAME",
    "Abandoned",
    "AccessError",
    "Box",
    "BoxSetup",
    "BoxStatus",
    "BusyError",
    "Card",
    "Case",
    "CaseList",
    "CheckResult",
    "Choice",
    "ClosedSection",
    "CountTable",
    "Data",
    "Deadline",
    "Desk",
    "DeskAnswers",
    "DeskSetup",
    "Directory",
    "DirectoryDesk",
    "DirectoryHotline",
    "DirectoryStatus",
    "DiskFullError",
    "Draft",
    "DraftChoice",
    "ExistsError",
    "FiledResult",
    "Finding",
    "Flood",
    "ForkedError",
    "Form",
    "FormState",
    "FormatError",
    "FormatTooNewError",
    "HistoryEntry",
    "Hotline",
    "InternalError",
    "InvalidFormError",
    "InvalidInputError",
    "InvalidJSONError",
    "InvalidReportError",
    "JSONInput",
    "KeyDerivation",
    "LaterError",
    "LedgerHead",
    "LibraryError",
    "LimitError",
    "LockedError",
    "MisuseError",
    "NamedDesk",
    "News",
    "NoKeyError",
    "NoReaderError",
    "Normalized",
    "NotFoundError",
    "OtherLedger",
    "OutOfMemoryError",
    "OutdatedError",
    "PackForm",
    "Passphrase",
    "Point",
    "Question",
    "Report",
    "RevokedError",
    "Rule",
    "Settled",
    "Status",
    "StorageError",
    "SubmitResult",
    "TamperedError",
    "TincayError",
    "Undone",
    "Verification",
    "WitnessedEnd",
    "WrongKeyError",
    "join_bundle",
    "library_version",
    "load",
    "split_bundle",
]
