"""Answers about safety, and how urgent a report is."""

from ..code_list import UNKNOWN, UNSAID, CodeList, choice

DESIGN = "design proposal"

YES_NO = CodeList(
    "yes-no",
    "Có, không",
    "Yes and no",
    [
        choice("Y", "Có", "Yes", ("Có", "Yes"), "yes"),
        choice("N", "Không", "No", ("Không", "No"), "no"),
        UNKNOWN,
        UNSAID,
    ],
    DESIGN,
)

SAFE = CodeList(
    "safe",
    "An toàn",
    "Safe or not",
    [
        choice("Y", "An toàn", "Safe", ("Có, em an toàn", "Yes, I am safe"), "umbrella"),
        choice("N", "Không an toàn", "Not safe", ("Không, em không an toàn", "No, I am not safe"), "storm"),
        UNKNOWN,
        UNSAID,
    ],
    DESIGN,
)

RECENCY = CodeList(
    "recency",
    "Xảy ra khi nào",
    "How long ago",
    [
        choice("NOW", "Đang xảy ra", "Happening now", ("Đang xảy ra, hoặc vẫn còn", "Now, or it still happens")),
        choice("H24", "Trong 24 giờ qua", "Within 24 hours", ("Hôm nay hoặc hôm qua", "Today or yesterday")),
        choice("H72", "Trong 3 ngày qua", "Within 3 days", ("Mấy hôm nay", "These last days")),
        choice("D5", "Trong 5 ngày qua", "Within 5 days", ("Trong 5 ngày qua", "Within 5 days"), hours=120),
        choice("W2", "Trong 2 tuần qua", "Within two weeks", ("Trong 2 tuần qua", "Within two weeks")),
        choice("M3", "Trong 3 tháng qua", "Within three months", ("Trong 3 tháng qua", "Within three months")),
        choice("Y1", "Trong 1 năm qua", "Within a year", ("Trong 1 năm qua", "Within a year")),
        choice("OLDER", "Lâu hơn", "Longer ago", ("Lâu rồi", "Long ago")),
        UNKNOWN,
        UNSAID,
    ],
    DESIGN,
)

FREQUENCY = CodeList(
    "frequency",
    "Mức độ lặp lại",
    "How often",
    [
        choice("ONCE", "Một lần", "Once", ("Một lần", "Once")),
        choice("SEVERAL", "Vài lần", "Several times", ("Vài lần", "A few times")),
        choice("OFTEN", "Thường xuyên", "Often", ("Hay xảy ra", "Often")),
        choice("ONGOING", "Đang diễn ra liên tục", "Ongoing", ("Vẫn đang xảy ra", "It goes on")),
        UNKNOWN,
        UNSAID,
    ],
    DESIGN,
)

SELF_HARM = CodeList(
    "self-harm",
    "Làm đau bản thân",
    "Self-harm",
    [
        choice("N", "Không", "No", ("Không", "No")),
        choice("THOUGHTS", "Có nghĩ đến", "Thoughts", ("Có, em có nghĩ", "Yes, I think of it")),
        choice(
            "PLAN_OR_ACT",
            "Có ý định rõ hoặc đã làm",
            "A plan, or an act",
            ("Em đã làm, hoặc sắp làm", "I have done it, or am about to"),
        ),
        UNKNOWN,
        UNSAID,
    ],
    DESIGN,
)

SIGNS = CodeList(
    "signs",
    "Dấu hiệu quan sát được",
    "Signs seen",
    [
        choice("INJURY", "Vết thương", "Injury"),
        choice("FEAR", "Sợ hãi", "Fear"),
        choice("HUNGER", "Đói", "Hunger"),
        choice("DIRTY", "Nhếch nhác, bẩn", "Unkempt"),
        choice("TIRED", "Mệt lả", "Exhausted"),
        choice("WITHDRAWN", "Thu mình", "Withdrawn"),
        choice("ABSENT_SCHOOL", "Vắng học", "Absent from school"),
        choice("WORKING", "Phải làm việc", "Working"),
        choice("ALONE", "Ở một mình, không ai trông", "Alone, nobody watching"),
        choice("OTHER", "Khác", "Other"),
        choice("NONE", "Không thấy dấu hiệu", "None seen"),
    ],
    DESIGN,
)

INJURY_SEVERITY = CodeList(
    "injury-severity",
    "Mức độ tai nạn",
    "Severity of an injury",
    [
        choice("NONE", "Không ai bị thương", "Nobody hurt"),
        choice("MINOR", "Nhẹ", "Minor"),
        choice("MEDICAL", "Cần khám", "Needs medical care"),
        choice("HOSPITAL", "Phải vào bệnh viện", "Hospital"),
        choice("DEATH", "Tử vong", "Death"),
        UNKNOWN,
    ],
    DESIGN,
)

URGENCY = CodeList(
    "urgency",
    "Mức độ khẩn cấp",
    "Urgency",
    [
        choice(
            "U1",
            "Nguy hiểm ngay lập tức",
            "Immediate danger",
            first_action="PT15M",
            clock="Emergency measures within 12 hours (NĐ 56/2017/NĐ-CP, Điều 26, Điều 31)",
            primero="high",
        ),
        choice(
            "U2",
            "Khẩn cấp",
            "Urgent",
            first_action="PT1H",
            clock="12 hours when harm is serious; decision on no contact within 12 hours (Luật 13/2022/QH15, Điều 25)",
            primero="high",
        ),
        choice(
            "U3",
            "Cao",
            "High",
            first_action="PT24H",
            clock="Pass on at once; plan within 5 working days (NĐ 56/2017/NĐ-CP, Điều 28)",
            primero="high",
        ),
        choice(
            "U4",
            "Trung bình",
            "Medium",
            first_action="PT72H",
            clock="Plan within 5 working days when one is needed",
            primero="medium",
        ),
        choice("U5", "Hỗ trợ, tư vấn", "Support", first_action="P5D, working days", primero="low"),
        choice("U0", "Thông tin, góp ý", "Information"),
    ],
    DESIGN,
    verified=False,
    confidence="design",
    facts={
        "columns": {
            "first_action": "Longest time to the first thing that a person does; a proposal, nobody's law",
            "clock": "Clock that a law sets",
            "primero": "Risk level for an export to Primero",
        }
    },
)

LISTS = [YES_NO, SAFE, RECENCY, FREQUENCY, SELF_HARM, SIGNS, INJURY_SEVERITY, URGENCY]
