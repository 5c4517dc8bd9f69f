"""Circumstances of a child: the groups of the law, poverty, schooling, disability, work, place."""

from ..code_list import UNKNOWN, UNSAID, Choice, CodeList, choice
from .safety import DESIGN


def _group(code: str, letter: str, vi: str, en: str, article: int) -> Choice:
    """A group of Article 10 of the Law on Children."""
    decree = f"NĐ 56/2017/NĐ-CP, Điều {article}"
    return choice(code, vi, en, letter=letter, law="Luật Trẻ em, Điều 10", decree=decree)


SPECIAL = CodeList(
    "special-circumstances",
    "Trẻ em có hoàn cảnh đặc biệt",
    "Children in special circumstances",
    [
        _group("CSG01", "a", "Trẻ em mồ côi cả cha và mẹ", "Both parents dead", 3),
        _group("CSG02", "b", "Trẻ em bị bỏ rơi", "Abandoned", 4),
        _group("CSG03", "c", "Trẻ em không nơi nương tựa", "Without support", 5),
        _group("CSG04", "d", "Trẻ em khuyết tật", "With disability", 6),
        _group("CSG05", "đ", "Trẻ em nhiễm HIV/AIDS", "Living with HIV/AIDS", 7),
        _group("CSG06", "e", "Trẻ em vi phạm pháp luật", "In conflict with the law", 8),
        _group("CSG07", "g", "Trẻ em nghiện ma túy", "Drug dependent", 9),
        _group(
            "CSG08",
            "h",
            "Trẻ em phải bỏ học kiếm sống chưa hoàn thành phổ cập giáo dục THCS",
            "Dropped out to earn a living before completing lower secondary",
            10,
        ),
        _group(
            "CSG09",
            "i",
            "Trẻ em bị tổn hại nghiêm trọng về thể chất và tinh thần do bị bạo lực",
            "Seriously harmed by violence",
            11,
        ),
        _group("CSG10", "k", "Trẻ em bị bóc lột", "Exploited", 12),
        _group("CSG11", "l", "Trẻ em bị xâm hại tình dục", "Sexually abused", 13),
        _group("CSG12", "m", "Trẻ em bị mua bán", "Trafficked", 14),
        _group(
            "CSG13",
            "n",
            "Trẻ em mắc bệnh hiểm nghèo hoặc bệnh phải điều trị dài ngày thuộc hộ nghèo hoặc cận nghèo",
            "Grave or long illness, poor or near-poor household",
            15,
        ),
        _group(
            "CSG14",
            "o",
            "Trẻ em di cư, lánh nạn, tị nạn chưa xác định được cha mẹ hoặc không có người chăm sóc",
            "Migrant, displaced or refugee, parents unknown or no carer",
            16,
        ),
        choice("RISK", "Có nguy cơ rơi vào hoàn cảnh đặc biệt", "At risk of special circumstances"),
        choice("POOR", "Hộ nghèo", "Poor household"),
        choice("NEARPOOR", "Hộ cận nghèo", "Near-poor household"),
        choice("EM", "Dân tộc thiểu số ở thôn, ấp đặc biệt khó khăn", "Ethnic minority in an especially hard hamlet"),
    ],
    "Luật Trẻ em 102/2016/QH13, Điều 10; NĐ 56/2017/NĐ-CP, Điều 3-16; RISK, POOR, NEARPOOR, EM: provincial practice",
    verified=True,
    facts={"columns": {"letter": "Letter of the group in Article 10", "decree": "Article with its sub-groups"}},
)

POVERTY = CodeList(
    "poverty",
    "Hộ nghèo, cận nghèo",
    "Poverty",
    [
        choice("POOR", "Hộ nghèo", "Poor"),
        choice("NEAR", "Hộ cận nghèo", "Near-poor"),
        choice("NONE", "Không", "Neither"),
        choice("UNK", "Không biết", "Not known"),
    ],
    DESIGN,
)

EDUCATION = CodeList(
    "education",
    "Cấp học",
    "Education",
    [
        choice("NOT_YET", "Chưa đến tuổi đi học", "Too young", ("Em còn nhỏ, chưa đi học", "I am too young")),
        choice("NURSERY", "Nhà trẻ", "Nursery", ("Nhà trẻ", "Nursery")),
        choice("PRESCHOOL", "Mẫu giáo", "Preschool", ("Mẫu giáo", "Preschool")),
        choice("PRIMARY", "Tiểu học", "Primary", ("Cấp một", "Primary school")),
        choice("LOWERSEC", "Trung học cơ sở", "Lower secondary", ("Cấp hai", "Lower secondary school")),
        choice("UPPERSEC", "Trung học phổ thông", "Upper secondary", ("Cấp ba", "Upper secondary school")),
        choice("VOC", "Học nghề", "Vocational", ("Học nghề", "Vocational school")),
        choice("DROPPED", "Bỏ học", "Dropped out", ("Em nghỉ học rồi", "I left school")),
        choice("NEVER", "Chưa từng đi học", "Never went to school", ("Em chưa từng đi học", "I never went to school")),
        choice("SPECIAL", "Trường chuyên biệt", "Special school", ("Trường chuyên biệt", "Special school")),
        UNKNOWN,
    ],
    DESIGN,
)

SCHOOL_CONTENT = CodeList(
    "school-content",
    "Nội dung tư vấn học đường",
    "Content of school counselling",
    [
        choice("SCH1", "Học tập", "Study"),
        choice("SCH2", "Giới, quan hệ xã hội", "Gender, relations"),
        choice("SCH3", "Tâm lý", "Psychology"),
        choice("SCH4", "Kỹ năng sống", "Life skills"),
        choice("SCH5", "Hướng nghiệp, việc làm, khởi nghiệp", "Career, work, enterprise"),
        choice("SCH6", "Chính sách, pháp luật", "Policy, law"),
        choice("SCH7", "Dịch vụ công tác xã hội", "Social work service"),
    ],
    "TT 18/2025/TT-BGDĐT",
    verified=True,
)

DISABILITY_KIND = CodeList(
    "disability-kind",
    "Dạng khuyết tật",
    "Kinds of disability",
    [
        choice("MOTOR", "Vận động", "Movement"),
        choice("HEARSPEAK", "Nghe, nói", "Hearing and speaking"),
        choice("VISION", "Nhìn", "Seeing"),
        choice("MENTAL", "Thần kinh, tâm thần", "Mental"),
        choice("INTEL", "Trí tuệ", "Intellectual"),
        choice("OTHER", "Khác", "Other"),
    ],
    "Luật Người khuyết tật 2010, Điều 3",
    confidence="high",
)

DISABILITY_DEGREE = CodeList(
    "disability-degree",
    "Mức độ khuyết tật",
    "Degrees of disability",
    [
        choice("SPEC", "Đặc biệt nặng", "Especially severe"),
        choice("SEV", "Nặng", "Severe"),
        choice("MILD", "Nhẹ", "Mild"),
    ],
    "Luật Người khuyết tật 2010, Điều 3",
    confidence="high",
)

FUNCTIONING = CodeList(
    "functioning",
    "Mức độ khó khăn",
    "Degree of difficulty",
    [
        choice("NO", "Không khó khăn", "No difficulty"),
        choice("SOME", "Hơi khó khăn", "Some difficulty"),
        choice("LOT", "Rất khó khăn", "A lot of difficulty"),
        choice("CANNOT", "Không thể làm được", "Cannot do at all"),
        choice("UNK", "Không biết", "Not known"),
    ],
    "Washington Group Short Set",
    confidence="high",
)

PLACE_TYPE = CodeList(
    "place-type",
    "Loại nơi xảy ra",
    "Kinds of places",
    [
        choice("HOME", "Gia đình", "Home", ("Ở nhà", "At home"), "house"),
        choice("SCHOOL", "Cơ sở giáo dục", "School", ("Ở trường", "At school"), "school"),
        choice("SCHOOLWAY", "Đường đi học", "On the way to school", ("Trên đường đi học", "On the way to school")),
        choice("PUBLIC", "Nơi công cộng", "Public place", ("Ngoài đường, ngoài chợ", "In the street or market")),
        choice("NEIGHBOURHOOD", "Khu dân cư", "Neighbourhood", ("Quanh xóm", "Around my home")),
        choice("WORKPLACE", "Nơi làm việc", "Workplace", ("Chỗ em làm", "Where I work")),
        choice(
            "FACILITY",
            "Cơ sở trợ giúp, y tế",
            "Care or health facility",
            ("Bệnh viện, mái ấm", "A hospital or children's home"),
        ),
        choice("ONLINE", "Môi trường mạng", "Online", ("Trên mạng", "Online"), "phone-screen"),
        choice("TRANSPORT", "Trên phương tiện đi lại", "In transport", ("Trên xe", "On a bus or in a car")),
        choice("WATER", "Sông, hồ, biển", "River, lake, sea", ("Sông, hồ, biển", "A river, a lake, the sea")),
        choice("OTH", "Nơi khác", "Another place", ("Chỗ khác", "Somewhere else"), "dots"),
        UNKNOWN,
        UNSAID,
    ],
    "TT 13/2021/TT-BLĐTBXH; design proposal",
)

WORK_KIND = CodeList(
    "work-kind",
    "Loại công việc",
    "Kinds of work",
    [
        choice("HOUSEHOLD", "Việc nhà cho gia đình mình", "Chores at home"),
        choice("DOMESTIC", "Giúp việc cho nhà khác", "Domestic work for others"),
        choice("FARM", "Trồng trọt, chăn nuôi", "Farming"),
        choice("FISHING", "Đánh bắt, chế biến hải sản", "Fishing, seafood"),
        choice("VENDING", "Bán hàng rong, vé số", "Street vending, lottery tickets"),
        choice("BEGGING", "Ăn xin", "Begging"),
        choice("SCAVENGING", "Nhặt ve chai", "Waste picking"),
        choice("SERVICE", "Quán ăn, dịch vụ", "Restaurant, services"),
        choice("NIGHTLIFE", "Quán bar, karaoke, vũ trường", "Bar, karaoke, dance hall"),
        choice("WORKSHOP", "Xưởng, cơ sở sản xuất", "Workshop, factory"),
        choice("CONSTRUCTION", "Xây dựng", "Construction"),
        choice("MINING", "Khai thác mỏ, đá", "Mining, quarry"),
        choice("ART_SPORT", "Nghệ thuật, thể thao", "Arts, sport"),
        choice("OTH", "Khác", "Other"),
        choice("UNK", "Không biết", "Not known"),
    ],
    DESIGN,
    verified=False,
    confidence="design",
)

WORK_DANGER = CodeList(
    "work-danger",
    "Mối nguy trong công việc",
    "Dangers at work",
    [
        choice("LOAD", "Mang vác nặng", "Heavy loads"),
        choice("MACHINE", "Máy móc nguy hiểm", "Dangerous machines"),
        choice("CHEMICAL", "Hóa chất, bụi độc", "Chemicals, toxic dust"),
        choice("HEIGHT", "Trên cao", "Heights"),
        choice("UNDERGROUND", "Dưới hầm, trong hang", "Underground"),
        choice("WATER", "Trên biển, dưới nước", "At sea, under water"),
        choice("HEAT", "Nóng, lửa, điện", "Heat, fire, electricity"),
        choice("TRAFFIC", "Giữa xe cộ", "Among traffic"),
        choice("HARASSMENT", "Bị đánh, quấy rối", "Beaten, harassed"),
        choice("NONE", "Không thấy", "None seen"),
        choice("UNK", "Không biết", "Not known"),
    ],
    DESIGN,
    verified=False,
    confidence="design",
)

PAID_TO = CodeList(
    "paid-to",
    "Tiền công trả cho ai",
    "Who receives the pay",
    [
        choice("CHILD", "Trẻ", "The child"),
        choice("PARENT", "Cha mẹ, người chăm sóc", "Parents, carer"),
        choice("OTHER", "Người khác", "Somebody else"),
        choice("NOBODY", "Không được trả", "Nobody is paid"),
        choice("UNK", "Không biết", "Not known"),
    ],
    DESIGN,
)

EARLY_DOMAIN = CodeList(
    "early-domain",
    "Lĩnh vực phát triển của trẻ nhỏ",
    "Domains of early development",
    [
        choice("SEE", "Nhìn", "Seeing"),
        choice("HEAR", "Nghe", "Hearing"),
        choice("WALK", "Đi lại", "Walking"),
        choice("HAND", "Cầm nắm", "Fine movement"),
        choice("TALK", "Nói, hiểu lời", "Communication"),
        choice("LEARN", "Học điều mới", "Learning"),
        choice("PLAY", "Chơi", "Playing"),
        choice("BEHAVE", "Kiềm chế hành vi", "Controlling behaviour"),
    ],
    "UNICEF and Washington Group, Child Functioning Module",
    confidence="high",
)

VIOLENCE_FORM = CodeList(
    "violence-form",
    "Hình thức bạo lực gia đình",
    "Forms of domestic violence",
    [
        choice("BODY", "Thân thể", "Body"),
        choice("MIND", "Tinh thần", "Mind"),
        choice("SEX", "Tình dục", "Sexual"),
        choice("ECONOMIC", "Kinh tế", "Economic"),
    ],
    "Luật 13/2022/QH15, Điều 2",
    verified=True,
)

LISTS = [
    SPECIAL,
    POVERTY,
    EDUCATION,
    SCHOOL_CONTENT,
    DISABILITY_KIND,
    DISABILITY_DEGREE,
    FUNCTIONING,
    PLACE_TYPE,
    WORK_KIND,
    WORK_DANGER,
    PAID_TO,
    EARLY_DOMAIN,
    VIOLENCE_FORM,
]
