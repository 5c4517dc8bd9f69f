"""Page D: the child. Nothing here is ever forced from a child."""

from ..code_lists import circumstances, origins, people, safety, session
from ..parts import COMMUNE, partial_date
from ..question import Question, code, group, number, part, question, rows, several, text
from ..words import JSON, Pair


def _parent(name: str, field: str, label: Pair) -> Question:
    """What is known about a parent."""
    answer = group(
        {
            "name": part(text(100, "name"), ("Họ và tên", "Name")),
            "age": part(number(10, 120), ("Tuổi", "Age")),
            "job": part(text(100, "text"), ("Nghề nghiệp", "Occupation")),
            "state": part(code(people.PARENT_STATE), ("Tình trạng", "State")),
        }
    )
    return question(name, answer, "- O O", "identity", "B", label, shown="K", m01=field)


_DIFFICULTY = code(circumstances.FUNCTIONING)

_OTHER_CHILD: dict[str, JSON] = {
    "name": part(text(100, "name"), ("Họ và tên, hoặc tên gọi", "Name or nickname")),
    "birth_year": part(number(1990, 2200), ("Năm sinh", "Year of birth")),
    "age_est": part(number(0, 25), ("Khoảng mấy tuổi", "About how old")),
    "sex": part(code(people.SEX), ("Giới tính", "Sex")),
    "living_with": part(code(people.LIVING), ("Đang sống với ai", "Lives with")),
    "commune": part(COMMUNE, ("Xã, phường, đặc khu nơi trẻ ở", "Commune of residence")),
}

QUESTIONS: list[Question] = [
    question(
        "child_name",
        text(100, "name"),
        "O O O",
        "identity",
        "B",
        ("Họ và tên, hoặc tên gọi", "Name or nickname"),
        child=("Em tên là gì? Không nói cũng được.", "What is your name? You need not say."),
        shown="BK",
        m01="A2a",
    ),
    question(
        "child_birth",
        partial_date(),
        "O - O",
        "identity",
        "B",
        ("Ngày, tháng, năm sinh", "Birth date"),
        hint=("Chỉ biết năm thì chỉ ghi năm", "Only the year when only the year is known"),
        child=("Em sinh năm nào?", "Which year were you born in?"),
        shown="K",
        m01="A2b",
    ),
    question(
        "child_age_est",
        number(0, 25),
        "O O r",
        "facts",
        "B",
        ("Khoảng mấy tuổi (theo năm sinh)?", "About how old?"),
        child=("Em mấy tuổi?", "How old are you?"),
        child_hint=("Em nhớ khoảng bao nhiêu cũng được.", "About how old is enough."),
        icon="cake",
        m01="A2b",
    ),
    question(
        "age_basis",
        code(people.AGE_BASIS),
        "auto auto R",
        "facts",
        "N",
        ("Căn cứ xác định tuổi", "Basis of the age"),
    ),
    question(
        "child_sex",
        code(people.SEX),
        "O O R",
        "facts",
        "B",
        ("Giới tính của trẻ", "Sex of the child"),
        child=("Em là con trai hay con gái?", "Are you a boy or a girl?"),
        child_hint=("Em không muốn nói cũng được.", "You need not say."),
        icon="me",
        facet=True,
        m01="A2c",
    ),
    question(
        "child_ethnic",
        code(origins.ETHNIC),
        "- - O",
        "identity",
        "S",
        ("Dân tộc", "Ethnic group"),
    ),
    question(
        "child_commune",
        COMMUNE,
        "O O O",
        "identity",
        "B",
        ("Xã, phường, đặc khu nơi trẻ ở", "Commune where the child lives"),
        hint=("Tên hoặc mã 5 chữ số", "Its name or five-digit code"),
        child=("Em thường ở xã, phường nào?", "Which commune do you live in?"),
        icon="map",
        facet=True,
    ),
    question(
        "child_school",
        text(150, "text"),
        "O O O",
        "identity",
        "B",
        ("Trường", "School"),
        child=("Em học trường nào? Không nói cũng được.", "Which school? You need not say."),
        shown="BK",
    ),
    question(
        "school_level",
        code(circumstances.EDUCATION),
        "O O O",
        "facts",
        "B",
        ("Cấp học", "School level"),
        child=("Em học cấp mấy?", "Which level of school?"),
        shown="BK",
    ),
    question(
        "living_with",
        code(people.LIVING),
        "O O R",
        "facts",
        "S",
        ("Trẻ đang sống với ai?", "Who does the child live with?"),
        child=("Em đang sống với ai?", "Who do you live with?"),
        shown="BK",
        m01="A2k",
    ),
    question(
        "csg",
        several(circumstances.SPECIAL),
        "- - O",
        "facts",
        "S",
        ("Hoàn cảnh đặc biệt", "Special circumstances"),
        m01="h4",
    ),
    question(
        "function_short",
        group(
            {
                "see": part(_DIFFICULTY, ("Nhìn, kể cả khi đeo kính", "Seeing, even with glasses")),
                "hear": part(_DIFFICULTY, ("Nghe, kể cả khi dùng máy trợ thính", "Hearing, even with an aid")),
                "walk": part(_DIFFICULTY, ("Đi lại, lên bậc thang", "Walking, climbing steps")),
                "remember": part(_DIFFICULTY, ("Nhớ, tập trung", "Remembering, concentrating")),
                "self_care": part(_DIFFICULTY, ("Tự tắm rửa, mặc quần áo", "Washing, dressing")),
                "communicate": part(_DIFFICULTY, ("Nói và hiểu bằng tiếng quen dùng", "Communicating")),
                "help_needed": part(code(safety.YES_NO), ("Cần giúp để giao tiếp không", "Needs help to communicate")),
                "help_way": part(text(200, "text"), ("Giúp bằng cách nào", "In which way")),
            }
        ),
        "- - O",
        "facts",
        "S",
        ("Khó khăn về chức năng", "Functioning"),
        hint=(
            "Cha mẹ hoặc người chăm sóc trả lời; không hỏi “trẻ có khuyết tật không”.",
            "A parent or carer answers; never ask whether the child is disabled.",
        ),
    ),
    question(
        "disability_papers",
        group(
            {
                "kinds": part(several(circumstances.DISABILITY_KIND), ("Dạng ghi trên giấy", "Kinds on the paper")),
                "degree": part(code(circumstances.DISABILITY_DEGREE), ("Mức độ ghi trên giấy", "Degree on the paper")),
            }
        ),
        "- - O",
        "facts",
        "S",
        ("Giấy xác nhận khuyết tật", "Disability certificate"),
        hint=("Chỉ chép từ giấy.", "Only what the paper says."),
    ),
    question(
        "needs_comm",
        several(session.COMMUNICATION),
        "O O O",
        "facts",
        "S",
        ("Cần hỗ trợ giao tiếp", "Communication needs"),
        child=("Em cần giúp gì để nói chuyện?", "What helps you to talk?"),
        shown="BK",
    ),
    question(
        "child_id",
        text(30, "digits", format="vn-cccd", **{"x-tincay-relax": True}),
        "- - O",
        "identity",
        "T",
        ("Số định danh cá nhân", "Personal identification number"),
        hint=("Không bắt buộc. Không chụp giấy tờ.", "Never needed. No photographs of papers."),
    ),
    question(
        "other_children",
        rows(19, _OTHER_CHILD),
        "O O O",
        "identity",
        "B",
        ("Các trẻ em khác trong phiếu này", "The other children of this report"),
        hint=(
            "Trẻ đầu tiên ghi ở các câu trên; nhiều nhất 20 trẻ một phiếu.",
            "The first child stands above; a report has at most 20.",
        ),
        shown="K",
    ),
    _parent("father", "A2g", ("Cha", "Father")),
    _parent("mother", "A2h", ("Mẹ", "Mother")),
    question(
        "carer",
        group(
            {
                "kind": part(code(people.LIVING), ("Thuộc loại nào", "Kind")),
                "text": part(text(200, "text"), ("Là ai", "Who")),
            }
        ),
        "- O O",
        "identity",
        "B",
        ("Ai đang chăm sóc trẻ?", "Who looks after the child?"),
        m01="A2k",
    ),
    question(
        "family_situation",
        text(2000, "narrative"),
        "- O O",
        "notes",
        "S",
        ("Hoàn cảnh gia đình", "Family situation"),
        m01="A2i",
    ),
    question("poverty", code(circumstances.POVERTY), "- - O", "facts", "S", ("Hộ nghèo, cận nghèo", "Poverty")),
    question(
        "poverty_year",
        number(2000, 2200),
        "- - O",
        "facts",
        "S",
        ("Năm của giấy chứng nhận hộ nghèo", "Year of the certificate"),
    ),
    question(
        "em_area",
        code(safety.YES_NO),
        "- - O",
        "facts",
        "S",
        ("Thôn, ấp đặc biệt khó khăn", "Especially hard hamlet"),
    ),
]
