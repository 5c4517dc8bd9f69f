"""The statuses of the C header as numbers with names."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """A status of the library: its low byte is the family, the higher bits are a detail.

    Compare families (`tincay.TincayError.family`); details may be added by newer libraries.
    """

    OK = 0
    MISUSE = 1
    NOMEM = 2
    NOT_FOUND = 10
    EXISTS = 11
    WRONG_KEY = 20
    TAMPERED = 21
    REVOKED = 22
    OUTDATED = 23
    OUTDATED_EXPIRED = 23 | 1 << 8
    NO_KEY = 24
    LOCKED = 25
    FORMAT_TOO_NEW = 30
    FORMAT = 31
    BUSY = 40
    IO = 50
    DISK_FULL = 51
    ACCESS = 52
    INVALID_REPORT = 60
    LIMIT = 61
    LIMIT_SIZE = 61 | 1 << 8
    LIMIT_DEPTH = 61 | 2 << 8
    INVALID_JSON = 62
    INVALID_JSON_UTF8 = 62 | 1 << 8
    INVALID_JSON_SYNTAX = 62 | 2 << 8
    INVALID_JSON_DUPLICATE = 62 | 3 << 8
    INVALID_FORM = 63
    INVALID_INPUT = 64
    INVALID_INPUT_PERSON = 64 | 1 << 8
    INVALID_INPUT_STATE = 64 | 2 << 8
    INVALID_INPUT_CODE = 64 | 3 << 8
    NO_READER = 65
    LATER = 66
    HELD = 67
    NOT_ACCEPTED = 68
    DISCLOSES = 69
    DISCLOSES_EARLY = 69 | 1 << 8
    DISCLOSES_SMALL = 69 | 2 << 8
    DISCLOSES_SHREDDED = 69 | 3 << 8
    DISCLOSES_EMPTY = 69 | 4 << 8
    DISCLOSES_UNDECIDED = 69 | 5 << 8
    FORKED = 70
    INTERNAL = 99


def family_of(status: int) -> int:
    """Gives the family of a status: the number to decide by."""
    return status & 0xFF
