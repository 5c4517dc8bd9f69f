"""The sweep form, vn-cp-sweep: one visit, one to twenty children; longer lists are several sheets."""

from typing import Optional

from .code_lists import casework, circumstances, help, origins, people, safety, session, sweep
from .conditions import about, chose, everything, flag, never, says, something
from .definitions import Page, complete, head, network, order, reference
from .intake.facts import ALARMING
from .parts import COMMUNE, directory_entry
from .question import Question, code, number, part, question, rows, several, text
from .triage import DECREE, EMERGENCY, HELP_NOW, SAME_DAY, WITHIN_A_DAY, WITHIN_A_WEEK, WITHIN_THE_HOUR, rule
from .words import JSON, wording

WORDS: JSON = {
    "vi": {
        "title": "Phiếu rà soát trẻ em lao động, trẻ em lang thang",
        "introduction": "Mỗi phiếu ghi một lần đi rà soát, nhiều nhất 20 trẻ. Chỉ ghi điều thấy và điều trẻ tự nói. "
        "Trẻ gặp nguy hiểm thì lập thêm phiếu tiếp nhận và gọi 111.",
        "thanks": "Cảm ơn anh chị. Phiếu được chuyển đi ngay.",
    },
    "en": {
        "title": "Sweep for working and street children",
        "introduction": "One sheet is one visit, with at most 20 children. Write what is seen and what children say of "
        "themselves. For a child in danger make an intake report too, and call 111.",
        "thanks": "Thank you. This is passed on at once.",
    },
}

_CHILD: dict[str, JSON] = {
    "name": part(text(100, "name"), ("Tên gọi", "Name or nickname")),
    "birth_year": part(number(1990, 2200), ("Năm sinh", "Year of birth")),
    "age_est": part(number(0, 25), ("Khoảng mấy tuổi", "About how old")),
    "sex": part(code(people.SEX), ("Giới tính", "Sex")),
    "activity": part(code(sweep.ACTIVITY), ("Đang làm gì khi gặp", "What the child was doing")),
    "safe_now": part(code(safety.SAFE), ("Ngay bây giờ có an toàn không", "Safe right now")),
    "hurt_now": part(code(safety.YES_NO), ("Có bị thương, cần bác sĩ không", "Hurt, needs a doctor")),
    "signs": part(several(safety.SIGNS), ("Dấu hiệu quan sát được", "Signs seen")),
    "work_kind": part(code(circumstances.WORK_KIND), ("Loại công việc", "Kind of work")),
    "hours_per_day": part(number(0, 24, whole=False), ("Mấy giờ mỗi ngày", "Hours a day")),
    "days_per_week": part(number(0, 7), ("Mấy ngày mỗi tuần", "Days a week")),
    "night": part(code(safety.YES_NO), ("Có làm ban đêm không", "Work at night")),
    "dangers": part(several(circumstances.WORK_DANGER), ("Mối nguy", "Dangers")),
    "paid_to": part(code(circumstances.PAID_TO), ("Tiền công trả cho ai", "Who is paid")),
    "in_school": part(code(safety.YES_NO), ("Còn đi học không", "In school")),
    "living_with": part(code(people.LIVING), ("Đang sống với ai", "Lives with")),
    "home_commune": part(COMMUNE, ("Quê, xã, phường", "Home commune")),
    "needs": part(several(help.NEEDS), ("Cần giúp gì", "Needs")),
    "actions": part(several(sweep.ACTION), ("Đã làm gì", "What was done")),
    "services": part(several(help.SERVICES), ("Chuyển gửi", "Referrals")),
    "report_ref": part(text(64, "code"), ("Mã phiếu tiếp nhận riêng", "Reference of the intake report")),
    "note": part(text(500, "narrative"), ("Ghi chú", "Note")),
}


def _field(
    name: str, answer: JSON, section: str, sensitivity: str, label: tuple[str, str], shown: Optional[str] = None
) -> Question:
    """A question, which only staff are asked."""
    return question(name, answer, "- - auto" if shown == "" else "- - O", section, sensitivity, label, shown=shown)


VISIT: list[Question] = [
    _field("profile", code(sweep.STAFF_PROFILE), "facts", "N", ("Loại phiếu", "Form profile"), shown=""),
    _field(
        "intake_point",
        directory_entry("kind", session.NODE_KIND, ("Loại điểm", "Kind of point")),
        "facts",
        "N",
        ("Điểm tiếp nhận", "Intake point"),
        shown="",
    ),
    _field(
        "received_at",
        {"type": "string", "format": "date-time", "maxLength": 40},
        "facts",
        "N",
        ("Thời gian tiếp nhận", "Received at"),
        shown="",
    ),
    _field(
        "unit_version", text(40, "code"), "facts", "N", ("Phiên bản danh mục đơn vị", "Version of the units"), shown=""
    ),
    _field("lang", code(origins.LANGUAGE), "facts", "B", ("Ngôn ngữ", "Language"), shown=""),
    _field("programme", code(casework.PROGRAMME), "facts", "N", ("Chương trình", "Programme")),
    _field(
        "sweep_date",
        {"type": "string", "format": "date", "maxLength": 10},
        "facts",
        "N",
        ("Ngày rà soát", "Date of the sweep"),
    ),
    _field("place_type", code(circumstances.PLACE_TYPE), "place", "B", ("Loại nơi", "Kind of place")),
    _field("commune", COMMUNE, "place", "B", ("Xã, phường, đặc khu", "Commune")),
    _field("place_detail", text(300, "text"), "place", "S", ("Địa chỉ, mốc nhận biết", "Address, landmark")),
    _field("partners", several(sweep.PARTNER), "facts", "N", ("Đơn vị cùng tham gia", "Who took part")),
    _field("officer", text(100, "name"), "notes", "B", ("Người rà soát", "Officer")),
    _field("sheet", number(1, 500), "facts", "N", ("Tờ số", "Sheet number")),
]

FOUND: list[Question] = [
    _field(
        "children",
        rows(20, _CHILD, ["sex", "activity", "safe_now"], least=1),
        "identity",
        "S",
        ("Các trẻ em đã gặp", "The children who were met"),
    ),
    _field("narrative", text(4000, "narrative"), "facts", "S", ("Nhận xét chung", "Remarks")),
]

PAGES: list[Page] = [
    ("visit", wording(("Lần rà soát", "The visit")), VISIT),
    ("children", wording(("Trẻ em", "Children")), FOUND),
]


def _any(*conditions: JSON) -> JSON:
    """At least one child of the sheet fulfils all of these."""
    return about("children", {"contains": everything(*conditions)})


def _under(age: int) -> JSON:
    """The child is estimated to be under an age."""
    return about("age_est", {"exclusiveMaximum": age})


_TEXTS = ["/narrative", *(f"/children/{place}/note" for place in range(20))]
_DANGERS = [code for code in circumstances.WORK_DANGER.codes if code not in ("NONE", "UNK")]
_AT_WORK = something(
    says("activity", "WORKING", "VENDING", "BEGGING", "SCAVENGING"), about("work_kind", {"not": {"const": "HOUSEHOLD"}})
)

RULES: list[JSON] = [
    rule(
        "T01",
        _any(says("safe_now", "N")),
        "U1",
        ["STAFF", "111", "113", "COMMUNE"],
        ("Có trẻ đang không an toàn.", "A child is not safe now."),
        DECREE + "Điều 26, Điều 31",
        verified=True,
        deadlines=[EMERGENCY],
    ),
    rule(
        "T02",
        _any(says("hurt_now", "Y")),
        "U1",
        ["115", "COMMUNE"],
        ("Có trẻ bị thương cần bác sĩ ngay.", "A child is hurt and needs a doctor now."),
        DECREE + "Điều 31",
        verified=True,
        deadlines=[HELP_NOW],
    ),
    rule(
        "T08",
        _any(_under(6), chose("signs", ["ALONE"])),
        "U1",
        ["COMMUNE", "111"],
        ("Có trẻ dưới 6 tuổi ở một mình.", "A child under six is alone."),
        DECREE + "Điều 31",
        confidence="design",
        deadlines=[EMERGENCY],
    ),
    rule(
        "T12",
        _any(chose("signs", ["INJURY"])),
        "U2",
        ["COMMUNE"],
        ("Có trẻ mang vết thương.", "A child has an injury."),
        DECREE + "Điều 26",
        confidence="design",
        deadlines=[EMERGENCY],
    ),
    rule(
        "T15",
        something(_any(says("activity", "SLEEPING", "WANDERING")), _any(says("living_with", "STREET"))),
        "U2",
        ["COMMUNE", "CENTRE"],
        ("Có trẻ đang ở ngoài đường.", "A child lives on the street."),
        DECREE + "Điều 26",
        confidence="design",
        deadlines=[SAME_DAY],
    ),
    rule(
        "T16",
        something(
            _any(says("activity", "BEGGING")),
            _any(says("work_kind", "BEGGING", "NIGHTLIFE", "MINING")),
            _any(chose("dangers", _DANGERS), never(about("age_est", {"minimum": 18}))),
        ),
        "U2",
        ["COMMUNE", "LABOUR"],
        ("Có trẻ làm việc nguy hiểm hoặc ăn xin.", "A child does hazardous work or begs."),
        "BLLĐ 2019 Điều 143-147; ILO C182",
        deadlines=[WITHIN_A_DAY],
    ),
    rule(
        "T16-AGE",
        something(
            _any(_AT_WORK, _under(13)),
            _any(_AT_WORK, _under(15), about("hours_per_day", {"exclusiveMinimum": 4})),
            _any(_AT_WORK, _under(15), says("night", "Y")),
            _any(_AT_WORK, _under(18), about("hours_per_day", {"exclusiveMinimum": 8})),
        ),
        "U3",
        ["COMMUNE", "LABOUR"],
        (
            "Có trẻ làm việc khi chưa đủ tuổi, quá giờ hoặc ban đêm.",
            "A child works under age, for too many hours, or at night.",
        ),
        "BLLĐ 2019 Điều 143-147",
        deadlines=[WITHIN_A_DAY],
    ),
    rule(
        "T27",
        _any(says("safe_now", "UNK", "PNS")),
        "U3",
        ["COMMUNE"],
        ("Chưa rõ trẻ có an toàn không.", "It is not known whether a child is safe."),
        deadlines=[WITHIN_A_DAY],
    ),
    rule(
        "T21",
        something(
            _any(says("in_school", "N")),
            _any(about("needs", {"contains": {"not": {"const": "UNK"}}})),
            _any(about("services", {"minItems": 1})),
        ),
        "U5",
        ["CENTRE", "COMMUNE"],
        ("Trẻ và gia đình cần được hỗ trợ.", "The child and its family need support."),
        DECREE + "chương II",
        confidence="design",
        deadlines=[WITHIN_A_WEEK],
    ),
    rule(
        "T32",
        flag("words_alarm"),
        "U2",
        ["COUNSELLOR"],
        ("Lời ghi có từ đáng lo: cần người đọc ngay.", "Words in the text that worry: a person has to read it."),
        deadlines=[WITHIN_THE_HOUR],
        flags=["human_look"],
    ),
]


def form() -> JSON:
    """The whole form."""
    questions = [*VISIT, *FOUND]
    made = {
        **head("vn-cp-sweep", "1", "Sweep for working and street children: one to twenty of them a sheet.", WORDS),
        "properties": {entry.name: reference(entry) for entry in questions},
        "required": ["profile", "sweep_date", "place_type", "commune", "officer", "children"],
        "unevaluatedProperties": False,
        **order(PAGES),
        "x-tincay-compare": [
            {
                "id": "V18-future",
                "left": "/received_at",
                "op": "le",
                "now": True,
                "severity": "warning",
                "x-tincay-i18n": {
                    "vi": {"message": "Giờ tiếp nhận ở sau giờ hiện tại."},
                    "en": {"message": "The time of receipt lies in the future."},
                },
            }
        ],
        "x-tincay-derive": {
            "key": "derived",
            "words": {"words_alarm": {"in": _TEXTS, "any": ALARMING}},
        },
        "x-tincay-triage": RULES,
        **network([]),
    }
    return complete(made, {}, questions)
