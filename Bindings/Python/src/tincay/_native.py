"""The C functions of libtincay, one row each, under their C names.

This is the raw layer: `declare` gives every function of ``Include/tincay.h`` its exact argument and result types, so
that no pointer is cut to an `int` and no handle of one kind passes for another. It adds nothing else; the friendly
classes (`tincay.Form`, `tincay.Box`, `tincay.Desk`) are written on it.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_char, c_char_p, c_int32, c_size_t, c_void_p
from typing import Any


class tincay_form(c_void_p):
    """A handle of a form; a ticket number that is never followed as a pointer."""


class tincay_box(c_void_p):
    """A handle of a box; a ticket number that is never followed as a pointer."""


class tincay_desk(c_void_p):
    """A handle of a desk; a ticket number that is never followed as a pointer."""


class tincay_draft(c_void_p):
    """A handle of a draft; a ticket number that is never followed as a pointer."""


class tincay_upload(c_void_p):
    """A handle of a file that is being taken in; a ticket number that is never followed as a pointer."""


class tincay_download(c_void_p):
    """A handle of a file that is being read; a ticket number that is never followed as a pointer."""


class tincay_bytes(ctypes.Structure):
    """Bytes that the library gave away and that `tincay_bytes_free` wipes and takes back."""

    _fields_ = (("data", c_void_p), ("size", c_size_t))


# `const uint8_t *` is c_char_p as well: it lends the bytes of a Python object without a copy, NULs included, because
# the size always travels beside it.
text = c_char_p
data = c_char_p
own_data = POINTER(c_char)  # `uint8_t *`: memory that the library may write to
size = c_size_t
flags = c_int32
status = c_int32
out_bytes = POINTER(tincay_bytes)
out_form = POINTER(tincay_form)
out_box = POINTER(tincay_box)
out_desk = POINTER(tincay_desk)
out_draft = POINTER(tincay_draft)
out_upload = POINTER(tincay_upload)
out_download = POINTER(tincay_download)
out_size = POINTER(c_size_t)
choice = c_int32

FUNCTIONS: dict[str, tuple[Any, tuple[Any, ...]]] = {
    # name: (result, arguments in the order of the header)
    "tincay_version": (text, ()),
    "tincay_version_number": (c_int32, ()),
    "tincay_status_name": (text, (status,)),
    "tincay_status_text": (text, (status,)),
    "tincay_bytes_free": (None, (out_bytes,)),
    "tincay_json_pick": (status, (data, size, text, out_bytes)),
    "tincay_form_open": (status, (data, size, out_form)),
    "tincay_form_open_with": (status, (data, size, data, size, out_form)),
    "tincay_form_review": (status, (data, size, data, size, out_bytes)),
    "tincay_form_check": (status, (tincay_form, data, size, text, out_bytes)),
    "tincay_form_access": (status, (tincay_form, out_bytes)),
    "tincay_form_state": (status, (tincay_form, data, size, text, text, out_bytes)),
    "tincay_form_progress": (status, (tincay_form, data, size, text, text, out_bytes)),
    "tincay_form_close": (status, (tincay_form,)),
    "tincay_box_create": (status, (text, data, size)),
    "tincay_box_open": (status, (text, out_box)),
    "tincay_box_submit": (status, (tincay_box, tincay_form, data, size, text, out_bytes)),
    "tincay_box_submit_with": (
        status,
        (tincay_box, tincay_form, own_data, size, data, size, flags, out_bytes),
    ),
    "tincay_box_news": (status, (tincay_box, data, size, out_bytes)),
    "tincay_box_directory": (status, (tincay_box, text, out_bytes)),
    "tincay_box_form": (status, (tincay_box, text, out_form)),
    "tincay_box_tick": (status, (tincay_box,)),
    "tincay_box_pack": (status, (tincay_box, out_bytes)),
    "tincay_box_settle": (status, (tincay_box, data, size, out_bytes)),
    "tincay_box_status": (status, (tincay_box, out_bytes)),
    "tincay_box_close": (status, (tincay_box,)),
    "tincay_draft_begin": (status, (tincay_box, tincay_form, text, text, out_draft)),
    "tincay_draft_answer": (status, (tincay_draft, text, own_data, size, flags, out_bytes)),
    "tincay_draft_back": (status, (tincay_draft, out_bytes)),
    "tincay_draft_state": (status, (tincay_draft, out_bytes)),
    "tincay_draft_choose": (status, (tincay_draft, choice)),
    "tincay_draft_exclude": (status, (tincay_draft, data, size)),
    "tincay_draft_submit": (status, (tincay_draft, out_bytes)),
    "tincay_draft_abandon": (status, (tincay_draft, choice, out_bytes)),
    "tincay_draft_close": (status, (tincay_draft,)),
    "tincay_bundle_split": (status, (data, size, out_bytes, out_bytes)),
    "tincay_bundle_join": (status, (data, size, data, size, out_bytes)),
    "tincay_desk_create": (status, (text, text, data, size, data, size)),
    "tincay_desk_open": (status, (text, text, data, size, out_desk)),
    "tincay_desk_open_with": (status, (text, text, data, size, data, size, out_desk)),
    "tincay_desk_people": (status, (tincay_desk, out_bytes)),
    "tincay_desk_add_person": (status, (tincay_desk, text, data, size, data, size, data, size)),
    "tincay_desk_remove_person": (status, (tincay_desk, text)),
    "tincay_desk_change_passphrase": (
        status,
        (tincay_desk, data, size, data, size, data, size, data, size),
    ),
    "tincay_desk_lock": (status, (tincay_desk,)),
    "tincay_desk_unlock": (status, (tincay_desk, data, size, data, size)),
    "tincay_desk_tick": (status, (tincay_desk,)),
    "tincay_desk_make_recovery": (status, (tincay_desk, data, size, out_bytes)),
    "tincay_desk_try_recovery": (status, (tincay_desk, data, size, out_bytes)),
    "tincay_desk_recover": (status, (text, data, size, text, data, size, data, size)),
    "tincay_desk_card": (status, (tincay_desk, out_bytes)),
    "tincay_desk_keep": (status, (tincay_desk, tincay_form)),
    "tincay_desk_sign": (status, (tincay_desk, data, size, out_bytes)),
    "tincay_desk_post": (status, (tincay_desk, data, size)),
    "tincay_desk_collect": (status, (tincay_desk, data, size, out_bytes)),
    "tincay_desk_file": (status, (tincay_desk, tincay_form, data, size, text, out_bytes)),
    "tincay_desk_file_many": (status, (tincay_desk, tincay_form, data, size, text, out_bytes)),
    "tincay_desk_list": (status, (tincay_desk, data, size, out_bytes)),
    "tincay_desk_find": (status, (tincay_desk, data, size, out_bytes)),
    "tincay_desk_subject": (status, (tincay_desk, data, size, out_bytes)),
    "tincay_desk_breach": (status, (tincay_desk, data, size, out_bytes)),
    "tincay_desk_timeline": (status, (tincay_desk, text, out_bytes)),
    "tincay_desk_log": (status, (tincay_desk, data, size, out_bytes)),
    "tincay_desk_read": (status, (tincay_desk, text, out_bytes)),
    "tincay_desk_share": (status, (tincay_desk, text, data, size, out_bytes)),
    "tincay_desk_combine": (status, (tincay_desk, data, size)),
    "tincay_desk_record": (status, (tincay_desk, text, data, size)),
    "tincay_desk_count": (status, (tincay_desk, data, size, out_bytes)),
    "tincay_desk_due": (status, (tincay_desk, data, size, out_bytes)),
    "tincay_desk_decide": (status, (tincay_desk, data, size)),
    "tincay_desk_rules": (status, (tincay_desk, out_bytes)),
    "tincay_desk_export": (status, (tincay_desk, text, text, out_bytes)),
    "tincay_desk_similar": (status, (tincay_desk, text, out_bytes)),
    "tincay_desk_retention": (status, (tincay_desk, data, size, out_bytes)),
    "tincay_desk_certificate": (status, (tincay_desk, text, out_bytes)),
    "tincay_desk_release": (status, (tincay_desk, data, size, out_bytes)),
    "tincay_desk_releases": (status, (tincay_desk, out_bytes)),
    "tincay_desk_verify": (status, (tincay_desk, out_bytes)),
    "tincay_desk_shred": (status, (tincay_desk, text, data, size)),
    "tincay_desk_close": (status, (tincay_desk,)),
    "tincay_desk_know": (status, (tincay_desk, data, size)),
    "tincay_desk_refer": (status, (tincay_desk, text, data, size, out_bytes, out_bytes)),
    "tincay_desk_attach": (status, (tincay_desk, text, data, size, out_upload)),
    "tincay_upload_write": (status, (tincay_upload, data, size)),
    "tincay_upload_end": (status, (tincay_upload, out_bytes)),
    "tincay_upload_close": (status, (tincay_upload,)),
    "tincay_desk_attachment": (status, (tincay_desk, text, text, out_download, out_bytes)),
    "tincay_download_read": (status, (tincay_download, own_data, size, out_size)),
    "tincay_download_close": (status, (tincay_download,)),
    "tincay_desk_detach": (status, (tincay_desk, text, text, data, size)),
    "tincay_desk_verify_attachments": (status, (tincay_desk, text, out_bytes)),
    "tincay_desk_resend": (status, (tincay_desk, text, out_bytes)),
    "tincay_desk_answer": (status, (tincay_desk, text, data, size, out_bytes)),
    "tincay_desk_withdraw": (status, (tincay_desk, text, data, size, out_bytes)),
    "tincay_desk_referrals": (status, (tincay_desk, data, size, out_bytes)),
}


def declare(library: ctypes.CDLL) -> None:
    """Gives every function of `library` its types.

    Raises:
        AttributeError: the library lacks one of the functions.
    """
    for name, (result, arguments) in FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
