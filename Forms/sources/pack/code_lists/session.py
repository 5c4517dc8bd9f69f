"""Answers about the sitting: who fills the form, where, in which language, over which channel."""

from ..code_list import CodeList, choice
from .safety import DESIGN

PROFILE = CodeList(
    "profile",
    "Loại phiếu",
    "Kind of form",
    [
        choice("C", "Trẻ em tự báo", "Child self-report"),
        choice("B", "Người lớn báo tin", "Adult bystander"),
        choice("K", "Cán bộ tư vấn ghi", "Counsellor"),
    ],
    DESIGN,
)

PUBLIC_PROFILE = PROFILE.only("profile-public", "Ai góp ý", "Who gives feedback", ["C", "B"])

CHANNEL = CodeList(
    "channel",
    "Kênh tiếp nhận",
    "Channel",
    [
        choice("PHONE", "Điện thoại", "Telephone", m01="PHONE"),
        choice("INPERSON", "Gặp trực tiếp", "In person", m01="INPERSON"),
        choice("THIRDPARTY", "Người khác báo", "Through another person", m01="THIRDPARTY"),
        choice("KIOSK_SELF", "Tự điền tại ki-ốt", "Kiosk, alone", m01="INPERSON"),
        choice("KIOSK_ASSISTED", "Điền tại ki-ốt, có người giúp", "Kiosk, with help", m01="INPERSON"),
        choice("COUNTER", "Tại bàn tiếp nhận", "At the counter", m01="INPERSON"),
        choice("LETTERBOX", "Hộp thư", "Letterbox", m01="THIRDPARTY"),
        choice("HOTLINE", "Đường dây nóng", "Hotline", m01="PHONE"),
        choice("OUTREACH", "Đi rà soát", "Outreach visit", m01="INPERSON"),
        choice("REFERRAL_IN", "Nơi khác chuyển đến", "Referred from elsewhere", m01="THIRDPARTY"),
        choice("ONLINE", "Qua mạng", "Online", m01="THIRDPARTY"),
    ],
    "NĐ 56/2017/NĐ-CP, Mẫu số 01; design proposal",
    facts={"columns": {"m01": "Channel of Mẫu số 01 that it counts as"}},
)

ASSISTED = CodeList(
    "assisted",
    "Có ai giúp điền",
    "Helped by",
    [
        choice("NONE", "Không có ai giúp", "Nobody", ("Em tự làm một mình", "I do it alone")),
        choice("STAFF", "Nhân viên", "Staff", ("Cô chú ở đây", "A worker here")),
        choice(
            "ADULT_WITH_CHILD",
            "Người lớn đi cùng trẻ",
            "Adult who came with the child",
            ("Người lớn đi cùng em", "The adult who came with me"),
        ),
        choice("PEER", "Bạn", "Friend", ("Bạn em", "My friend")),
        choice("INTERPRETER", "Người phiên dịch", "Interpreter", ("Người phiên dịch", "An interpreter")),
    ],
    DESIGN,
)

CLOCK_TRUST = CodeList(
    "clock-trust",
    "Độ tin cậy của đồng hồ",
    "How far the clock can be trusted",
    [
        choice("NTP", "Đồng bộ qua mạng", "Set by the network"),
        choice("RTC", "Đồng hồ của máy", "The machine's own clock"),
        choice("UNSET", "Chưa đặt giờ", "Not set"),
    ],
    DESIGN,
)

CONNECTION = CodeList(
    "connection",
    "Kết nối mạng của máy",
    "The machine's connection",
    [
        choice("ONLINE", "Có mạng", "Connected"),
        choice("OFFLINE", "Không có mạng", "Not connected"),
        choice("UNK", "Không biết", "Not known"),
    ],
    DESIGN,
)

NODE_KIND = CodeList(
    "node-kind",
    "Loại điểm trong mạng lưới",
    "Kinds of points in the service network",
    [
        choice("NODE-CENTER", "Trung tâm công tác xã hội, bảo trợ trẻ em", "Provincial social work centre"),
        choice(
            "NODE-DISTRICT", "Văn phòng tư vấn trẻ em cấp huyện", "District counselling office", valid_to="2025-06-30"
        ),
        choice("NODE-COMMUNITY", "Điểm tư vấn tại cộng đồng", "Community counselling point"),
        choice("NODE-SCHOOL", "Điểm tư vấn trong trường học", "School counselling point"),
        choice("NODE-TRUSTED", "Địa chỉ tin cậy", "Trusted address"),
        choice("NODE-SHELTER", "Nhà tạm lánh", "Shelter"),
        choice("NODE-COMMUNE", "Ủy ban nhân dân cấp xã", "Commune People's Committee"),
        choice("NODE-POLICE", "Công an", "Police"),
        choice("NODE-HEALTH", "Cơ sở y tế", "Health facility"),
        choice("NODE-111", "Tổng đài 111", "Hotline 111"),
        choice("NODE-LEGALAID", "Trợ giúp pháp lý", "Legal aid"),
        choice("NODE-MASSORG", "Đoàn thể", "Mass organisation"),
        choice("NODE-PROVINCE", "Cơ quan cấp tỉnh", "Province level body"),
    ],
    "Kế hoạch bảo vệ trẻ em Bà Rịa - Vũng Tàu 2024; design proposal",
    facts={"columns": {"valid_to": "Last day on which such points existed; kept to read old records"}},
)

RECEIVING_PLACE = CodeList(
    "receiving-place",
    "Nơi tiếp nhận thông tin theo luật",
    "Places that the law names to receive information",
    [
        choice("RCV-111", "Tổng đài điện thoại quốc gia bảo vệ trẻ em 111", "National child protection hotline 111"),
        choice(
            "RCV-CHILD",
            "Cơ quan phụ trách công tác trẻ em các cấp",
            "Body in charge of child affairs",
            note="Named in the decree as lao động - thương binh và xã hội; print today's name from the directory",
        ),
        choice("RCV-POLICE", "Cơ quan công an các cấp", "Police"),
        choice("RCV-COMMUNE", "UBND cấp xã nơi xảy ra vụ việc", "Commune People's Committee of the incident"),
    ],
    "NĐ 56/2017/NĐ-CP, Điều 25 khoản 1",
    verified=True,
)

_DATA_LAW = "Luật 91/2025/QH15"

LEGAL_BASIS = CodeList(
    "legal-basis",
    "Căn cứ xử lý dữ liệu",
    "Legal basis of processing",
    [
        choice(
            "CHILDREN_LAW_51",
            "Luật Trẻ em, Điều 51 (nghĩa vụ thông báo)",
            "Law on Children, Article 51",
            source="Luật Trẻ em 102/2016/QH13, Điều 51",
            valid_from=None,
        ),
        choice(
            "URGENT_19_1_A",
            "Luật 91/2025/QH15, Điều 19.1.a (khẩn cấp)",
            "Law 91/2025, Article 19.1.a, urgent",
            source=f"{_DATA_LAW}, Điều 19 khoản 1 điểm a",
            valid_from="2026-01-01",
        ),
        choice(
            "STATE_19_1_C",
            "Luật 91/2025/QH15, Điều 19.1.c (cơ quan nhà nước)",
            "Law 91/2025, Article 19.1.c",
            source=f"{_DATA_LAW}, Điều 19 khoản 1 điểm c",
            valid_from="2026-01-01",
        ),
        choice(
            "OTHER_LAW_19_1_DD",
            "Luật 91/2025/QH15, Điều 19.1.đ (trường hợp khác theo luật)",
            "Law 91/2025, Article 19.1.đ, other cases by law",
            source=f"{_DATA_LAW}, Điều 19 khoản 1 điểm đ",
            valid_from="2026-01-01",
        ),
        choice("CONSENT", "Sự đồng ý", "Consent", source=f"{_DATA_LAW}, Điều 9", valid_from="2026-01-01"),
    ],
    "Luật 91/2025/QH15, Điều 19; Luật Trẻ em, Điều 51",
)

COMMUNICATION = CodeList(
    "communication",
    "Hỗ trợ giao tiếp",
    "Communication needs",
    [
        choice("SIGN", "Ngôn ngữ ký hiệu", "Sign language", ("Nói bằng tay", "Sign language"), "hands"),
        choice("EASY", "Lời nói đơn giản", "Easy words", ("Nói dễ hiểu", "Easy words"), "speech"),
        choice("INTERPRETER", "Phiên dịch", "Interpreter", ("Nói tiếng của em", "My language"), "two-people"),
        choice("AUDIO", "Nghe thay vì đọc", "Audio", ("Em muốn nghe", "I want to listen"), "ear"),
        choice("NONE", "Không cần", "None", ("Không cần", "Nothing")),
    ],
    DESIGN,
)


LISTS = [
    PROFILE,
    PUBLIC_PROFILE,
    CHANNEL,
    ASSISTED,
    CLOCK_TRUST,
    CONNECTION,
    NODE_KIND,
    RECEIVING_PLACE,
    LEGAL_BASIS,
    COMMUNICATION,
]
