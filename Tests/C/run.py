"""Runs the contract programs and adds up what they say.

Run it as `python3 Tests/C/run.py build/tests [PROGRAM ...]` from the root of the project. A program prints one line for
each case, and above a failed one the reason.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path


def run(program: Path) -> tuple[int, int, int]:
    """Runs one program, passing its lines on, and returns how many cases passed, failed and were skipped."""
    counts = {"ok": 0, "FAILED": 0, "skipped": 0}
    process = subprocess.Popen([str(program)], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        print(line, end="", flush=True)
        word = line.split(" ", 1)[0]
        if word in counts:
            counts[word] += 1
    code = process.wait()
    if code != counts["FAILED"] or sum(counts.values()) == 0:
        print(f"FAILED {program.name} ended with {code}")
        counts["FAILED"] += 1
    return counts["ok"], counts["FAILED"], counts["skipped"]


def main() -> int:
    """Runs the programs that the arguments name, or all, and prints the sum."""
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    sources = sorted(path.stem for path in Path(__file__).parent.glob("*Tests.c"))
    passed = failed = skipped = 0
    for name in names or sources:
        start = time.monotonic()
        print(f"-- {name}", flush=True)
        ok, bad, left_out = run(folder / name)
        passed, failed, skipped = passed + ok, failed + bad, skipped + left_out
        print(f"   {time.monotonic() - start:.1f} s", flush=True)
    print(f"C: {passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
