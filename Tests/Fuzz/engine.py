"""Lets libFuzzer try each part of the engine.

    engine.py PROGRAM FOLDER SECONDS [TARGET...]

PROGRAM is tincay-fuzzer; FOLDER keeps what was found to lead somewhere new, so that a later run goes on from there, and
the inputs that made a part fail. SECONDS are for each target, as many of which run side by side as there are cores.
Fails when one of them crashes, does not end within a second of an ordinary build, or takes more memory than it may.

With 0 SECONDS nothing is tried: of what was found in FOLDER, the few small inputs that lead to most are kept in Corpus,
beside this file, from which every run starts.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
# The longest input of each target.
TARGETS = {"json": 65536, "pattern": 4096, "format": 2048, "check": 65536, "form": 65536, "answers": 16384}
CORPUS = Path(__file__).parent / "Corpus"
# The largest input that is kept there, and how many of each target.
KEPT_SIZE, KEPT_COUNT = 400, 40
# A second, with room for the sanitizer, which makes everything some ten times slower, and for a busy machine.
SLOWEST = 20
# MiB, with what the sanitizer needs for itself.
MEMORY = 512


def environment(target: str) -> dict[str, str]:
    """What the fuzzer is told by its environment."""
    return dict(
        os.environ,
        TINCAY_FUZZ_TARGET=target,
        TINCAY_FUZZ_FORM=str(ROOT / "Forms" / "vn-cp-intake.json"),
        ASAN_OPTIONS="quarantine_size_mb=16:detect_leaks=1:allocator_may_return_null=1",
        SWIFT_BACKTRACE="enable=no",
    )


def keep(program: Path, folder: Path, target: str) -> bool:
    """Keeps the few small inputs of a target that lead to most of what was found; whether that went well."""
    kept = CORPUS / target
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as found, tempfile.TemporaryDirectory() as chosen:
        for source in (kept, folder / "corpus" / target):
            for path in source.iterdir() if source.is_dir() else []:
                if path.stat().st_size <= KEPT_SIZE:
                    shutil.copy(path, found)
        command = [str(program), "-set_cover_merge=1", f"-timeout={SLOWEST}", chosen, found]
        told = subprocess.run(command, env=environment(target), capture_output=True, check=False)
        # The larger ones lead through more of the engine each.
        paths = sorted(Path(chosen).iterdir(), key=lambda path: -path.stat().st_size)[:KEPT_COUNT]
        for path in kept.iterdir():
            path.unlink()
        for path in paths:
            shutil.copy(path, kept / path.name[:16])
    print(f"{target:8} {len(paths):>4} inputs kept, {sum(path.stat().st_size for path in kept.iterdir()):>6} bytes")
    return told.returncode == 0


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
    if (CORPUS / target).is_dir():
        command.append(str(CORPUS / target))
    told = subprocess.run(
        command, env=environment(target), capture_output=True, text=True, errors="replace", check=False
    )
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
    targets = sys.argv[4:] or list(TARGETS)
    if seconds == 0:
        return 0 if all(keep(program, folder, target) for target in targets) else 1
    with ThreadPoolExecutor(os.cpu_count()) as cores:
        outcomes = list(cores.map(lambda target: run(program, folder, seconds, target), targets))
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
