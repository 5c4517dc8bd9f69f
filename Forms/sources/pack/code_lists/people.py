"""Who people are: informants, persons of concern, the child."""

from ..code_list import UNKNOWN, UNSAID, CodeList, choice
from .safety import DESIGN

REPORTER = CodeList(
    "reporter",
    "Người báo tin",
    "Informants",
    [
        choice("CHILD_SELF", "Chính em", "The child"),
        choice("CHILD_PEER", "Bạn, trẻ em khác", "Friend, another child"),
        choice("SIBLING", "Anh chị em", "Sibling"),
        choice("PARENT", "Cha, mẹ", "Parent"),
        choice("KIN", "Ông bà, họ hàng", "Kin"),
        choice("CARER", "Người chăm sóc thay thế", "Alternative carer"),
        choice("NEIGHBOUR", "Hàng xóm", "Neighbour"),
        choice("TEACHER", "Thầy cô, nhân viên trường", "Teacher, school staff"),
        choice("HEALTH", "Nhân viên y tế", "Health worker"),
        choice("COMMUNE_CPW", "Người làm công tác bảo vệ trẻ em cấp xã", "Commune child protection worker"),
        choice("COLLAB", "Cộng tác viên", "Collaborator"),
        choice("SOCIALWORKER", "Nhân viên công tác xã hội", "Social worker"),
        choice("POLICE", "Công an", "Police"),
        choice("MASSORG", "Đoàn thể", "Mass organisation"),
        choice("EMPLOYER", "Chủ, đồng nghiệp nơi làm việc", "Employer, colleague"),
        choice("PASSERBY", "Người qua đường", "Passer-by"),
        choice("MEDIA", "Báo chí", "Media"),
        choice("SUSPECT_SELF", "Chính người gây hại", "The person who harmed"),
        choice("ANON", "Không nêu", "Not named"),
        choice("OTH", "Khác", "Other"),
    ],
    DESIGN,
)

_OTHER_PERSON = choice("OTH", "Người khác", "Somebody else", ("Người khác", "Someone else"))

RELATION = CodeList(
    "relation",
    "Quan hệ của người bị nghi gây hại với trẻ",
    "Relation of the person of concern to the child",
    [
        choice("FATHER", "Cha", "Father", ("Ba, cha", "My father")),
        choice("MOTHER", "Mẹ", "Mother", ("Má, mẹ", "My mother")),
        choice("STEPFATHER", "Cha dượng", "Stepfather", ("Dượng", "My stepfather")),
        choice("STEPMOTHER", "Mẹ kế", "Stepmother", ("Mẹ kế, dì ghẻ", "My stepmother")),
        choice("SIBLING", "Anh chị em", "Sibling", ("Anh, chị, em", "My brother or sister")),
        choice("GRANDPARENT", "Ông bà", "Grandparent", ("Ông, bà", "My grandfather or grandmother")),
        choice("OTHERKIN", "Họ hàng khác", "Other kin", ("Cô, dì, chú, bác, họ hàng", "Someone in my family")),
        choice(
            "CARER",
            "Người nuôi dưỡng, chăm sóc thay thế",
            "Alternative carer",
            ("Người nuôi em", "The person who looks after me"),
        ),
        choice(
            "PARENT_PARTNER",
            "Người tình của cha hoặc mẹ",
            "Partner of a parent",
            ("Bạn của ba hoặc của mẹ", "My mother's or father's friend"),
        ),
        choice(
            "TEACHER",
            "Thầy cô, nhân viên trường",
            "Teacher, school staff",
            ("Thầy cô, người ở trường", "A teacher or someone at school"),
        ),
        choice("CLASSMATE", "Bạn học", "Classmate", ("Bạn học", "A classmate")),
        choice("PEER", "Trẻ em khác", "Another child", ("Bạn khác", "Another child")),
        choice("NEIGHBOUR", "Hàng xóm", "Neighbour", ("Hàng xóm", "A neighbour")),
        choice("FAMILYFRIEND", "Bạn của gia đình", "Friend of the family", ("Bạn của nhà em", "A friend of my family")),
        choice("EMPLOYER", "Chủ lao động", "Employer", ("Chủ nơi em làm", "My employer")),
        choice("PARTNER", "Người yêu", "Partner", ("Người yêu", "My boyfriend or girlfriend")),
        choice(
            "RELIGIOUS",
            "Người trong cơ sở tôn giáo",
            "Religious person",
            ("Người ở chùa, nhà thờ", "Someone at the pagoda or church"),
        ),
        choice(
            "INSTITUTION",
            "Nhân viên cơ sở nuôi dưỡng",
            "Staff of an institution",
            ("Người ở nơi nuôi em", "Someone where I am cared for"),
        ),
        choice("ONLINE", "Người quen qua mạng", "Online acquaintance", ("Người trên mạng", "Someone online")),
        choice("STRANGER", "Người lạ", "Stranger", ("Người lạ", "A stranger")),
        choice(
            "SERVICE_STAFF",
            "Người của chính điểm tiếp nhận",
            "Staff of this very point",
            ("Người ở chính nơi này", "Someone who works here"),
        ),
        choice("SEVERAL", "Nhiều người", "Several people", ("Nhiều người", "Several people")),
        choice("NONE", "Không có", "Nobody", ("Không có ai", "Nobody")),
        _OTHER_PERSON,
        UNKNOWN,
        UNSAID,
    ],
    DESIGN,
)

NOT_TO_TELL = RELATION.only(
    "not-to-tell",
    "Không được cho biết",
    "Who must not be told",
    [
        "FATHER",
        "MOTHER",
        "STEPFATHER",
        "STEPMOTHER",
        "SIBLING",
        "GRANDPARENT",
        "OTHERKIN",
        "CARER",
        "PARENT_PARTNER",
        "TEACHER",
        "CLASSMATE",
        "PEER",
        "NEIGHBOUR",
        "FAMILYFRIEND",
        "EMPLOYER",
        "PARTNER",
        "RELIGIOUS",
        "INSTITUTION",
        "ONLINE",
        "STRANGER",
        "SERVICE_STAFF",
        "SEVERAL",
    ],
    [
        choice("SCHOOL", "Nhà trường", "The school", ("Trường em", "My school")),
        choice("NONE", "Không có ai", "Nobody", ("Ai biết cũng được", "Anyone may know")),
        _OTHER_PERSON,
        UNKNOWN,
        UNSAID,
    ],
)

LIVING = CodeList(
    "living",
    "Nơi ở, người chăm sóc",
    "Living arrangement",
    [
        choice("BOTH_PARENTS", "Với cha và mẹ", "With both parents", ("Với ba và mẹ", "With my parents")),
        choice("ONE_PARENT", "Với cha hoặc mẹ", "With one parent", ("Với ba hoặc với mẹ", "With my father or mother")),
        choice(
            "STEPFAMILY",
            "Với cha mẹ và cha dượng hoặc mẹ kế",
            "Stepfamily",
            ("Với ba mẹ và dượng hoặc dì", "With a stepparent"),
        ),
        choice("KIN", "Với ông bà, họ hàng", "With kin", ("Với ông bà, cô chú", "With my family")),
        choice(
            "SIBLINGS_ONLY", "Anh chị em tự lo", "Siblings only", ("Chỉ có anh chị em", "Only brothers and sisters")
        ),
        choice("FOSTER", "Gia đình chăm sóc thay thế", "Foster family", ("Gia đình nhận chăm em", "A foster family")),
        choice("ADOPTIVE", "Gia đình nhận nuôi", "Adoptive family", ("Ba mẹ nuôi", "My adoptive parents")),
        choice("INSTITUTION", "Cơ sở trợ giúp xã hội", "Institution", ("Mái ấm, trung tâm", "A children's home")),
        choice("SHELTER", "Nhà tạm lánh", "Shelter", ("Nhà tạm lánh", "A shelter")),
        choice("BOARDING", "Nội trú, bán trú", "Boarding", ("Ở nội trú", "At boarding school")),
        choice("EMPLOYER", "Ở nơi làm việc", "At an employer's", ("Ở chỗ em làm", "Where I work")),
        choice("ALONE", "Sống một mình", "Alone", ("Một mình", "Alone")),
        choice("STREET", "Lang thang", "On the street", ("Ở ngoài đường", "On the street")),
        choice("DETENTION", "Cơ sở giáo dục bắt buộc, giam giữ", "Detention", ("Trường giáo dưỡng", "Detention")),
        choice("MIGRANT_CAMP", "Khu trọ, lán trại", "Migrant lodging", ("Khu trọ, lán trại", "A workers' lodging")),
        choice("WITH_PARTNER", "Sống như vợ chồng", "With a partner", ("Với người yêu", "With my partner")),
        choice("OTH", "Khác", "Other", ("Chỗ khác", "Somewhere else")),
        UNKNOWN,
        UNSAID,
    ],
    DESIGN,
)

ABOUT = CodeList(
    "about",
    "Phiếu này nói về ai",
    "Whom a report is about",
    [
        choice("ME", "Chính người báo", "The person reporting", ("Về em", "About me"), "me"),
        choice("OTHER_CHILD", "Một trẻ em khác", "Another child", ("Về một bạn khác", "About another child"), "friend"),
        choice("SEVERAL", "Nhiều trẻ em", "Several children", ("Về nhiều bạn", "About several children"), "friends"),
        choice(
            "PLACE",
            "Một nơi nguy hiểm",
            "A dangerous place",
            ("Về một chỗ nguy hiểm", "About a dangerous place"),
            "warning",
        ),
        choice("OPINION", "Ý kiến, góp ý", "An opinion", ("Em muốn góp ý", "I have an opinion"), "speech"),
        UNSAID,
    ],
    DESIGN,
)

SEX = CodeList(
    "sex",
    "Giới tính",
    "Sex",
    [
        choice("M", "Nam", "Male", ("Con trai", "Boy")),
        choice("F", "Nữ", "Female", ("Con gái", "Girl")),
        choice("U", "Không biết", "Not known", ("Em không muốn nói", "I don't want to say"), "quiet"),
    ],
    "NĐ 56/2017/NĐ-CP, Mẫu số 01",
    verified=True,
)

AGE_BASIS = CodeList(
    "age-basis",
    "Căn cứ xác định tuổi",
    "Basis of the age",
    [
        choice("DOC", "Giấy tờ", "Document"),
        choice("STATED", "Lời kể", "Stated"),
        choice("EST", "Ước lượng", "Estimated"),
        choice("UNK", "Không biết", "Not known"),
    ],
    "Luật 91/2025/QH15; NĐ 330/2026/NĐ-CP, Điều 60",
)

BIRTH_PRECISION = CodeList(
    "birth-precision",
    "Độ chính xác của ngày sinh",
    "Precision of a birth date",
    [
        choice("D", "Đủ ngày, tháng, năm", "Full date"),
        choice("M", "Tháng và năm", "Month"),
        choice("Y", "Chỉ năm", "Year"),
        choice("AGE", "Số tuổi", "Age in years"),
        choice("BAND", "Nhóm tuổi", "Age band"),
    ],
    DESIGN,
)

AGE_BAND = CodeList(
    "age-band",
    "Nhóm tuổi thống kê",
    "Age bands for statistics",
    [
        choice("A0", "Dưới 3 tuổi", "Under 3", min=0, under=3),
        choice("A3", "Từ 3 đến dưới 6 tuổi", "3 to under 6", min=3, under=6),
        choice("A6", "Từ 6 đến dưới 11 tuổi", "6 to under 11", min=6, under=11),
        choice("A11", "Từ 11 đến dưới 13 tuổi", "11 to under 13", min=11, under=13),
        choice("A13", "Từ 13 đến dưới 16 tuổi", "13 to under 16", min=13, under=16),
        choice("A16", "Từ 16 đến dưới 18 tuổi", "16 to under 18", min=16, under=18),
        choice("A18", "Từ 18 tuổi", "18 and over", min=18),
        choice("UNK", "Không biết", "Not known"),
    ],
    DESIGN,
    verified=False,
    confidence="design",
)

PARENT_STATE = CodeList(
    "parent-state",
    "Tình trạng của cha, mẹ",
    "State of a parent",
    [
        choice("PRESENT", "Đang sống cùng trẻ", "Lives with the child"),
        choice("ABSENT", "Đi vắng, sống nơi khác", "Absent, lives elsewhere"),
        choice("DEAD", "Đã mất", "Dead"),
        choice("MISSING", "Mất tích, không rõ ở đâu", "Missing"),
        choice("UNK", "Không biết", "Not known"),
    ],
    DESIGN,
)

FIRST_HAND = CodeList(
    "first-hand",
    "Vì sao biết chuyện",
    "How it is known",
    [
        choice("SAW", "Tận mắt thấy, nghe", "Saw or heard it"),
        choice("CHILD_TOLD", "Trẻ kể", "The child told"),
        choice("HEARD", "Nghe người khác nói", "Heard from others"),
        choice("DOCUMENT", "Qua giấy tờ, hình ảnh", "From a document"),
    ],
    DESIGN,
)

NARRATIVE_SOURCE = CodeList(
    "narrative-source",
    "Nguồn lời kể",
    "Source of the words",
    [
        choice("CHILD_WORDS", "Lời của trẻ", "The child's words"),
        choice("INFORMANT_WORDS", "Lời người báo", "The informant's words"),
        choice("OBSERVED", "Quan sát", "Observed"),
        choice("DOC", "Giấy tờ", "Document"),
    ],
    DESIGN,
)

LISTS = [
    REPORTER,
    RELATION,
    NOT_TO_TELL,
    LIVING,
    ABOUT,
    SEX,
    AGE_BASIS,
    BIRTH_PRECISION,
    AGE_BAND,
    PARENT_STATE,
    FIRST_HAND,
    NARRATIVE_SOURCE,
]
