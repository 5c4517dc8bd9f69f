"""What is told through the raw layer stays behind nowhere in the process, nor in a file."""

from __future__ import annotations

import base64
import os
import random
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from tincay import _loader

MASK = 0x5A
WINDOW = 12
SYLLABLES = ["bị", "đánh", "chú", "nhà", "sợ", "quá", "tối", "mẹ"]

STAGES = {
    "submitted": None,
    "answered": 1,  # the second word, which is in locked memory while the draft is open
    "sent": None,
    "left": None,
    "submitted from a bytearray": None,
    "closed": None,
}
"""Where the child stops, and the word that may be in locked memory then."""


def words() -> list[str]:
    """Four words that nothing else on the machine holds."""
    draw = random.SystemRandom()
    letters = ["".join(draw.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(30)) for _ in range(2)]
    syllables = ["".join(draw.choice(SYLLABLES) for _ in range(14)) for _ in range(2)]
    return [letters[0], syllables[0], letters[1], syllables[1]]


def needles(word: str) -> Iterator[tuple[str, bytes]]:
    """Parts of a word in every encoding that a leak might take."""
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, word)
        raw = text.encode()
        middle = len(raw) // 2
        for part in (raw[:WINDOW], raw[middle : middle + WINDOW], raw[-WINDOW:]):
            yield f"UTF-8 {form}", part
        yield f"UTF-16LE {form}", text[:WINDOW].encode("utf-16-le")
        yield f"UTF-16BE {form}", text[:WINDOW].encode("utf-16-be")
        yield f"UTF-32 {form}", text[:WINDOW].encode("utf-32-le")
        for shift in range(3):
            yield f"base64 {form}", base64.b64encode(raw[shift : shift + 18])
        yield f"hexadecimal {form}", raw[:WINDOW].hex().encode()
        yield f"hexadecimal {form}", raw[:WINDOW].hex().upper().encode()


def regions(process: int) -> Iterator[tuple[int, int, str, bool]]:
    """The memory that a process may write to: start, end, what it is, and whether it is locked."""
    start = end = 0
    name = ""
    wanted = False
    with open(f"/proc/{process}/smaps", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            head = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)", line)
            if head is not None:
                start, end = int(head[1], 16), int(head[2], 16)
                name = Path(head[4]).name or "anonymous memory"
                wanted = "w" in head[3] or (not head[4] and "x" not in head[3])
            elif line.startswith("VmFlags:") and wanted:
                locked = " lo" in line
                yield start, end, "locked memory" if locked else name, locked


def places(process: int, folder: Path) -> Iterator[tuple[str, bytes, bool]]:
    """What is searched: all memory of the process and all files, with whether it is locked memory."""
    with open(f"/proc/{process}/mem", "rb", buffering=0) as memory:
        for start, end, name, locked in regions(process):
            try:
                content = os.pread(memory.fileno(), end - start, start)
            except OSError:
                continue  # guard pages and what the kernel lends
            yield name, content, locked
    for path in sorted(folder.iterdir()):
        yield f"the file {path.name}", path.read_bytes(), False


def look(
    child: subprocess.Popen[str],
    stage: str,
    allowed: int | None,
    told: list[str],
    folder: Path,
    searched: dict[str, int],
) -> None:
    """Waits until the child is at a stage, and searches everywhere for what was told so far."""
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stdout.readline() == f"{stage}\n"
    leaks: list[str] = []
    in_locked = False
    try:
        for name, content, locked in places(child.pid, folder):
            searched[name] = max(searched.get(name, 0), len(content))
            for number, word in enumerate(told):
                for encoding, needle in needles(word):
                    if needle not in content:
                        continue
                    if locked and number == allowed:
                        in_locked = True
                    else:
                        leaks.append(f"{stage}: word {number} as {encoding} in {name}")
    except PermissionError:
        pytest.skip("another process's memory cannot be read here")
    assert leaks == []
    # What may be there is there, so the search is able to find it.
    assert in_locked == (allowed is not None)
    child.stdin.write("\n")
    child.stdin.flush()


def test_the_search_finds_what_is_there() -> None:
    for word in words():
        for _, needle in needles(word):
            assert len(needle) >= WINDOW
        found = {
            encoding.split()[0]
            for encoding, needle in needles(word)
            if needle in word.encode() + word.encode("utf-16-le")
        }
        assert {"UTF-8", "UTF-16LE"} <= found


def test_nothing_told_stays_behind_in_the_process_or_in_a_file(tmp_path: Path) -> None:
    told = words()
    masked = [bytes(byte ^ MASK for byte in word.encode()).hex() for word in told]
    _loader.library()
    environment = {**os.environ, "PYTHONPATH": str(Path(_loader.__file__).parents[1])}
    program = [sys.executable, str(Path(__file__).with_name("residue_child.py")), str(tmp_path), *masked]
    searched: dict[str, int] = {}
    with subprocess.Popen(  # noqa: S603
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True
    ) as child:
        try:
            for stage, allowed in STAGES.items():
                look(child, stage, allowed, told, tmp_path, searched)
        finally:
            child.kill()
    for name, size in sorted(searched.items()):
        print(f"searched {name}, {(size + 1023) // 1024} KiB")
