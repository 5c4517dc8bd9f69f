"""How long cases are kept, what keeps them longer, and how they are destroyed."""

from __future__ import annotations

import datetime
from typing import Any, Optional

from clock import ZONE, moment_of
from diary import Diary, Entry
from must import must, must_equal, must_refuse
from story import Story, count

from tincay import Desk, HeldError, InvalidInputError, NotFoundError

PERIODS = {"NO_CASE": 60, "INFORMATION": 30}
"""For how many days the school keeps what came to nothing; all else it keeps for five years."""
HELD_UNTIL = datetime.date(2028, 3, 31)
REASON = "Its time is over."


def decide(desk: Desk, story: Story) -> None:
    """Decides for the school how long it keeps its cases."""
    conditions: dict[str, dict[str, Any]] = {
        "NO_CASE": {"status": ["CLOSED"], "outcome": ["UNFOUNDED"]},
        "INFORMATION": {"status": ["CLOSED"], "urgency": ["U0"]},
    }
    rules = [
        {"class": name, "when": when, "period": f"P{PERIODS[name]}D", "source": "decided by the school office"}
        for name, when in conditions.items()
    ]
    others = {
        "class": "CASE",
        "when": {"status": ["CLOSED", "DUPLICATE"]},
        "period": "P5Y",
        "source": "as the law has it",
    }
    desk.decide({"retention": [*rules, others]})
    must(desk.rules()["decided"] is not None, "The school's decision on how long cases are kept is not there.")
    story.add(
        f"School: decides to keep what came to nothing for {PERIODS['NO_CASE']} days, what was no case for "
        f"{PERIODS['INFORMATION']}, and all else for five years."
    )


def due_day(entry: Entry) -> Optional[datetime.date]:
    """Until when the school keeps a case by its decision; None for one that it keeps for years or works on."""
    if entry.ended is None or entry.status != "CLOSED":
        return None
    kind = "NO_CASE" if entry.outcome == "UNFOUNDED" else "INFORMATION" if entry.urgency == "U0" else None
    return None if kind is None else (entry.extended or entry.ended) + datetime.timedelta(days=PERIODS[kind] + 1)


class Hold:
    """A case that has to be kept whatever its period says, because two people say so."""

    def __init__(self, entry: Entry) -> None:
        """Chooses the case."""
        self.entry = entry
        self.number = 0

    def place(self, desk: Desk) -> None:
        """Places the hold; who placed it cannot confirm it."""
        desk.hold(self.entry.id, HELD_UNTIL, "A court has asked for it.")
        (hold,) = desk.read(self.entry.id)["work"]["holds"]
        self.number = hold["hold"]
        alone = "Somebody has confirmed a hold alone."
        must_refuse(InvalidInputError, alone, desk.confirm_hold, self.entry.id, self.number)

    def confirm(self, desk: Desk, story: Story) -> None:
        """Has another person confirm it; it cannot be shredded then."""
        desk.confirm_hold(self.entry.id, self.number)
        (hold,) = desk.read(self.entry.id)["work"]["holds"]
        must(hold["confirmed"], "A hold that was confirmed is not.")
        must_refuse(HeldError, "A case on hold was shredded.", desk.shred, self.entry.id, REASON)
        self.entry.is_held = True
        story.add(
            "School: a court asks for a case that came to nothing. The counsellor puts it on hold and cannot confirm "
            "that alone; the head of the office does. Shredding it is refused."
        )

    def propose_lift(self, desk: Desk) -> None:
        """Proposes that it be lifted; who proposes it cannot confirm it."""
        desk.lift(self.entry.id, self.number, "The court has it.")
        alone = "Somebody has lifted a hold alone."
        must_refuse(InvalidInputError, alone, desk.confirm_lift, self.entry.id, self.number)
        must_refuse(
            HeldError, "A case was shredded while its hold was only to be lifted.", desk.shred, self.entry.id, "x"
        )

    def lift(self, desk: Desk) -> None:
        """Has another person confirm it."""
        desk.confirm_lift(self.entry.id, self.number)
        must(not desk.read(self.entry.id)["work"]["holds"], "A hold that was lifted is still there.")
        self.entry.is_held = False


def shred_due(desk: Desk, diary: Diary, story: Story) -> list[Entry]:
    """Shreds what is due and not on hold, one by one, each with a certificate; gives what was shredded."""
    today = datetime.datetime.now(ZONE).date()
    expected = {entry.id: entry for entry in diary.at("school office") if (day := due_day(entry)) and day <= today}
    listed = {case["id"]: case for case in desk.kept()}
    must_equal(set(listed), set(expected), "The cases that are due to be shredded")
    for name, case in listed.items():
        must_equal(moment_of(str(case["due"])).date(), due_day(expected[name]), "When a case is due to be shredded")
        must_equal(case["hold"] is not None, expected[name].is_held, "Whether a case that is due is on hold")
    shredded = sorted((entry for entry in expected.values() if not entry.is_held), key=lambda entry: entry.told.number)
    for entry in shredded:
        shred(desk, entry)
    files = sum(len(entry.files) for entry in shredded)
    story.add(
        f"School: {count(len(expected), 'case')} have been kept long enough, {len(expected) - len(shredded)} of them "
        f"on hold. {count(len(shredded), 'case')} are shredded, with {count(files, 'picture')}, each with a signed "
        "certificate; none of them can be read, and the ledger still verifies."
    )
    return shredded


def shred(desk: Desk, entry: Entry) -> None:
    """Shreds one case, and compares its certificate with the diary."""
    desk.shred(entry.id, REASON)
    entry.is_shredded = True
    certificate = desk.certificate(entry.id)
    must_equal((certificate["report"], certificate["reason"]), (entry.id, REASON), "A certificate")
    must(bool(certificate["signature"]), "A certificate is not signed.")
    must_refuse(NotFoundError, f"Report {entry.told.number} was shredded and opens.", desk.read, entry.id)
    for file in entry.files:
        must_refuse(NotFoundError, "A picture of a report that was shredded opens.", desk.attachment, entry.id, file)
