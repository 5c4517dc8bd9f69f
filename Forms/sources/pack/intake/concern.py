"""Page C: the concern, the person of concern, the place, work and injuries."""

from ..code_lists import circumstances, concerns, people, safety
from ..parts import COMMUNE
from ..question import Question, code, group, number, part, question, several, text

CONCERNS: list[Question] = [
    question(
        "about",
        code(people.ABOUT),
        "R* R R",
        "facts",
        "B",
        ("Phiếu này nói về ai?", "Who is this about?"),
        child=("Em muốn nói về ai?", "Who is this about?"),
        icon="me",
        facet=True,
        m01="h4",
    ),
    question(
        "concerns",
        several(concerns.CONCERNS),
        "R* R R",
        "facts",
        "S",
        ("Có chuyện gì?", "What is the concern?"),
        hint=("Chọn được nhiều mục", "Several can be chosen"),
        child=("Có chuyện gì làm em lo?", "What worries you?"),
        child_hint=("Em chọn được nhiều hình.", "You can choose several pictures."),
        icon="storm",
        facet=True,
        m01="h4",
    ),
    question(
        "concern_main",
        code(concerns.CONCERNS),
        "- O r",
        "facts",
        "S",
        ("Vấn đề chính", "Main concern"),
        m01="h4",
    ),
    question(
        "observed_signs",
        several(safety.SIGNS),
        "- O O",
        "facts",
        "S",
        ("Dấu hiệu quan sát được", "Signs seen"),
        m01="A2e",
    ),
    question(
        "injury_facts",
        group(
            {
                "cause": part(code(concerns.INJURY_CAUSES), ("Nguyên nhân", "Cause")),
                "severity": part(code(safety.INJURY_SEVERITY), ("Mức độ", "Severity")),
                "hazard": part(text(300, "text"), ("Mối nguy là gì", "What the hazard is")),
                "today": part(
                    code(safety.YES_NO),
                    ("Hôm nay có thể có trẻ gặp nạn vì mối nguy này không?", "Could it hurt a child today?"),
                ),
            }
        ),
        "- r r",
        "facts",
        "S",
        ("Tai nạn, mối nguy", "Injury, hazard"),
    ),
    question(
        "work_facts",
        group(
            {
                "kind": part(code(circumstances.WORK_KIND), ("Trẻ làm việc gì", "Kind of work")),
                "hours_per_day": part(number(0, 24, whole=False), ("Mấy giờ mỗi ngày", "Hours a day")),
                "days_per_week": part(number(0, 7), ("Mấy ngày mỗi tuần", "Days a week")),
                "night": part(code(safety.YES_NO), ("Có làm ban đêm không", "Work at night")),
                "dangers": part(several(circumstances.WORK_DANGER), ("Mối nguy", "Dangers")),
                "paid_to": part(code(circumstances.PAID_TO), ("Tiền công trả cho ai", "Who is paid")),
                "in_school": part(code(safety.YES_NO), ("Còn đi học không", "In school")),
            }
        ),
        "- soft r",
        "facts",
        "S",
        ("Công việc trẻ đang làm", "Work facts"),
        hint=(
            "Ghi điều đã thấy; không hỏi trẻ như vậy là nặng hay nhẹ.",
            "What is seen; the child is not asked to judge.",
        ),
    ),
    question(
        "early_facts",
        group(
            {
                "age_months": part(number(0, 107), ("Tuổi tính bằng tháng", "Age in months")),
                "respondent": part(code(people.REPORTER), ("Ai trả lời", "Who answers")),
                "domains": part(several(circumstances.EARLY_DOMAIN), ("Điều cha mẹ lo", "What worries the carer")),
                "lost_skill": part(
                    code(safety.YES_NO),
                    ("Trẻ có mất đi điều đã biết làm không?", "Has the child lost something it could do?"),
                ),
                "advised": part(code(safety.YES_NO), ("Đã tư vấn cho cha mẹ", "Parents were advised")),
            }
        ),
        "- O O",
        "facts",
        "S",
        ("Phát triển của trẻ nhỏ (0-8 tuổi)", "Early development (0-8 years)"),
    ),
    question(
        "narrative",
        text(8000, "narrative"),
        "O O r",
        "facts",
        "S",
        ("Kể lại bằng lời", "In own words"),
        hint=("Ghi đúng lời đã nghe, không hỏi dò", "As it was told; do not probe"),
        child=(
            "Em có thể kể thêm nếu muốn. Không kể cũng được.",
            "You can tell more if you like. You do not have to.",
        ),
        child_hint=("Em viết theo cách của em", "In your own way"),
        icon="pencil",
        m01="A2e",
    ),
    question(
        "narrative_source",
        code(people.NARRATIVE_SOURCE),
        "auto auto R",
        "facts",
        "S",
        ("Nguồn lời kể", "Source of the words"),
    ),
]

PERSON: list[Question] = [
    question(
        "poc_relation",
        code(people.RELATION),
        "O O O",
        "accused",
        "S",
        ("Người gây ra là ai đối với trẻ?", "Who is that person to the child?"),
        hint=("Chỉ ghi khi được kể; không gợi ý.", "Only what was told; suggest nothing."),
        child=("Người đó là ai với em?", "Who is that person to you?"),
        shown="BK",
    ),
    question(
        "poc_in_home",
        code(safety.YES_NO),
        "O O r",
        "accused",
        "S",
        ("Người đó có sống cùng nhà với trẻ không?", "Does that person live with the child?"),
        child=("Người đó có ở cùng nhà với em không?", "Does that person live with you?"),
        shown="BK",
    ),
    question(
        "poc_text",
        text(200, "text"),
        "- O O",
        "accused",
        "T",
        ("Thông tin về người đó (nếu được kể)", "What was said about that person"),
    ),
    question(
        "dv_facts",
        group(
            {
                "no_contact": part(
                    code(safety.YES_NO),
                    ("Trẻ hoặc người giám hộ có yêu cầu cấm tiếp xúc không?", "Is an order of no contact asked for?"),
                ),
                "shelter": part(code(safety.YES_NO), ("Có đồng ý tạm lánh không?", "Is shelter accepted?")),
                "forms": part(several(circumstances.VIOLENCE_FORM), ("Hình thức bạo lực", "Forms of violence")),
            }
        ),
        "- - O",
        "accused",
        "S",
        ("Bạo lực gia đình", "Domestic violence"),
    ),
]

PLACE: list[Question] = [
    question(
        "incident_place_type",
        code(circumstances.PLACE_TYPE),
        "O O O",
        "place",
        "S",
        ("Xảy ra ở đâu (loại nơi)?", "Kind of place"),
        child=("Chuyện này xảy ra ở đâu?", "Where did it happen?"),
        shown="BK",
        facet=True,
        m01="A2d",
    ),
    question(
        "incident_commune",
        COMMUNE,
        "O O r",
        "place",
        "B",
        ("Xã, phường, đặc khu nơi xảy ra", "Commune of the incident"),
        hint=("Tên hoặc mã 5 chữ số; UNK nếu không biết", "Its name or five-digit code; UNK when not known"),
        child=("Chuyện xảy ra ở xã, phường nào?", "In which commune did it happen?"),
        shown="BK",
        facet=True,
        m01="A2d",
    ),
    question(
        "incident_detail",
        text(300, "text"),
        "- O O",
        "place",
        "S",
        ("Địa chỉ, mốc nhận biết", "Address, landmark"),
        m01="A2d",
    ),
]
