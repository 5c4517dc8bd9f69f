"""When questions are asked, who may answer them, and what has to be there before a report can go."""

from collections.abc import Iterable, Sequence

from ..code_lists.concerns import CHILD, CONCERNS, PLAIN
from ..conditions import (
    IS_BYSTANDER,
    IS_CHILD,
    IS_COUNSELLOR,
    about,
    answered,
    chose,
    concerns,
    defined,
    everything,
    level,
    member,
    never,
    says,
    something,
)
from ..definitions import reference
from ..words import JSON
from . import fields
from .facts import FAMILY

_INJURY = level(CONCERNS.codes, "I")
_WORK = level(CONCERNS.codes, "X")
_DEVELOPMENT = level(CONCERNS.codes, "D")
_NO_COUNSELLOR = something(IS_CHILD, IS_BYSTANDER)


def _declared(names: Iterable[str], silent: bool = False) -> JSON:
    """Questions of a branch; silent ones are taken, but no screen asks them."""
    made: JSON = {}
    for name in names:
        made[name] = reference(fields.named(name))
        if silent:
            made[name]["x-tincay-profiles"] = []
    return {"properties": made}


def _asked_when(comment: str, condition: JSON, names: Sequence[str], profiles: str = "CBK") -> JSON:
    """Questions that are asked where they matter; an answer is taken in any case."""
    branch: JSON = {"if": condition, "then": _declared(names), "else": _declared(names, silent=True)}
    if profiles == "BK":
        return {"$comment": comment, "if": IS_CHILD, "else": branch}
    if profiles == "K":
        return {"$comment": comment, "if": _NO_COUNSELLOR, "else": branch}
    return {"$comment": comment, **branch}


CONDITIONAL: list[JSON] = [
    _asked_when("Where a child in danger is.", says("safe_now", "N"), ["danger_place_now"]),
    _asked_when(
        "A child is asked about self-harm only after it said that it wants to hurt itself.",
        something(never(IS_CHILD), concerns("H")),
        ["self_harm"],
    ),
    _asked_when("Injuries and hazards.", something(concerns(*_INJURY), says("about", "PLACE")), ["injury_facts"], "BK"),
    _asked_when(
        "Work.",
        something(concerns(*_WORK, "L4"), chose("observed_signs", ["WORKING"]), says("living_with", "EMPLOYER")),
        ["work_facts"],
        "BK",
    ),
    _asked_when("Early development.", concerns(*_DEVELOPMENT), ["early_facts"], "BK"),
    _asked_when("Domestic violence.", says("poc_relation", *FAMILY), ["dv_facts"], "K"),
    _asked_when(
        "Shelter.",
        something(
            member("intake_point", "kind", "NODE-SHELTER", "NODE-TRUSTED", "NODE-CENTER"),
            chose("needs", ["SHELTER", "SAFETY"]),
        ),
        ["placement"],
        "K",
    ),
    _asked_when("A school point.", member("intake_point", "kind", "NODE-SCHOOL"), ["school_content"], "K"),
    _asked_when("More than one child.", says("about", "SEVERAL"), ["other_children"]),
    _asked_when(
        "A lower urgency than the rules gave has to be explained.",
        answered("urgency_auto", "urgency_final"),
        ["override_reason", "second_officer"],
        "K",
    ),
    _asked_when("The year of a certificate.", says("poverty", "POOR", "NEAR"), ["poverty_year"], "K"),
]

_OF_THEIR_OWN = {
    "concerns",
    "narrative",
    "reporter_name",
    "reporter_phone",
    "reporter_phone_typed",
    "reporter_addr",
    "contact_detail",
    "contact_detail_typed",
    "contact_safe",
    "contact_hours",
    "code_phrase",
}


def _names(branch: JSON) -> set[str]:
    """The questions that a branch declares."""
    inner = branch.get("else", {}) if "then" not in branch else branch
    return set(inner.get("then", {}).get("properties", {}))


_PLACED = _OF_THEIR_OWN.union(*(_names(branch) for branch in CONDITIONAL))

_CONTACT = ["contact_detail", "contact_detail_typed", "contact_safe", "contact_hours", "code_phrase"]
_INFORMANT = ["reporter_name", "reporter_phone", "reporter_phone_typed", "reporter_addr"]


def _for(*profiles: str) -> list[str]:
    """The questions that just these profiles may answer, always."""
    wanted = frozenset(profiles)
    return [entry.name for entry in fields.QUESTIONS if entry.allowed == wanted and entry.name not in _PLACED]


def _on_child_page(names: Sequence[str]) -> list[str]:
    """Those of these that a report about a child alone needs."""
    return [name for name in names if name in fields.CHILD_PAGE]


def everybody() -> JSON:
    """What every report may hold."""
    names = [name for name in _for("C", "B", "K") if name not in fields.CHILD_PAGE]
    return {name: reference(fields.named(name)) for name in names}


def _about_a_child(comment: str, names: Sequence[str]) -> JSON:
    """Questions about a child, which nobody is asked about a place or an opinion."""
    return {
        "$comment": comment,
        "if": says("about", "PLACE", "OPINION"),
        "then": _declared(names, silent=True),
        "else": _declared(names),
    }


def _without_child_page(names: Sequence[str]) -> JSON:
    """The other questions of a profile."""
    return _declared(name for name in names if name not in fields.CHILD_PAGE)


def _concerns(code_list: str) -> JSON:
    """The question about concerns with the list of a profile."""
    return {"properties": {"concerns": {**reference(fields.named("concerns")), "items": {"$ref": code_list}}}}


def _narrative(longest: int) -> JSON:
    """The question for a narrative with the limit of a profile."""
    return {"narrative": {**reference(fields.named("narrative")), "maxLength": longest}}


PLACED_BY_PROFILE: list[JSON] = [
    {
        "$comment": "A child and a passer-by choose plain words; the professional codes are a counsellor's.",
        "if": IS_CHILD,
        "then": _concerns(CHILD.urn),
        "else": {"if": IS_BYSTANDER, "then": _concerns(PLAIN.urn), "else": _concerns(CONCERNS.urn)},
    },
    {
        "$comment": "What a child is never asked.",
        "if": IS_CHILD,
        "then": {"properties": _narrative(2000)},
        "else": {
            "properties": {**_without_child_page(_for("B", "K"))["properties"], **_narrative(8000)},
            "allOf": [_about_a_child("About the child.", _on_child_page(_for("B", "K")))],
        },
    },
    {
        "$comment": "What only the child or a counsellor can say.",
        "if": IS_BYSTANDER,
        "else": {
            **_without_child_page(_for("C", "K")),
            "allOf": [_about_a_child("About the child.", _on_child_page(_for("C", "K")))],
        },
    },
    {
        "$comment": "What only a counsellor writes.",
        "if": _NO_COUNSELLOR,
        "else": {
            **_without_child_page(_for("K")),
            "allOf": [_about_a_child("About the child.", _on_child_page(_for("K")))],
        },
    },
    _about_a_child("About the child, for everybody.", _on_child_page(_for("C", "B", "K"))),
    {
        "$comment": "Somebody who stays anonymous gives no name. Nobody is asked for one before that is settled.",
        "if": something(IS_CHILD, says("anonymous", True)),
        "else": {
            "if": says("anonymous", False),
            "then": _declared(_INFORMANT),
            "else": _declared(_INFORMANT, silent=True),
        },
    },
    {
        "$comment": "How to reach somebody matters only when they are to be reached.",
        "if": says("contact_way", "NONE", "IN_PERSON_HERE"),
        "else": {
            "if": answered("contact_way"),
            "then": _declared(_CONTACT),
            "else": _declared(_CONTACT, silent=True),
        },
    },
    {
        "$comment": "A number to call or to text; a child's is taken as it comes.",
        "if": everything(never(IS_CHILD), says("contact_way", "CALL", "SMS")),
        "then": {
            "properties": {
                "contact_detail": {"format": "vn-phone", "x-tincay-normalize": "phone", "x-tincay-relax": True}
            }
        },
    },
]

_LOWER = {
    "U1": ["U2", "U3", "U4", "U5", "U0"],
    "U2": ["U3", "U4", "U5", "U0"],
    "U3": ["U4", "U5", "U0"],
    "U4": ["U5", "U0"],
    "U5": ["U0"],
}

OVERRIDE: JSON = {
    "$comment": "V22: whoever lowers the urgency says why; from immediate danger, two people do.",
    "if": something(
        *(everything(says("urgency_auto", before), says("urgency_final", *after)) for before, after in _LOWER.items())
    ),
    "then": {
        "required": ["override_reason"],
        "if": says("urgency_auto", "U1"),
        "then": {"required": ["second_officer"]},
    },
}

_OF_A_CHILD = ("age_basis", "child_sex", "living_with", "assent_share", "m01_class")
"""What a counsellor completes about a child; a place and an opinion have none."""

_CALM = never(defined("danger-signs"))

REQUIRED: list[JSON] = [
    {
        "$comment": "A child says at least whether it is safe, or what worries it; a passer-by too.",
        "if": everything(something(IS_CHILD, IS_BYSTANDER), never(answered("safe_now"))),
        "then": {"required": ["concerns"]},
    },
    {
        "$comment": "Never in the way of an urgent report: what a bystander still has to say when nobody is in danger.",
        "if": everything(IS_BYSTANDER, _CALM),
        "then": {
            "required": [
                entry.name for entry in fields.QUESTIONS if entry.asked["B"] == "R" and entry.name != "session_ok"
            ],
            "if": concerns(*_INJURY),
            "then": {"required": ["injury_facts"]},
        },
    },
    {
        "$comment": "Never in the way of an urgent report: what a counsellor completes.",
        "if": everything(IS_COUNSELLOR, _CALM),
        "then": {
            "required": [
                entry.name
                for entry in fields.QUESTIONS
                if entry.asked["K"] == "R" and entry.name not in ("session_ok", *_OF_A_CHILD)
            ]
            + ["narrative"],
            "properties": {"narrative": {"minLength": 10}},
            "dependentRequired": {"poc_relation": ["poc_in_home"], "contact_detail": ["contact_safe"]},
            "allOf": [
                {
                    "if": says("about", "ME", "OTHER_CHILD", "SEVERAL"),
                    "then": {
                        "required": list(_OF_A_CHILD),
                        "if": never(something(answered("child_birth"), says("age_basis", "UNK"))),
                        "then": {"required": ["child_age_est"]},
                    },
                },
                {"if": never(says("about", "OPINION")), "then": {"required": ["incident_commune"]}},
                {"if": about("concerns", {"minItems": 2}), "then": {"required": ["concern_main"]}},
                {"if": concerns(*_INJURY), "then": {"required": ["injury_facts"]}},
                {"if": concerns(*_WORK), "then": {"required": ["work_facts"]}},
                {"if": says("contact_way", "CALL", "SMS"), "then": {"required": ["contact_detail"]}},
                {
                    "if": member("intake_point", "kind", "NODE-SCHOOL"),
                    "then": {"required": ["school_content"]},
                },
                OVERRIDE,
            ],
        },
    },
    {
        "$comment": "A counsellor says where a child in danger is.",
        "if": everything(IS_COUNSELLOR, says("safe_now", "N")),
        "then": {"required": ["danger_place_now"]},
    },
]
