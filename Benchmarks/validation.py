"""Measures how fast documents are checked, and how well defects are told, beside other libraries in the same run.

    validation.py PROGRAMS PEERS BENCH [SECONDS]

PROGRAMS holds `validate` and `tincay-measure`; PEERS is a Python that has jsonschema-rs, fastjsonschema and jsonschema;
BENCH is the bench of intake reports beside a full checkout, and without it the run says that it is skipped. All of it
runs on one core, one after the other. SEED makes other documents.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

COUNT = 10_000
REFERENCE = "jsonschema-rs"
PEERS = {
    "jsonschema-rs": "jsonschema-rs, from Python",
    "fastjsonschema": "fastjsonschema, first error",
    "python-jsonschema": "jsonschema, Python",
}
# Scores the results of the library by the rules of the bench, which prints those of the peers as it is loaded.
SCORER = """
import json, runpy, sys
bench = runpy.run_path(sys.argv[1])
results = [json.loads(line) for line in open(sys.argv[2], encoding="utf-8")]
bench["score"]("tincay", [[finding["path"] for finding in result["findings"]] for result in results])
"""


def one_core(command: list[str | Path], folder: Path, **variables: str) -> str:
    """What a program prints that runs on one core; nothing when it fails."""
    environment = dict(os.environ, OUT=str(folder), PYTHONWARNINGS="ignore", **variables)
    pinned = ["taskset", "-c", str(min(os.sched_getaffinity(0))), *map(str, command)]
    told = subprocess.run(pinned, env=environment, capture_output=True, text=True, check=False)
    if told.returncode != 0:
        print(f"  failed: {' '.join(map(str, command[:3]))}: {told.stderr.strip().splitlines()[-1:]}")
        return ""
    return told.stdout


def table(text: str) -> dict[str, float]:
    """Lines of a name and a number, as the bench and the programs print them."""
    rows = [line.rsplit("\t", 1) for line in text.splitlines() if "\t" in line]
    return {name.split("\t")[-1]: float(number) for name, number in rows}


def speed(programs: Path, peers: Path, bench: Path, folder: Path, seconds: str) -> None:
    """Prints how many documents a second each checks."""
    schema, documents = folder / "schema2020.json", folder / "docs.jsonl"
    rows: list[tuple[str, float | None, float | None]] = []
    engine = table(one_core([programs / "tincay-measure", schema, documents, seconds], folder))
    whole = one_core([programs / "validate", schema, documents, seconds], folder)
    rows.append(("Tincay, the engine alone", engine.get("parse, judge"), engine.get("parse, all findings")))
    rows.append(("Tincay, tincay_form_check", None, float(whole) if whole else None))
    reference = None
    for peer, name in PEERS.items():
        told = table(one_core([peers, bench / "peers.py", peer], folder, BUDGET=seconds))
        rows.append((name, told.get("parse_validate_first_docs_s"), told.get("parse_validate_all_docs_s")))
        if peer == REFERENCE:
            reference = told.get("parse_validate_all_docs_s")
    print(f"  {'documents a second of one core':32} {'first error':>12} {'all errors':>12} {'x ' + REFERENCE:>16}")
    for name, first, every in rows:
        ratio = f"{every / reference:.2f}" if every and reference else "-"
        print(f"  {name:32} {count(first):>12} {count(every):>12} {ratio:>16}")


def count(number: float | None) -> str:
    """A number to print, or a dash."""
    return f"{number:,.0f}" if number else "-"


def quality(programs: Path, peers: Path, bench: Path, folder: Path) -> None:
    """Prints how many of the defects each library tells, where, and how much else."""
    results = folder / "results.jsonl"
    told = one_core([programs / "validate", folder / "schema2020.json", folder / "docs.jsonl"], folder)
    results.write_text(told, encoding="utf-8")
    scores: dict[str, dict[str, str]] = {}
    for line in one_core([peers, "-c", SCORER, bench / "quality.py", results], folder).splitlines():
        name, measure, number = line.split("\t")
        scores.setdefault(name, {})[measure] = number
    print(f"\n  {'defects, percent':32} {'recall':>12} {'exact field':>12} {'noise':>8} {'told a document':>16}")
    for name, row in scores.items():
        numbers = [row.get(key, "-") for key in ("defect_recall_pct", "defect_exact_path_pct", "noise_errors_pct")]
        print(f"  {name:32} {numbers[0]:>12} {numbers[1]:>12} {numbers[2]:>8} {row.get('reported_per_doc', '-'):>16}")


def agreement(folder: Path) -> None:
    """Prints how many documents get the verdict that they were made for, and how many defects are told where they are.

    The labels name the object for what a condition or an item asks for, and the list for one of its elements; the
    library names the member or the element itself.
    """
    labels = [json.loads(line) for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()]
    results = [json.loads(line) for line in (folder / "results.jsonl").read_text(encoding="utf-8").splitlines()]
    right = sum(label["valid"] == result["accepted"] for label, result in zip(labels, results))
    defects = told = 0
    for label, result in zip(labels, results):
        paths = [finding["path"] for finding in result["findings"]]
        for _, path in label["defects"]:
            defects += 1
            told += any(found == path or found.startswith(path + "/") for found in paths)
    print(f"\n  tincay: {right:,} of {len(labels):,} documents get the verdict that they were made for,")
    print(f"    {100 * told / defects:.2f} % of the defects are told at the field or inside of it")


def main() -> int:
    """Makes the documents, and measures."""
    programs, peers, bench = Path(sys.argv[1]), Path(sys.argv[2]).absolute(), Path(sys.argv[3])
    seconds = sys.argv[4] if len(sys.argv) > 4 else "2"
    if not bench.is_dir():
        print(f"SKIPPED: the bench of intake reports is not at {bench}")
        return 0
    folder = programs.absolute() / "validation"
    folder.mkdir(parents=True, exist_ok=True)
    one_core([sys.executable, bench / "generate.py", str(COUNT)], folder)
    print("Reports of 2 KiB, half of them with one to five defects\n")
    speed(programs.absolute(), peers, bench, folder, seconds)
    quality(programs.absolute(), peers, bench, folder)
    agreement(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
