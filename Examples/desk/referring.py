"""Referrals from the school's desk to the commune's: sections with a cover, answers, and what is taken back."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Optional

from casework import Casework
from diary import ENDED, Diary, Entry, tally
from must import must, must_equal, must_refuse

from tincay import Card, Desk, NotFoundError, OutdatedError

_ENDINGS = ("DONE", "DONE", "RETURNED", "WITHDRAWN", "DONE", "DECLINED_PROVIDER", "DONE")
"""How referrals end, one after the other; one is taken back, and from then on none."""
_LOST = 1
"""Which referral's first bundle the courier loses."""


@dataclass
class Referral:
    """One referral, as the diary keeps it."""

    entry: Entry
    ending: str
    id: str
    sections: list[str]
    sent: datetime.date
    state: str = "SENT"
    """What the commune has answered; RECEIVED once it has the report."""
    arrived: Optional[datetime.date] = None
    is_destroyed: bool = False


class Exchange:
    """What goes between the two desks, twice a week."""

    def __init__(self, diary: Diary, commune: Casework) -> None:
        """Begins with nothing on the way."""
        self.referrals: list[Referral] = []
        self.sender = "school office"
        self.is_open = True
        """Whether new referrals are made."""
        self.news: list[str] = []
        """What is worth telling."""
        self._diary = diary
        self._commune = commune
        self._to_commune: list[bytes] = []
        self._to_school: list[bytes] = []

    def send(self, school: Desk, commune_card: Card, today: datetime.date) -> None:
        """Refers what has to be referred, sends again what was lost, and takes back what is not wanted any more."""
        for entry in self._to_refer(today) if self.is_open else ():
            self._refer(school, commune_card, entry, today)
        for referral in self.referrals:
            if referral.arrived is None and referral.sent + datetime.timedelta(days=6) <= today:
                self._to_commune.append(school.resend(referral.id))
                referral.sent = today
                referral.entry.touch(today)
                self.news.append(
                    "No answer to one referral: its bundle was lost on the way, and is sealed and sent again."
                )
            if referral.ending == "WITHDRAWN" and referral.state == "RECEIVED":
                self._to_commune.append(school.withdraw(referral.id, "The family has moved away."))
                referral.state = "WITHDRAWN"

    def deliver(self, school: Desk, commune: Desk, today: datetime.date) -> None:
        """Brings each desk what the other gave for it on an earlier day; what they answer goes along the next time."""
        for_commune, self._to_commune = self._to_commune, []
        for_school, self._to_school = self._to_school, []
        self._to_school += [answer for bundle in for_commune if (answer := commune.collect(bundle))]
        self._to_commune += [answer for bundle in for_school if (answer := school.collect(bundle))]
        for referral in self.referrals:
            self._look(commune, referral, today)
        self._compare(school, commune)

    def reckon(self, commune: Desk) -> tuple[int, int]:
        """Opens what the commune has taken on, and finds closed what it has not; gives how many of both."""
        there = {case["id"] for case in commune.cases(filters={"point": [self.sender]})}
        expected = {referral.id for referral in self.referrals if not referral.is_destroyed}
        must_equal(there, expected, "The cases that are at the commune by a referral")
        taken = [referral for referral in self.referrals if referral.state in ("ACCEPTED", "DONE")]
        for referral in self.referrals:
            if referral in taken:
                check_referred(commune, referral)
            elif referral.id in expected:
                must_refuse(OutdatedError, "A referral opens whose day is over.", commune.read, referral.id)
        return len(taken), len(expected) - len(taken)

    def ends(self) -> str:
        """Says how many referrals came to which end."""
        names = {"DONE": "done", "RETURNED": "returned", "DECLINED_PROVIDER": "declined", "WITHDRAWN": "taken back"}
        ended = tally(names.get(referral.state, "still open") for referral in self.referrals)
        return ", ".join(f"{ended[name]} {name}" for name in (*names.values(), "still open") if name in ended)

    def is_done(self) -> bool:
        """Whether nothing is on the way."""
        return not self._to_commune and not self._to_school

    def is_settled(self) -> bool:
        """Whether nothing is on the way, all has arrived, and what was taken back is destroyed."""
        arrived = all(referral.arrived is not None for referral in self.referrals)
        destroyed = all(referral.is_destroyed for referral in self.referrals if referral.ending == "WITHDRAWN")
        return self.is_done() and arrived and destroyed

    def _to_refer(self, today: datetime.date) -> Iterator[Entry]:
        """Names the cases for which the school asks the commune for help."""
        referred = {id(referral.entry) for referral in self.referrals}
        for entry in self._diary.at(self.sender):
            old = entry.told.moment.date() + datetime.timedelta(days=2) <= today
            wanted = entry.told.number % 8 == 3 and entry.urgency in ("U2", "U3", "U4") and entry.status not in ENDED
            if old and wanted and id(entry) not in referred:
                yield entry

    def _refer(self, school: Desk, commune_card: Card, entry: Entry, today: datetime.date) -> None:
        """Refers one case; who is accused stays at the school."""
        place = len(self.referrals)
        sections = ["facts", "identity"] if "child_name" in entry.told.answers else ["facts"]
        expires = today + datetime.timedelta(days=60)
        request = {
            "to": commune_card,
            "sections": sections,
            "purpose": ["SVC-PSY"],
            "legal_basis": ["CHILDREN_LAW_51"],
            "override_reason": "The child's safety.",
            "expires": expires.isoformat(),
            "answer_by": (today + datetime.timedelta(days=14)).isoformat(),
        }
        referred, bundle = school.refer(entry.id, request)
        must(not referred["again"], f"Report {entry.told.number} was referred twice.")
        if place != _LOST:
            self._to_commune.append(bundle)
        ending = _ENDINGS[place % len(_ENDINGS)] if place < len(_ENDINGS) else _ENDINGS[place % 3]
        self.referrals.append(Referral(entry, ending, referred["id"], sections, today))

    def _look(self, commune: Desk, referral: Referral, today: datetime.date) -> None:
        """Has the commune do what is next about a referral, once it has arrived."""
        here = {case["id"] for case in commune.cases() if case["origin"] == "referral"}
        if referral.arrived is None and referral.id in here:
            referral.arrived, referral.state = today, "RECEIVED"
            self._commune.referred.add(referral.id)
            check_referred(commune, referral)
        elif referral.state == "WITHDRAWN" and not referral.is_destroyed and referral.id not in here:
            must_refuse(NotFoundError, "What was taken back can still be read.", commune.read, referral.id)
            self._commune.referred.discard(referral.id)
            referral.is_destroyed = True
            self.news.append(
                "The school takes a referral back: the commune's desk has destroyed its keys, and says so."
            )
        if referral.arrived is None or referral.ending == "WITHDRAWN":
            return
        if referral.state == "RECEIVED" and referral.ending == "DONE":
            self._answer(commune, referral, "ACCEPTED")
        elif referral.state in ("RECEIVED", "ACCEPTED") and referral.arrived + datetime.timedelta(days=9) <= today:
            self._answer(commune, referral, referral.ending)

    def _answer(self, commune: Desk, referral: Referral, state: str) -> None:
        """Has the commune answer."""
        outcome = "SERVICE_DONE" if state == "DONE" else None
        self._to_school.append(commune.answer(referral.id, state, outcome=outcome))
        referral.state = state

    def _compare(self, school: Desk, commune: Desk) -> None:
        """Compares what both desks list with the diary: the commune at once, the school once nothing is on the way."""
        both = [(commune, "in")] if not self.is_done() else [(commune, "in"), (school, "out")]
        for desk, direction in both:
            listed = {each["id"]: each for each in desk.referrals(direction=direction, limit=1000)["referrals"]}
            for referral in self.referrals:
                if referral.state == "WITHDRAWN" or referral.arrived is None:
                    continue
                must_equal(
                    listed[referral.id]["state"], referral.state, f"The referral of report {referral.entry.told.number}"
                )
            for referral in self.referrals:
                if direction == "out" and referral.is_destroyed:
                    must_equal(listed[referral.id]["withdrawal"], "DESTROYED", "What became of what was taken back")


def check_referred(commune: Desk, referral: Referral) -> None:
    """Compares what the commune can read with what it was given, section by section, and its cover."""
    report = commune.read(referral.id)
    entry = referral.entry
    must_equal(sorted(report["sections"]), sorted(referral.sections), "The sections that were referred")
    for section in report["sections"].values():
        for name, answer in section.items():
            must_equal(answer, entry.told.answers[name], f"An answer of report {entry.told.number}, referred")
    cover = report["referral"]
    must(cover is not None and cover["name"] == "school office", "A referral came without its cover.")
