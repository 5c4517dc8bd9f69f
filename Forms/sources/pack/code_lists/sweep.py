"""Lists of the sweep form."""

from ..code_list import CodeList, choice
from .safety import DESIGN
from .session import PROFILE

STAFF_PROFILE = PROFILE.only("profile-staff", "Loại phiếu rà soát", "Kind of sweep form", ["K"])

ACTIVITY = CodeList(
    "sweep-activity",
    "Trẻ đang làm gì khi gặp",
    "What the child was doing",
    [
        choice("WORKING", "Làm việc", "Working"),
        choice("VENDING", "Bán hàng rong, vé số", "Street vending"),
        choice("BEGGING", "Ăn xin", "Begging"),
        choice("SCAVENGING", "Nhặt ve chai", "Waste picking"),
        choice("SLEEPING", "Ngủ ngoài đường", "Sleeping outdoors"),
        choice("WANDERING", "Lang thang", "Wandering"),
        choice("PLAYING", "Vui chơi", "Playing"),
        choice("OTH", "Khác", "Other"),
        choice("UNK", "Không biết", "Not known"),
    ],
    DESIGN,
    verified=False,
    confidence="design",
)

ACTION = CodeList(
    "sweep-action",
    "Việc đã làm tại chỗ",
    "What was done on the spot",
    [
        choice("TALKED", "Đã trò chuyện", "Talked"),
        choice("FOOD", "Đã cho ăn uống", "Gave food"),
        choice("TAKEN_HOME", "Đã đưa về nhà", "Brought home"),
        choice("TAKEN_SHELTER", "Đã đưa đến nơi tạm lánh", "Brought to a shelter"),
        choice("TAKEN_MEDICAL", "Đã đưa đi khám", "Brought to a doctor"),
        choice("REPORTED", "Đã lập phiếu tiếp nhận riêng", "An intake report was made"),
        choice("FAMILY_VISIT", "Đã gặp gia đình", "Met the family"),
        choice("NONE", "Chưa làm gì", "Nothing yet"),
    ],
    DESIGN,
    verified=False,
    confidence="design",
)

PARTNER = CodeList(
    "sweep-partner",
    "Đơn vị cùng rà soát",
    "Who took part in the sweep",
    [
        choice("COMMUNE", "UBND cấp xã", "Commune"),
        choice("POLICE", "Công an", "Police"),
        choice("LABOUR", "Thanh tra lao động", "Labour inspection"),
        choice("SCHOOL", "Nhà trường", "School"),
        choice("HEALTH", "Y tế", "Health"),
        choice("MASSORG", "Đoàn thể", "Mass organisation"),
        choice("COLLAB", "Cộng tác viên", "Collaborators"),
        choice("NONE", "Không có", "Nobody"),
    ],
    DESIGN,
    verified=False,
    confidence="design",
)

LISTS = [STAFF_PROFILE, ACTIVITY, ACTION, PARTNER]
