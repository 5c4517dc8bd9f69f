"""The phrases about workbooks that are brought over: in English, then in Vietnamese."""

from __future__ import annotations

XLSFORM = {
    "book.unreadable": ("it is no .xlsx workbook", "không phải là tệp .xlsx"),
    "book.large": ("it is larger than 16 MiB, or 100 MiB unpacked", "lớn hơn 16 MiB, hoặc 100 MiB khi giải nén"),
    "book.rows": ("sheet {} has more than {} rows", "trang {} có hơn {} dòng"),
    "book.noSurvey": ("it has no sheet 'survey' with questions", "không có trang 'survey' với câu hỏi"),
    "needsOpenpyxl": (
        "from-xlsform needs openpyxl: pip install 'tincay[forms]'",
        "from-xlsform cần openpyxl: pip install 'tincay[forms]'",
    ),
    "loss.place": ("{} row {}", "{} dòng {}"),
    "loss.none": (
        "Imported from an XLSForm; everything was carried over.",
        "Nhập từ một XLSForm; mọi thứ đã được chuyển.",
    ),
    "loss.some": (
        "Imported from an XLSForm. Not carried over, or not as it was:",
        "Nhập từ một XLSForm. Những gì không chuyển được, hoặc bị thay đổi:",
    ),
    "loss.more": ("And {} more.", "Và {} điều nữa."),
    "loss.sheet": ("the sheet is not read.", "trang này không được đọc."),
    "loss.formula": ("a formula is taken for an empty cell: {}.", "công thức được coi là ô trống: {}."),
    "loss.column": ("column {} is not carried over.", "cột {} không được chuyển."),
    "loss.language": (
        "column of {} is not carried over: write the language's tag in brackets, as in 'Tiếng Việt (vi)'.",
        "cột của {} không được chuyển: hãy ghi mã ngôn ngữ trong ngoặc, như 'Tiếng Việt (vi)'.",
    ),
    "loss.noLanguage": (
        "columns without a language are taken for {}: say so with default_language in the settings.",
        "các cột không ghi ngôn ngữ được coi là {}: hãy ghi default_language trong trang settings.",
    ),
    "loss.piped": ("an answer within words is not filled in: {}.", "câu trả lời trong lời không được điền: {}."),
    "loss.noType": ("{} has no type and is left out.", "{} không có kiểu nên bị bỏ."),
    "loss.type": ("type {} is not known.", "không biết kiểu {}."),
    "loss.badName": ("'{}' is no name that a question can have here.", "'{}' không dùng làm tên câu hỏi ở đây được."),
    "loss.renamed": (
        "a second {} is called {}; conditions mean the first.",
        "{} thứ hai được đổi tên thành {}; các điều kiện chỉ câu đầu.",
    ),
    "loss.unbalanced": ("groups or repeats do not close where they should.", "nhóm hoặc phần lặp không đóng đúng chỗ."),
    "loss.deep": ("groups are nested too deeply.", "nhóm lồng nhau quá sâu."),
    "loss.choice": ("a choice without list_name or name.", "lựa chọn không có list_name hoặc name."),
    "loss.choiceTwice": ("code {} is twice in list {}.", "mã {} lặp lại trong danh sách {}."),
    "loss.list": ("there is no list {}; the question is left out.", "không có danh sách {}; câu hỏi bị bỏ."),
    "loss.filter": (
        "choices are not filtered; all are offered: {}.",
        "không lọc lựa chọn; mọi lựa chọn đều hiện: {}.",
    ),
    "loss.rank": (
        "{} takes choices in order, but all need not be given.",
        "{} nhận các lựa chọn theo thứ tự, không cần đủ.",
    ),
    "loss.parameter": ("parameter {} is not carried over.", "tham số {} không được chuyển."),
    "loss.repeatCount": ("the number of repeats is not worked out: {}.", "không tính số lần lặp: {}."),
    "loss.location": (
        "{} is left out: coordinates can betray who reports, so this tool takes no location.",
        "{} bị bỏ: tọa độ có thể làm lộ người báo tin nên không nhận vị trí.",
    ),
    "loss.attachment": (
        "{} is left out: answers hold no files.",
        "{} bị bỏ: câu trả lời không chứa tệp.",
    ),
    "loss.metadata": (
        "{} is left out: nothing is collected behind anybody's back.",
        "{} bị bỏ: không thu thập gì mà người trả lời không biết.",
    ),
    "loss.calculate": ("calculation {} is not carried over.", "phép tính {} không được chuyển."),
    "loss.note": (
        "note {} is not shown; notes before the first question are the introduction.",
        "ghi chú {} không hiện; ghi chú trước câu hỏi đầu là lời mở đầu.",
    ),
    "loss.relevant": (
        "asked always, because the condition was not understood: {}.",
        "luôn hỏi, vì không hiểu điều kiện: {}.",
    ),
    "loss.required": (
        "never required, because the condition was not understood: {}.",
        "không bắt buộc, vì không hiểu: {}.",
    ),
    "loss.constraint": ("part of a constraint was not understood: {}.", "một phần ràng buộc không hiểu được: {}."),
    "loss.circle": (
        "{} is asked always, because its condition waits for itself.",
        "{} luôn được hỏi, vì điều kiện của nó chờ chính nó.",
    ),
    "why.long": ("It is too long.", "Quá dài."),
    "why.syntax": ("At: {}", "Chỗ: {}"),
    "why.operand": ("It does not compare a question with a value.", "Không so sánh câu hỏi với một giá trị."),
    "why.order": ("These answers have no order.", "Các câu trả lời này không có thứ tự."),
    "why.unknown": ("No question {} stands beside it.", "Không có câu hỏi {} cùng cấp."),
    "why.other": ("It names another question, {}.", "Nhắc tới câu hỏi khác, {}."),
    "why.function": ("Function {}.", "Hàm {}."),
    "why.code": ("Code {} is not on the list.", "Mã {} không có trong danh sách."),
    "why.number": ("{} is no number.", "{} không phải là số."),
    "why.pattern": ("The library does not take this regular expression.", "Thư viện không nhận biểu thức này."),
}
"""The phrases by their keys."""
