"""Rules and deadlines with their sources."""

from collections.abc import Sequence
from typing import Optional

from .conditions import says
from .words import JSON, Pair, reason

DESIGN = "design proposal"
DECREE = "NĐ 56/2017/NĐ-CP, "


def _evidence(source: str, verified: bool, confidence: Optional[str]) -> JSON:
    """Who says so, and whether it was read there."""
    facts: JSON = {"source": source, "verified": verified}
    if not verified:
        facts["confidence"] = confidence or ("design" if source == DESIGN else "high")
    return facts


def law(kind: str, most: str, source: str, verified: bool = True, working_days: bool = False) -> JSON:
    """A deadline that a law sets; a local one may be stricter."""
    made: JSON = {"kind": kind, "statutory_max": most, "local_max": None}
    if working_days:
        made["working_days"] = True
    return {**made, **_evidence(source, verified, None)}


def at_once(source: str, verified: bool = True) -> JSON:
    """To be passed on at once, with an alarm when nobody has."""
    made: JSON = {"kind": "FORWARD", "statutory_max": "PT0S", "alarm": "PT15M"}
    return {**made, **_evidence(source, verified, None)}


def aim(kind: str, within: str, source: str = DESIGN, working_days: bool = False, when: Optional[JSON] = None) -> JSON:
    """A deadline that is nobody's law."""
    made: JSON = {"kind": kind, "within": within}
    if working_days:
        made["working_days"] = True
    made.update(_evidence(source, False, None))
    if when:
        made["when"] = when
    return made


def rule(
    name: str,
    when: JSON,
    urgency: str,
    destinations: Sequence[str],
    words: Pair,
    source: str = DESIGN,
    *,
    verified: bool = False,
    confidence: Optional[str] = None,
    deadlines: Sequence[JSON] = (),
    flags: Sequence[str] = (),
    comment: Optional[str] = None,
    raises: int = 0,
    accompanies: bool = False,
    hotlines: Sequence[str] = (),
) -> JSON:
    """A rule; with `raises` it lifts what the others gave by so many levels, and to the urgency at least; one that
    accompanies the urgency only adds to reports that the others make at least so urgent.
    """
    made: JSON = {"id": name}
    if comment:
        made["$comment"] = comment
    made["when"] = when
    if raises:
        made["raise"] = raises
        if urgency:
            made["at_least"] = urgency
    elif accompanies:
        made["from_urgency"] = urgency
    else:
        made["urgency"] = urgency
    made["destinations"] = list(destinations)
    if hotlines:
        made["hotlines"] = list(hotlines)
    if flags:
        made["flags"] = list(flags)
    made["x-tincay-i18n"] = reason(*words)
    made["deadlines"] = list(deadlines)
    return {**made, **_evidence(source, verified, confidence)}


EMERGENCY = law("EMERGENCY_MEASURES", "PT12H", DECREE + "Điều 26 khoản 3, Điều 31 khoản 1")
FORWARD = at_once(DECREE + "Điều 26 khoản 1")
HELP_NOW = aim("FIRST_CONTACT", "PT15M")
WITHIN_THE_HOUR = aim("FIRST_CONTACT", "PT1H")
WITHIN_A_DAY = aim("FIRST_CONTACT", "PT24H")
WITHIN_THREE_DAYS = aim("FIRST_CONTACT", "PT72H")
WITHIN_A_WEEK = aim("FIRST_CONTACT", "P5D", working_days=True)
SAME_DAY = aim("SAME_DAY", "PT12H")
PLAN = law("PLAN", "P5D", DECREE + "Điều 28 khoản 1", working_days=True)


def medical_windows() -> list[JSON]:
    """What is left of the medical windows when the act was as long ago as the answer allows."""
    left = [
        ("MED_WINDOW_HIV", "PT72H", "NOW"),
        ("MED_WINDOW_HIV", "PT48H", "H24"),
        ("MED_WINDOW_HIV", "PT0S", "H72"),
        ("MED_WINDOW_EC", "PT120H", "NOW"),
        ("MED_WINDOW_EC", "PT96H", "H24"),
        ("MED_WINDOW_EC", "PT48H", "H72"),
        ("MED_WINDOW_EC", "PT0S", "D5"),
    ]
    return [aim(kind, rest, "WHO 2017", when=says("happening", recency)) for kind, rest, recency in left]
