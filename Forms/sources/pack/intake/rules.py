"""The rules T01 to T33, in the order of their table. Whatever an answer leaves open counts for the child."""

from ..code_lists.concerns import CONCERNS
from ..conditions import (
    IS_CHILD,
    about,
    chose,
    concerns,
    defined,
    everything,
    flag,
    level,
    maybe_under,
    member,
    never,
    says,
    something,
)
from ..triage import (
    DECREE,
    DESIGN,
    EMERGENCY,
    FORWARD,
    HELP_NOW,
    PLAN,
    SAME_DAY,
    WITHIN_A_DAY,
    WITHIN_A_WEEK,
    WITHIN_THE_HOUR,
    WITHIN_THREE_DAYS,
    aim,
    at_once,
    law,
    medical_windows,
    rule,
)
from ..words import JSON
from .facts import FAMILY, known_class

CODES = CONCERNS.codes
SEXUAL = level(CODES, "S")
BEATEN = ["V", "V1", "V4"]
TAKEN = ["T", "T1", "T2"]
WORK = level(CODES, "X")
GRAVE = [*BEATEN, *SEXUAL, *TAKEN, "N", "N1", "N3", "N4", "O", "O2", "O3"]
MILD = ["V3", "V7", "O1"]
HARM = [code for code in level(CODES, "V", "S", "N", "O", "M", "X") if code not in MILD]
INJURY = level(CODES, "I")
UNEXPLAINED = [code for code in CODES if code[0] not in "IDEJP" or code == "PNS"]

CALM = everything(
    says("frequency", "ONCE"), says("safe_now", "Y"), never(says("hurt_now", "Y")), never(says("danger_reach", "Y"))
)

NOW: list[JSON] = [
    rule(
        "T01",
        says("safe_now", "N"),
        "U1",
        ["STAFF", "111", "113", "COMMUNE"],
        ("Trẻ đang không an toàn.", "The child is not safe now."),
        DECREE + "Điều 26, Điều 31",
        verified=True,
        deadlines=[FORWARD, EMERGENCY],
    ),
    rule(
        "T02",
        something(says("hurt_now", "Y"), member("injury_facts", "severity", "HOSPITAL", "DEATH")),
        "U1",
        ["115", "COMMUNE"],
        ("Có người bị thương cần bác sĩ ngay.", "Somebody is hurt and needs a doctor now."),
        DECREE + "Điều 31",
        verified=True,
        deadlines=[HELP_NOW],
    ),
    rule(
        "T03",
        says("self_harm", "PLAN_OR_ACT"),
        "U1",
        ["STAFF", "115", "111"],
        ("Có dấu hiệu sắp hoặc đã tự làm đau mình.", "A plan or an act of self-harm."),
        "design proposal; WHO mhGAP",
        deadlines=[HELP_NOW],
    ),
    rule(
        "T04",
        everything(says("happening", "NOW"), concerns(*BEATEN, *SEXUAL, *TAKEN, "X3", "X4", "N1")),
        "U1",
        ["113", "111", "COMMUNE"],
        ("Việc nghiêm trọng đang xảy ra.", "Serious harm is happening now."),
        DECREE + "Điều 31",
        verified=True,
        deadlines=[EMERGENCY],
        comment="V alone counts as V1: a first-level code is taken for the gravest act its wording can mean.",
    ),
    rule(
        "T05",
        everything(
            flag("harm_by_carer"),
            something(never(says("danger_reach", "N")), says("poc_in_home", "Y")),
            concerns(*GRAVE),
        ),
        "U1",
        ["COMMUNE", "111"],
        ("Người chăm sóc bị nghi là người gây hại.", "The carer is the person of concern."),
        DECREE + "Điều 31 khoản 1, Điều 32",
        verified=True,
        deadlines=[EMERGENCY, law("SEPARATION_END", "P15D", DECREE + "Điều 32")],
        comment="Never routed to the carer: x-tincay-routes takes the family out.",
    ),
    rule(
        "T06",
        something(
            concerns(*TAKEN),
            everything(
                concerns("L1"),
                something(
                    maybe_under(13),
                    says("hurt_now", "Y"),
                    says("danger_reach", "Y"),
                    says("weapon", "Y"),
                    says("safe_now", "N"),
                    says("self_harm", "THOUGHTS", "PLAN_OR_ACT"),
                ),
            ),
        ),
        "U1",
        ["113", "COMMUNE"],
        ("Nghi mua bán, bắt cóc, hoặc trẻ nhỏ mất tích.", "Trafficking, abduction, or a young child missing."),
        DECREE + "Điều 31; Luật 53/2024/QH15",
        confidence="medium",
        deadlines=[HELP_NOW],
    ),
    rule(
        "T07",
        says("weapon", "Y"),
        "U1",
        ["113"],
        ("Có vũ khí, đồ nguy hiểm.", "A weapon is involved."),
        deadlines=[HELP_NOW],
    ),
    rule(
        "T08",
        everything(
            maybe_under(6),
            something(
                concerns("N1"),
                everything(
                    concerns("N", "N2"), something(chose("observed_signs", ["ALONE"]), says("living_with", "ALONE"))
                ),
            ),
        ),
        "U1",
        ["COMMUNE", "111"],
        ("Trẻ dưới 6 tuổi bị bỏ rơi hoặc đang ở một mình.", "A child under six abandoned or alone."),
        DECREE + "Điều 31",
        confidence="design",
        deadlines=[EMERGENCY],
        comment="An unknown age counts as a small child's.",
    ),
]

SOON: list[JSON] = [
    rule(
        "T09",
        everything(concerns(*SEXUAL), says("happening", "NOW", "H24", "H72", "D5")),
        "U2",
        ["HEALTH", "POLICE", "COMMUNE"],
        (
            "Xâm hại tình dục trong 5 ngày qua: cần khám y tế sớm.",
            "Sexual abuse within five days: medical care is time-critical.",
        ),
        "WHO 2017; " + DECREE + "Điều 26 khoản 3",
        deadlines=[EMERGENCY, *medical_windows()],
        flags=["medical_window"],
        comment="Windows are what is left when the act was as long ago as the answer allows.",
    ),
    rule(
        "T10",
        everything(concerns(*SEXUAL), known_class("CHILD16", "UNK")),
        "U2",
        ["POLICE", "COMMUNE", "111"],
        ("Nghi xâm hại tình dục trẻ em dưới 16 tuổi.", "Sexual abuse of a child under sixteen."),
        "BLHS Điều 142-147; TTLT 06/2018 Điều 13",
        deadlines=[FORWARD, EMERGENCY],
        comment="An unknown age counts as under sixteen.",
    ),
    rule(
        "T11",
        everything(concerns(*SEXUAL), known_class("MINOR18")),
        "U2",
        ["POLICE", "CENTRE"],
        ("Nghi xâm hại tình dục người 16-17 tuổi.", "Sexual abuse of a person of sixteen or seventeen."),
        "BLHS",
        deadlines=[FORWARD, WITHIN_THE_HOUR],
    ),
    rule(
        "T12",
        something(
            everything(concerns(*BEATEN), says("frequency", "OFTEN", "ONGOING")),
            everything(concerns(*UNEXPLAINED), chose("observed_signs", ["INJURY"])),
            chose("csg", ["CSG09"]),
        ),
        "U2",
        ["COMMUNE"],
        ("Bạo lực lặp lại hoặc để lại thương tích.", "Violence that is repeated or leaves injuries."),
        DECREE + "Điều 26; TT 23/2010/TT-BLĐTBXH",
        verified=True,
        deadlines=[EMERGENCY],
        comment="Injuries count with every concern but accidents, disability, hardship and opinions.",
    ),
    rule(
        "T13",
        everything(concerns("O3"), never(says("happening", "M3", "Y1", "OLDER"))),
        "U2",
        ["POLICE", "111"],
        ("Bị phát tán hoặc đe dọa phát tán hình ảnh.", "Images are spread or threatened to be."),
        deadlines=[WITHIN_THE_HOUR],
    ),
    rule(
        "T14",
        something(says("self_harm", "THOUGHTS"), concerns("H", "H1", "H2")),
        "U2",
        ["COUNSELLOR", "111"],
        ("Có ý nghĩ làm đau bản thân.", "Thoughts of self-harm."),
        deadlines=[WITHIN_THE_HOUR],
    ),
    rule(
        "T15",
        something(
            says("living_with", "STREET"),
            concerns("L", "L1", "L2", "L3", "L4"),
            everything(says("living_with", "INSTITUTION", "SHELTER"), concerns(*GRAVE, *WORK)),
        ),
        "U2",
        ["COMMUNE", "CENTRE"],
        (
            "Trẻ đang ở ngoài đường, bỏ nhà, đi lạc, mất tích, hoặc bị hại trong cơ sở.",
            "The child is on the street, has run away, is lost or missing, or is harmed in an institution.",
        ),
        DECREE + "Điều 26",
        confidence="design",
        deadlines=[SAME_DAY],
        comment="A missing child for whom T06 finds no danger is looked for the same day.",
    ),
    rule(
        "T16",
        flag("LAB_WORST"),
        "U2",
        ["COMMUNE", "LABOUR"],
        (
            "Lao động nguy hiểm hoặc thuộc hình thức tồi tệ nhất.",
            "Hazardous work, or one of the worst forms of child labour.",
        ),
        "BLLĐ 2019 Điều 143-147; ILO C182",
        deadlines=[WITHIN_A_DAY],
    ),
    rule(
        "T16-CRIME",
        concerns("X4"),
        "U2",
        ["POLICE", "COMMUNE"],
        ("Trẻ bị dùng vào việc phạm pháp.", "The child is used in crime."),
        "BLLĐ 2019 Điều 147; ILO C182",
        deadlines=[WITHIN_A_DAY],
    ),
    rule(
        "T17",
        something(
            everything(concerns("N3", "N4"), maybe_under(3)),
            everything(concerns("N"), flag("young_child")),
            everything(
                concerns("N", "N3", "N4"),
                something(
                    chose("observed_signs", ["INJURY"]),
                    chose("needs", ["MEDICAL"]),
                    member("injury_facts", "severity", "MEDICAL"),
                ),
            ),
        ),
        "U2",
        ["HEALTH", "COMMUNE"],
        (
            "Trẻ nhỏ bị thiếu ăn, không được chữa bệnh, hoặc trẻ bị bỏ mặc cần khám.",
            "A small child without food or care, or a neglected child who needs a doctor.",
        ),
        DECREE + "Điều 31",
        confidence="design",
        deadlines=[SAME_DAY],
    ),
]

LATER: list[JSON] = [
    rule(
        "T16-AGE",
        flag("LAB_UNDERAGE", "LAB_HOURS", "LAB_NIGHT"),
        "U3",
        ["COMMUNE", "LABOUR"],
        (
            "Trẻ làm việc khi chưa đủ tuổi, quá giờ hoặc ban đêm.",
            "Work under age, for too many hours, or at night.",
        ),
        "BLLĐ 2019 Điều 143-147",
        deadlines=[WITHIN_A_DAY],
    ),
    rule(
        "T18",
        something(concerns(*HARM), everything(concerns(*MILD), never(CALM))),
        "U3",
        ["COMMUNE"],
        (
            "Có dấu hiệu bạo lực, xâm hại, bỏ mặc, bóc lột, tảo hôn hoặc nguy hại trên mạng.",
            "A sign of violence, abuse, neglect, exploitation, early marriage or online harm.",
        ),
        DECREE + "Điều 25-28",
        verified=True,
        deadlines=[FORWARD, WITHIN_A_DAY, PLAN],
        comment="Bullying and insults count here unless they happened once and the child is safe.",
    ),
    rule(
        "T19",
        everything(says("poc_relation", *FAMILY), member("dv_facts", "no_contact", "Y")),
        "U2",
        ["COMMUNE"],
        ("Có yêu cầu cấm tiếp xúc trong gia đình.", "An order of no contact in the family is asked for."),
        "Luật 13/2022/QH15, Điều 25",
        verified=True,
        flags=["no_contact_request"],
        deadlines=[
            law("NO_CONTACT_DECISION", "PT12H", "Luật 13/2022/QH15, Điều 25"),
            law("NO_CONTACT_END", "P3D", "Luật 13/2022/QH15, Điều 25"),
        ],
        comment="The decision is due within 12 hours, which is the clock of U2.",
    ),
    rule(
        "T20",
        everything(concerns(*MILD), CALM, never(concerns(*HARM))),
        "U4",
        ["SCHOOL", "COMMUNE"],
        ("Bắt nạt, xúc phạm nhẹ, một lần, trẻ an toàn.", "Bullying or an insult, once, and the child is safe."),
        "NĐ 80/2017/NĐ-CP; TT 18/2025/TT-BGDĐT",
        confidence="design",
        deadlines=[WITHIN_THREE_DAYS],
    ),
    rule(
        "T21",
        something(about("csg", {"minItems": 1}), concerns("H3", "H4", *level(CODES, "E", "J"))),
        "U5",
        ["CENTRE", "COMMUNE"],
        ("Trẻ cần được hỗ trợ.", "The child needs support."),
        DECREE + "chương II",
        confidence="design",
        deadlines=[WITHIN_A_WEEK],
        comment="Lasting distress and substance use, which the table leaves without a rule, need support at least.",
    ),
    rule(
        "T22",
        concerns(*level(CODES, "D")),
        "U5",
        ["HEALTH", "CENTRE"],
        ("Cần tư vấn về khuyết tật, phát triển.", "Advice on disability or development is needed."),
        deadlines=[WITHIN_A_WEEK],
    ),
    rule(
        "T22-LOSS",
        member("early_facts", "lost_skill", "Y"),
        "U4",
        ["HEALTH", "CENTRE"],
        ("Trẻ nhỏ mất đi kỹ năng đã có.", "A small child has lost a skill."),
        deadlines=[WITHIN_THREE_DAYS],
    ),
    rule(
        "T23",
        something(concerns(*INJURY), says("about", "PLACE")),
        "U5",
        ["COMMUNE"],
        ("Có tai nạn hoặc mối nguy cần xử lý.", "An injury or a hazard needs attention."),
        deadlines=[WITHIN_A_WEEK],
    ),
    rule(
        "T23-TODAY",
        member("injury_facts", "today", "Y"),
        "U3",
        ["COMMUNE"],
        ("Mối nguy có thể hại trẻ ngay hôm nay.", "The hazard can hurt a child today."),
        deadlines=[WITHIN_A_DAY],
    ),
    rule(
        "T24",
        something(concerns("P", "P1", "P3"), says("about", "OPINION")),
        "U0",
        ["CENTRE"],
        ("Ý kiến, câu hỏi.", "An opinion or a question."),
        "Luật Trẻ em 102/2016/QH13, Điều 74-79",
    ),
    rule(
        "T25",
        concerns("P2"),
        "U3",
        ["PROVINCE"],
        (
            "Phản ánh về một dịch vụ: không chuyển qua chính nơi đó.",
            "A complaint about a service: not routed through that service.",
        ),
        deadlines=[WITHIN_A_DAY],
    ),
    rule(
        "T26",
        everything(
            IS_CHILD,
            about("contact_way", {"not": {"const": "NONE"}}),
            something(says("safe_now", "PNS", "UNK"), concerns("PNS", "UNK", "Q", "OTH")),
        ),
        "U4",
        ["COUNSELLOR"],
        ("Em chưa muốn nói rõ nhưng muốn được liên lạc.", "The child does not say more, but wants to be contacted."),
        deadlines=[WITHIN_THREE_DAYS],
    ),
    rule(
        "T27",
        everything(IS_CHILD, says("safe_now", "UNK")),
        "U3",
        ["COUNSELLOR"],
        ("Em không biết mình có an toàn không.", "The child does not know whether it is safe."),
        deadlines=[WITHIN_A_DAY],
    ),
]

LIFTING: list[JSON] = [
    rule(
        "T28",
        says("reported_before", "Y"),
        "",
        [],
        ("Đã có phiếu về trẻ này trong 30 ngày.", "The child was reported before within 30 days."),
        DESIGN + "; " + DECREE + "Điều 30",
        confidence="design",
        raises=1,
    ),
    rule(
        "T29",
        something(about("others_at_risk", {"minimum": 3}), says("poc_relation", "INSTITUTION")),
        "U2",
        ["CENTRE", "PROVINCE"],
        ("Nhiều trẻ em, hoặc trong một cơ sở.", "Several children, or in an institution."),
        raises=1,
        deadlines=[aim("FIRST_CONTACT", "PT12H")],
    ),
    rule(
        "T30",
        everything(
            concerns(*level(CODES, "V", "S", "N")),
            something(
                flag("young_child"),
                defined("cannot"),
                chose("needs_comm", ["SIGN"]),
            ),
        ),
        "",
        [],
        ("Trẻ rất nhỏ, hoặc không tự nói, tự làm được.", "The child is very small, or cannot speak or do for itself."),
        raises=1,
    ),
]

WORDS: list[JSON] = [
    rule(
        "T32",
        something(flag("words_alarm"), everything(flag("words_doubt"), never(says("safe_now", "Y")))),
        "U2",
        ["COUNSELLOR"],
        ("Lời kể có từ đáng lo: cần người đọc ngay.", "Words in the text that worry: a person has to read it."),
        deadlines=[WITHIN_THE_HOUR],
        flags=["human_look"],
    ),
]

OFFLINE: list[JSON] = [
    rule(
        "T33",
        says("network", "OFFLINE", "UNK"),
        "U2",
        ["STAFF"],
        (
            "Máy không có mạng: gọi điện ngay, phiếu chưa tự chuyển đi được.",
            "The machine has no network: call at once, the report cannot leave by itself.",
        ),
        DECREE + "Điều 25 khoản 1",
        verified=True,
        accompanies=True,
        hotlines=["111", "113", "COMMUNE"],
        deadlines=[at_once(DECREE + "Điều 25 khoản 1")],
        flags=["no_network"],
        comment="It makes nothing more or less urgent. COMMUNE is the duty number that a deployment gives for it.",
    ),
]

RULES: list[JSON] = [*NOW, *SOON, *LATER, *LIFTING, *WORDS, *OFFLINE]

CANNOT: JSON = {
    "anyOf": [
        member("function_short", name, "CANNOT")
        for name in ("see", "hear", "walk", "remember", "self_care", "communicate")
    ]
}
"""Something that the child cannot do at all."""
