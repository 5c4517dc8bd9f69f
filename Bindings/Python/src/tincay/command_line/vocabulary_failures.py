"""Why something was not done: in English, then in Vietnamese. None of it has anything of a report in it."""

from __future__ import annotations

FAILURES = {
    "cannotRead": ("{} cannot be read: {}", "Không đọc được {}: {}"),
    "cannotWrite": ("{} cannot be written: {}", "Không ghi được {}: {}"),
    "alreadyThere": ("{} is there already; nothing was overwritten.", "Đã có {}; không ghi đè."),
    "notJSON": ("{} is no JSON.", "{} không phải là JSON."),
    "notText": ("{} is no text in UTF-8.", "{} không phải là văn bản UTF-8."),
    "notTheSame": ("These are not the same.", "Hai lần nhập không giống nhau."),
    "noTerminal": (
        "There is no terminal to ask at: give --passphrase-file or --passphrase-fd.",
        "Không có màn hình để hỏi: hãy dùng --passphrase-file hoặc --passphrase-fd.",
    ),
    "othersMayRead": (
        "Others on this machine may read {}: chmod 600 would keep them out.",
        "Người khác trên máy này có thể đọc {}: hãy dùng chmod 600.",
    ),
    "noPerson": ("Say who it is: --person NAME.", "Hãy cho biết ai: --person TÊN."),
    "noWords": ("There are no words to enter or to look for.", "Không có nội dung nào để ghi hoặc để tìm."),
    "tooManyLines": ("At most {} lines are expected.", "Chỉ nhận nhiều nhất {} dòng."),
    "nobodyToAsk": ("There is nobody to ask: give --yes.", "Không có ai để hỏi: hãy thêm --yes."),
    "notConfirmed": ("Nothing was destroyed.", "Chưa hủy gì."),
    "noShares": ("There are no shares.", "Không có mảnh nào."),
    "unclearID": (
        "{} begin so: write at least four digits, and so many that there is only one.",
        "Có {} mã bắt đầu như vậy: hãy ghi ít nhất bốn ký tự, đủ dài để chỉ còn một.",
    ),
    "noFacet": ("A facet is written NAME=CODE,..", "Một tiêu chí được viết TÊN=MÃ,.."),
    "noBundles": ("There is no bundle there.", "Không có gói nào ở đó."),
    "sameReceipt": (
        "Two bundles would have the same receipt: leave out --receipts, or collect one after the other.",
        "Hai gói sẽ có cùng một biên nhận: hãy bỏ --receipts, hoặc nhận từng gói một.",
    ),
    "needsDocx": (
        "Documents need python-docx: pip install 'tincay[documents]', or give --format json.",
        "Tạo văn bản cần python-docx: pip install 'tincay[documents]', hoặc dùng --format json.",
    ),
    "notLetIn.WrongKeyError": (
        "The person, the passphrase or the key file is wrong. ({})",
        "Sai người, sai cụm mật khẩu hoặc sai tệp khóa. ({})",
    ),
    "notLetIn.LaterError": (
        "Too many wrong passphrases: wait before trying again. ({})",
        "Sai cụm mật khẩu quá nhiều lần: hãy chờ rồi thử lại. ({})",
    ),
    "notLetIn.shares": (
        "The shares are too few, or not of this desk's last set. ({})",
        "Các mảnh còn thiếu, hoặc không thuộc bộ mới nhất của bàn này. ({})",
    ),
    "stopped": ("Stopped.", "Đã dừng."),
    "failed": ("It could not be done: {}", "Không làm được: {}"),
    "defect": ("This is a defect of the program: {} at {}.", "Đây là lỗi của chương trình: {} tại {}."),
    "failure.NotFoundError": (
        "There is no such file, case, person or number, or it was shredded.",
        "Không có tệp, vụ việc, người hoặc số này, hoặc đã bị hủy.",
    ),
    "failure.ExistsError": (
        "It is there already; nothing was overwritten.",
        "Đã có rồi; không ghi đè.",
    ),
    "failure.WrongKeyError": (
        "It is for somebody else, or not signed or sealed by whom it has to be.",
        "Gửi cho nơi khác, hoặc không do đúng nơi ký hay niêm phong.",
    ),
    "failure.TamperedError": (
        "Something was changed: a signature, a seal or the ledger does not hold.",
        "CẢNH BÁO: dữ liệu đã bị sửa; chữ ký, dấu niêm hoặc sổ cái không khớp.",
    ),
    "failure.RevokedError": (
        "The authority has revoked that point or desk.",
        "Cơ quan có thẩm quyền đã thu hồi điểm hoặc bàn này.",
    ),
    "failure.OutdatedError": (
        "It is older than what is held, has ended, or its day has passed.",
        "Cũ hơn bản đang giữ, đã kết thúc, hoặc đã quá ngày.",
    ),
    "failure.NoKeyError": (
        "The person was given no key to this; somebody with another role can do it.",
        "Người này không được giao khóa cho việc này; người có vai trò khác làm được.",
    ),
    "failure.FormatTooNewError": (
        "A newer library wrote this; update before going on.",
        "Phiên bản mới hơn đã ghi tệp này; hãy cập nhật.",
    ),
    "failure.FormatError": (
        "This is no desk, bundle, receipt or card, or a damaged one.",
        "Đây không phải bàn, gói, biên nhận hoặc thẻ, hoặc đã hỏng.",
    ),
    "failure.BusyError": (
        "Another program holds the desk; try again.",
        "Chương trình khác đang giữ bàn; hãy thử lại.",
    ),
    "failure.StorageError": ("The disk failed.", "Đĩa bị lỗi."),
    "failure.DiskFullError": (
        "There is no room left on the disk; nothing was changed.",
        "Đĩa đã đầy; chưa thay đổi gì.",
    ),
    "failure.AccessError": (
        "The desk or its folder may not be read and written.",
        "Không được phép đọc và ghi bàn hoặc thư mục của bàn.",
    ),
    "failure.LimitError": (
        "Something is too long, too short or too many; a passphrase has 8 to 1,024 bytes.",
        "Có thứ quá dài, quá ngắn hoặc quá nhiều; cụm mật khẩu có từ 8 đến 1.024 byte.",
    ),
    "failure.InvalidInputError": (
        "A code, a name, a day or a number is not one that this takes.",
        "Mã, tên, ngày hoặc số không hợp lệ ở đây.",
    ),
    "failure.TINCAY_E_INVALID_INPUT_STATE": (
        "The case is not where this could be done.",
        "Vụ việc chưa ở bước có thể làm điều này.",
    ),
    "failure.TINCAY_E_INVALID_INPUT_PERSON": (
        "It takes another person than the one who proposed it.",
        "Cần một người khác với người đã đề xuất.",
    ),
    "failure.InvalidFormError": ("This is no form that can be used.", "Đây không phải là biểu mẫu dùng được."),
    "failure.InvalidJSONError": ("This is no JSON.", "Đây không phải là JSON."),
    "failure.NotAcceptedError": (
        "The form takes no file of this kind, or nobody knows the kind; nothing was kept.",
        "Biểu mẫu không nhận loại tệp này, hoặc không rõ loại; chưa giữ gì.",
    ),
    "failure.HeldError": (
        "The case has to be kept until two people lift that, or its day is over.",
        "Vụ việc phải được giữ cho đến khi hai người gỡ bỏ, hoặc hết ngày.",
    ),
    "failure.DisclosesError": (
        "The table would tell too much about somebody; nothing was published.",
        "Bảng này sẽ để lộ quá nhiều về một người; chưa công bố gì.",
    ),
    "failure.TINCAY_E_DISCLOSES_EARLY": (
        "The period has not been over for long enough; nothing was published.",
        "Kỳ này chưa kết thúc đủ lâu; chưa công bố gì.",
    ),
    "failure.TINCAY_E_DISCLOSES_SMALL": (
        "Too few children live there for such a table, or --children does not say; nothing was published.",
        "Nơi đó có quá ít trẻ em cho bảng này, hoặc thiếu --children; chưa công bố gì.",
    ),
    "failure.TINCAY_E_DISCLOSES_SHREDDED": (
        "Reports of the period were shredded after a table about it was made; nothing was published.",
        "Đã hủy báo cáo của kỳ này sau khi công bố một bảng; chưa công bố gì.",
    ),
}
