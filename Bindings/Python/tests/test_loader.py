"""Finding and loading the library."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import tincay
from conftest import ROOT
from tincay import _loader

SOURCE = ROOT / "Bindings" / "Python" / "src"


def python(code: str, *, source: Path = SOURCE, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs code in a fresh interpreter that finds the package in `source`."""
    clean = {name: value for name, value in os.environ.items() if name not in ("TINCAY_LIBRARY", "PYTHONPATH")}
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code],
        env={**clean, "PYTHONPATH": str(source), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def library_path() -> str:
    """The file of the library that these tests run on."""
    tincay.library_version()
    return _loader._name


def stub(folder: Path, number: int) -> Path:
    """Builds a library that only knows its version number."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.skip("there is no C compiler to build a stub library with")
    source = folder / "stub.c"
    source.write_text(f"int tincay_version_number(void) {{ return {number}; }}\n")
    built = folder / "libtincay.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", built, source], check=True)  # noqa: S603
    return built


def test_an_older_library_is_refused_by_name(tmp_path: Path) -> None:
    built = stub(tmp_path, 9)
    ran = python(f"import tincay; tincay.load({str(built)!r})")
    assert ran.returncode != 0
    assert f"LibraryError: {built} is libtincay 0.0.9; this package needs 0.1.0 or newer" in ran.stderr


def test_a_library_that_lacks_a_function_is_refused(tmp_path: Path) -> None:
    ran = python(f"import tincay; tincay.load({str(stub(tmp_path, 1000))!r})")
    assert "LibraryError" in ran.stderr
    assert "tincay_version" in ran.stderr


def test_a_missing_library_is_refused_with_what_to_do(tmp_path: Path) -> None:
    ran = python(f"import tincay; tincay.load({str(tmp_path / 'none.so')!r})")
    assert "LibraryError: cannot load" in ran.stderr
    assert "make lib" in ran.stderr


def test_load_takes_an_explicit_path_and_only_once() -> None:
    path = library_path()
    code = f"import tincay; tincay.load({path!r}); tincay.load({path!r}); print(tincay.library_version())"
    assert python(code).stdout == f"{tincay.__version__}\n"
    ran = python(f"import tincay; tincay.load({path!r}); tincay.load('/another')")
    assert "in use already" in ran.stderr


def test_a_checkout_honours_the_environment() -> None:
    ran = python("import tincay; tincay.library_version()", TINCAY_LIBRARY="/nowhere/libtincay.so")
    assert "cannot load /nowhere/libtincay.so" in ran.stderr


def test_an_installed_package_ignores_the_environment_and_prefers_its_own_library(tmp_path: Path) -> None:
    shutil.copytree(SOURCE / "tincay", tmp_path / "tincay", ignore=shutil.ignore_patterns("__pycache__", "_lib"))
    (tmp_path / "tincay" / "_lib").mkdir()
    bundled = shutil.copy(library_path(), tmp_path / "tincay" / "_lib" / "libtincay.so")
    code = "import tincay, tincay._loader; tincay.library_version(); print(tincay._loader._name)"
    ran = python(code, source=tmp_path, TINCAY_LIBRARY="/nowhere/libtincay.so")
    assert ran.stdout == f"{bundled}\n", ran.stderr


def test_an_installed_package_without_a_library_of_its_own_asks_for_the_soname(tmp_path: Path) -> None:
    shutil.copytree(SOURCE / "tincay", tmp_path / "tincay", ignore=shutil.ignore_patterns("__pycache__", "_lib"))
    code = "import tincay._loader; print(tincay._loader._find())"
    ran = python(code, source=tmp_path, TINCAY_LIBRARY="/nowhere/libtincay.so")
    assert ran.stdout == "libtincay.so.1\n", ran.stderr


def test_the_package_carries_the_licence_of_the_project() -> None:
    assert (ROOT / "Bindings" / "Python" / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_the_tools_need_no_package_that_is_not_asked_for() -> None:
    without = "import sys; sys.modules.update(openpyxl=None, defusedxml=None)"
    ran = python(f"{without}; from tincay.__main__ import main; main(['form', '--help'])")
    assert "from-xlsform" in ran.stderr + ran.stdout
    assert "Traceback" not in ran.stderr


def test_the_module_tells_both_versions() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tincay", "--version"],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == f"tincay {tincay.__version__}, libtincay {tincay.library_version()}\n"
