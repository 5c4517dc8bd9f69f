"""What the counsellor's program says, in Vietnamese and English. What a form says comes from the form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """The words of one language."""

    created: str
    kept: str
    collected: str
    listed: str
    noted: str
    counted: str
    verified: str
    ask_passphrase: str
    ask_again: str
    not_the_same: str
    unclear_id: str
    overdue: str
    case: str
    urgency: str
    due: str
    received: str
    status: str
    told: str
    unfinished: str
    unfinished_why: str
    point: str
    assigned: str
    rules: str
    deadlines: str
    destinations: str
    history: str
    unverified: str
    count: str
    list_columns: tuple[str, ...]
    columns: dict[str, str]
    statuses: dict[str, str]
    sections: dict[str, str]
    events: dict[str, str]
    kinds: dict[str, str]
    failures: dict[str, str]

    def status_of(self, code: str) -> str:
        """Says a case's status."""
        return self.statuses.get(code, code)


VIETNAMESE = Words(
    created="Đã tạo bàn tiếp nhận {desk} cho {person}.",
    kept="Bàn đã giữ biểu mẫu: {form}.",
    collected="Đã nhận {count} báo cáo mới. Biên nhận: {receipt}",
    listed="{count} vụ việc, {late} quá hạn.",
    noted="Đã ghi vào vụ việc {case}.",
    counted="Tổng số: {count}",
    verified="Sổ cái nguyên vẹn: {entries} mục, dấu {hash}.",
    ask_passphrase="Cụm mật khẩu của {person}: ",
    ask_again="Nhập lại: ",
    not_the_same="Hai lần nhập không giống nhau.",
    unclear_id="Mã này ứng với {count} vụ việc; hãy ghi dài hơn hoặc xem lại danh sách.",
    overdue="QUÁ HẠN",
    case="Vụ việc",
    urgency="Mức khẩn cấp",
    due="Hạn",
    received="Tiếp nhận",
    status="Trạng thái",
    told="Lời kể",
    unfinished="chưa xong",
    unfinished_why="chưa xong: người kể đã dừng lại hoặc bị ngắt giữa chừng",
    point="Nơi nhận",
    assigned="Người phụ trách",
    rules="Vì sao khẩn cấp",
    deadlines="Thời hạn",
    destinations="Chuyển đến",
    history="Đã làm gì",
    unverified="(chưa đối chiếu với văn bản)",
    count="Số vụ việc",
    list_columns=("Mức", "Hạn", "Mã", "Tiếp nhận", "Trạng thái", "Người báo", "Nơi nhận", "Tóm tắt"),
    columns={
        "urgency": "Mức khẩn cấp",
        "status": "Trạng thái",
        "profile": "Người báo",
        "point": "Nơi nhận",
        "form": "Biểu mẫu",
    },
    statuses={
        "OPEN": "Mới nhận",
        "ASSESSING": "Đang đánh giá",
        "PLAN_APPROVED": "Đã duyệt kế hoạch",
        "IN_SUPPORT": "Đang hỗ trợ",
        "REVIEW": "Đang rà soát",
        "CLOSED": "Đã đóng",
        "REOPENED": "Mở lại",
        "TRANSFERRED": "Đã chuyển",
        "DUPLICATE": "Trùng",
    },
    sections={
        "facts": "Sự việc",
        "identity": "Trẻ em",
        "contact": "Liên lạc",
        "accused": "Người bị nghi gây hại",
        "place": "Nơi chốn",
        "notes": "Ghi chép",
    },
    events={
        "filed": "nhận báo cáo",
        "read": "mở xem",
        "note": "ghi chú",
        "status": "chuyển sang",
        "assigned": "giao việc",
        "shredded": "hủy khóa",
    },
    kinds={
        "FORWARD": "Chuyển thông tin ngay",
        "EMERGENCY_MEASURES": "Biện pháp khẩn cấp",
        "FIRST_CONTACT": "Gặp lần đầu",
        "PLAN": "Kế hoạch hỗ trợ, can thiệp",
        "SAME_DAY": "Trong ngày",
        "SEPARATION_END": "Hết hạn tạm cách ly",
        "MED_WINDOW_EC": "Hạn y tế: tránh thai khẩn cấp",
        "MED_WINDOW_HIV": "Hạn y tế: dự phòng HIV",
    },
    failures={
        "NotFoundError": "Không tìm thấy tệp hoặc vụ việc này.",
        "ExistsError": "Đã có tệp ở đó; không ghi đè.",
        "WrongKeyError": "Sai người, sai mật khẩu, hoặc gói này không gửi cho bàn này.",
        "TamperedError": "CẢNH BÁO: dữ liệu đã bị sửa đổi; chữ ký không khớp.",
        "RevokedError": "Cơ quan có thẩm quyền đã thu hồi điểm này; không nhận gói của nó nữa.",
        "FormatTooNewError": "Tệp do phiên bản mới hơn ghi; hãy cập nhật.",
        "FormatError": "Đây không phải tệp hoặc gói của Tin cậy, hoặc tệp đã hỏng.",
        "BusyError": "Chương trình khác đang giữ tệp; xin thử lại.",
        "StorageError": "Đĩa bị lỗi.",
        "DiskFullError": "Đĩa đã đầy; chưa thay đổi gì.",
        "AccessError": "Không được phép đọc hoặc ghi tệp này.",
        "LimitError": "Quá dài, quá ngắn hoặc quá lớn (mật khẩu cần từ 8 đến 1.024 byte).",
        "InvalidInputError": "Yêu cầu không hợp lệ.",
    },
)

ENGLISH = Words(
    created="Created the desk {desk} for {person}.",
    kept="The desk keeps the form: {form}.",
    collected="Took in {count} new reports. Receipt: {receipt}",
    listed="{count} cases, {late} overdue.",
    noted="Noted in case {case}.",
    counted="Total: {count}",
    verified="The ledger holds: {entries} entries, hash {hash}.",
    ask_passphrase="Passphrase of {person}: ",
    ask_again="Again: ",
    not_the_same="These are not the same.",
    unclear_id="{count} cases begin so; write more of the id, or look at the list again.",
    overdue="OVERDUE",
    case="Case",
    urgency="Urgency",
    due="Due",
    received="Received",
    status="Status",
    told="Told",
    unfinished="unfinished",
    unfinished_why="unfinished: whoever told it walked away or was cut off",
    point="Point",
    assigned="Assigned to",
    rules="Why it is urgent",
    deadlines="Deadlines",
    destinations="Pass on to",
    history="What was done",
    unverified="(not yet checked against the text)",
    count="Cases",
    list_columns=("Urg.", "Due", "ID", "Received", "Status", "Reporter", "Point", "Summary"),
    columns={
        "urgency": "Urgency",
        "status": "Status",
        "profile": "Reporter",
        "point": "Point",
        "form": "Form",
    },
    statuses={
        "OPEN": "Open",
        "ASSESSING": "Assessing",
        "PLAN_APPROVED": "Plan approved",
        "IN_SUPPORT": "In support",
        "REVIEW": "Under review",
        "CLOSED": "Closed",
        "REOPENED": "Reopened",
        "TRANSFERRED": "Transferred",
        "DUPLICATE": "Duplicate",
    },
    sections={
        "facts": "What happened",
        "identity": "The child",
        "contact": "Contact",
        "accused": "Person of concern",
        "place": "Place",
        "notes": "Notes",
    },
    events={
        "filed": "report filed",
        "read": "opened",
        "note": "note",
        "status": "moved to",
        "assigned": "assigned",
        "shredded": "key destroyed",
    },
    kinds={
        "FORWARD": "Pass on at once",
        "EMERGENCY_MEASURES": "Emergency measures",
        "FIRST_CONTACT": "First contact",
        "PLAN": "Support plan",
        "SAME_DAY": "The same day",
        "SEPARATION_END": "End of temporary separation",
        "MED_WINDOW_EC": "Medical: emergency contraception",
        "MED_WINDOW_HIV": "Medical: HIV prevention",
    },
    failures={
        "NotFoundError": "There is no such file or case.",
        "ExistsError": "A file is already there; nothing was overwritten.",
        "WrongKeyError": "Wrong person or passphrase, or the bundle is not for this desk.",
        "TamperedError": "WARNING: the data was changed; a signature does not hold.",
        "RevokedError": "The authority has revoked this point; its bundles are not taken any longer.",
        "FormatTooNewError": "A newer version wrote this file; please update.",
        "FormatError": "This is no file or bundle of Tincay, or a damaged one.",
        "BusyError": "Another program holds the file; try again.",
        "StorageError": "The disk failed.",
        "DiskFullError": "The disk is full; nothing was changed.",
        "AccessError": "The file may not be read or written.",
        "LimitError": "Too long, too short or too large (a passphrase has 8 to 1,024 bytes).",
        "InvalidInputError": "This request is not valid.",
    },
)

WORDS = {"vi": VIETNAMESE, "en": ENGLISH}
