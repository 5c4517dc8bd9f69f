"""What the intake form does not ask: the life of a report and of a case, and the official assessments."""

from ..code_list import Choice, CodeList, choice
from .safety import DESIGN

REPORT_STATUS = CodeList(
    "report-status",
    "Trạng thái phiếu tại điểm tiếp nhận",
    "Status of a report at an intake point",
    [
        choice("DRAFT", "Đang nhập", "Being entered", next=["SEALED", "ABANDONED"]),
        choice("SEALED", "Đã niêm", "Sealed", next=["QUEUED"]),
        choice("QUEUED", "Chờ gửi", "Waiting to be sent", next=["SENT"]),
        choice("SENT", "Đã gửi", "Sent", next=["ACKED"]),
        choice("ACKED", "Nơi nhận xác nhận", "Receipt confirmed", next=["PURGED"]),
        choice("PURGED", "Đã hủy khóa", "Key destroyed", next=[]),
        choice("ABANDONED", "Bỏ dở", "Abandoned", side=True),
        choice("AMENDED", "Có bản bổ sung", "Amended; the first is kept", side=True),
        choice("DUPLICATE_OF", "Trùng với phiếu khác", "Duplicate of another", side=True),
        choice("WITHDRAWN_BY_REPORTER", "Người báo rút", "Withdrawn; still kept when U1 to U3", side=True),
        choice("MISROUTED", "Chuyển nhầm nơi", "Sent to the wrong place", side=True),
    ],
    DESIGN,
)


def _next(codes: str) -> list[str]:
    """Where a case may go from a status."""
    return codes.split()


CASE_STATUS = CodeList(
    "case-status",
    "Trạng thái hồ sơ",
    "Status of a case",
    [
        choice(
            "OPEN",
            "Mới mở",
            "Open",
            primero="open",
            next=_next("ASSESSING PLAN_APPROVED IN_SUPPORT CLOSED TRANSFERRED DUPLICATE"),
        ),
        choice(
            "ASSESSING",
            "Đang đánh giá",
            "Being assessed",
            primero="open",
            next=_next("PLAN_APPROVED IN_SUPPORT CLOSED TRANSFERRED DUPLICATE"),
        ),
        choice(
            "PLAN_APPROVED",
            "Đã duyệt kế hoạch",
            "Plan approved",
            primero="open",
            next=_next("ASSESSING IN_SUPPORT REVIEW CLOSED TRANSFERRED DUPLICATE"),
        ),
        choice(
            "IN_SUPPORT",
            "Đang hỗ trợ, can thiệp",
            "In support",
            primero="open",
            next=_next("ASSESSING PLAN_APPROVED REVIEW CLOSED TRANSFERRED DUPLICATE"),
        ),
        choice(
            "REVIEW",
            "Rà soát, đánh giá",
            "In review",
            primero="open",
            next=_next("ASSESSING PLAN_APPROVED IN_SUPPORT CLOSED TRANSFERRED DUPLICATE"),
        ),
        choice("CLOSED", "Đã đóng", "Closed", primero="closed", next=_next("REOPENED")),
        choice(
            "REOPENED",
            "Mở lại",
            "Reopened",
            primero="open",
            next=_next("ASSESSING PLAN_APPROVED IN_SUPPORT REVIEW CLOSED TRANSFERRED DUPLICATE"),
        ),
        choice("TRANSFERRED", "Đã chuyển", "Transferred", primero="transferred", next=_next("REOPENED")),
        choice("DUPLICATE", "Trùng", "Duplicate", primero="duplicate", next=_next("REOPENED")),
    ],
    DESIGN,
)

VERIFICATION = CodeList(
    "verification",
    "Kết quả xác minh",
    "Result of verification",
    [
        choice("VERIFIED", "Có thật", "Verified"),
        choice("PARTLY", "Đúng một phần", "Partly"),
        choice("UNVERIFIED", "Chưa đủ thông tin", "Not enough information"),
        choice("PENDING", "Đang xác minh", "Pending"),
        choice("UNFOUNDED", "Không có", "Unfounded"),
        choice(
            "FALSE_KNOWING",
            "Báo sai có chủ ý",
            "Knowingly false",
            professional=True,
            note="Never shown to informants, least of all as a threat",
        ),
    ],
    DESIGN,
)

OUTCOME = CodeList(
    "outcome",
    "Kết quả khi đóng hồ sơ",
    "Outcome at closing",
    [
        choice("SAFE_HOME", "An toàn tại nhà", "Safe at home"),
        choice("SAFE_KIN", "An toàn với họ hàng", "Safe with kin"),
        choice("ALT_CARE", "Chăm sóc thay thế", "Alternative care"),
        choice("INSTITUTION", "Cơ sở trợ giúp xã hội", "Institution"),
        choice("REUNIFIED", "Đoàn tụ gia đình", "Reunified"),
        choice("SERVICE_DONE", "Đã hoàn tất dịch vụ", "Service completed"),
        choice("TRANSFERRED", "Chuyển nơi khác", "Transferred"),
        choice("MOVED_AWAY", "Đã chuyển đi", "Moved away"),
        choice("AGED_OUT", "Quá tuổi", "Too old", note="At 16 by the Law on Children, at 18 in other laws"),
        choice("REFUSED", "Từ chối hỗ trợ", "Refused"),
        choice("LOST_CONTACT", "Mất liên lạc", "Lost contact"),
        choice("UNFOUNDED", "Không có vụ việc", "Unfounded"),
        choice("DECEASED", "Đã mất", "Deceased"),
        choice("OTH", "Khác", "Other"),
    ],
    DESIGN,
)

M01_CLASS = CodeList(
    "m01-class",
    "Phân loại theo Mẫu số 01",
    "Class on Mẫu số 01",
    [
        choice("ABUSED", "Trẻ em bị xâm hại", "Abused"),
        choice("RISK_VIOLENCE", "Trẻ em có nguy cơ bị bạo lực", "At risk of violence"),
        choice("EXPLOITED", "Trẻ em có nguy cơ bị bóc lột", "At risk of exploitation"),
        choice("ABANDONED", "Trẻ em có nguy cơ bị bỏ rơi", "At risk of abandonment"),
        choice("SPECIAL", "Trẻ em có hoàn cảnh đặc biệt", "In special circumstances"),
    ],
    "NĐ 56/2017/NĐ-CP, Mẫu số 01",
    verified=True,
)

RATING = CodeList(
    "m02-rating",
    "Mức đánh giá",
    "Rating of the official assessments",
    [
        choice("CAO", "Cao", "High"),
        choice("TB", "Trung bình", "Medium"),
        choice("THAP", "Thấp", "Low"),
    ],
    "NĐ 56/2017/NĐ-CP, Mẫu số 02; wording from memory and from one code base",
    confidence="medium",
)

PROTECTION_LEVEL = CodeList(
    "protection-level",
    "Cấp độ bảo vệ",
    "Levels of protection",
    [
        choice("1", "Phòng ngừa", "Prevention", law="Luật Trẻ em, Điều 48"),
        choice("2", "Hỗ trợ", "Support", law="Luật Trẻ em, Điều 49"),
        choice("3", "Can thiệp", "Intervention", law="Luật Trẻ em, Điều 50"),
    ],
    "Luật Trẻ em 102/2016/QH13, Điều 48-50",
    confidence="high",
)

PROGRAMME = CodeList(
    "programme",
    "Chương trình",
    "Programmes of the provincial plan",
    [
        choice("PRG-VAC", "Phòng, chống bạo lực, xâm hại trẻ em", "Violence and abuse"),
        choice("PRG-INJ", "Phòng, chống tai nạn, thương tích", "Injury prevention"),
        choice("PRG-LAB", "Lao động trẻ em, trẻ em lang thang", "Child labour, street children"),
        choice("PRG-DIS", "Trẻ em khuyết tật", "Children with disability"),
        choice("PRG-ECD", "Những năm đầu đời", "Early childhood"),
        choice("PRG-EM", "Dân tộc thiểu số, hộ nghèo, cận nghèo", "Ethnic minorities, poor households"),
        choice("PRG-PART", "Quyền tham gia của trẻ em", "Participation"),
        choice("PRG-CFC", "Xã, phường phù hợp với trẻ em", "Child-friendly communes"),
        choice("PRG-MON", "Kiểm tra, giám sát, thống kê", "Monitoring, statistics"),
    ],
    "Plan of Bà Rịa - Vũng Tàu for 2024; the codes are proposals",
)


def _deadline(code: str, vi: str, en: str, source: str, most: str, verified: bool, **facts: object) -> Choice:
    """A kind of deadline with its longest time."""
    facts = {"max": most, "source": source, "verified": verified, **facts}
    return Choice(code, vi, en, facts=facts)


_DECREE = "NĐ 56/2017/NĐ-CP, "

DEADLINE = CodeList(
    "deadline-kind",
    "Loại thời hạn",
    "Kinds of deadlines",
    [
        _deadline("FORWARD", "Chuyển thông tin", "Pass on", _DECREE + "Điều 26 khoản 1", "PT0S", True, alarm="PT15M"),
        _deadline(
            "EMERGENCY_MEASURES",
            "Biện pháp bảo vệ khẩn cấp",
            "Emergency measures",
            _DECREE + "Điều 26 khoản 3, Điều 31 khoản 1",
            "PT12H",
            True,
        ),
        _deadline(
            "NO_CONTACT_DECISION",
            "Quyết định cấm tiếp xúc",
            "Decision on no contact",
            "Luật 13/2022/QH15, Điều 25",
            "PT12H",
            True,
            start="request",
        ),
        _deadline("FIRST_CONTACT", "Liên hệ đầu tiên", "First contact", DESIGN, "PT24H", False),
        _deadline("SAME_DAY", "Trong ngày", "Same day", DESIGN, "PT12H", False),
        _deadline(
            "PLAN", "Kế hoạch hỗ trợ, can thiệp", "Plan", _DECREE + "Điều 28 khoản 1", "P5D", True, working_days=True
        ),
        _deadline(
            "APPROVAL",
            "Duyệt kế hoạch",
            "Approval of the plan",
            "Procedure of a provincial portal",
            "P7D",
            True,
            working_days=True,
        ),
        _deadline(
            "SEPARATION_END",
            "Hết cách ly tạm thời",
            "End of temporary separation",
            _DECREE + "Điều 32",
            "P15D",
            True,
            start="decision",
        ),
        _deadline(
            "NO_CONTACT_END",
            "Hết cấm tiếp xúc",
            "End of no contact",
            "Luật 13/2022/QH15, Điều 25",
            "P3D",
            True,
            start="decision",
        ),
        _deadline(
            "SHELTER_HEALTH_END",
            "Hết tạm lánh tại cơ sở y tế",
            "End of shelter in a health facility",
            "Luật 13/2022/QH15, Điều 37 khoản 2",
            "P1D",
            False,
            start="placement",
        ),
        _deadline(
            "BREACH_NOTICE",
            "Thông báo lộ dữ liệu",
            "Notice of a data breach",
            "Luật 91/2025/QH15, Điều 23",
            "PT72H",
            False,
            start="detection",
        ),
        _deadline("MED_WINDOW_HIV", "Dự phòng HIV", "HIV prophylaxis", "WHO 2017", "PT72H", False, start="incident"),
        _deadline(
            "MED_WINDOW_EC",
            "Tránh thai khẩn cấp",
            "Emergency contraception",
            "WHO 2017",
            "PT120H",
            False,
            start="incident",
        ),
    ],
    "NĐ 56/2017/NĐ-CP and the sources of each",
    facts={"columns": {"max": "Longest time", "start": "What the time runs from, when not the receipt of the report"}},
)

OPINION = CodeList(
    "opinion-kind",
    "Loại ý kiến",
    "Kinds of opinions",
    [
        choice(
            "P1",
            "Ý kiến, nguyện vọng",
            "Opinion, wish",
            ("Em có ý kiến, mong muốn", "I have an idea or a wish"),
            "speech",
        ),
        choice(
            "P2",
            "Phản ánh về dịch vụ",
            "Complaint about a service",
            ("Có nơi giúp trẻ em làm em không vui", "A place for children did not treat me well"),
            "uneasy",
        ),
        choice(
            "P3", "Hỏi về quyền", "Question on rights", ("Em muốn hỏi về quyền của em", "I have a question"), "question"
        ),
    ],
    "Luật Trẻ em 102/2016/QH13, Điều 74-79",
    confidence="high",
)

TOPIC = CodeList(
    "opinion-topic",
    "Chủ đề góp ý",
    "Topics of opinions",
    [
        choice("SCHOOL", "Trường học", "School", ("Trường, lớp", "School"), "school"),
        choice("FAMILY", "Gia đình", "Family", ("Gia đình", "Family"), "house"),
        choice("PLAY", "Vui chơi, thể thao", "Play, sport", ("Chỗ chơi", "Places to play"), "ball"),
        choice("HEALTH", "Sức khỏe", "Health", ("Sức khỏe", "Health"), "bandage"),
        choice("SAFETY", "An toàn, giao thông", "Safety, traffic", ("An toàn, đi đường", "Safety, roads"), "warning"),
        choice("INTERNET", "Mạng Internet", "Internet", ("Trên mạng", "Online"), "phone-screen"),
        choice("ENVIRONMENT", "Môi trường", "Environment", ("Cây xanh, rác", "Trees, waste"), "tree"),
        choice("CLUB", "Câu lạc bộ, diễn đàn", "Clubs, forum", ("Câu lạc bộ, diễn đàn", "Clubs, forum"), "friends"),
        choice("OTH", "Khác", "Other", ("Chuyện khác", "Something else"), "dots"),
    ],
    DESIGN,
    verified=False,
    confidence="design",
)

LISTS = [
    REPORT_STATUS,
    CASE_STATUS,
    VERIFICATION,
    OUTCOME,
    M01_CLASS,
    RATING,
    PROTECTION_LEVEL,
    PROGRAMME,
    DEADLINE,
    OPINION,
    TOPIC,
]
