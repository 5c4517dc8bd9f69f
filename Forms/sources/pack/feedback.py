"""The feedback form, vn-cp-feedback: opinions, questions and complaints, without a name if one likes."""

from .code_lists import casework, circumstances, help, origins, people, safety, session
from .conditions import answered, flag, never, says, something
from .definitions import Page, complete, head, network, order, reference
from .intake.facts import ALARMING, DOUBTFUL
from .parts import COMMUNE, directory_entry
from .question import BOOLEAN, Question, code, number, question, several, text
from .triage import DECREE, EMERGENCY, WITHIN_A_DAY, WITHIN_THE_HOUR, rule
from .words import JSON, reason, wording

WORDS: JSON = {
    "vi": {
        "title": "Phiếu góp ý",
        "introduction": "Góp ý, hỏi hoặc phản ánh về nơi phục vụ trẻ em. Không cần nêu tên. Phản ánh không chuyển qua "
        "chính nơi bị phản ánh. Có thể dừng bất cứ lúc nào.",
        "thanks": "Cảm ơn anh chị đã góp ý.",
    },
    "vi-x-child": {
        "title": "Em muốn góp ý",
        "introduction": "Em có thể nói điều em nghĩ, điều em muốn, hoặc điều làm em không vui ở một nơi giúp trẻ em. "
        "Không cần nói tên. Em dừng lúc nào cũng được.",
        "thanks": "Cảm ơn em. Ý kiến của em rất quý.",
    },
    "en": {
        "title": "Feedback",
        "introduction": "Opinions, questions and complaints about places that serve children. No name is needed. A "
        "complaint does not pass through the place it is about. You may stop at any time.",
        "thanks": "Thank you for your feedback.",
    },
    "en-x-child": {
        "title": "Say what you think",
        "introduction": "Tell us what you think, what you wish, or what was not good at a place for children. You need "
        "not say your name. You can stop at any time.",
        "thanks": "Thank you. What you think matters.",
    },
}


def _field(
    name: str,
    answer: JSON,
    section: str,
    sensitivity: str,
    label: tuple[str, str],
    asked: str = "O O -",
    **more: object,
) -> Question:
    """A question for children and grown-ups."""
    return question(name, answer, asked, section, sensitivity, label, **more)  # type: ignore[arg-type]


START: list[Question] = [
    _field(
        "profile", code(session.PUBLIC_PROFILE), "facts", "N", ("Loại phiếu", "Form profile"), "auto auto -", shown=""
    ),
    _field(
        "intake_point",
        directory_entry("kind", session.NODE_KIND, ("Loại điểm", "Kind of point")),
        "facts",
        "N",
        ("Điểm tiếp nhận", "Intake point"),
        "auto auto -",
        shown="",
    ),
    _field(
        "received_at",
        {"type": "string", "format": "date-time", "maxLength": 40},
        "facts",
        "N",
        ("Thời gian tiếp nhận", "Received at"),
        "auto auto -",
        shown="",
    ),
    _field("lang", code(origins.LANGUAGE), "facts", "B", ("Ngôn ngữ", "Language"), "auto auto -", shown=""),
    _field(
        "session_ok",
        BOOLEAN,
        "facts",
        "N",
        ("Đã nghe và hiểu lời giới thiệu", "Introduction shown and understood"),
        child=("Em đã nghe lời cô chú giới thiệu chưa?", "Did you hear what this is for?"),
        icon="ear",
    ),
]

SAY: list[Question] = [
    _field(
        "kind",
        code(casework.OPINION),
        "facts",
        "B",
        ("Muốn nói điều gì?", "What is it?"),
        child=("Em muốn nói điều gì?", "What would you like to say?"),
        icon="speech",
        facet=True,
    ),
    _field(
        "topics",
        several(casework.TOPIC),
        "facts",
        "B",
        ("Về chuyện gì?", "About what?"),
        child=("Về chuyện gì?", "About what?"),
        facet=True,
    ),
    _field(
        "narrative",
        text(4000, "narrative"),
        "facts",
        "S",
        ("Nội dung", "In own words"),
        child=("Em nói theo cách của em", "In your own way"),
        icon="pencil",
    ),
    _field(
        "service_kind",
        code(session.NODE_KIND),
        "facts",
        "S",
        ("Phản ánh về loại nơi nào?", "Which kind of place?"),
        child=("Nơi đó là nơi nào?", "What kind of place is it?"),
        facet=True,
    ),
    _field(
        "service_place",
        text(200, "text"),
        "place",
        "S",
        ("Nơi đó ở đâu, tên là gì", "Which place"),
        child=("Nơi đó tên gì, ở đâu?", "What is it called, where is it?"),
    ),
    _field(
        "staff_concerned",
        code(safety.YES_NO),
        "accused",
        "S",
        ("Có nói về một người làm ở đó không?", "Is it about somebody who works there?"),
        child=("Có phải chuyện về một người làm ở đó không?", "Is it about somebody who works there?"),
        child_hint=("Không cần nói tên.", "No name is needed."),
    ),
    _field(
        "safe_now",
        code(safety.SAFE),
        "facts",
        "S",
        ("Ngay bây giờ trẻ có an toàn không?", "Is the child safe now?"),
        child=("Bây giờ em có thấy an toàn không?", "Are you safe right now?"),
        icon="umbrella",
    ),
]

ABOUT: list[Question] = [
    _field(
        "age_est",
        number(0, 120),
        "facts",
        "B",
        ("Khoảng mấy tuổi?", "About how old?"),
        child=("Em mấy tuổi?", "How old are you?"),
        child_hint=("Không nói cũng được.", "You need not say."),
        icon="cake",
    ),
    _field("sex", code(people.SEX), "facts", "B", ("Giới tính", "Sex"), shown="", facet=True),
    _field(
        "commune",
        COMMUNE,
        "identity",
        "B",
        ("Xã, phường, đặc khu", "Commune"),
        child=("Em ở xã, phường nào?", "Which commune do you live in?"),
        icon="map",
    ),
    _field(
        "school_level",
        code(circumstances.EDUCATION),
        "facts",
        "B",
        ("Cấp học", "School level"),
        child=("Em học cấp mấy?", "Which level of school?"),
        shown="",
    ),
    _field(
        "takes_part",
        code(safety.YES_NO),
        "facts",
        "B",
        ("Có tham gia câu lạc bộ quyền trẻ em, diễn đàn không?", "Member of a children's club or forum?"),
        child=("Em có ở trong câu lạc bộ hay diễn đàn trẻ em không?", "Are you in a children's club or forum?"),
        icon="friends",
    ),
    _field(
        "contact_way",
        code(help.CONTACT_WAY),
        "contact",
        "T",
        ("Muốn được trả lời bằng cách nào?", "How may we answer?"),
        child=("Em có muốn cô chú trả lời không?", "Would you like an answer?"),
        icon="speech",
    ),
    _field(
        "contact_detail",
        text(200),
        "contact",
        "T",
        ("Số điện thoại hoặc người liên hệ", "Telephone or person"),
        child=("Số điện thoại, hoặc người em tin", "A telephone number, or someone you trust"),
        icon="phone",
    ),
    _field(
        "contact_safe",
        code(safety.YES_NO),
        "contact",
        "T",
        ("Liên hệ cách đó có an toàn không?", "Is that contact safe?"),
        child=("Gọi như vậy có an toàn cho em không?", "Is that safe for you?"),
        icon="umbrella",
    ),
]

PAGES: list[Page] = [
    ("start", wording(("Bắt đầu", "Start")), START),
    ("say", wording(("Góp ý", "Feedback"), ("Điều em nghĩ", "What you think")), SAY),
    ("about", wording(("Người góp ý", "Who says so"), ("Về em", "About you")), ABOUT),
]

_COMPLAINT = says("kind", "P2")
_ON_CONDITION = ["service_kind", "service_place", "staff_concerned", "contact_detail", "contact_safe"]

RULES: list[JSON] = [
    rule(
        "T01",
        says("safe_now", "N"),
        "U1",
        ["STAFF", "111", "113", "COMMUNE"],
        ("Trẻ đang không an toàn.", "The child is not safe now."),
        DECREE + "Điều 26, Điều 31",
        verified=True,
        deadlines=[EMERGENCY],
    ),
    rule(
        "T24",
        something(says("kind", "P1", "P3"), answered("topics")),
        "U0",
        ["CENTRE"],
        ("Ý kiến, câu hỏi.", "An opinion or a question."),
        "Luật Trẻ em 102/2016/QH13, Điều 74-79",
    ),
    rule(
        "T25",
        something(_COMPLAINT, says("staff_concerned", "Y")),
        "U3",
        ["PROVINCE"],
        (
            "Phản ánh về một dịch vụ: không chuyển qua chính nơi đó.",
            "A complaint about a service: not routed through that service.",
        ),
        deadlines=[WITHIN_A_DAY],
    ),
    rule(
        "T27",
        says("safe_now", "UNK"),
        "U3",
        ["COUNSELLOR"],
        ("Không biết trẻ có an toàn không.", "It is not known whether the child is safe."),
        deadlines=[WITHIN_A_DAY],
    ),
    rule(
        "T32",
        something(flag("words_alarm"), {"allOf": [flag("words_doubt"), never(says("safe_now", "Y"))]}),
        "U2",
        ["COUNSELLOR"],
        ("Lời góp ý có từ đáng lo: cần người đọc ngay.", "Words in the text that worry: a person has to read it."),
        deadlines=[WITHIN_THE_HOUR],
        flags=["human_look"],
    ),
]


def _route(name: str, when: JSON, remove: list[str], add: list[str]) -> JSON:
    """Who does not get a complaint."""
    words = reason("Không chuyển qua nơi bị phản ánh.", "Not through the place that it is about.")
    return {"id": name, "when": when, "remove": remove, "add": add, "x-tincay-i18n": words}


_TAKES: dict[str, tuple[list[str], list[str]]] = {
    "NODE-CENTER": (["CENTRE"], ["PROVINCE"]),
    "NODE-SCHOOL": (["SCHOOL"], ["PROVINCE"]),
    "NODE-COMMUNE": (["COMMUNE"], ["PROVINCE", "111"]),
    "NODE-POLICE": (["POLICE"], ["PROVINCE", "111"]),
    "NODE-HEALTH": (["HEALTH"], ["PROVINCE"]),
    "NODE-111": (["111"], ["PROVINCE"]),
    "NODE-PROVINCE": (["PROVINCE"], ["111"]),
}

ROUTES: list[JSON] = [
    _route("T25", something(_COMPLAINT, says("staff_concerned", "Y")), ["STAFF", "COUNSELLOR"], ["PROVINCE"]),
    *(
        _route(f"T25-{kind[5:]}", {"allOf": [_COMPLAINT, says("service_kind", kind)]}, remove, add)
        for kind, (remove, add) in _TAKES.items()
    ),
]


def _branch(condition: JSON, names: list[str], questions: dict[str, Question]) -> JSON:
    """Questions that are asked where they matter; an answer is taken in any case."""
    asked = {name: reference(questions[name]) for name in names}
    silent = {name: {**reference(questions[name]), "x-tincay-profiles": []} for name in names}
    return {"if": condition, "then": {"properties": asked}, "else": {"properties": silent}}


def form() -> JSON:
    """The whole form."""
    questions = [*START, *SAY, *ABOUT]
    known = {entry.name: entry for entry in questions}
    made = {
        **head(
            "vn-cp-feedback", "1", "Opinions, questions and complaints of children (C) and grown-ups (B).", WORDS, ["C"]
        ),
        "properties": {entry.name: reference(entry) for entry in questions if entry.name not in _ON_CONDITION},
        "required": ["profile", "session_ok"],
        "allOf": [
            {
                "$comment": "Something has to be said.",
                "anyOf": [{"required": ["kind"]}, {"required": ["narrative"]}, {"required": ["safe_now"]}],
            },
            _branch(_COMPLAINT, _ON_CONDITION[:3], known),
            _branch(
                {"allOf": [answered("contact_way"), never(says("contact_way", "NONE", "IN_PERSON_HERE"))]},
                _ON_CONDITION[3:],
                known,
            ),
        ],
        "unevaluatedProperties": False,
        **order(PAGES),
        "x-tincay-derive": {
            "key": "derived",
            "age": {"years": "/age_est"},
            "words": {
                "words_alarm": {"in": ["/narrative"], "any": ALARMING},
                "words_doubt": {"in": ["/narrative"], "any": DOUBTFUL},
            },
        },
        "x-tincay-triage": RULES,
        **network(ROUTES),
    }
    return complete(made, {}, questions)
