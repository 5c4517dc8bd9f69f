"""Reports that nobody ever told: made up from the questions of the default form, with words that mean nothing."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass
from typing import Any, Optional

SCHOOL = "NODE-SCHOOL"
COMMUNE = "NODE-COMMUNE"

_SYLLABLES = ("fa", "je", "wo", "zu", "fi", "jo", "wa", "ze", "fu", "ji", "we", "zo")
_COLOURS = ("Xanh", "Đỏ", "Vàng", "Tím", "Nâu", "Hồng", "Trắng", "Cam")
_THINGS = ("Diều", "Mây", "Sỏi", "Lá", "Sao", "Bút", "Thuyền", "Chuông", "Nón", "Đèn", "Gối", "Tre")


@dataclass(frozen=True)
class Kind:
    """A kind of report: its answers, and how urgent the rules of the form have to find it."""

    name: str
    profile: str
    urgency: str
    weight: int
    answers: dict[str, Any]
    is_about_child: bool = True


_PLACE = {
    "safe_now": "Y",
    "concerns": ["I"],
    "about": "PLACE",
    "injury_facts": {"cause": "I8", "severity": "NONE", "today": "UNK"},
}

KINDS = (
    Kind("not safe", "C", "U1", 5, {"safe_now": "N"}),
    Kind("hurt at home", "B", "U1", 6, {"safe_now": "UNK", "concerns": ["V"], "happening": "NOW", "poc_in_home": "Y"}),
    Kind("hurt again and again", "B", "U2", 9, {"safe_now": "UNK", "concerns": ["V"], "frequency": "OFTEN"}),
    Kind("hungry and alone", "B", "U3", 11, {"safe_now": "UNK", "concerns": ["N"], "observed_signs": ["HUNGER"]}),
    Kind("cannot sleep", "C", "U2", 2, {"safe_now": "Y", "concerns": ["H"]}),
    Kind("bothered on the net", "C", "U3", 2, {"safe_now": "Y", "concerns": ["O"]}),
    Kind("teased all the time", "C", "U3", 14, {"safe_now": "Y", "concerns": ["V7"], "frequency": "OFTEN"}),
    Kind("teased once", "C", "U4", 12, {"safe_now": "Y", "concerns": ["V7"], "frequency": "ONCE"}),
    Kind("wants to talk", "C", "U4", 10, {"safe_now": "PNS", "concerns": ["PNS"], "contact_way": "IN_PERSON_HERE"}),
    Kind("not enough at home", "B", "U5", 14, {"safe_now": "Y", "concerns": ["E"]}),
    Kind("a dangerous place", "B", "U5", 8, _PLACE, False),
    Kind("an idea", "C", "U0", 7, {"safe_now": "Y", "concerns": ["P"], "about": "OPINION"}, False),
)
"""What is told in this quarter, and how often in a hundred."""

INSULTED_BY_TEACHER = Kind(
    "insulted by a teacher", "B", "U3", 0, {"safe_now": "Y", "concerns": ["V3"], "poc_relation": "TEACHER"}
)
"""What the school must not read: the form sends it past the desks of the school."""


@dataclass(frozen=True)
class Told:
    """What somebody told, as the diary keeps it."""

    number: int
    kind: Kind
    point: str
    moment: datetime.datetime
    mark: str
    """A word that stands in this report and in no other."""
    answers: dict[str, Any]
    again: Optional[int] = None
    """The number of an earlier report about the same child, by somebody else."""

    @property
    def language(self) -> str:
        """Whose words the point answers in."""
        return "vi-x-child" if self.kind.profile == "C" else "vi"

    @property
    def is_urgent(self) -> bool:
        """Whether somebody has to do something within twelve hours."""
        return self.kind.urgency in ("U1", "U2")


def draw_kind(chance: random.Random, point: str) -> Kind:
    """Draws what somebody has come to tell at a point of a kind; at a school it is a teacher now and then."""
    if point == SCHOOL and chance.random() < 0.04:
        return INSULTED_BY_TEACHER
    return chance.choices(KINDS, [kind.weight for kind in KINDS])[0]


def tell(
    chance: random.Random,
    number: int,
    kind: Kind,
    point: str,
    place: str,
    moment: datetime.datetime,
    again: Optional[Told] = None,
) -> Told:
    """Makes up a report of a kind; `again` is what somebody else has told about the same child."""
    mark = "".join(chance.choices(_SYLLABLES, k=3)) + f"{number:03d}"
    answers: dict[str, Any] = {
        "profile": kind.profile,
        "session_ok": True,
        "lang": "vi",
        "intake_point": {"kind": point, "name": place},
        "about": "ME" if kind.profile == "C" else "OTHER_CHILD",
        **kind.answers,
        "narrative": f"{mark} {_word(chance)} {_word(chance)}.",
    }
    if kind.name == "hurt at home":
        answers["poc_relation"] = chance.choice(("FATHER", "MOTHER", "STEPFATHER"))
    if kind.name == "hurt again and again":
        answers["poc_relation"] = "NEIGHBOUR"
    if kind.profile == "B":
        answers["reporter_kind"] = chance.choice(("NEIGHBOUR", "KIN", "PASSERBY"))
        answers["anonymous"] = True
    if kind.is_about_child:
        answers.update(_child(chance, kind, again))
    return Told(number, kind, place, moment, mark, answers, again.number if again else None)


def _child(chance: random.Random, kind: Kind, again: Optional[Told]) -> dict[str, Any]:
    """Makes up a child, or the one of another report as a second person would describe it."""
    if again is not None:
        before = again.answers
        age = before["child_age_est"] + chance.choice((-1, 0, 1))
        return {"child_name": before["child_name"], "child_sex": before["child_sex"], "child_age_est": age}
    child: dict[str, Any] = {"child_sex": chance.choice("FM"), "child_age_est": chance.randint(7, 16)}
    if kind.profile == "B":
        child["child_name"] = f"{chance.choice(_THINGS)} {chance.choice(_COLOURS)} {_word(chance).title()}"
    return child


def _word(chance: random.Random) -> str:
    """Makes up a word."""
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3)))
