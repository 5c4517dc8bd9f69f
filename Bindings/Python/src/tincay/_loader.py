"""Finds and loads libtincay, once, when it is first needed.

The order, and why it is so short: whoever chooses the library chooses who sees passphrases and reports.

1. The path given to `tincay.load`, when the program calls it before anything else.
2. The library that the installed package carries in its ``_lib`` folder.
3. In a source checkout only, the file that the environment variable ``TINCAY_LIBRARY`` names, and else
   ``build/libtincay.so`` of that checkout. An installed package never looks at the environment.
4. The system's library, by its exact soname, as the dynamic linker finds it.
"""

from __future__ import annotations

import ctypes
import os
import threading
from pathlib import Path
from typing import Optional, Union

from . import _native
from .errors import LibraryError

SONAME = "libtincay.so.1"
"""The name the dynamic linker knows the library by; it changes only when old programs would break."""

NEEDED = 1000
"""The oldest library this package works with, as `tincay_version_number` counts: 0.1.0."""

PathLike = Union[str, "os.PathLike[str]"]

_package = Path(__file__).resolve().parent
_lock = threading.Lock()
_library: Optional[ctypes.CDLL] = None
_name = ""


def load(path: PathLike) -> None:
    """Loads the library at `path` instead of the one the package would find.

    Call it before anything else of this package. A name without a slash is looked up by the dynamic linker.

    Raises:
        LibraryError: it cannot be loaded, is too old, or another library is already in use.
    """
    global _library, _name
    wanted = os.fspath(path)
    with _lock:
        if _library is None:
            _library, _name = _open(wanted), wanted
        elif _name != wanted:
            raise LibraryError(f"{_name} is in use already; call tincay.load before anything else")


def library() -> ctypes.CDLL:
    """Gives the loaded library with all its functions declared, loading it when this is the first call.

    Raises:
        LibraryError: there is none, or it is too old.
    """
    global _library, _name
    if _library is None:
        with _lock:
            if _library is None:
                wanted = _find()
                _library, _name = _open(wanted), wanted
    return _library


def _find() -> str:
    """Names the library to load when the program did not."""
    bundled = _package / "_lib" / "libtincay.so"
    if bundled.is_file():
        return str(bundled)
    root = _checkout()
    if root is not None:
        chosen = os.environ.get("TINCAY_LIBRARY")
        if chosen:
            return str(Path(chosen).resolve())
        built = root / "build" / "libtincay.so"
        if built.is_file():
            return str(built)
    return SONAME


def _checkout() -> Optional[Path]:
    """Gives the root of the source checkout this file lies in, or nothing when the package is installed."""
    parents = _package.parents
    if len(parents) < 4 or (_package.parent.name, parents[1].name, parents[2].name) != ("src", "Python", "Bindings"):
        return None
    root = parents[3]
    return root if (root / "Include" / "tincay.h").is_file() else None


def _open(name: str) -> ctypes.CDLL:
    """Loads one library and refuses an older one by name, before any other function is called."""
    try:
        found = ctypes.CDLL(name)
    except OSError as error:
        raise LibraryError(
            f"cannot load {name} ({error}); build it with 'make lib', install it with 'make install', "
            "or name it with tincay.load(path)"
        ) from None
    try:
        found.tincay_version_number.restype = ctypes.c_int32
        found.tincay_version_number.argtypes = ()
        number = found.tincay_version_number()
        if number < NEEDED:
            raise LibraryError(f"{name} is libtincay {_dotted(number)}; this package needs {_dotted(NEEDED)} or newer")
        _native.declare(found)
    except AttributeError as error:
        raise LibraryError(f"{name} is not a libtincay that this package can use ({error})") from None
    return found


def _dotted(number: int) -> str:
    """Writes a version number as people do, such as 0.1.0."""
    return f"{number // 1_000_000}.{number // 1000 % 1000}.{number % 1000}"
