"""The form put together."""

from ..code_list import DIALECT, CodeList
from ..code_lists import ALL
from ..conditions import member, says
from ..messages import MESSAGES
from ..network import CALENDAR, DESTINATIONS, HOTLINES, ROUTES, URGENCIES
from ..words import JSON
from . import branches, fields
from .comparisons import COMPARISONS
from .facts import DERIVE
from .rules import CANNOT, RULES

WORDS: JSON = {
    "vi": {
        "title": "Phiếu tiếp nhận thông tin trẻ em",
        "introduction": "Phiếu này được chuyển đến người làm công tác bảo vệ trẻ em. Nếu có trẻ em gặp nguy hiểm, "
        "họ phải hành động. Có thể dừng bất cứ lúc nào. Khi khẩn cấp hãy gọi 111.",
        "thanks": "Cảm ơn anh chị đã báo tin. Phiếu được chuyển đi ngay.",
    },
    "vi-x-child": {
        "title": "Em muốn nói gì?",
        "introduction": "Cô chú bảo vệ trẻ em sẽ đọc điều em nói ở đây. Nếu em gặp nguy hiểm, cô chú phải giúp em "
        "ngay. Em có thể dừng bất cứ lúc nào. Câu nào không muốn trả lời, em cứ bỏ qua. Gọi 111 không mất tiền.",
        "thanks": "Cảm ơn em đã nói ra. Em không có lỗi gì cả. Cần giúp ngay, em gọi 111 nhé.",
    },
    "en": {
        "title": "Child protection report",
        "introduction": "This goes to child protection workers. They must act when a child is in danger. You may stop "
        "at any time. In an emergency call 111.",
        "thanks": "Thank you for telling. This is passed on at once.",
    },
    "en-x-child": {
        "title": "What would you like to tell us?",
        "introduction": "People who protect children will read this. If you are in danger they must help you at once. "
        "You can stop at any time and leave out any question. Calling 111 is free.",
        "thanks": "Thank you for telling us. It is not your fault. If you need help now, call 111.",
    },
}

DANGER: JSON = {
    "$comment": "An answer that makes a report urgent by itself; nothing is required any longer then.",
    "anyOf": [
        says("safe_now", "N"),
        says("hurt_now", "Y"),
        says("self_harm", "PLAN_OR_ACT"),
        says("weapon", "Y"),
        member("injury_facts", "severity", "HOSPITAL", "DEATH"),
    ],
}


def references(value: object) -> set[str]:
    """Every list that is referred to."""
    if isinstance(value, dict):
        found = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return found.union(*(references(inner) for inner in value.values()))
    if isinstance(value, list):
        return set().union(*(references(inner) for inner in value))
    return set()


def lists_in(form: JSON) -> dict[str, JSON]:
    """The lists that a form refers to, as definitions."""
    wanted = references(form)
    used: list[CodeList] = [entry for entry in ALL if entry.urn in wanted]
    return {f"list-{entry.name}": entry.json() for entry in used}


def form() -> JSON:
    """The whole form."""
    definitions: JSON = {
        "is-child": says("profile", "C"),
        "is-bystander": says("profile", "B"),
        "is-counsellor": says("profile", "K"),
        "danger-signs": DANGER,
        "cannot": {"$comment": "Something that the child cannot do at all.", **CANNOT},
    }
    for question in fields.QUESTIONS:
        definitions[f"question-{question.name}"] = question.json()
    made: JSON = {
        "$schema": DIALECT,
        "$id": "urn:tincay:form:vn-cp-intake:2",
        "title": WORDS["vi"]["title"],
        "description": "Intake of child protection reports in Viet Nam, for a child (C), a bystander (B) and a "
        "counsellor (K).",
        "$comment": "Law, deadlines, hotlines and agencies are data with a source. `verified` false or null means that "
        "the statement still has to be read in the official text. Built by Forms/sources/build.py.",
        "x-tincay-form": {
            "id": "vn-cp-intake",
            "version": "2",
            "language": "vi",
            "profile": "profile",
            "child_profiles": ["C"],
        },
        "x-tincay-i18n": WORDS,
        "type": "object",
        "properties": branches.everybody(),
        "required": ["profile", "session_ok"],
        "allOf": [*branches.PLACED_BY_PROFILE, *branches.CONDITIONAL, *branches.REQUIRED],
        "unevaluatedProperties": False,
        "x-tincay-order": [question.name for question in fields.QUESTIONS],
        "x-tincay-pages": [
            {"id": name, "x-tincay-i18n": words, "questions": [question.name for question in questions]}
            for name, words, questions in fields.PAGES
        ],
        "x-tincay-compare": COMPARISONS,
        "x-tincay-derive": DERIVE,
        "x-tincay-triage": RULES,
        "x-tincay-routes": ROUTES,
        "x-tincay-calendar": CALENDAR,
        "x-tincay-urgencies": URGENCIES,
        "x-tincay-hotlines": HOTLINES,
        "x-tincay-destinations": DESTINATIONS,
        "x-tincay-messages": MESSAGES,
    }
    made["$defs"] = definitions
    made["$defs"] = {**definitions, **lists_in(made)}
    return made
