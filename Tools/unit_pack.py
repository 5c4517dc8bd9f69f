"""Turns tables of administrative units into a pack that a host gives along with a form.

    python3 Tools/unit_pack.py --id vn-units --version 2026-07-25 --from 2025-07-01 units.tsv [--moved moved.tsv] >pack

The tables are tab-separated with one line of headings: code, level, name, parent for units (districts are left out, and
their communes given to their provinces); old_commune, old_province, new_commune for codes that changed.
The pack is data of the one who makes it; none is part of the library.
"""

import argparse
import csv
import json
import sys
import unicodedata


def rows(path: str) -> list[dict[str, str]]:
    """The lines of a table."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def units(path: str) -> list[list[str | None]]:
    """Provinces and communes as rows of a pack, in the order of their codes."""
    table = rows(path)
    district = {row["code"]: row["parent"] for row in table if row["level"] == "district"}
    found: list[list[str | None]] = []
    for row in table:
        name = unicodedata.normalize("NFC", row["name"])
        if row["level"] == "province":
            found.append([row["code"], name, None])
        elif row["level"] == "commune":
            found.append([row["code"], name, district.get(row["parent"], row["parent"])])
    return sorted(found, key=lambda unit: (len(unit[0] or ""), unit[0]))


def moved(path: str, known: set[str]) -> list[list[object]]:
    """Old codes with all units that they became."""
    became: dict[str, set[str]] = {}
    for row in rows(path):
        became.setdefault(row["old_commune"], set()).add(row["new_commune"])
    for new in sorted(set().union(*became.values()) - known):
        print(f"{new} is none of the units", file=sys.stderr)
    return [[old, sorted(new & known)] for old, new in sorted(became.items()) if new & known]


def main() -> None:
    """Writes the pack."""
    parser = argparse.ArgumentParser(description="Turns tables of administrative units into a pack.")
    parser.add_argument("units")
    parser.add_argument("--moved")
    parser.add_argument("--id", required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--from", required=True, dest="first_day")
    arguments = parser.parse_args()
    found = units(arguments.units)
    pack: dict[str, object] = {"id": arguments.id, "version": arguments.version, "valid_from": arguments.first_day}
    pack["units"] = found
    if arguments.moved:
        pack["moved"] = moved(arguments.moved, {str(unit[0]) for unit in found})
    json.dump({"x-tincay-units": pack}, sys.stdout, ensure_ascii=False, separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
