"""Tables that may be published, and what the desk does not let out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from diary import Diary
from must import must, must_equal, must_refuse
from people import HEAD
from story import Story, count

from tincay import Desk, DisclosesError, ReleasedTable, Status

EVERYTHING = {"level": "desk", "children": 24_000}
"""The whole desk; so many children live where its reports come from."""
YEAR, QUARTER = 2027, 2
SHAPES = ("concern", "urgency", "sex")
"""What is published."""
ONE_TOO_MANY = "urgency_timeliness"
"""What could be published alone, and often not beside the others."""


def release(desk: Desk, shape: str) -> ReleasedTable:
    """Asks for a table of the quarter."""
    return desk.release(shape, EVERYTHING, YEAR, QUARTER, csv=True)


def is_refused(desk: Desk, shape: str) -> bool:
    """Whether a table is refused because of what it would tell."""
    try:
        release(desk, shape)
    except DisclosesError:
        return True
    return False


def refuse_early(desk: Desk, story: Story) -> None:
    """Asks for a table on the last day of the quarter."""
    early = must_refuse(DisclosesError, "A quarter that is not over was published.", release, desk, SHAPES[0])
    must_equal(early.status, Status.DISCLOSES_EARLY, "Why a table is refused that comes too early")
    story.add(
        "School: somebody wants the quarter's table today. It is refused: the quarter has to be over for 90 days."
    )


def publish(desk: Desk, diary: Diary, unpublished: Path, story: Story) -> str:
    """Publishes the tables, compares them with the diary, and gives the text of the first for a spreadsheet.

    `unpublished` is a copy of the desk from before, to see what the desk would have said then.
    """
    entries = [entry for entry in diary.at("school office") if entry.status != "DUPLICATE"]
    counted = {
        "concern": Counter(_concern(entry.told.answers.get("concerns", ["UNK"])[0]) for entry in entries),
        "urgency": Counter(entry.urgency for entry in entries),
        "sex": Counter(entry.told.answers.get("child_sex", "U") for entry in entries),
    }
    tables = {shape: release(desk, shape) for shape in SHAPES}
    for shape, table in tables.items():
        _compare(shape, table, counted[shape], len(entries))
        must_equal(release(desk, shape)["hash"], table["hash"], f"The table by {shape}, asked for again")
    must_equal(len(desk.releases()), len(SHAPES), "How many tables the ledger has")
    told = sum(cell["value"] is not None for table in tables.values() for cell in table["cells"])
    kept_back = sum(cell["value"] is None for table in tables.values() for cell in table["cells"])
    story.add(
        f"School: the quarter is over for 90 days. {count(len(SHAPES), 'table')} are published: {told} numbers, each "
        f"within 4 of the true one, and {kept_back} kept back: all from 1 to 4, below 10 if graver, and others "
        "by which those could be worked out."
    )
    _ask_for_one_too_many(desk, unpublished, story)
    return tables["concern"]["csv"]


def refuse_after_shredding(desk: Desk, story: Story) -> None:
    """Asks for another table about reports of which some were shredded: what has gone would be the difference."""
    otherwise = "A table was made beside earlier ones from which reports had been shredded."
    refused = must_refuse(DisclosesError, otherwise, release, desk, "timeliness")
    must_equal(refused.status, Status.DISCLOSES_SHREDDED, "Why a table is refused after shredding")
    for shape in SHAPES:
        must(not is_refused(desk, shape), "A table that was published cannot be had again.")
    story.add(
        "School: one more table about the quarter is refused: beside the earlier ones it would tell who was shredded. "
        "Those that were published can still be had, as they were."
    )


def _ask_for_one_too_many(desk: Desk, unpublished: Path, story: Story) -> None:
    """Asks for a table more, here and at the copy on which nothing was published yet."""
    here = is_refused(desk, ONE_TOO_MANY)
    with Desk.open(unpublished, HEAD.name, HEAD.passphrase) as copy:
        alone = is_refused(copy, ONE_TOO_MANY)
    what = "School: a table of urgency with timeliness is"
    if here and not alone:
        story.add(f"{what} refused: alone it would tell nothing, beside those that were published it would.")
    elif here:
        story.add(f"{what} refused: it would tell too much by itself.")
    else:
        story.add(f"{what} granted, too: also beside the others it tells nobody's secret.")


def _compare(shape: str, table: ReleasedTable, counted: Counter[str], total: int) -> None:
    """Compares a table with the diary: what is told is near, and what is small is not told."""
    found = {cell[shape]: cell["value"] for cell in table["cells"]}
    must_equal(set(counted) - set(found), set(), f"What the table by {shape} has no line for")
    for code, value in found.items():
        true = total if code == "ALL" else counted[code]
        least = 10 if shape == "concern" and code in ("S", "O", "D") else 5
        if 0 < true < least:
            must(value is None, f"The table by {shape} tells a number that is too small: {code}.")
        if value is not None:
            must(value % 5 == 0 and abs(value - true) < 5, f"The table by {shape} tells {value} for {true}: {code}.")


def _concern(code: str) -> str:
    """The first level of a concern, as tables have it; what is none of them counts as not known."""
    if code in ("O2", "O3"):
        return "S"
    return code[0] if code[0] in "STXVNMOLHIDEJP" and code != "PNS" else "UNK"
