"""The raw layer against the header, which is the authority."""

from __future__ import annotations

import ctypes
import re

import pytest

import tincay
from conftest import ROOT
from tincay import _native
from tincay._loader import library

HEADER = re.sub(r"/\*.*?\*/", "", (ROOT / "Include" / "tincay.h").read_text(encoding="utf-8"), flags=re.DOTALL)
DECLARED = {
    name: [] if arguments.strip() == "void" else [" ".join(one.split()) for one in arguments.split(",")]
    for name, arguments in re.findall(r"TINCAY_API[^;(]*?\b(tincay_\w+)\(([^)]*)\);", HEADER)
}
TYPES = {
    "const uint8_t *": ctypes.c_char_p,
    "uint8_t *": ctypes.POINTER(ctypes.c_char),
    "int32_t ": ctypes.c_int32,
    "const char *": ctypes.c_char_p,
    "size_t ": ctypes.c_size_t,
    "tincay_status ": ctypes.c_int32,
    "tincay_bytes *": ctypes.POINTER(_native.tincay_bytes),
    "tincay_form *": _native.tincay_form,
    "tincay_box *": _native.tincay_box,
    "tincay_desk *": _native.tincay_desk,
    "tincay_draft *": _native.tincay_draft,
    "tincay_upload *": _native.tincay_upload,
    "tincay_download *": _native.tincay_download,
    "size_t *": ctypes.POINTER(ctypes.c_size_t),
    "tincay_form **": ctypes.POINTER(_native.tincay_form),
    "tincay_box **": ctypes.POINTER(_native.tincay_box),
    "tincay_desk **": ctypes.POINTER(_native.tincay_desk),
    "tincay_draft **": ctypes.POINTER(_native.tincay_draft),
    "tincay_upload **": ctypes.POINTER(_native.tincay_upload),
    "tincay_download **": ctypes.POINTER(_native.tincay_download),
}


def test_every_function_of_the_header_is_declared_and_no_other() -> None:
    assert len(DECLARED) > 25
    assert set(_native.FUNCTIONS) == set(DECLARED)


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_arguments_have_the_types_of_the_header(name: str) -> None:
    expected = [TYPES[re.sub(r"\w+$", "", argument)] for argument in DECLARED[name]]
    function = getattr(library(), name)
    assert list(function.argtypes) == expected


def test_results_have_the_types_of_the_header() -> None:
    results = dict(re.findall(r"TINCAY_API (?:TINCAY_MUST_CHECK )?([\w ]+?[ *]+)(tincay_\w+)\(", HEADER))
    expected = {"tincay_status ": ctypes.c_int32, "int32_t ": ctypes.c_int32, "void ": None}
    for result, name in results.items():
        assert library()[name] is not None
        assert getattr(library(), name).restype == expected.get(result, ctypes.c_char_p)


def test_statuses_have_the_numbers_of_the_header() -> None:
    numbers = {
        name.replace("E_", "", 1): int(number)
        for name, number in re.findall(r"#define TINCAY_(OK|E_\w+) (\d+)", HEADER)
    }
    assert {status.name: status.value for status in tincay.Status} == numbers


def test_every_family_has_its_own_exception() -> None:
    families = [status for status in tincay.Status if status.value < 256 and status is not tincay.Status.OK]
    classes = [tincay.errors.class_of(family) for family in families]
    assert len(set(classes)) == len(families)
    assert tincay.errors.class_of(97) is tincay.InternalError


def test_a_status_is_named_and_said_by_the_library() -> None:
    for status in tincay.Status:
        name = library().tincay_status_name(status).decode()
        assert name == ("TINCAY_OK" if status == 0 else f"TINCAY_E_{status.name}")
        assert library().tincay_status_text(status)


def test_a_handle_of_another_kind_does_not_pass() -> None:
    with pytest.raises(ctypes.ArgumentError):
        library().tincay_box_tick(_native.tincay_form(1))


def test_a_null_handle_is_misuse() -> None:
    for name in DECLARED:
        if name.endswith(("_tick",)):
            assert getattr(library(), name)(None) == tincay.Status.MISUSE


def test_closing_null_is_fine() -> None:
    for name in ("tincay_form_close", "tincay_box_close", "tincay_desk_close"):
        assert getattr(library(), name)(None) == tincay.Status.OK


def test_a_stale_handle_is_misuse_and_so_is_a_double_close() -> None:
    handle = _native.tincay_form()
    assert library().tincay_form_open(b"{}", 2, ctypes.byref(handle)) == tincay.Status.OK
    assert library().tincay_form_close(handle) == tincay.Status.OK
    assert library().tincay_form_close(handle) == tincay.Status.MISUSE
    output = _native.tincay_bytes()
    status = library().tincay_form_check(handle, b"{}", 2, None, ctypes.byref(output))
    assert (status, output.data, output.size) == (tincay.Status.MISUSE, None, 0)


def test_bytes_are_freed_twice_without_harm() -> None:
    output = _native.tincay_bytes()
    json = b'{"a":"b"}'
    assert library().tincay_json_pick(json, len(json), b"/a", ctypes.byref(output)) == tincay.Status.OK
    assert ctypes.string_at(output.data, output.size + 1) == b"b\0"
    for _ in range(2):
        library().tincay_bytes_free(ctypes.byref(output))
        assert (output.data, output.size) == (None, 0)
    library().tincay_bytes_free(None)


def test_the_package_and_the_library_have_one_version() -> None:
    assert tincay.library_version() == tincay.__version__
    assert f'#define TINCAY_VERSION "{tincay.__version__}"' in HEADER
    text = (ROOT / "Bindings" / "Python" / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{tincay.__version__}"' in text
