"""What a report is about: two levels, with words and pictures for children."""

from ..code_list import OTHER, UNKNOWN, UNSAID, Choice, CodeList, choice

_UNCLEAR = choice("Q", "Chưa rõ", "Not sure", ("Em không chắc", "I am not sure"), "question", r5="AT05")


def _injury(code: str, vi: str, en: str) -> Choice:
    """A cause of an injury."""
    return choice(code, vi, en, law="PRG-INJ", chi="Physical Health")


INJURIES = [
    _injury("I1", "Đuối nước", "Drowning"),
    _injury("I2", "Tai nạn giao thông", "Traffic"),
    _injury("I3", "Bỏng", "Burn"),
    _injury("I4", "Ngã", "Fall"),
    _injury("I5", "Ngộ độc", "Poisoning"),
    _injury("I6", "Động vật cắn", "Animal bite"),
    _injury("I7", "Điện giật, vật sắc, hóc sặc", "Electric shock, sharp object, choking"),
    _injury("I8", "Mối nguy chưa gây hại", "Hazard, nobody hurt"),
]

_VIOLENCE = [
    choice(
        "V",
        "Bạo lực",
        "Violence",
        ("Có người làm đau em hoặc làm em sợ", "Someone hurts or scares me"),
        "storm",
        law="4.6",
        chi="Violence",
        icvac=["2", "4"],
    ),
    choice(
        "V1",
        "Đánh đập, hành hạ thân thể",
        "Beating, physical ill-treatment",
        ("Có người đánh em", "Someone hits me"),
        "hurt",
        law="4.6, CSG09",
        r5="AT01",
        chi="Physical violence",
        icvac=["2"],
    ),
    choice(
        "V2",
        "Phạt bằng đòn roi",
        "Corporal punishment",
        law="4.6",
        r5="AT01",
        chi="Physical violence",
        icvac=["2"],
    ),
    choice(
        "V3",
        "Lăng mạ, xúc phạm, sỉ nhục",
        "Insult, humiliation",
        ("Có người mắng chửi, dọa em", "Someone shouts at me or threatens me"),
        "shout",
        law="4.6",
        r5="AT03",
        chi="Psychological",
        icvac=["4"],
    ),
    choice(
        "V4",
        "Cô lập, xua đuổi, giam giữ",
        "Isolation, expulsion, confinement",
        law="4.6",
        r5="AT03",
        chi="Psychological",
        icvac=["4"],
    ),
    choice("V5", "Đe dọa", "Threats", law="4.6", r5="AT03", chi="Psychological", icvac=["4"]),
    choice(
        "V6",
        "Chứng kiến bạo lực gia đình",
        "Witnessing domestic violence",
        law="Luật 13/2022/QH15",
        r5="AT03",
        chi="Psychological",
        icvac=["4"],
    ),
    choice(
        "V7",
        "Bắt nạt, bạo lực học đường",
        "Bullying, school violence",
        ("Bạn bè bắt nạt em", "Other children bully me"),
        "bully",
        law="NĐ 80/2017/NĐ-CP",
        r5="AT01, AT03",
        chi="Bullying",
        icvac=["2", "4"],
    ),
]


def _sexual(code: str, vi: str, en: str, professional: bool = True) -> Choice:
    """A kind of sexual abuse; most are for professionals to name."""
    law = "4.8" if code in ("S0", "S6") else "NĐ 56/2017/NĐ-CP, Điều 13"
    facts = {"law": law, "r5": "AT02", "chi": "Sexual violence", "icvac": ["3"]}
    return Choice(code, vi, en, facts={**facts, "professional": True} if professional else facts)


_SEXUAL = [
    choice(
        "S",
        "Xâm hại tình dục",
        "Sexual abuse",
        ("Có người làm chuyện em thấy không ổn với thân thể em", "Someone does things with my body that are not right"),
        "uneasy",
        law="4.8, CSG11",
        r5="AT02",
        chi="Sexual violence",
        icvac=["3"],
    ),
    choice(
        "S0",
        "Nghi ngờ xâm hại tình dục (chưa phân loại)",
        "Sexual abuse concern, unclassified",
        (
            "Có người chạm vào em hoặc cho em xem thứ làm em khó chịu",
            "Someone touched me or showed me things in a way I did not like",
        ),
        "uneasy",
        law="4.8",
        r5="AT02",
        chi="Sexual violence",
        icvac=["3"],
    ),
    _sexual("S1", "Hiếp dâm", "Rape"),
    _sexual("S2", "Cưỡng dâm", "Rape by abuse of dependence"),
    _sexual("S3", "Giao cấu", "Intercourse with a child"),
    _sexual("S4", "Dâm ô", "Lewd acts (contact)"),
    _sexual("S5", "Sử dụng vào mục đích mại dâm, khiêu dâm", "Use in prostitution or pornography"),
    _sexual("S6", "Quấy rối, gạ gẫm, phô bày", "Harassment, solicitation, exposure", professional=False),
]


def _labour(code: str, vi: str, en: str, law: str = "4.7", professional: bool = False) -> Choice:
    """A kind of exploitation."""
    facts = {"law": law, "r5": "AT05", "chi": "Child labour", "icvac": ["6"]}
    return Choice(code, vi, en, facts={**facts, "professional": True} if professional else facts)


_EXPLOITATION = [
    choice(
        "X",
        "Bóc lột",
        "Exploitation",
        ("Em phải làm việc nặng", "I have to do hard work"),
        "load",
        law="4.7, CSG10",
        r5="AT05",
        chi="Child labour",
        icvac=["2", "6"],
    ),
    _labour("X1", "Lao động trái quy định", "Illegal child labour"),
    _labour("X2", "Lao động nặng nhọc, độc hại, nguy hiểm", "Hazardous work"),
    _labour("X3", "Bị ép ăn xin, bán hàng rong", "Forced begging or street vending"),
    _labour(
        "X4",
        "Bị dùng vào việc phạm pháp (ma túy, hàng cấm)",
        "Used in crime (drugs, contraband)",
        "4.7; NĐ 56/2017/NĐ-CP, Điều 12",
        professional=True,
    ),
    _labour("X5", "Bị ép nhận việc quá sức, quá giờ", "Excess hours or load"),
    choice(
        "T",
        "Mua bán, bắt cóc",
        "Trafficking, abduction",
        ("Có người muốn đưa em đi, không cho em về", "Someone wants to take me away"),
        "road",
        law="CSG12",
        r5="AT05",
        chi="Missing children",
        icvac=["6"],
    ),
    choice("T1", "Mua bán", "Trafficking", law="6.2", r5="AT05", icvac=["6"], professional=True),
    choice(
        "T2",
        "Bắt cóc, chiếm đoạt, đánh tráo",
        "Abduction, taking, swapping",
        law="6.2",
        r5="AT05",
        chi="Child abduction",
        icvac=["6"],
    ),
]


def _neglect(code: str, vi: str, en: str, law: str = "4.9") -> Choice:
    """A kind of neglect."""
    return choice(code, vi, en, law=law, r5="AT04", chi="Neglect", icvac=["5"])


_NEGLECT = [
    choice(
        "N",
        "Bỏ rơi, bỏ mặc",
        "Abandonment, neglect",
        ("Em bị đói, không ai chăm", "I am hungry, nobody looks after me"),
        "empty-bowl",
        law="4.9",
        r5="AT04",
        chi="Neglect",
        icvac=["5"],
    ),
    _neglect("N1", "Bỏ rơi", "Abandonment", "CSG02"),
    _neglect("N2", "Không ai trông coi", "No supervision"),
    _neglect("N3", "Thiếu ăn, mặc, chỗ ở", "No food, clothes or shelter"),
    _neglect("N4", "Không được chữa bệnh", "Medical neglect"),
    _neglect("N5", "Không được đi học", "Educational neglect"),
    choice(
        "M",
        "Tảo hôn",
        "Child, early or forced marriage",
        ("Em bị ép lấy vợ, lấy chồng", "I am made to marry"),
        "ring",
        law="6.4",
        r5="AT05",
        chi="Child, early, forced marriage",
        icvac=["4", "6"],
    ),
]

_ONLINE = [
    choice(
        "O",
        "Trên mạng",
        "Online harm",
        ("Chuyện trên mạng", "Something online"),
        "phone-screen",
        law="NĐ 56/2017/NĐ-CP, chương IV",
        r5="AT05",
        chi="Cyberbullying; online CSEA",
        icvac=["3", "4"],
    ),
    choice("O1", "Bắt nạt qua mạng", "Cyberbullying", r5="AT03", chi="Cyberbullying", icvac=["4"]),
    choice(
        "O2", "Dụ dỗ, gạ gẫm tình dục qua mạng", "Online grooming", law="4.8", r5="AT02", chi="Online CSEA", icvac=["3"]
    ),
    choice(
        "O3",
        "Phát tán, đe dọa phát tán hình ảnh nhạy cảm",
        "Image-based abuse, sextortion",
        law="4.8, 6.11",
        r5="AT02",
        chi="Online CSEA",
        icvac=["3"],
    ),
    choice(
        "O4",
        "Tiết lộ thông tin riêng tư",
        "Privacy disclosure",
        law="6.11; NĐ 56/2017/NĐ-CP, Điều 33",
        r5="AT05",
        icvac=["4"],
    ),
]

_DISTRESS = [
    choice(
        "H",
        "Tự hại, khủng hoảng tâm lý",
        "Self-harm, mental distress",
        ("Em buồn, muốn làm đau mình", "I am sad and want to hurt myself"),
        "rain",
        law="QĐ 1591/2023",
        r5="AT05",
        chi="Mental Health",
    ),
    choice("H1", "Ý nghĩ tự tử", "Suicidal thoughts", chi="Suicidal thoughts and attempts"),
    choice("H2", "Tự làm đau mình", "Self-harm", chi="Self-harming behaviour"),
    choice("H3", "Lo âu, buồn chán kéo dài", "Lasting distress", chi="Emotional distress"),
    choice("H4", "Dùng chất gây nghiện", "Substance use", law="CSG07", chi="Addictive behaviours"),
    choice(
        "L",
        "Mất tích, lang thang",
        "Missing, on the street",
        ("Em muốn bỏ nhà, hoặc đang ở ngoài đường", "I want to run away, or I am on the street"),
        "street",
        r5="AT05",
        chi="Missing children",
    ),
    choice("L1", "Trẻ em mất tích", "Missing child", chi="Lost, missing"),
    choice("L2", "Bỏ nhà đi", "Runaway", chi="Runaway"),
    choice("L3", "Đi lạc, không có người đi kèm", "Lost, unaccompanied", law="CSG14", chi="Lost"),
    choice("L4", "Trẻ em lang thang, cơ nhỡ", "Street child"),
    choice(
        "I",
        "Tai nạn, thương tích",
        "Injury, hazard",
        ("Tai nạn, hoặc chỗ nguy hiểm", "An accident, or a dangerous place"),
        "warning",
        law="PRG-INJ",
        chi="Physical Health",
    ),
    *INJURIES,
]

_SUPPORT = [
    choice(
        "D",
        "Khuyết tật, phát triển",
        "Disability, development",
        (
            "Em thấy khó nhìn, nghe, nói, đi lại hoặc học",
            "Seeing, hearing, speaking, walking or learning is hard",
        ),
        "helping-hands",
        law="CSG04",
        chi="Physical Health; Mental Health",
    ),
    choice("D1", "Cần sàng lọc khuyết tật", "Needs disability screening"),
    choice("D2", "Cần dụng cụ, phẫu thuật, phục hồi chức năng", "Needs aids, surgery, rehabilitation"),
    choice("D3", "Cần giáo dục hòa nhập", "Needs inclusive education"),
    choice("D4", "Chậm phát triển (0-8 tuổi)", "Developmental delay (0-8 years)"),
    choice(
        "E",
        "Khó khăn đời sống",
        "Basic needs",
        ("Nhà em thiếu thốn, em sợ phải nghỉ học", "My family lacks things; I may have to leave school"),
        "house",
        chi="Access to Services",
    ),
    choice("E1", "Nghèo", "Poverty", chi="Essential needs"),
    choice("E2", "Nguy cơ bỏ học", "Drop-out risk"),
    choice("E3", "Không có giấy khai sinh", "No birth certificate"),
    choice("E4", "Không có thẻ bảo hiểm y tế", "No health insurance"),
    choice("E5", "Thiếu sữa, dinh dưỡng", "Lack of milk, nutrition"),
    choice("E6", "Mồ côi, không nơi nương tựa", "Orphan, without support", law="CSG01, CSG02, CSG03"),
    choice("E7", "Bệnh hiểm nghèo", "Grave illness", law="CSG13"),
    choice("J", "Vi phạm pháp luật", "In conflict with the law", law="CSG06", chi="Legal services", professional=True),
    choice(
        "P",
        "Tham gia, góp ý",
        "Participation",
        ("Em muốn góp ý", "I want to say what I think"),
        "speech",
        law="Điều 74-79",
    ),
    choice("P1", "Ý kiến, nguyện vọng", "Opinion, wish", law="Điều 74-79"),
    choice("P2", "Phản ánh về dịch vụ", "Complaint about a service", law="Điều 74-79"),
    choice("P3", "Hỏi về quyền", "Question on rights", law="Điều 74-79"),
]

CONCERNS = CodeList(
    "concerns",
    "Loại vấn đề",
    "Concerns, two levels",
    [
        *_VIOLENCE,
        *_SEXUAL,
        *_EXPLOITATION,
        *_NEGLECT,
        *_ONLINE,
        *_DISTRESS,
        *_SUPPORT,
        _UNCLEAR,
        OTHER,
        UNKNOWN,
        UNSAID,
    ],
    "Luật Trẻ em 102/2016/QH13, Điều 4; NĐ 56/2017/NĐ-CP; design proposal",
    facts={
        "columns": {
            "law": "Article of the Law on Children, group of its Article 10, or another act",
            "r5": "Code of a fielded Vietnamese system of 2020",
            "chi": "Heading used by child helplines",
            "icvac": "Level 1 of the International Classification of Violence against Children, not verified",
            "professional": "Only a counsellor sets it",
        },
        "icvac_level_1": {
            "verified": None,
            "confidence": "low",
            "names": {
                "1": "Violent killing of a child",
                "2": "Non-fatal physical violence against a child",
                "3": "Sexual violence against a child",
                "4": "Psychological violence against a child",
                "5": "Neglect of a child",
                "6": "Other acts of violence against a child",
            },
        },
    },
)

PROFESSIONAL = [entry.code for entry in CONCERNS.choices if entry.facts.get("professional")]
"""Codes that only a counsellor sets."""

PLAIN = CONCERNS.only(
    "concerns-plain",
    "Vấn đề, dùng cho người không chuyên môn",
    "Concerns for people who are not professionals",
    [
        "V",
        "V1",
        "V3",
        "V7",
        "S",
        "S0",
        "X",
        "T",
        "N",
        "M",
        "O",
        "H",
        "L",
        "I",
        "D",
        "E",
        "P",
        "Q",
        "OTH",
        "UNK",
        "PNS",
    ],
)

CHILD = CONCERNS.only(
    "concerns-child",
    "Chuyện của em, bằng hình",
    "Concerns for children, as pictures",
    [
        "V1",
        "V3",
        "S0",
        "X",
        "N",
        "V7",
        "O",
        "H",
        "L",
        "V",
        "T",
        "M",
        "I",
        "D",
        "E",
        "P",
        "OTH",
        "Q",
        "UNK",
        "PNS",
    ],
)

INJURY_CAUSES = CodeList(
    "injury-cause", "Nguyên nhân tai nạn, mối nguy", "Causes of injury", [*INJURIES, UNKNOWN], CONCERNS.source
)

LISTS = [CONCERNS, PLAIN, CHILD, INJURY_CAUSES]
