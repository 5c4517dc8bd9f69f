"""What helps: needs, services, ways of contact, who may know."""

from typing import Optional

from ..code_list import UNKNOWN, Choice, CodeList, choice
from .safety import DESIGN

NEEDS = CodeList(
    "needs",
    "Nhu cầu",
    "Needs",
    [
        choice("SAFETY", "An toàn", "Safety", ("Được an toàn", "To be safe"), "umbrella"),
        choice("SHELTER", "Chỗ ở tạm", "Shelter", ("Có chỗ ngủ", "A place to sleep"), "bed"),
        choice("MEDICAL", "Khám, chữa bệnh", "Medical care", ("Gặp bác sĩ", "To see a doctor"), "bandage"),
        choice("MEDICAL_FORENSIC", "Khám, giám định pháp y", "Forensic examination"),
        choice("PSYCH", "Tâm lý", "Psychological help", ("Có người để nói chuyện", "Someone to talk to"), "speech"),
        choice("LEGAL", "Pháp lý", "Legal help"),
        choice("POLICE", "Công an", "Police", ("Công an giúp", "Help from the police")),
        choice("FOOD", "Ăn uống", "Food", ("Đồ ăn", "Food"), "bowl"),
        choice("CLOTHES", "Quần áo", "Clothes", ("Quần áo", "Clothes"), "shirt"),
        choice("EDU", "Học tập", "Education", ("Được đi học", "To go to school"), "school"),
        choice("DOCS", "Giấy tờ", "Documents", ("Giấy tờ", "Papers")),
        choice("CARE", "Người chăm sóc", "A carer", ("Có người chăm", "Someone to look after me"), "helping-hands"),
        choice("DISABILITY", "Hỗ trợ khuyết tật", "Disability support"),
        choice("LIVELIHOOD", "Sinh kế", "Livelihood"),
        choice("TRANSPORT", "Đi lại", "Transport", ("Xe đi lại", "A way to get there")),
        choice(
            "INTERPRETER", "Phiên dịch", "Interpreter", ("Người nói tiếng của em", "Someone who speaks my language")
        ),
        choice("INFO", "Thông tin", "Information", ("Được biết thêm", "To know more")),
        choice("OTH", "Khác", "Other", ("Điều khác", "Something else"), "dots"),
        UNKNOWN,
    ],
    DESIGN,
)


def _service(
    code: str, vi: str, en: str, levels: list[int], group: str, primero: Optional[str] = None, seed: bool = False
) -> Choice:
    """A service, the levels of protection it belongs to, its group of support policy, and whether the plan names it."""
    return choice(code, vi, en, levels=levels, group=group, primero=primero, named_in_plan=seed)


SERVICES = CodeList(
    "services",
    "Dịch vụ, chuyển gửi",
    "Services and referrals",
    [
        _service(
            "SVC-EMG", "Bảo vệ khẩn cấp, đưa đến nơi an toàn", "Emergency protection", [3], "PROTECT", "safehouse"
        ),
        _service(
            "SVC-SHELTER",
            "Nhà tạm lánh, địa chỉ tin cậy",
            "Shelter, trusted address",
            [3],
            "PROTECT",
            "safehouse",
            True,
        ),
        _service("SVC-POLICE", "Chuyển công an", "Police", [3], "PROTECT", "police"),
        _service("SVC-MED", "Khám, điều trị", "Medical care", [3], "HEALTH", "health"),
        _service("SVC-MEDFOR", "Khám, giám định pháp y", "Forensic examination", [3], "HEALTH", "health"),
        _service("SVC-PSY", "Tham vấn, trị liệu tâm lý", "Counselling, therapy", [2, 3], "COUNSEL", "psychosocial"),
        _service("SVC-LEGAL", "Trợ giúp pháp lý", "Legal aid", [2, 3], "LEGAL", "legal", True),
        _service(
            "SVC-ALTCARE",
            "Tìm gia đình chăm sóc thay thế",
            "Alternative family care",
            [3],
            "PROTECT",
            "child protection",
            True,
        ),
        _service("SVC-FAMMED", "Hòa giải, hỗ trợ gia đình", "Family support", [2], "COUNSEL", "family mediation"),
        _service("SVC-REUNIF", "Đoàn tụ gia đình", "Reunification", [3], "PROTECT", "reunification"),
        _service("SVC-TUITION", "Miễn, giảm học phí", "Tuition waiver", [2], "EDUCATION", "education", True),
        _service("SVC-SCHOLAR", "Học bổng", "Scholarship", [2], "EDUCATION", "education", True),
        _service("SVC-BACKSCHOOL", "Trở lại trường", "Return to school", [2], "EDUCATION", "education"),
        _service("SVC-VOC", "Hỗ trợ học nghề", "Vocational training", [2], "EDUCATION", "livelihoods", True),
        _service(
            "SVC-JOB",
            "Trợ giúp việc làm (từ 15 tuổi)",
            "Job help (from 15 years)",
            [2],
            "EDUCATION",
            "livelihoods",
            True,
        ),
        _service("SVC-MILK", "Hỗ trợ sữa, dinh dưỡng", "Milk, nutrition", [2], "HEALTH", "food", True),
        _service("SVC-DISSCREEN", "Khám sàng lọc khuyết tật", "Disability screening", [1, 2], "HEALTH", "health", True),
        _service("SVC-ORTHO", "Phẫu thuật chỉnh hình", "Orthopaedic surgery", [2], "HEALTH", "health", True),
        _service("SVC-REHAB", "Phục hồi chức năng", "Rehabilitation", [2], "HEALTH", "health", True),
        _service("SVC-LIVELI", "Hỗ trợ sinh kế gia đình", "Family livelihood", [2], "SOCIAL", "livelihoods", True),
        _service("SVC-CASH", "Trợ cấp xã hội", "Social allowance", [2], "SOCIAL"),
        _service("SVC-BHYT", "Cấp thẻ bảo hiểm y tế", "Health insurance card", [2], "HEALTH", "registration"),
        _service("SVC-BIRTHREG", "Đăng ký khai sinh", "Birth registration", [2], "SOCIAL", "registration"),
        _service("SVC-SAFEHOME", "Ngôi nhà an toàn, cải tạo nguy cơ", "Safe home", [1], "PREVENT", None, True),
        _service("SVC-SWIM", "Dạy bơi an toàn, sơ cấp cứu", "Safe swimming, first aid", [1], "PREVENT", None, True),
        _service("SVC-ECD", "Tư vấn chăm sóc trẻ 0-8 tuổi", "Early childhood advice", [1], "PREVENT", None, True),
        _service("SVC-PARENT", "Tư vấn làm cha mẹ", "Parenting advice", [1, 2], "PREVENT"),
        _service("SVC-CLUB", "Câu lạc bộ quyền trẻ em, diễn đàn", "Clubs, forum", [1], "PREVENT", None, True),
        _service(
            "SVC-LABOUR", "Hỗ trợ rời lao động trái luật", "Removal from child labour", [3], "PROTECT", None, True
        ),
        _service("SVC-INFO", "Cung cấp thông tin", "Information", [1], "PREVENT"),
    ],
    "NĐ 56/2017/NĐ-CP, chương II; plan of Bà Rịa - Vũng Tàu for 2024; design proposal",
    facts={
        "columns": {
            "levels": "Level of protection: 1 prevention, 2 support, 3 intervention (Luật Trẻ em, Điều 48-50)",
            "group": "Group of support policies; the assignment is a proposal",
            "primero": "Kind of service in Primero",
            "named_in_plan": "The provincial plan names it",
        }
    },
)

REFERRAL_STATUS = CodeList(
    "referral-status",
    "Tình trạng chuyển gửi",
    "Referral status",
    [
        choice("DRAFT", "Đang soạn", "Draft"),
        choice("SENT", "Đã chuyển", "Sent"),
        choice("RECEIVED", "Đã nhận", "Received"),
        choice("ACCEPTED", "Nhận xử lý", "Accepted"),
        choice("DECLINED_PROVIDER", "Nơi nhận từ chối", "Declined by the provider"),
        choice("DECLINED_CHILD", "Trẻ, gia đình không đồng ý", "Declined by the child or family"),
        choice("IN_PROGRESS", "Đang thực hiện", "In progress"),
        choice("DONE", "Đã xong", "Done"),
        choice("NOT_AVAILABLE", "Không có dịch vụ", "Service not available"),
        choice("RETURNED", "Đã trả lại", "Returned"),
        choice("CANCELLED", "Đã hủy", "Cancelled"),
        choice("EXPIRED", "Hết hạn", "Expired"),
    ],
    DESIGN,
)

CONTACT_WAY = CodeList(
    "contact-way",
    "Cách liên hệ an toàn",
    "Safe ways of contact",
    [
        choice(
            "IN_PERSON_HERE",
            "Gặp tại đây",
            "In person, here",
            ("Em sẽ quay lại đây", "I will come back here"),
            "come-back",
        ),
        choice("CALL", "Gọi điện", "Call", ("Gọi điện cho em", "Call me"), "phone"),
        choice("SMS", "Nhắn tin", "Text message", ("Nhắn tin cho em", "Text me"), "message"),
        choice("SCHOOL", "Gặp ở trường", "At school", ("Gặp em ở trường", "Meet me at school"), "school"),
        choice(
            "VIA_TRUSTED",
            "Qua người tin cậy",
            "Through a trusted person",
            ("Qua một người em tin", "Through someone I trust"),
            "two-people",
        ),
        choice("NONE", "Không cần liên lạc", "No contact", ("Đừng liên lạc với em", "Please do not contact me"), "no"),
    ],
    DESIGN,
    facts={
        "reserved": {
            "CODE_CHECK": "Comes back with a code of the sheet; not offered before there is such a code to give"
        }
    },
)

SHARE = CodeList(
    "share",
    "Đồng ý chia sẻ với",
    "May be shared with",
    [
        choice("SCHOOL", "Nhà trường", "School", ("Trường em", "My school")),
        choice("PARENT", "Cha mẹ", "Parents", ("Ba mẹ em", "My parents")),
        choice(
            "CENTER", "Trung tâm công tác xã hội", "Social work centre", ("Các cô chú giúp trẻ em", "Child helpers")
        ),
        choice(
            "RESEARCH",
            "Thống kê, nghiên cứu",
            "Statistics, research",
            ("Để đếm, không có tên em", "To count, without my name"),
        ),
        choice("NONE", "Không chia sẻ với ai", "Nobody", ("Đừng nói với ai khác", "Please tell nobody else")),
    ],
    DESIGN,
)

PRIOR_ACTIONS = CodeList(
    "prior-actions",
    "Việc đã làm trước khi báo",
    "What was done before the report",
    [
        choice("CALLED_111", "Đã gọi 111", "Called 111"),
        choice("CALLED_POLICE", "Đã báo công an", "Told the police"),
        choice("TOLD_COMMUNE", "Đã báo UBND cấp xã", "Told the commune"),
        choice("TOLD_SCHOOL", "Đã báo nhà trường", "Told the school"),
        choice("MEDICAL", "Đã đưa đi khám", "Taken to a doctor"),
        choice("MOVED_SAFE", "Đã đưa đến nơi an toàn", "Brought to safety"),
        choice("COUNSELLED", "Đã trò chuyện, tham vấn", "Counselled"),
        choice("SPOKE_FAMILY", "Đã nói với gia đình", "Spoke with the family"),
        choice("OTH", "Việc khác", "Something else"),
        choice("NONE", "Chưa làm gì", "Nothing yet"),
        choice("UNK", "Không biết", "Not known"),
    ],
    DESIGN,
    verified=False,
    confidence="design",
)

LISTS = [NEEDS, SERVICES, REFERRAL_STATUS, CONTACT_WAY, SHARE, PRIOR_ACTIONS]
