"""Turns tables of administrative units into a pack that a host gives along with a form.

    python3 Tools/unit_pack.py --id vn-units --version 2026-07-25 --from 2025-07-01 units.tsv [--moved moved.tsv]
                               [--before old-units.tsv --before-from 2004-01-01] >pack

The tables are tab-separated with one line of headings: code, level, name, parent for units (districts are left out, and
their communes given to their provinces); old_commune, old_province, new_commune for codes that changed.
With `--before` the pack knows the units of the version before as well, each until the day before `--from`, so that old
reports are read with the names and provinces of their own day: a code that is used again is there twice.
The pack is data of the one who makes it; none is part of the library.
"""

import argparse
import csv
import datetime
import json
import sys
import unicodedata


def rows(path: str) -> list[dict[str, str]]:
    """The lines of a table."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def units(path: str, first: str | None = None, last: str | None = None) -> list[list[str | None]]:
    """Provinces and communes as rows of a pack, in the order of their codes, with the days on which they are units."""
    table = rows(path)
    district = {row["code"]: row["parent"] for row in table if row["level"] == "district"}
    days = [first, last] if last else [first] if first else []
    found: list[list[str | None]] = []
    for row in table:
        name = unicodedata.normalize("NFC", row["name"])
        if row["level"] == "province":
            found.append([row["code"], name, None, *days])
        elif row["level"] == "commune":
            found.append([row["code"], name, district.get(row["parent"], row["parent"]), *days])
    return sorted(found, key=lambda unit: (len(unit[0] or ""), unit[0]))


def moved(path: str, known: set[str]) -> list[list[object]]:
    """Old codes with all units that they became; those that no table has are told, and kept.

    Without them a unit that was divided would seem to have become the others alone.
    """
    became: dict[str, set[str]] = {}
    for row in rows(path):
        # A unit that was formed where there was none before has no old code.
        if row["old_commune"]:
            became.setdefault(row["old_commune"], set()).add(row["new_commune"])
    for new in sorted(set().union(*became.values()) - known):
        print(f"{new} is none of the units; what became of it is kept as it stands", file=sys.stderr)
    return [[old, sorted(new)] for old, new in sorted(became.items())]


def day_before(day: str) -> str:
    """The day before another."""
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def main() -> None:
    """Writes the pack."""
    parser = argparse.ArgumentParser(description="Turns tables of administrative units into a pack.")
    parser.add_argument("units")
    parser.add_argument("--moved")
    parser.add_argument("--before")
    parser.add_argument("--before-from")
    parser.add_argument("--id", required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--from", required=True, dest="first_day")
    arguments = parser.parse_args()
    if bool(arguments.before) != bool(arguments.before_from):
        parser.error("--before and --before-from belong together")
    found = units(arguments.units, arguments.first_day if arguments.before else None)
    known = {str(unit[0]) for unit in found}
    pack: dict[str, object] = {"id": arguments.id, "version": arguments.version, "valid_from": arguments.first_day}
    if arguments.before:
        pack["valid_from"] = arguments.before_from
        found = [*units(arguments.before, arguments.before_from, day_before(arguments.first_day)), *found]
    pack["units"] = found
    if arguments.moved:
        pack["moved"] = moved(arguments.moved, known)
    json.dump({"x-tincay-units": pack}, sys.stdout, ensure_ascii=False, separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
