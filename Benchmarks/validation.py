"""Measures how fast documents are checked, and how well defects are told, beside other libraries in the same run.

    validation.py PROGRAMS PEERS BENCH [SECONDS]

PROGRAMS holds `validate` and `tincay-measure`; PEERS is a Python that has jsonschema-rs, fastjsonschema and jsonschema;
BENCH is the bench of intake reports beside a full checkout, and without it the run says that it is skipped. Ajv is
asked too where Node has it. All of it runs on one core, one after the other. SEED makes other documents.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

COUNT = 10_000
REFERENCE = "jsonschema-rs"
PEERS = {
    "jsonschema-rs": "jsonschema-rs, from Python",
    "fastjsonschema": "fastjsonschema, first error",
    "python-jsonschema": "jsonschema, Python",
}
AJV = Path(__file__).with_name("ajv.js")
# What the programs call the two figures, and how often each program runs.
FIRST = ("parse, judge", "parse_validate_first_docs_s")
EVERY = ("parse, all findings", "parse_validate_all_docs_s", "")
ROUNDS = 3
# Where Debian keeps the packages of Node.
NODE_PACKAGES = "/usr/share/nodejs"
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
    """Lines of a name and a number, as the bench and the programs print them; a number alone has no name."""
    rows = [line.rpartition("\t") for line in text.splitlines() if line]
    return {name.split("\t")[-1]: float(number) for name, _, number in rows}


def speed(programs: Path, peers: Path, bench: Path, folder: Path, seconds: str) -> None:
    """Prints how many documents a second each checks: medians of some rounds, in each of which all have their turn."""
    schema, documents = folder / "schema2020.json", folder / "docs.jsonl"
    runs: list[tuple[str, list[str | Path], dict[str, str]]] = [
        ("Tincay, the engine alone", [programs / "tincay-measure", schema, documents, seconds], {}),
        ("Tincay, tincay_form_check", [programs / "validate", schema, documents, seconds], {}),
        ("Ajv, from Node, draft-07", ["node", AJV, folder, seconds], {"NODE_PATH": NODE_PACKAGES}),
    ]
    for peer, name in PEERS.items():
        runs.append((name, [peers, bench / "peers.py", peer], {"BUDGET": seconds}))
    told: dict[str, list[dict[str, float]]] = {name: [] for name, _, _ in runs}
    for _ in range(ROUNDS):
        for name, command, variables in runs:
            told[name].append(table(one_core(command, folder, **variables)))
    rows = [(name, median(told[name], FIRST), median(told[name], EVERY)) for name, _, _ in runs]
    reference = next(every for name, _, every in rows if name == PEERS[REFERENCE])
    print(f"  {'documents a second of one core':32} {'first error':>12} {'all errors':>12} {'x ' + REFERENCE:>16}")
    for name, first, every in rows:
        ratio = f"{every / reference:.2f}" if every and reference else "-"
        print(f"  {name:32} {count(first):>12} {count(every):>12} {ratio:>16}")


def median(rounds: list[dict[str, float]], names: tuple[str, ...]) -> float | None:
    """The median of a figure, under whichever name a program prints it; nothing when no round has it."""
    found = [told[name] for told in rounds for name in names if name in told]
    return statistics.median(found) if found else None


def count(number: float | None) -> str:
    """A number to print, or a dash."""
    return f"{number:,.0f}" if number else "-"


def own_fields(document: dict[str, Any], kind: str, path: str) -> list[str]:
    """The fields that a defect is about; none when a later defect of the same document has undone it.

    The labels name the object around for a member that a condition or a list's element asks for, and the list for an
    element that is not allowed in it; what was left out or put in is known from how the documents are made.
    """
    place: Any = document
    for token in path.split("/")[1:]:
        if isinstance(place, dict) and token not in place:
            return [path]
        place = place[int(token)] if isinstance(place, list) else place[token]
    if kind in ("minItems", "uniqueItems") and path == "/incident/types":
        return [path] if place == ([] if kind == "minItems" else ["bullying", "bullying"]) else []
    if kind == "enum-item":
        wanted = [str(index) for index, element in enumerate(place) if element == "flying"]
    elif kind == "item-required":
        wanted = ["sha256"]
    elif kind != "if-then":
        return [path]
    elif path == "/reporter":
        wanted = [name for name in ("fullName", "phone") if name not in place]
    elif path == "/incident":
        asks = {"childLocationNow": place["immediateDanger"] is True, "sexualViolence": "sexual" in place["types"]}
        wanted = [name for name, asked in asks.items() if asked and name not in place]
    else:
        wanted = [name for name in ("fullName", "sex") if name not in place]
    return [f"{path}/{name}" for name in wanted]


def name_fields(folder: Path) -> Path:
    """A folder with the same documents whose labels name the field itself for every defect."""
    named = folder / "fields"
    named.mkdir(exist_ok=True)
    documents = (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    labels = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    lines = []
    for text, told in zip(documents, labels):
        document, label = json.loads(text), json.loads(told)
        defects = [[kind, field] for kind, path in label["defects"] for field in own_fields(document, kind, path)]
        lines.append(json.dumps({"valid": label["valid"], "defects": defects}))
    (named / "labels.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name in ("schema2020.json", "docs.jsonl"):
        shutil.copy(folder / name, named / name)
    return named


def scores(peers: Path, bench: Path, folder: Path, results: Path) -> dict[str, dict[str, str]]:
    """What the bench says of each library's findings, by the labels of a folder."""
    found: dict[str, dict[str, str]] = {}
    for line in one_core([peers, "-c", SCORER, bench / "quality.py", results], folder).splitlines():
        name, measure, number = line.split("\t")
        found.setdefault(name, {})[measure] = number
    return found


def quality(programs: Path, peers: Path, bench: Path, folder: Path) -> None:
    """Prints how many of the defects each library tells, where, and how much else."""
    results = folder / "results.jsonl"
    told = one_core([programs / "validate", folder / "schema2020.json", folder / "docs.jsonl"], folder)
    results.write_text(told, encoding="utf-8")
    by_label = scores(peers, bench, folder, results)
    by_field = scores(peers, bench, name_fields(folder), results)
    print(f"\n  {'defects, percent':32} {'recall':>12} {'exact field':>12} {'noise':>8} {'exact label':>12}")
    for name, row in by_field.items():
        numbers = [row.get(key, "-") for key in ("defect_recall_pct", "defect_exact_path_pct", "noise_errors_pct")]
        label = by_label.get(name, {}).get("defect_exact_path_pct", "-")
        print(f"  {name:32} {numbers[0]:>12} {numbers[1]:>12} {numbers[2]:>8} {label:>12}")
    verdicts = [json.loads(line)["accepted"] for line in results.read_text(encoding="utf-8").splitlines()]
    labels = [json.loads(line) for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()]
    right = sum(label["valid"] == verdict for label, verdict in zip(labels, verdicts))
    print("  exact label: as the documents are labelled, with the object around where a condition asks for a member")
    print(f"  tincay: {right:,} of {len(labels):,} documents get the verdict that they were made for")


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
    return 0


if __name__ == "__main__":
    sys.exit(main())
