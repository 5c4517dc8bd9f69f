"""Every phrase of a desk's commands: in English, then in Vietnamese. Values go where the braces are."""

from __future__ import annotations

from .vocabulary_columns import COLUMNS
from .vocabulary_failures import FAILURES

_QUESTIONS = {
    "ask.passphrase": ("Passphrase of {}: ", "Cụm mật khẩu của {}: "),
    "ask.newPassphrase": ("New passphrase of {}: ", "Cụm mật khẩu mới của {}: "),
    "ask.again": ("Again: ", "Nhập lại: "),
    "ask.share": ("Share {} of {}: ", "Mảnh {} trong {}: "),
    "ask.note": ("Note, an empty line ends it: ", "Ghi chú, dòng trống để kết thúc: "),
    "ask.reason": ("Why, an empty line ends it: ", "Lý do, dòng trống để kết thúc: "),
    "ask.answers": (
        "The answers as JSON, an empty line ends them: ",
        "Câu trả lời dạng JSON, dòng trống để kết thúc: ",
    ),
    "ask.manyAnswers": (
        "Reports as JSON, one a line, an empty line ends them: ",
        "Các báo cáo dạng JSON, mỗi dòng một báo cáo, dòng trống để kết thúc: ",
    ),
    "ask.words": ("Words to find: ", "Từ cần tìm: "),
    "ask.why": ("Why: ", "Lý do: "),
    "ask.name": ("Name, or nothing: ", "Họ tên, hoặc để trống: "),
    "ask.phone": ("Telephone number, or nothing: ", "Số điện thoại, hoặc để trống: "),
    "ask.consentBy": ("Who consented: ", "Ai đồng ý: "),
    "ask.consentHow": ("How: ", "Bằng cách nào: "),
    "ask.override": ("Why without consent: ", "Vì sao không cần đồng ý: "),
    "ask.referralNote": ("Note for the other desk, or nothing: ", "Ghi chú cho bàn nhận, hoặc để trống: "),
    "ask.shred": (
        "This cannot be undone. Type {} to destroy the report: ",
        "Không thể hoàn tác. Gõ {} để hủy báo cáo: ",
    ),
}

_DONE = {
    "created": ("Created the desk {} for {}.", "Đã tạo bàn {} cho {}."),
    "kept": ("The desk keeps the form {}, version {}.", "Bàn đã giữ biểu mẫu {}, phiên bản {}."),
    "known": ("What {} refers is taken in from now on.", "Từ nay bàn nhận báo cáo do {} chuyển đến."),
    "posted": (
        "The notice is in force, and travels on in receipts.",
        "Thông báo có hiệu lực và đi tiếp trong các biên nhận.",
    ),
    "combined": ("Took in the shares.", "Đã nhận các mảnh."),
    "decided": ("The desk's own rules are in force.", "Các quy định riêng của bàn đã có hiệu lực."),
    "letIn": ("{} may unlock the desk now.", "{} nay được mở khóa bàn."),
    "takenOut": (
        "{} was taken out, and every key was exchanged. Give the points the desk's new card.",
        "Đã đưa {} ra và đổi mọi khóa. Hãy đưa thẻ mới của bàn cho các điểm.",
    ),
    "changed": ("{} has another passphrase now.", "{} nay có cụm mật khẩu khác."),
    "sharesMade": (
        "{} shares, of which {} let somebody in. Earlier ones no longer do. Keep none on this machine.",
        "{} mảnh, cần {} mảnh để vào. Các mảnh trước không dùng được nữa. Đừng giữ mảnh nào trên máy này.",
    ),
    "sharesFit": ("The shares fit; {} are needed.", "Các mảnh khớp; cần {} mảnh."),
    "sharesDoNotFit": ("The shares do not fit; {} are needed.", "Các mảnh không khớp; cần {} mảnh."),
    "recovered": ("{} is let in. Make new shares now.", "{} đã được vào. Hãy làm các mảnh mới ngay."),
    "collected": (
        "{} new cases from {} bundles; {} were refused.",
        "{} vụ việc mới từ {} gói; {} gói bị từ chối.",
    ),
    "filed": ("Filed as {}, urgency {}.", "Đã lưu thành {}, mức khẩn cấp {}."),
    "filedMany": ("Filed {} of {} reports.", "Đã lưu {} trong {} báo cáo."),
    "notFiled": (
        "Not filed: the form does not accept these answers.",
        "Chưa lưu: biểu mẫu không chấp nhận các câu trả lời này.",
    ),
    "entered": ("Entered in case {}.", "Đã ghi vào vụ việc {}."),
    "waits": (
        "Another person has to confirm it under the number {}.",
        "Cần một người khác xác nhận theo số {}.",
    ),
    "attached": ("Kept as {}: {}, {} bytes.", "Đã giữ thành {}: {}, {} byte."),
    "detached": ("Destroyed the file {}.", "Đã hủy tệp {}."),
    "shredded": (
        "Destroyed {}. Its certificate can be had at any time.",
        "Đã hủy {}. Có thể xem giấy chứng nhận bất cứ lúc nào.",
    ),
    "referred": ("Referral {}: carry {} to the other desk.", "Lượt chuyển {}: hãy mang {} đến bàn nhận."),
    "toCarry": ("Carry {} to the other desk.", "Hãy mang {} đến bàn kia."),
    "exported": ("Wrote {}, in clear: keep it safe.", "Đã ghi {}, không mã hóa: hãy giữ an toàn."),
    "writtenInClear": (
        "Wrote {}, {} bytes, in clear: keep it safe.",
        "Đã ghi {}, {} byte, không mã hóa: hãy giữ an toàn.",
    ),
    "written": ("Wrote {}.", "Đã ghi {}."),
}

_FOUND = {
    "none": ("none", "không có"),
    "late": ("OVERDUE", "QUÁ HẠN"),
    "unfinished": (
        "whoever told it walked away or was cut off",
        "người kể đã dừng lại hoặc bị ngắt giữa chừng",
    ),
    "onRecord": (
        "That {} opened this report is on record in the ledger.",
        "Việc {} mở báo cáo này đã được ghi vào sổ cái.",
    ),
    "listed": ("{} of {} cases.", "{} trong {} vụ việc."),
    "found": (
        "{} of {} cases found; {} reports were opened for it, which is on record.",
        "Tìm thấy {} trong {} vụ việc; {} báo cáo đã được mở để tìm, việc này đã được ghi lại.",
    ),
    "goOn": ("There is more: --after {}", "Còn nữa: --after {}"),
    "dueSteps": ("{} steps due, {} of them overdue.", "{} bước đến hạn, trong đó {} quá hạn."),
    "similar": (
        "{} cases alike among {}; {} could not be read. That reports were compared is on record.",
        "{} vụ việc giống nhau trong {}; {} không đọc được. Việc so sánh đã được ghi lại.",
    ),
    "kept.cases": ("{} cases.", "{} vụ việc."),
    "counted": ("{} cases. Not for publication.", "{} vụ việc. Không dùng để công bố."),
    "released": ("{} tables were published.", "{} bảng đã được công bố."),
    "refused": ("{} cannot be published: {}", "{} không công bố được: {}"),
    "subject": (
        "Data in {} reports; {} were opened for it. The search is on record.",
        "Có dữ liệu trong {} báo cáo; {} báo cáo đã được mở để tìm. Việc tìm đã được ghi lại.",
    ),
    "breach": (
        "{} reports; {} searches opened {} reports.",
        "{} báo cáo; {} lượt tìm đã mở {} báo cáo.",
    ),
    "holds": ("The ledger holds: {} entries, head {}.", "Sổ cái nguyên vẹn: {} mục, đầu sổ {}."),
    "doesNotHold": (
        "THIS DESK DOES NOT HOLD: {} entries, head {}.",
        "BÀN NÀY KHÔNG NGUYÊN VẸN: {} mục, đầu sổ {}.",
    ),
    "badEntry": ("Entry {} is the first that does not hold.", "Mục {} là mục đầu tiên không khớp."),
    "rolledBack": ("The file was put back to an earlier day.", "Tệp đã bị đưa về một ngày trước."),
    "logged": ("{} of {} entries.", "{} trong {} mục."),
    "access": ("{} questions.", "{} câu hỏi."),
}

_HEADINGS = {
    "section.facts": ("What happened", "Sự việc"),
    "section.identity": ("The child", "Trẻ em"),
    "section.contact": ("How to reach", "Liên lạc"),
    "section.accused": ("Who is said to have done it", "Người bị nghi gây hại"),
    "section.place": ("Where", "Nơi chốn"),
    "section.notes": ("Notes", "Ghi chép"),
    "closed": ("Does not open here", "Không mở được ở đây"),
    "why": ("Why it is urgent", "Vì sao khẩn cấp"),
    "deadlines": ("Deadlines", "Thời hạn"),
    "work": ("What was done", "Đã làm gì"),
    "attachments": ("Files", "Tệp"),
    "history": ("History", "Lịch sử"),
    "proposals": ("Waiting for a second person", "Chờ người thứ hai"),
}

_PROGRESS = {
    "filing": ("Filing", "Đang lưu"),
    "collecting": ("Collecting", "Đang nhận"),
    "searching": ("Searching", "Đang tìm"),
    "comparing": ("Comparing", "Đang so sánh"),
    "exchanging": ("Exchanging keys", "Đang đổi khóa"),
    "attaching": ("Sealing", "Đang niêm phong"),
    "writing": ("Writing", "Đang ghi"),
    "exporting": ("Filling in", "Đang điền"),
    "protecting": ("Protecting", "Đang bảo vệ"),
    "verifying": ("Verifying the ledger", "Đang kiểm tra sổ cái"),
    "readingFiles": ("Reading files", "Đang đọc tệp"),
}

VOCABULARY: dict[str, tuple[str, str]] = {
    **_QUESTIONS,
    **_DONE,
    **_FOUND,
    **_HEADINGS,
    **_PROGRESS,
    **{f"column.{name}": titles for name, titles in COLUMNS.items()},
    **FAILURES,
}
