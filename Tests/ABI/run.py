"""Guards of the built library's shape: header, symbols, needs, floor, size and version.

Run it as `python3 Tests/ABI/run.py build/libtincay.so` from the root of the project. Each check prints one line.
"""

from __future__ import annotations

import ctypes
import itertools
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

HEADER = Path("Include/tincay.h")
EXPORTS = Path("Sources/TincayABI/exports.map")
SIZE_LIMIT = 2_800_000
GLIBC_FLOOR = (2, 17)
NEEDED = {"libsodium", "libsqlite3", "libm", "libc", "ld-linux-x86-64", "ld-linux-aarch64"}

# What the header promises that the library does not do to its host.
FORBIDDEN = {
    "abort", "exit", "_exit", "raise", "kill", "signal", "sigaction", "sigaltstack", "sigprocmask", "pthread_sigmask",
    "pthread_create", "setlocale", "umask", "chdir", "setenv", "putenv", "unsetenv", "socket", "connect", "printf",
    "puts", "putchar", "write", "fwrite", "syslog", "system", "popen", "dlopen", "rand", "random",
}  # fmt: skip


def output(*command: str) -> str:
    """Runs a program and returns what it prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def declared() -> set[str]:
    """Names every function that the header declares."""
    code = re.sub(r"/\*.*?\*/", "", HEADER.read_text(), flags=re.DOTALL)
    return set(re.findall(r"\b(tincay_\w+)\s*\(", code))


def compile_header(command: list[str], source: str) -> None:
    """Compiles a source that includes the header; raises what the compiler said."""
    with tempfile.NamedTemporaryFile("w", suffix=".c") as file:
        file.write(source)
        file.flush()
        run = subprocess.run(
            [*command, "-x", "c++" if "g++" in command[0] else "c", file.name], capture_output=True, text=True
        )
        if run.returncode != 0:
            raise AssertionError(run.stderr.strip().splitlines()[0])


def header_checks() -> Iterator[tuple[str, Callable[[], None]]]:
    """Yields one check for each compiler, standard and way of including the header."""
    flags = ["-pedantic-errors", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-IInclude"]
    standards = [("gcc", s) for s in ("c89", "gnu89", "c99", "c11", "c17", "c2x")]
    standards += [("g++", s) for s in ("c++98", "c++11", "c++14", "c++17", "c++20")]
    alone = '#include "tincay.h"\nint main(void) { return tincay_version_number() == TINCAY_VERSION_NUMBER ? 0 : 1; }\n'
    ways = {
        "alone": alone,
        "twice": '#include "tincay.h"\n' + alone,
        "after the C library": "#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n" + alone,
        "without attributes": "#define TINCAY_NO_ATTRIBUTES\n" + alone,
    }
    for (compiler, standard), (way, source) in itertools.product(standards, ways.items()):
        command = [compiler, f"-std={standard}", *flags]
        yield f"header, {compiler} {standard}, {way}", lambda c=command, s=source: compile_header(c, s)  # type: ignore[misc]


class Library:
    """The built library, as the tools of binutils describe it."""

    def __init__(self, path: Path) -> None:
        """Reads what the file says of itself."""
        self.path = path
        self.dynamic = output("readelf", "-dW", str(path))
        self.segments = output("readelf", "-lW", str(path))
        symbols = output("nm", "-D", str(path)).splitlines()
        self.exported = {line.split()[-1].split("@")[0] for line in symbols if re.search(r" [TDBRVWi] ", line)} - {
            "TINCAY_0.1"
        }
        self.imported = [line.split()[-1] for line in symbols if " U " in line or " w " in line]

    def exports_are_the_header(self) -> None:
        """The library exports what the header declares, no more and no less."""
        assert self.exported == declared(), self.exported ^ declared()

    def map_is_the_header(self) -> None:
        """The version script lists what the header declares, no more and no less."""
        listed = set(re.findall(r"^\s*(tincay_\w+);", EXPORTS.read_text(), flags=re.MULTILINE))
        assert listed == declared(), listed ^ declared()

    def needs_little(self) -> None:
        """It needs libsodium, libsqlite3, libm and libc, and all three of the first are there."""
        needed = {name.split(".so")[0] for name in re.findall(r"NEEDED.*\[(.*?)\]", self.dynamic)}
        assert needed <= NEEDED, needed - NEEDED
        assert {"libsodium", "libsqlite3", "libc"} <= needed, needed

    def is_small(self) -> None:
        """It stays within its size."""
        size = self.path.stat().st_size
        assert size <= SIZE_LIMIT, f"{size} bytes"

    def runs_on_old_systems(self) -> None:
        """No symbol of libc or libm is newer than the floor."""
        newer = [
            name
            for name in self.imported
            if (m := re.search(r"@GLIBC_(\d+)\.(\d+)", name)) and (int(m[1]), int(m[2])) > GLIBC_FLOOR
        ]
        assert not newer, newer

    def wipes_what_it_frees(self) -> None:
        """Memory is given back by free alone, which the library wraps so that every block is wiped."""
        called = {name.split("@")[0] for name in self.imported}
        assert "free" in called and not called & {"realloc", "reallocarray", "cfree"}, called

    def leaves_the_host_alone(self) -> None:
        """It cannot print, exit, start threads, or touch signals, locale, environment and network."""
        called = {name.split("@")[0] for name in self.imported} & FORBIDDEN
        assert not called, called

    def bears_its_name(self) -> None:
        """The soname is the one that programs are linked to."""
        assert "[libtincay.so.1]" in self.dynamic, "SONAME"

    def is_bound_and_stays(self) -> None:
        """Symbols are bound at load, the image is never unloaded, and no path to search is left in it."""
        assert "BIND_NOW" in self.dynamic and "NODELETE" in self.dynamic, "flags"
        assert "RUNPATH" not in self.dynamic and "RPATH" not in self.dynamic, "RUNPATH"
        assert "TEXTREL" not in self.dynamic, "TEXTREL"

    def has_no_executable_stack(self) -> None:
        """The stack is not executable, nothing is writable and executable, and relocations end read-only."""
        stack = next(line for line in self.segments.splitlines() if "GNU_STACK" in line)
        assert " RWE " not in self.segments and " E " not in stack, stack
        assert "GNU_RELRO" in self.segments, "RELRO"

    def names_no_build_place(self) -> None:
        """No path of the machine that built it is in the file."""
        content = self.path.read_bytes()
        for place in (str(Path.cwd()), str(Path.home()), "/.build", "/usr/lib/swift", ".swift\0"):
            assert place.encode() not in content, place

    def is_stripped(self) -> None:
        """Neither a symbol table nor debug sections are left."""
        sections = output("readelf", "-SW", str(self.path))
        assert ".symtab" not in sections and ".debug" not in sections, "sections"

    def version_is_one(self) -> None:
        """Header, library, change log, binding and pkg-config speak of the same version."""
        header = HEADER.read_text()
        version = re.search(r'TINCAY_VERSION "(.*?)"', header)
        number = re.search(r"TINCAY_VERSION_NUMBER (\d+)", header)
        assert version and number, "header"
        major, minor, patch = map(int, version[1].split("."))
        assert major * 1_000_000 + minor * 1_000 + patch == int(number[1]), "header's number"
        library = ctypes.CDLL(str(self.path.resolve()))
        library.tincay_version.restype = ctypes.c_char_p
        assert library.tincay_version() == version[1].encode(), "tincay_version"
        assert library.tincay_version_number() == int(number[1]), "tincay_version_number"
        changes = Path("CHANGELOG.md").read_text()
        assert re.search(rf"^## \[?{re.escape(version[1])}\b", changes, flags=re.MULTILINE), "CHANGELOG.md"
        assert f'version = "{version[1]}"' in Path("Bindings/Python/pyproject.toml").read_text(), "pyproject.toml"

    def checks(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Yields every check of the built file."""
        for method in (
            self.exports_are_the_header,
            self.map_is_the_header,
            self.needs_little,
            self.is_small,
            self.runs_on_old_systems,
            self.wipes_what_it_frees,
            self.leaves_the_host_alone,
            self.bears_its_name,
            self.is_bound_and_stays,
            self.has_no_executable_stack,
            self.names_no_build_place,
            self.is_stripped,
            self.version_is_one,
        ):
            yield method.__name__.replace("_", " "), method


def install_and_use() -> None:
    """What `make install` puts in place is found by pkg-config, links by soname, runs, and goes away again."""
    with tempfile.TemporaryDirectory() as root:
        place = ["PREFIX=/opt/tincay", f"DESTDIR={root}"]
        output("make", "-s", "install", *place)
        prefix = Path(root) / "opt/tincay"
        settings = {"PATH": os.environ["PATH"], "PKG_CONFIG_PATH": str(prefix / "lib/pkgconfig")}
        flags = subprocess.run(
            ["pkg-config", "--cflags", "--libs", "tincay"], check=True, capture_output=True, text=True, env=settings
        ).stdout.split()
        source, program = Path(root) / "program.c", Path(root) / "program"
        source.write_text(
            "#include <tincay.h>\n#include <stdio.h>\nint main(void) { return puts(tincay_version()) < 0; }\n"
        )
        output("gcc", str(source), "-o", str(program), *flags)
        run = subprocess.run(
            [str(program)], check=True, capture_output=True, text=True, env={"LD_LIBRARY_PATH": str(prefix / "lib")}
        )
        assert f'"{run.stdout.strip()}"' in HEADER.read_text(), run.stdout
        assert (prefix / "lib/libtincay.so.1").is_symlink(), "libtincay.so.1"
        assert sorted(p.name for p in Path("Forms").glob("*.json")) == sorted(
            p.name for p in (prefix / "share/tincay/forms").iterdir()
        ), "forms"
        output("make", "-s", "uninstall", *place)
        left = [p for p in prefix.rglob("*") if not p.is_dir()]
        assert not left, left


def main() -> int:
    """Runs every check, prints a line for each that fails and for each of the library, and the sum."""
    passed = failed = 0
    library = Library(Path(sys.argv[1]))
    for name, check in itertools.chain(
        header_checks(), library.checks(), [("installs and goes away", install_and_use)]
    ):
        try:
            check()
        except (AssertionError, OSError, subprocess.CalledProcessError) as reason:
            failed += 1
            print(f"FAILED {name}: {reason}")
        else:
            passed += 1
            if not name.startswith("header,"):
                print(f"ok     {name}")
    print(f"ABI: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
