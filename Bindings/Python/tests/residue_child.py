"""Tells words to a box through the raw layer and stops wherever another process is to look for them.

The words come in under a mask, and are in clear only in buffers that the library is asked to wipe. Their bytes are put
there one by one, because anything that Python copies as a whole stays behind where nobody can wipe it.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import byref
from typing import Any

import tincay
from tincay import Box, Desk, Form, _native
from tincay._loader import library

MASK = 0x5A
WIPE_INPUT = 1
FORM = b'{"type":"object","properties":{"story":{"type":"string"}},"required":["story"]}'


def stop(what: str) -> None:
    """Says what was done, and waits until whoever looks has looked."""
    print(what, flush=True)
    if not sys.stdin.readline():
        sys.exit(1)


def put(buffer: Any, before: bytes, masked: bytes, after: bytes) -> int:
    """Writes a word in clear between two texts, a byte at a time; gives how many bytes that are."""
    size = 0
    for part, mask in ((before, 0), (masked, MASK), (after, 0)):
        for byte in part:
            buffer[size] = byte ^ mask
            size += 1
    return size


def lent(buffer: Any) -> Any:
    """The buffer as the raw layer takes it."""
    return ctypes.cast(buffer, ctypes.POINTER(ctypes.c_char))


def must(status: int) -> None:
    """Ends the program at a status that is none of success."""
    if status != tincay.Status.OK:
        sys.exit(f"status {status}")


def submit(box: Box, form: Form, masked: bytes) -> None:
    """Submits a word, and sees that the buffer was wiped."""
    buffer = (ctypes.c_ubyte * 400)()
    size = put(buffer, b'{"story":"', masked, b'"}')
    result = _native.tincay_bytes()
    must(
        library().tincay_box_submit_with(
            box._handle, form._handle, lent(buffer), size, None, 0, WIPE_INPUT, byref(result)
        )
    )
    library().tincay_bytes_free(byref(result))
    if any(buffer):
        sys.exit("the buffer was not wiped")


def answer(draft: Any, masked: bytes) -> None:
    """Answers with a word, and sees that the buffer was wiped."""
    buffer = (ctypes.c_ubyte * 400)()
    size = put(buffer, b'"', masked, b'"')
    progress = _native.tincay_bytes()
    must(library().tincay_draft_answer(draft, b"/story", lent(buffer), size, WIPE_INPUT, byref(progress)))
    library().tincay_bytes_free(byref(progress))
    if any(buffer):
        sys.exit("the buffer was not wiped")


def begin(box: Box, form: Form) -> Any:
    """Begins a draft."""
    draft = _native.tincay_draft()
    must(library().tincay_draft_begin(box._handle, form._handle, None, None, byref(draft)))
    return draft


def main() -> None:
    """Tells each word once."""
    folder = sys.argv[1]
    first, second, third, fourth = (bytes.fromhex(digits) for digits in sys.argv[2:])
    Desk.create(f"{folder}/desk", "counsellor", "eight or more", {"kdf": {"memory_mib": 64, "passes": 2}})
    with Desk.open(f"{folder}/desk", "counsellor", "eight or more") as desk:
        card = desk.card()
    Box.create(f"{folder}/box", {"point": {"name": "P", "kind": "K"}, "desks": [card], "bundle_mib": 1})
    with Form(FORM) as form, Box.open(f"{folder}/box") as box:
        submit(box, form, first)
        stop("submitted")
        draft = begin(box, form)
        answer(draft, second)
        stop("answered")
        output = _native.tincay_bytes()
        must(library().tincay_draft_submit(draft, byref(output)))
        library().tincay_bytes_free(byref(output))
        must(library().tincay_draft_close(draft))
        stop("sent")
        draft = begin(box, form)
        answer(draft, third)
        must(library().tincay_draft_abandon(draft, 2, byref(output)))
        library().tincay_bytes_free(byref(output))
        must(library().tincay_draft_close(draft))
        stop("left")
        owned = bytearray(len(fourth) + 12)  # as large as it must be: whoever shortens it leaves the longer one behind
        put(owned, b'{"story":"', fourth, b'"}')
        box.submit(form, owned, wipe=True)
        stop("submitted from a bytearray")
    stop("closed")


if __name__ == "__main__":
    main()
