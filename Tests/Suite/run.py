"""Runs the official JSON Schema suite through the program that speaks Bowtie's protocol.

    run.py PROGRAM SUITE

PROGRAM is build/tincay-bowtie; SUITE is the folder with the suite's `tests` and `remotes`, and without it the run says
that it is skipped. Prints how many tests of each group passed and the name of each that did not, and fails on one that
is not among the exceptions.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from bowtie import DRAFT_7, DRAFT_2020, Harness, HarnessError

# Tests that do not pass, as "dialect/file: case: test", and why that is right.
EXCEPTIONS: dict[str, str] = {}

DIALECTS = {"draft2020-12": DRAFT_2020, "draft7": DRAFT_7}
# What each group is called, its folder inside the dialect's, and whether formats are asserted in it.
GROUPS = [("required", "", False), ("optional", "optional", False), ("optional formats", "optional/format", True)]


class Tally:
    """How many tests of a group passed, and which did not."""

    def __init__(self) -> None:
        """Begins with none."""
        self.passed = 0
        self.excused: list[str] = []
        self.failed: list[str] = []

    def count(self, name: str, expected: bool, verdict: bool | str) -> None:
        """Counts one test."""
        if verdict is expected:
            self.passed += 1
        elif name in EXCEPTIONS:
            self.excused.append(f"{name}: {EXCEPTIONS[name]}")
        else:
            told = verdict if isinstance(verdict, str) else "accepted" if verdict else "refused"
            self.failed.append(f"{name}: {told}")

    @property
    def total(self) -> int:
        """How many tests there were."""
        return self.passed + len(self.excused) + len(self.failed)


def remotes(suite: Path) -> dict[str, Any]:
    """The documents that schemas of the suite refer to, by address."""
    folder = suite / "remotes"
    return {
        f"http://localhost:1234/{path.relative_to(folder).as_posix()}": json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.json"))
    }


def run_file(harness: Harness, path: Path, name: str, registry: dict[str, Any], tally: Tally) -> None:
    """Runs all cases of a file."""
    for case in json.loads(path.read_text(encoding="utf-8")):
        schema, tests = case["schema"], case["tests"]
        # The remotes are long, and few cases name an address at all.
        needed = registry if "localhost" in json.dumps(schema) else None
        try:
            verdicts = harness.judge(schema, [test["data"] for test in tests], needed)
        except HarnessError as error:
            verdicts = str(error)
        if isinstance(verdicts, str):
            verdicts = [verdicts] * len(tests)
        for test, verdict in zip(tests, verdicts):
            tally.count(f"{name}: {case['description']}: {test['description']}", test["valid"], verdict)


def main() -> int:
    """Runs every group and tells how it went."""
    program, suite = Path(sys.argv[1]), Path(sys.argv[2])
    if not (suite / "tests").is_dir():
        print(f"SKIPPED: the JSON Schema suite is not at {suite}")
        return 0
    registry = remotes(suite)
    failed = 0
    for dialect, address in DIALECTS.items():
        for title, folder, formats in GROUPS:
            tally = Tally()
            with Harness(program, address, formats=formats) as harness:
                for path in sorted((suite / "tests" / dialect / folder).glob("*.json")):
                    run_file(harness, path, f"{dialect}/{folder and folder + '/'}{path.name}", registry, tally)
            print(f"{dialect:13} {title:17} {tally.passed:5} of {tally.total:5}")
            for line in tally.excused:
                print(f"    excused  {line}")
            for line in tally.failed:
                print(f"    FAILED   {line}")
            failed += len(tally.failed)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
