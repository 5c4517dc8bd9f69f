"""Facts that nobody is asked for: ages, flags about carers, conflicts and work, and words that alarm."""

from ..code_lists.concerns import CONCERNS
from ..code_lists.people import AGE_BAND
from ..conditions import (
    about,
    chose,
    concerns,
    everything,
    fact,
    flag,
    known_under,
    level,
    maybe_under,
    member,
    never,
    says,
    something,
)
from ..words import JSON

CARERS = ["FATHER", "MOTHER", "STEPFATHER", "STEPMOTHER", "GRANDPARENT", "CARER", "INSTITUTION"]
IF_CO_RESIDENT = ["OTHERKIN", "PARENT_PARTNER"]
FAMILY = [*CARERS[:-1], *IF_CO_RESIDENT, "SIBLING"]

_POINT = "intake_point"


def _point_is(*kinds: str) -> JSON:
    """The point is of one of these kinds, or of none that is known."""
    return something(member(_POINT, "kind", *kinds), never(about(_POINT, {"required": ["kind"]})))


def _hours(most_a_day: float, most_a_week: float) -> JSON:
    """More hours than the law allows, a day or a week."""
    cases = [about("work_facts", about("hours_per_day", {"exclusiveMinimum": most_a_day}))]
    for days in range(int(most_a_week // most_a_day) + 1, 8):
        limit = round(most_a_week / days, 3)
        work = everything(
            about("hours_per_day", {"exclusiveMinimum": limit}), about("days_per_week", {"minimum": days})
        )
        cases.append(about("work_facts", work))
    return something(*cases)


_WORKS = something(
    concerns(*level(CONCERNS.codes, "X")),
    about("work_facts", {"not": says("kind", "HOUSEHOLD", "ART_SPORT")}),
)

FLAGS: JSON = {
    "harm_by_carer": {
        "$comment": "Kin and a parent's partner count unless they are known to live elsewhere.",
        "anyOf": [
            says("poc_relation", *CARERS),
            everything(says("poc_relation", *IF_CO_RESIDENT), never(says("poc_in_home", "N"))),
        ],
    },
    "conflict_of_interest": {
        "$comment": "The person works at the point itself; a point of which nothing is known counts as such a point.",
        "anyOf": [
            says("poc_relation", "SERVICE_STAFF"),
            everything(says("poc_relation", "TEACHER"), _point_is("NODE-SCHOOL")),
            everything(says("poc_relation", "INSTITUTION"), _point_is("NODE-SHELTER", "NODE-CENTER")),
        ],
    },
    "young_child": {
        "$comment": "Known to be under three, this child or another one of the report.",
        "anyOf": [
            known_under(3),
            about("other_children", {"contains": about("age_est", {"maximum": 2})}),
            about("early_facts", about("age_months", {"maximum": 35})),
        ],
    },
    "LAB_UNDERAGE": {
        "$comment": "Work under thirteen; the light work that older children may do is on a list of its own.",
        **everything(_WORKS, known_under(13)),
    },
    "LAB_HOURS": {
        "$comment": "Under 15 at most 4 hours a day and 20 a week, under 18 at most 8 and 40.",
        "anyOf": [everything(maybe_under(15), _hours(4, 20)), everything(maybe_under(18), _hours(8, 40))],
    },
    "LAB_NIGHT": everything(maybe_under(15), member("work_facts", "night", "Y")),
    "LAB_HAZARD": something(
        concerns("X2"),
        everything(
            maybe_under(18),
            about(
                "work_facts",
                chose(
                    "dangers",
                    ["LOAD", "MACHINE", "CHEMICAL", "HEIGHT", "UNDERGROUND", "WATER", "HEAT", "TRAFFIC", "HARASSMENT"],
                ),
            ),
        ),
        member("work_facts", "kind", "MINING", "NIGHTLIFE"),
    ),
    "LAB_WORST": {
        "$comment": "The worst forms of ILO C182: forced, traded, sexual, unlawful and hazardous work.",
        "anyOf": [
            concerns("X3", "X4", "S5", "T", "T1"),
            member("work_facts", "kind", "BEGGING"),
            flag("LAB_HAZARD"),
        ],
    },
}

ALARMING = [
    "giết",
    "tự tử",
    "muốn chết",
    "không muốn sống",
    "cứu em",
    "cứu con",
    "cứu với",
    "hiếp dâm",
    "hãm hiếp",
    "bị hiếp",
    "hiếp em",
    "hiếp con",
    "cưỡng hiếp",
    "dâm ô",
    "nhốt",
    "xích lại",
    "bị trói",
    "trói tay",
    "đốt em",
    "đốt con",
    "đốt nhà",
    "bị đốt",
    "con dao",
    "cầm dao",
    "bằng dao",
    "lấy dao",
    "dao đâm",
    "đâm em",
    "bóp cổ",
    "dìm nước",
    "nhảy cầu",
    "uống thuốc sâu",
    "thuốc chuột",
    "cắt tay",
    "rạch tay",
]
"""Phrases that make a person look at once; they are looked for without accents."""

DOUBTFUL = ["dao", "đốt", "hiếp", "chết", "đánh đập", "đau quá", "sợ quá"]
"""Words that mean something harmless with other accents; they count unless the answer is that the child is safe."""

_BANDS: list[JSON] = [
    {"code": band.code} | {name: age for name, age in band.facts.items() if name == "under"}
    for band in AGE_BAND.choices
    if band.facts
]

DERIVE: JSON = {
    "key": "derived",
    "age": {"birth": "/child_birth", "years": "/child_age_est", "bands": _BANDS},
    "identity": {"number": "/child_id"},
    "flags": FLAGS,
    "words": {
        "words_alarm": {"in": ["/narrative", "/child_wish", "/injury_facts/hazard"], "any": ALARMING},
        "words_doubt": {"in": ["/narrative", "/child_wish"], "any": DOUBTFUL},
    },
}


def known_class(*classes: str) -> JSON:
    """The legal class is one of these."""
    return fact("legal_class", {"enum": list(classes)} if len(classes) > 1 else {"const": classes[0]})
