"""Who gets a report, numbers to call, the calendar: data with a source, which a deployment replaces."""

from typing import Optional

from .code_lists.safety import URGENCY
from .conditions import concerns, everything, flag, member, says
from .words import JSON, labelled, wording


def _destination(code: str, vi: str, en: str) -> JSON:
    """Somebody who gets reports."""
    return {"code": code, "x-tincay-i18n": labelled(vi, en)}


DESTINATIONS: list[JSON] = [
    _destination("STAFF", "Người trực tại chỗ", "Staff on the spot"),
    _destination("111", "Tổng đài 111", "Hotline 111"),
    _destination("113", "Công an 113", "Police 113"),
    _destination("115", "Cấp cứu 115", "Ambulance 115"),
    _destination("COMMUNE", "UBND cấp xã nơi xảy ra vụ việc", "Commune People's Committee of the place"),
    _destination("POLICE", "Công an", "Police"),
    _destination("HEALTH", "Cơ sở y tế", "Health facility"),
    _destination("SCHOOL", "Điểm tư vấn trong trường học", "School counselling point"),
    _destination("CENTRE", "Trung tâm công tác xã hội, bảo trợ trẻ em", "Social work and child protection centre"),
    _destination("COUNSELLOR", "Cán bộ tư vấn", "Counsellor"),
    _destination("PROVINCE", "Cấp tỉnh", "Province level"),
    _destination("LABOUR", "Thanh tra lao động", "Labour inspection"),
    _destination("FAMILY", "Gia đình, người chăm sóc", "Family, carer"),
]


def _hotline(
    number: str, vi: str, en: str, source: str, child: Optional[tuple[str, str]] = None, **facts: object
) -> JSON:
    """A number to call."""
    made: JSON = {
        "number": number,
        "x-tincay-i18n": wording((vi, en), child=child),
        "verified": None,
        "valid_from": None,
        "source": source,
    }
    return {**made, **facts}


HOTLINES: list[JSON] = [
    _hotline(
        "111",
        "Tổng đài điện thoại quốc gia bảo vệ trẻ em, 24 giờ, miễn phí",
        "National child protection hotline, day and night, free",
        "NĐ 56/2017/NĐ-CP, Điều 22",
        ("Gọi 111: luôn có người nghe, không mất tiền", "Call 111: somebody always listens, it is free"),
        verified="2026-10-05",
        valid_from="2017-12-06",
        always=True,
    ),
    _hotline("113", "Công an", "Police", "general knowledge", confidence="high", urgencies=["U1", "U2"]),
    _hotline("115", "Cấp cứu y tế", "Ambulance", "general knowledge", confidence="high", urgencies=["U1", "U2"]),
    _hotline("114", "Cứu hỏa, cứu nạn", "Fire and rescue", "general knowledge", confidence="high"),
    _hotline(
        "1900545559",
        "Trung tâm công tác xã hội trẻ em TP. Hồ Chí Minh",
        "Child social work centre, Ho Chi Minh City",
        "newspaper, 2023; not shown until it is verified",
        confidence="low",
    ),
    _hotline(
        "18009069",
        "Hội bảo vệ quyền trẻ em TP. Hồ Chí Minh",
        "Child rights association, Ho Chi Minh City",
        "newspaper, 2023; not shown until it is verified",
        confidence="low",
    ),
]

URGENCIES: list[JSON] = [
    {
        "urgency": choice.code,
        "x-tincay-i18n": labelled(choice.vi, choice.en),
        "first_action": choice.facts.get("first_action"),
        "source": "design proposal",
        "verified": False,
        "confidence": "design",
    }
    for choice in URGENCY.choices
]

_CODE = "BLLĐ 45/2019/QH14, Điều 112"


def _holiday(date: str, name: str, note: Optional[str] = None) -> JSON:
    """A day off; none has been checked against the announcement of its year yet."""
    made: JSON = {"date": date, "name": name, "source": _CODE, "verified": None}
    return {**made, "note": note} if note else made


def _undecided(date: str, name: str, source: str = _CODE) -> JSON:
    """A day that may be off, as somebody still has to decide or to read."""
    return {"date": date, "name": name, "source": source, "verified": None}


_MADE_UP = "Saturday or Sunday made up for on the next working day, Điều 111 khoản 3"
_EVERY_CHOICE = "Off whichever five days around the new year, 2027-02-06, are chosen"

CALENDAR: JSON = {
    "$comment": "Holidays are the days that the Labour Code leaves no choice about, those of the lunar calendar worked "
    "out for the time of Viet Nam. Days that hang on a decision are undecided: they count as working days, so that a "
    "deadline is rather early than late. Put them among the holidays once the decision has been read.",
    "id": "vn-public-holidays",
    "version": "2026-11-27",
    "from": "2026-09-05",
    "until": "2027-12-31",
    "holidays": [
        _holiday("2027-01-01", "Tết Dương lịch"),
        _holiday("2027-02-08", "Tết Nguyên đán", _EVERY_CHOICE),
        _holiday("2027-02-09", "Tết Nguyên đán", _EVERY_CHOICE),
        _holiday("2027-04-16", "Giỗ Tổ Hùng Vương (10 tháng 3 âm lịch)"),
        _holiday("2027-04-30", "Ngày Chiến thắng"),
        _holiday("2027-05-03", "Nghỉ bù Ngày Quốc tế lao động", _MADE_UP),
        _holiday("2027-09-02", "Quốc khánh"),
    ],
    "undecided": [
        _undecided("2026-11-24", "Ngày Văn hóa Việt Nam", "Nghị quyết 80-NQ/TW; Nghị quyết 30/NQ-CP 2026"),
        *(_undecided(f"2027-02-{day}", "Tết Nguyên đán") for day in ("03", "04", "05", "10", "11", "12")),
        _undecided("2027-09-01", "Quốc khánh, ngày liền kề"),
        _undecided("2027-09-03", "Quốc khánh, ngày liền kề"),
        _undecided("2027-11-24", "Ngày Văn hóa Việt Nam", "Nghị quyết 80-NQ/TW; Nghị quyết 30/NQ-CP 2026"),
    ],
}
"""Days that do not count as working days."""


def _route(
    name: str, when: JSON, remove: list[str], add: list[str], vi: str, en: str, fallback: Optional[list[str]] = None
) -> JSON:
    """Who must not get a report after all, and who gets it instead."""
    made: JSON = {"id": name, "when": when, "remove": remove}
    if add:
        made["add"] = add
    if fallback:
        made["fallback"] = fallback
    return {**made, "x-tincay-i18n": {"vi": {"reason": vi}, "en": {"reason": en}}}


def _conflict_at(kind: str, remove: list[str], add: list[str]) -> JSON:
    """A conflict of interest at a kind of point that is a destination itself."""
    when = everything(flag("conflict_of_interest"), member("intake_point", "kind", kind))
    return _route(
        f"T31-{kind[5:]}",
        when,
        remove,
        add,
        "Người bị phản ánh thuộc chính nơi nhận: chuyển nơi khác.",
        "The person works where the report would go: another body gets it.",
    )


ROUTES: list[JSON] = [
    _route(
        "T05",
        flag("harm_by_carer"),
        ["FAMILY"],
        [],
        "Không báo cho gia đình.",
        "The family is not told.",
    ),
    _route(
        "T31",
        flag("conflict_of_interest"),
        ["STAFF", "COUNSELLOR"],
        ["PROVINCE"],
        "Người bị phản ánh thuộc chính điểm này: không chuyển cho điểm này.",
        "The person works at this very point: the point does not get it.",
        ["111", "COMMUNE"],
    ),
    _conflict_at("NODE-CENTER", ["CENTRE"], ["PROVINCE"]),
    _conflict_at("NODE-SCHOOL", ["SCHOOL"], ["COMMUNE"]),
    _conflict_at("NODE-COMMUNE", ["COMMUNE"], ["PROVINCE", "111"]),
    _conflict_at("NODE-POLICE", ["POLICE"], ["PROVINCE", "111"]),
    _conflict_at("NODE-HEALTH", ["HEALTH"], ["PROVINCE"]),
    _conflict_at("NODE-111", ["111"], ["PROVINCE", "COMMUNE"]),
    _conflict_at("NODE-PROVINCE", ["PROVINCE"], ["111"]),
    _route(
        "T31-TEACHER",
        says("poc_relation", "TEACHER"),
        ["SCHOOL"],
        ["COMMUNE"],
        "Người của trường bị phản ánh: không chuyển cho trường.",
        "School staff are concerned: not to the school.",
    ),
    _route(
        "T25",
        concerns("P2"),
        ["STAFF", "COUNSELLOR"],
        ["PROVINCE"],
        "Phản ánh về dịch vụ: không chuyển qua chính điểm này.",
        "A complaint about a service: not through this point.",
    ),
]
