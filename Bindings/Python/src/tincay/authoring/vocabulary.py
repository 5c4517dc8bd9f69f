"""Every phrase of the tools: in English, then in Vietnamese. Values go where the braces are."""

from __future__ import annotations

_CONDITIONS = {
    "always": ("always", "luôn luôn"),
    "never": ("never", "không bao giờ"),
    "more": ("…", "…"),
    "answers": ("the report", "báo cáo"),
    "and": (" and ", " và "),
    "or": (" or ", " hoặc "),
    "not_text": ("not ({})", "không phải ({})"),
    "one_text": ("exactly one of: {}", "đúng một trong: {}"),
    "answered": ("{} is answered", "{} đã được trả lời"),
    "unanswered": ("{} is not answered", "{} chưa được trả lời"),
    "any_value": ("{} has any value", "{} có giá trị bất kỳ"),
    "no_value": ("{} has no value", "{} không có giá trị"),
    "reference": ("whatever {} says (it leads nowhere)", "điều mà {} nói (không tìm thấy)"),
    "is": ("{} is {}", "{} là {}"),
    "type": ("{} is of the type {}", "{} thuộc kiểu {}"),
    "includes": ("{} includes {}", "{} có chọn {}"),
    "times": ("at least {} times", "ít nhất {} lần"),
    "item": ("one of {}", "một mục của {}"),
    "each": ("each of {}", "mỗi mục của {}"),
    "unique": ("{} names nothing twice", "{} không lặp lại"),
    "at_least": ("{} is at least {}", "{} từ {} trở lên"),
    "at_most": ("{} is at most {}", "{} từ {} trở xuống"),
    "more_than": ("{} is more than {}", "{} lớn hơn {}"),
    "less_than": ("{} is less than {}", "{} nhỏ hơn {}"),
    "multiple_of": ("{} is a multiple of {}", "{} là bội số của {}"),
    "min_length": ("{} has at least {} characters", "{} có ít nhất {} ký tự"),
    "max_length": ("{} has at most {} characters", "{} có nhiều nhất {} ký tự"),
    "min_items": ("{} has at least {} entries", "{} có ít nhất {} mục"),
    "max_items": ("{} has at most {} entries", "{} có nhiều nhất {} mục"),
    "min_members": ("{} has at least {} answers", "{} có ít nhất {} câu trả lời"),
    "max_members": ("{} has at most {} answers", "{} có nhiều nhất {} câu trả lời"),
    "matches": ("{} matches {}", "{} khớp mẫu {}"),
    "format": ("{} is written as {}", "{} viết theo dạng {}"),
    "keyword": ("{}: {}", "{}: {}"),
}

_ADVICE = {
    "and_more": ("{} and {} more", "{} và {} mục nữa"),
    "noLabel": ("Question {} has no label in any language.", "Câu hỏi {} không có nhãn ở ngôn ngữ nào."),
    "noChoiceLabel": (
        "Question {} offers codes without a label: {}.",
        "Câu hỏi {} có các mã lựa chọn không có nhãn: {}.",
    ),
    "noHint": ("Questions without a hint in any language: {}.", "Các câu hỏi không có gợi ý ở ngôn ngữ nào: {}."),
    "noTranslation": ("Language {} lacks words for: {}.", "Ngôn ngữ {} còn thiếu lời cho: {}."),
    "noChildWords": ("Questions without words for children: {}.", "Các câu hỏi chưa có lời dành cho trẻ em: {}."),
    "notOnPage": ("Question {} is on no page.", "Câu hỏi {} không nằm ở trang nào."),
    "facetOnText": (
        "Question {} is marked as a facet, but its answer is no code: lists and counts never hold free text.",
        "Câu hỏi {} được đánh dấu để thống kê nhưng câu trả lời không phải là mã: danh sách và bảng đếm không bao giờ "
        "chứa lời kể tự do.",
    ),
    "noSection": (
        "The answer to {} seems to tell who or where somebody is; put it into the section identity, contact, accused "
        "or place, so that it gets a key of its own.",
        "Câu trả lời của {} có vẻ cho biết ai hoặc ở đâu; hãy đặt x-tincay-section là identity, contact, accused hoặc "
        "place để phần đó có khóa riêng.",
    ),
    "noLimit": ("Text question {} has no maxLength.", "Câu hỏi chữ {} không có maxLength."),
    "notClosed": (
        'The form is open: add "unevaluatedProperties": false, so that what nobody asked is an error.',
        'Biểu mẫu còn để ngỏ: thêm "unevaluatedProperties": false để điều không ai hỏi là lỗi.',
    ),
    "requiredNotAsked": (
        "{} is required, but no question has that name: no report can ever be complete.",
        "{} là bắt buộc nhưng không câu hỏi nào có tên đó: không báo cáo nào có thể đầy đủ.",
    ),
    "urgentRequired": (
        "{} decides about an urgent report (rule {}) and is always required: whoever cannot answer it sends nothing.",
        "{} quyết định báo cáo khẩn (quy tắc {}) mà luôn bắt buộc: ai không trả lời được thì không gửi được gì.",
    ),
    "whenAlways": ("Rule {} fires on every report, as it says.", "Quy tắc {} áp dụng cho mọi báo cáo, như đã ghi."),
    "whenWithoutRequired": (
        'Rule {} fires on a report without any answer: add "required" to its condition.',
        'Quy tắc {} áp dụng cả khi chưa có câu trả lời nào: thêm "required" vào điều kiện.',
    ),
    "conditionWithoutRequired": (
        'The condition of {} holds while nothing has been answered: add "required", unless that is meant.',
        'Điều kiện của {} đúng cả khi chưa trả lời gì: thêm "required" nếu không cố ý.',
    ),
    "unknownQuestion": ("{} names {}, which no question is called.", "{} nhắc tới {}, không câu hỏi nào có tên đó."),
    "unknownFact": ("{} names the derived fact {}, which is not known.", "{} nhắc tới dữ kiện suy ra {}, không có."),
    "unknownCode": (
        "{} compares {} with what is not on its list: {}. It can never hold.",
        "{} so sánh {} với mã không có trong danh sách: {}. Điều kiện không bao giờ đúng.",
    ),
    "noSource": ("Rule {} does not say who says so (source).", "Quy tắc {} không ghi nguồn (source)."),
    "noDeadlineSource": (
        "Rule {} has deadlines without a source: {}.",
        "Quy tắc {} có thời hạn không ghi nguồn: {}.",
    ),
    "notVerified": ("Rule {} is not verified yet.", "Quy tắc {} chưa được kiểm chứng."),
    "deadlineNotVerified": (
        "Rule {} has deadlines that are not verified yet: {}.",
        "Quy tắc {} có thời hạn chưa được kiểm chứng: {}.",
    ),
    "holidayNotVerified": ("Holidays that are not verified yet: {}.", "Các ngày nghỉ chưa được kiểm chứng: {}."),
    "hotlineNotVerified": (
        "Number {} has never been verified: call it, and write the date.",
        "Số {} chưa từng được kiểm chứng: hãy gọi thử và ghi ngày.",
    ),
    "noDestinationName": (
        "Destination {} has no name in x-tincay-destinations and is no hotline.",
        "Nơi nhận {} không có tên trong x-tincay-destinations và không phải là đường dây nóng.",
    ),
}

_CHECK = {
    "usable": ("The library takes this form.", "Thư viện dùng được biểu mẫu này."),
    "refused": ("The library refuses this form.", "Thư viện từ chối biểu mẫu này."),
    "refusedJSON": (
        "The library refuses this form: it is not JSON in UTF-8, or names a member twice.",
        "Thư viện từ chối biểu mẫu này: không phải JSON mã hóa UTF-8, hoặc có tên bị lặp.",
    ),
    "refusedLimit": (
        "The library refuses this form: it is larger than 4 MiB or nested more than 128 deep.",
        "Thư viện từ chối biểu mẫu này: lớn hơn 4 MiB hoặc lồng nhau quá 128 tầng.",
    ),
    "fault": ("fault", "lỗi biểu mẫu"),
    "error": ("error", "sai"),
    "warning": ("warning", "cảnh báo"),
    "notice": ("notice", "lưu ý"),
    "counts": ("{} faults, {} errors, {} warnings, {} notices", "{} lỗi biểu mẫu, {} chỗ sai, {} cảnh báo, {} lưu ý"),
    "whole": ("the whole form", "cả biểu mẫu"),
    "noAdvice": ("There is no advice about this form: {}.", "Không có góp ý cho biểu mẫu này: {}."),
    "fault.schema": (
        "A keyword's value is not what JSON Schema asks for.",
        "Giá trị của từ khóa không đúng theo JSON Schema.",
    ),
    "fault.dialect": (
        "$schema names a dialect or a vocabulary that the library does not speak.",
        "$schema nêu một dạng hoặc bộ từ vựng mà thư viện không hiểu.",
    ),
    "fault.reference": (
        "A reference leads nowhere, or a name stands for two places.",
        "Tham chiếu không tới đâu, hoặc một tên chỉ hai chỗ.",
    ),
    "fault.pattern": ("This is no regular expression.", "Đây không phải là biểu thức chính quy."),
    "fault.patternNotLinear": (
        "This regular expression cannot be matched in linear time (no look-around, no back-references).",
        "Biểu thức chính quy không so khớp được trong thời gian tuyến tính (đừng dùng look-around, tham chiếu lùi).",
    ),
    "fault.tooLarge": (
        "The regular expressions or schemas of the form are too many.",
        "Biểu mẫu có quá nhiều biểu thức chính quy hoặc lược đồ.",
    ),
    "fault.circular": (
        "Schemas lead to each other in a circle that no answer ends.",
        "Các lược đồ dẫn tới nhau thành vòng không câu trả lời nào dừng được.",
    ),
    "fault.annotation": (
        "An x-tincay annotation makes no sense here.",
        "Một chú giải x-tincay không có nghĩa ở đây.",
    ),
    "fault.law": ("A local limit is laxer than the law's.", "Thời hạn riêng lỏng hơn thời hạn của luật."),
    "fault.other": ("The form cannot be used because of this place.", "Biểu mẫu không dùng được vì chỗ này."),
    "coverage": ("Words by language", "Lời theo ngôn ngữ"),
    "column.language": ("language", "ngôn ngữ"),
    "column.labels": ("labels", "nhãn"),
    "column.choices": ("choices", "lựa chọn"),
    "column.hints": ("hints", "gợi ý"),
    "column.others": ("other", "khác"),
    "cannotRead": ("{} cannot be read: {}", "Không đọc được {}: {}"),
    "cannotWrite": ("{} cannot be written: {}", "Không ghi được {}: {}"),
}

VOCABULARY: dict[str, tuple[str, str]] = {**_CONDITIONS, **_ADVICE, **_CHECK}
"""The phrases by their keys."""
