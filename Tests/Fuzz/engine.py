"""Lets libFuzzer try each part of the engine.

    engine.py PROGRAM FOLDER SECONDS [TARGET...]

PROGRAM is tincay-fuzzer; FOLDER keeps what was found to lead somewhere new, so that a later run goes on from there, and
the inputs that made a part fail. SECONDS are for each target. Fails when one of them crashes, does not end within a
second of an ordinary build, or takes more memory than it may.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
# The longest input of each target.
TARGETS = {"json": 65536, "pattern": 4096, "format": 2048, "check": 65536, "form": 65536, "answers": 16384}
# A second, with room for the sanitizer, which makes everything some ten times slower, and for a busy machine.
SLOWEST = 20
# MiB, with what the sanitizer needs for itself.
MEMORY = 512


def run(program: Path, folder: Path, seconds: int, target: str) -> bool:
    """Lets libFuzzer try one target; whether nothing was found."""
    corpus, failures = folder / "corpus" / target, folder / "failures" / target
    for place in (corpus, failures):
        place.mkdir(parents=True, exist_ok=True)
    before = set(failures.iterdir())
    command = [
        str(program),
        f"-max_total_time={seconds}",
        f"-max_len={TARGETS[target]}",
        f"-timeout={SLOWEST}",
        f"-rss_limit_mb={MEMORY}",
        f"-malloc_limit_mb={MEMORY // 2}",
        f"-artifact_prefix={failures}/",
        f"-dict={folder / 'seeds' / 'dictionary'}",
        "-print_final_stats=1",
        "-verbosity=1",
        str(corpus),
        str(folder / "seeds" / target),
    ]
    environment = dict(
        os.environ,
        TINCAY_FUZZ_TARGET=target,
        TINCAY_FUZZ_FORM=str(ROOT / "Forms" / "vn-cp-intake.json"),
        ASAN_OPTIONS="quarantine_size_mb=16:detect_leaks=1:allocator_may_return_null=1",
        SWIFT_BACKTRACE="enable=no",
    )
    told = subprocess.run(command, env=environment, capture_output=True, text=True, errors="replace", check=False)
    numbers = dict(re.findall(r"stat::(\w+):\s+(\d+)", told.stderr))
    covered = re.findall(r"cov: (\d+)", told.stderr)
    tried, edges = int(numbers.get("number_of_executed_units", 0)), covered[-1] if covered else "?"
    memory = numbers.get("peak_rss_mb", "?")
    print(f"{target:8} {tried:>10,} inputs, {edges:>5} edges, {memory:>4} MiB", flush=True)
    found = sorted(set(failures.iterdir()) - before)
    # Slow units are written down too, but are no failure while they stay within the limit.
    bad = [path for path in found if not path.name.startswith("slow-unit")]
    for path in bad:
        print(f"    FAILED {path} ({path.stat().st_size} bytes)")
    if told.returncode != 0 and not bad:
        print("\n".join(told.stderr.splitlines()[-20:]))
    return told.returncode == 0 and not bad


def main() -> int:
    """Tries all targets, or those that are named."""
    program, folder, seconds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    outcomes = [run(program, folder, seconds, target) for target in sys.argv[4:] or TARGETS]
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
