"""The form put together."""

from ..conditions import member, says
from ..definitions import complete, head, network, order
from ..network import ROUTES
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


def form() -> JSON:
    """The whole form."""
    made = {
        **head(
            "vn-cp-intake",
            "2",
            "Intake of child protection reports in Viet Nam, for a child (C), a bystander (B) and a counsellor (K).",
            WORDS,
            ["C"],
        ),
        "properties": branches.everybody(),
        "required": ["profile", "session_ok"],
        "allOf": [*branches.PLACED_BY_PROFILE, *branches.CONDITIONAL, *branches.REQUIRED],
        "unevaluatedProperties": False,
        **order(fields.PAGES),
        "x-tincay-compare": COMPARISONS,
        "x-tincay-derive": DERIVE,
        "x-tincay-triage": RULES,
        **network(ROUTES),
    }
    own: JSON = {
        "is-child": says("profile", "C"),
        "is-bystander": says("profile", "B"),
        "is-counsellor": says("profile", "K"),
        "danger-signs": DANGER,
        "cannot": {"$comment": "Something that the child cannot do at all.", **CANNOT},
    }
    return complete(made, own, fields.QUESTIONS)
