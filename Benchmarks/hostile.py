"""Gives the library what should take long or much, and sees that each has the right answer within a tenth of a second.

    hostile.py LIBRARY JSON-SUITE

LIBRARY is build/libtincay.so; JSON-SUITE is the folder of the parsing suite beside a full checkout, whose files are
skipped without it. Prints the verdict and the slowest call of each case - reviewing and opening a form, checking answers,
asking what to show next - and fails on a wrong verdict or a slow call.
"""

from __future__ import annotations

import sys
from pathlib import Path

import hostile_cases
import hostile_forms
from hostile_library import INVALID_FORM, INVALID_JSON, INVALID_REPORT, LIMIT, OK, Library, Told

MOST = 100.0
NAMES = {OK: "accepted", INVALID_REPORT: "refused", LIMIT: "limit", INVALID_JSON: "not JSON", INVALID_FORM: "no form"}
CASES = (
    hostile_cases.texts,
    hostile_cases.patterns,
    hostile_cases.schemas,
    hostile_cases.lists,
    hostile_forms.formats,
    hostile_forms.expressions,
    hostile_forms.wide,
    hostile_forms.doubling,
    hostile_forms.repeated,
    hostile_forms.told,
    hostile_forms.annotated,
)


class Table:
    """What came out, line by line."""

    def __init__(self) -> None:
        """Begins."""
        self.failed = 0

    def add(self, name: str, told: Told, expected: set[int]) -> None:
        """Prints a line."""
        status, codes, spent = told
        is_good = status in expected and spent < MOST
        self.failed += not is_good
        verdict = f"{NAMES.get(status, status)} {codes}".strip()
        print(f"  {name:44} {verdict:34.34} {spent:8.1f} ms{'' if is_good else '   FAILED'}", flush=True)


def suite(library: Library, folder: Path, table: Table) -> None:
    """The files of the parsing suite: each kind's verdicts, and the slowest."""
    if not folder.is_dir():
        print(f"  SKIPPED: the JSON parsing suite is not at {folder}")
        return
    for kind, expected in (("y", {OK}), ("n", {INVALID_JSON, LIMIT}), ("i", {OK, INVALID_JSON, LIMIT})):
        worst = (OK, "", 0.0)
        files = sorted(folder.glob(f"{kind}_*.json"))
        for path in files:
            told = library.parse(path.read_bytes())
            # The suite leaves to the reader what two members of the same name mean; here they are an error.
            if (told[0] not in expected and "duplicated" not in path.name) or told[2] >= MOST:
                table.add(path.name, told, expected)
            worst = max(worst, told, key=lambda one: one[2])
        table.add(f"{len(files)} files {kind}_, the slowest", (worst[0], "", worst[2]), expected)


def main() -> int:
    """Tries everything."""
    library, table = Library(Path(sys.argv[1]).absolute()), Table()
    print("Hostile inputs, CPU time\n")
    suite(library, Path(sys.argv[2]), table)
    for cases in CASES:
        for name, run, expected in cases():
            table.add(name, min((run(library) for _ in range(3)), key=lambda one: one[2]), expected)
    print(f"\n  {table.failed} failed" if table.failed else "\n  each within a tenth of a second")
    return 1 if table.failed else 0


if __name__ == "__main__":
    sys.exit(main())
