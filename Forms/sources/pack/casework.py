"""How a desk works a case: steps with their deadlines, how long cases are kept, Mẫu số 01, and what tells two alike.

Everything here is data with a source and a validity. What nobody has read in the official text is not `verified`.
"""

from typing import Any, Optional

from .code_list import Choice, CodeList
from .code_lists.help import SERVICES
from .code_lists.session import LEGAL_BASIS
from .words import JSON

DECREE = "NĐ 56/2017/NĐ-CP"
DESIGN = "design proposal"
IN_FORCE = "2017-07-01"


def _deadline(
    most: Optional[str],
    source: str,
    verified: Optional[bool],
    urgency: Optional[list[str]] = None,
    since: str = IN_FORCE,
    **facts: Any,
) -> JSON:
    """A deadline of a step: the most that the law gives, and from when on it does."""
    deadline: JSON = {
        "statutory_max": most,
        "source": source,
        "verified": verified,
        "valid_from": since,
        "valid_to": None,
    }
    return {**deadline, "urgency": urgency, **facts} if urgency else {**deadline, **facts}


def _step(code: str, vi: str, en: str, forms: list[str], *deadlines: JSON, **facts: Any) -> JSON:
    """A step of the procedure."""
    return {"step": code, "vi": vi, "en": en, "forms": forms, **facts, "deadlines": list(deadlines)}


STEPS = [
    _step(
        "1",
        "Tiếp nhận, ghi chép",
        "Receive and record",
        ["M01"],
        _deadline("PT0S", f"{DECREE}, Điều 25 khoản 1", True),
        done_by="filed",
    ),
    _step(
        "2",
        "Chuyển thông tin cho UBND cấp xã nơi xảy ra vụ việc",
        "Pass on to the commune of the incident",
        ["M01"],
        _deadline("PT0S", f"{DECREE}, Điều 26 khoản 1", True, ["U1", "U2", "U3"]),
    ),
    _step("3", "Kiểm tra tính xác thực, mức độ an toàn, nguy cơ", "Check authenticity, safety, risk", []),
    _step(
        "4",
        "Đánh giá nguy cơ ban đầu",
        "First risk assessment",
        ["M02"],
        _deadline("PT12H", f"{DECREE}, Điều 26 khoản 2", True, ["U1", "U2"]),
    ),
    _step(
        "5",
        "Biện pháp can thiệp khẩn cấp hoặc tạm thời cách ly",
        "Emergency measures or temporary separation",
        ["M07"],
        _deadline("PT12H", f"{DECREE}, Điều 26 khoản 3, Điều 31 khoản 1", True, ["U1", "U2"]),
    ),
    _step(
        "5b",
        "Hết thời hạn cách ly tạm thời",
        "End of the temporary separation",
        [],
        _deadline("P15D", f"{DECREE}, Điều 32", True, after={"step": "5", "form": "M07"}),
    ),
    _step("6", "Đánh giá nguy cơ cụ thể, xác định nhu cầu", "Detailed assessment, meeting on needs", ["M03"]),
    _step(
        "7",
        "Kế hoạch hỗ trợ, can thiệp",
        "Plan of support and intervention",
        ["M04", "M05"],
        _deadline("P5D", f"{DECREE}, Điều 28 khoản 1", True, ["U1", "U2", "U3", "U4"], working_days=True),
    ),
    _step("8", "Thực hiện kế hoạch", "Carry out the plan", []),
    _step("9", "Rà soát, đánh giá", "Review", ["M06"]),
    _step("10", "Kết thúc hoặc xây dựng lại kế hoạch", "Close, or go back to the plan", []),
]


def _kept(code: str, vi: str, en: str, period: str, when: JSON, source: str) -> JSON:
    """A class of cases and how long they are kept after the work on them has ended."""
    made: JSON = {"class": code, "vi": vi, "en": en, "when": when, "period": period, "source": source}
    return {**made, "verified": False, "valid_from": None, "valid_to": None}


_NO_PERIOD = f"{DESIGN}; no period in {DECREE}, and the law on archives was not read"

RETENTION = [
    _kept("DUPLICATE", "Hồ sơ trùng", "Duplicates", "P1Y", {"status": ["DUPLICATE"]}, _NO_PERIOD),
    _kept("TRANSFERRED", "Hồ sơ đã chuyển", "Transferred", "P1Y", {"status": ["TRANSFERRED"]}, _NO_PERIOD),
    _kept(
        "NO_CASE",
        "Không có vụ việc",
        "Nothing had happened",
        "P1Y",
        {"status": ["CLOSED"], "outcome": ["UNFOUNDED"]},
        _NO_PERIOD,
    ),
    _kept(
        "INFORMATION",
        "Thông tin, góp ý",
        "Information, opinions",
        "P1Y",
        {"status": ["CLOSED"], "urgency": ["U0"]},
        _NO_PERIOD,
    ),
    _kept("CASE", "Hồ sơ đã đóng", "Closed cases", "P5Y", {"status": ["CLOSED"]}, _NO_PERIOD),
]


def _row(field: str, part: Optional[str], vi: str, en: str, *pointers: str, **facts: Any) -> JSON:
    """A line of the official form and where its content stands in a report."""
    row: JSON = {"field": field}
    if part:
        row["part"] = part
    return {**row, "vi": vi, "en": en, "from": list(pointers), **facts}


def _labels(**labels: tuple[str, str]) -> JSON:
    """What codes are called on the official form."""
    return {code: {"vi": vi, "en": en} for code, (vi, en) in labels.items()}


_CHANNELS = _labels(
    PHONE=("Điện thoại", "Telephone"),
    INPERSON=("Gặp trực tiếp", "In person"),
    THIRDPARTY=("Người khác báo", "Told by another"),
)
_CHANNEL_OF = {
    "KIOSK_SELF": "INPERSON",
    "KIOSK_ASSISTED": "INPERSON",
    "COUNTER": "INPERSON",
    "OUTREACH": "INPERSON",
    "LETTERBOX": "THIRDPARTY",
    "REFERRAL_IN": "THIRDPARTY",
    "ONLINE": "THIRDPARTY",
    "HOTLINE": "PHONE",
}
_CLASSES = _labels(
    ABUSED=("bị xâm hại", "abused"),
    RISK_VIOLENCE=("có nguy cơ bị bạo lực", "at risk of violence"),
    EXPLOITED=("có nguy cơ bị bóc lột", "at risk of exploitation"),
    ABANDONED=("có nguy cơ bị bỏ rơi", "at risk of abandonment"),
    SPECIAL=("có hoàn cảnh đặc biệt", "in special circumstances"),
)
_SEXES = _labels(M=("Nam", "Male"), F=("Nữ", "Female"), U=("Không biết", "Not known"))
_CONSENT = {"unless": {"pointer": "/anonymous", "is": True}}

M01 = {
    "form": "M01",
    "vi": "Mẫu số 01: Báo cáo tiếp nhận thông tin trẻ em",
    "en": "Mẫu số 01: report on information received about a child",
    "source": f"{DECREE}, phụ lục, Mẫu số 01",
    "verified": None,
    "confidence": "high",
    "answers_of": "vn-cp-intake",
    "rows": [
        _row("h1", None, "Tên cơ quan tiếp nhận thông tin", "Receiving body", "/receiving_body/name"),
        _row("h2", None, "Số báo cáo", "Number of the report"),
        _row("h3", "place", "Địa danh", "Place", "/intake_point/name"),
        _row("h3", "date", "Ngày, tháng, năm", "Date", taken="received_date"),
        _row("h4", None, "Trẻ em", "The child is", "/m01_class", labels=_CLASSES),
        _row("h4", "concerns", "Vấn đề được kể", "Concerns that were told", "/concerns"),
        _row("h4", "main", "Vấn đề chính", "Main concern", "/concern_main"),
        _row("h4", "special", "Nhóm hoàn cảnh đặc biệt", "Groups of special circumstances", "/csg"),
        _row("A1a", None, "Thông qua", "Through", "/channel", values=_CHANNEL_OF, labels=_CHANNELS),
        _row("A1a", "informant", "Người báo là ai", "Kind of informant", "/reporter_kind"),
        _row("A1b", None, "Thời gian, ngày", "Hour and date of receipt", taken="received"),
        _row("A2a", None, "Họ và tên trẻ em", "Name of the child", "/child_name"),
        _row("A2b", "birth", "Ngày tháng năm sinh", "Date of birth", "/child_birth"),
        _row("A2b", "age", "Hoặc ước lượng tuổi", "Or estimated age", "/child_age_est"),
        _row("A2c", None, "Giới tính", "Sex", "/child_sex", labels=_SEXES),
        _row("A2d", "detail", "Địa điểm xảy ra vụ việc", "Place of the incident", "/incident_detail"),
        _row("A2d", "commune", "Xã, phường, đặc khu", "Commune", "/incident_commune"),
        _row("A2d", "type", "Loại địa điểm", "Kind of place", "/incident_place_type"),
        _row("A2d", "now", "Nơi đang có nguy hiểm", "Where the danger is now", "/danger_place_now"),
        _row("A2e", "safe", "Hiện có an toàn không", "Safe at present", "/safe_now", confidence="high"),
        _row("A2e", "hurt", "Có bị thương, cần y tế không", "Hurt at present", "/hurt_now", confidence="high"),
        _row("A2e", "told", "Tình trạng hiện tại của trẻ em", "Present condition", "/narrative", confidence="high"),
        _row("A2e", "signs", "Dấu hiệu quan sát được", "Observed signs", "/observed_signs", confidence="high"),
        _row(
            "A2f",
            None,
            "Phỏng đoán hậu quả có thể xảy ra nếu không được hỗ trợ, can thiệp",
            "Likely consequence without help",
            "/likely_consequence",
        ),
        _row("A2g", "name", "Họ tên cha", "Name of the father", "/father/name"),
        _row("A2g", "age", "Tuổi của cha", "Age of the father", "/father/age"),
        _row("A2g", "job", "Nghề nghiệp của cha", "Occupation of the father", "/father/job"),
        _row("A2h", "name", "Họ tên mẹ", "Name of the mother", "/mother/name"),
        _row("A2h", "age", "Tuổi của mẹ", "Age of the mother", "/mother/age"),
        _row("A2h", "job", "Nghề nghiệp của mẹ", "Occupation of the mother", "/mother/job"),
        _row("A2i", None, "Hoàn cảnh gia đình", "Family situation", "/family_situation"),
        _row("A2k", None, "Hiện ai là người chăm sóc trẻ em", "Current carer", "/carer/text"),
        _row("A2k", "kind", "Trẻ đang sống với", "Lives with", "/carer/kind", "/living_with"),
        _row(
            "A2l",
            None,
            "Những hành động hỗ trợ, can thiệp đã thực hiện trước khi nhận thông tin",
            "What was done before",
            "/prior_actions",
        ),
        _row("A2l", "kinds", "Loại hành động", "Kinds of actions", "/prior_action_kinds"),
        _row("A3", "name", "Họ tên người cung cấp thông tin", "Name of the informant", "/reporter_name", **_CONSENT),
        _row(
            "A3",
            "phone",
            "Số điện thoại",
            "Telephone",
            "/reporter_phone_typed",
            "/reporter_phone",
            **_CONSENT,
        ),
        _row("A3", "address", "Địa chỉ", "Address", "/reporter_addr", **_CONSENT),
        _row("A3", "way", "Cách liên hệ an toàn", "Safe way of contact", "/contact_way", **_CONSENT),
        _row("A3", "contact", "Liên hệ", "Contact", "/contact_detail_typed", "/contact_detail", **_CONSENT),
        _row("A3", "note", "Ghi chú thêm", "Further note"),
        _row("f1", None, "Cán bộ tiếp nhận", "Officer", "/officer"),
    ],
}

ALIKE = {
    "source": DESIGN,
    "verified": False,
    "child": {
        "name": ["/child_name"],
        "birth": ["/child_birth"],
        "age": ["/child_age_est"],
        "sex": ["/child_sex"],
        "commune": ["/child_commune"],
        "number": ["/child_id"],
    },
    "accused": {"name": ["/poc_text"], "relation": ["/poc_relation"]},
    "place": ["/incident_commune"],
    "phone": ["/contact_detail", "/reporter_phone"],
}


def _in_force(codes: list[str], code_list: CodeList, facts: Optional[JSON] = None) -> JSON:
    """Codes that a referral may name, by whose word and from when until when."""
    known = facts or {}
    return {
        "codes": codes,
        "source": known.get("source", code_list.source),
        "verified": code_list.verified,
        "valid_from": known.get("valid_from"),
        "valid_to": known.get("valid_to"),
    }


def _basis(basis: Choice) -> JSON:
    """A legal basis, each of which has a source of its own."""
    return _in_force([basis.code], LEGAL_BASIS, basis.facts)


REFERRAL = {
    "purposes": [_in_force(SERVICES.codes, SERVICES)],
    "legal_bases": [_basis(basis) for basis in LEGAL_BASIS.choices],
}


def rules() -> JSON:
    """The whole document."""
    return {
        "id": "vn-cp-casework",
        "version": "1",
        "steps": STEPS,
        "retention": RETENTION,
        "referral": REFERRAL,
        "exports": [M01],
        "alike": ALIKE,
    }
