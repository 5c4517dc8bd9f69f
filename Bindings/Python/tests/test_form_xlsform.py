"""`form from-xlsform`: what comes over means the same, what does not is told, and no workbook does harm."""

from __future__ import annotations

import datetime
import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any, Optional

import pytest

from tincay import Form
from tincay.__main__ import main
from tincay.authoring.check import check
from tincay.authoring.phrases import LANGUAGES, Phrases
from tincay.authoring.xlsform.expression import Untranslatable, read
from tincay.authoring.xlsform.importer import Imported, from_xlsform
from tincay.authoring.xlsform.languages import tag
from tincay.authoring.xlsform.workbook import MOST_ROWS, WorkbookError

openpyxl = pytest.importorskip("openpyxl")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:openpyxl")

Cells = list[list[Any]]

CHOICES: Cells = [
    ["list_name", "name", "label"],
    ["yn", "yes", "Yes"],
    ["yn", "no", "No"],
    ["kinds", "hit", "Hit"],
    ["kinds", "left", "Left alone"],
    ["scale", 1, "Little"],
    ["scale", 2, "Some"],
    ["scale", 3, "Much"],
]


def workbook(survey: Optional[Cells], choices: Optional[Cells] = CHOICES, settings: Optional[Cells] = None) -> Any:
    """Makes a workbook."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in (("survey", survey), ("choices", choices), ("settings", settings)):
        if rows is not None:
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
    return book


def packed(book: Any) -> bytes:
    """Writes a workbook to bytes."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def imported(*rows: list[Any], columns: tuple[str, ...] = ("relevant",), **more: Any) -> Imported:
    """Brings over a survey whose rows are type, name, label, and the columns named."""
    survey = [["type", "name", "label::English (en)", *columns], *rows]
    settings = [["form_id", "version", "default_language"], ["test", "1", "English (en)"]]
    found = from_xlsform(packed(workbook(survey, settings=settings, **more)))
    checked = check(json.dumps(found.form).encode())
    assert checked.is_sound, [(advice.code, advice.pointer) for advice in checked.advice]
    return found


def codes(found: Imported) -> list[str]:
    """The codes of what was left behind."""
    return [loss.code for loss in found.losses]


def accepts(found: Imported, answers: dict[str, Any]) -> bool:
    """Whether the imported form accepts answers."""
    with Form(found.form) as form:
        return form.check(answers)["accepted"]


def asked(found: Imported, answers: dict[str, Any]) -> set[str]:
    """The questions that a screen shows after some answers."""
    with Form(found.form) as form:
        return {question["id"] for question in form.state(answers)["questions"] if question["visible"]}


SAFE = ["select_one yn", "safe", "Safe?"]
KINDS = ["select_multiple kinds", "kinds", "What?"]
AGE = ["integer", "age", "Age"]
STORY = ["text", "story", "Story"]


@pytest.mark.parametrize(
    ("expression", "shown", "hidden"),
    [
        ("${safe} = 'no'", [{"safe": "no"}], [{}, {"safe": "yes"}]),
        ("'no' = ${safe}", [{"safe": "no"}], [{}, {"safe": "yes"}]),
        ("${safe} != 'no'", [{}, {"safe": "yes"}], [{"safe": "no"}]),
        ("not(${safe} = 'no')", [{}, {"safe": "yes"}], [{"safe": "no"}]),
        ("${safe} = ''", [{}], [{"safe": "no"}]),
        ('${story} != ""', [{"story": "x"}], [{}, {"story": ""}]),
        ("selected(${safe}, 'no')", [{"safe": "no"}], [{}, {"safe": "yes"}]),
        ("selected( ${kinds},'hit' )", [{"kinds": ["left", "hit"]}], [{}, {"kinds": ["left"]}]),
        ("${kinds} = 'hit'", [{"kinds": ["hit"]}], [{}, {"kinds": ["left", "hit"]}]),
        ("${age} > 3", [{"age": 4}], [{}, {"age": 3}]),
        ("3 >= ${age}", [{"age": 3}], [{}, {"age": 4}]),
        ("${age} < -1.5", [{"age": -2}], [{}, {"age": -1}]),
        ("${age} = 4 or ${age}=5", [{"age": 4}, {"age": 5}], [{}, {"age": 6}]),
        ("${safe} = 'no' and (${age} > 3 or ${age} < 1)", [{"safe": "no", "age": 0}], [{"safe": "no", "age": 2}]),
        ("${safe} = \u2018no\u2019", [{"safe": "no"}], [{"safe": "yes"}]),
        ("count-selected(${kinds}) >= 2", [{"kinds": ["hit", "left"]}], [{}, {"kinds": ["hit"]}]),
        ("count-selected(${kinds}) < 2", [{}, {"kinds": ["hit"]}], [{"kinds": ["hit", "left"]}]),
        ("count-selected(${kinds}) = 0", [{}, {"kinds": []}], [{"kinds": ["hit"]}]),
        ("count-selected(${kinds}) != 1", [{}, {"kinds": ["hit", "left"]}], [{"kinds": ["hit"]}]),
        ("count-selected(${kinds}) >= 0", [{}, {"kinds": ["hit"]}], []),
        ("string-length(${story}) > 2", [{"story": "abc"}], [{}, {"story": "ab"}]),
        ("regex(${story}, 'a+')", [{"story": "aa"}], [{}, {"story": "aab"}]),
        ("${scale} >= 2", [{"scale": "2"}, {"scale": "3"}], [{}, {"scale": "1"}]),
        ("${ok} = 'OK'", [{"ok": True}], [{}, {"ok": False}]),
        ("${day} = '2026-09-02'", [{"day": "2026-09-02"}], [{}, {"day": "2026-09-03"}]),
        ("true()", [{}], []),
        ("false()", [], [{}]),
    ],
)
def test_a_condition_comes_over_with_its_meaning(
    expression: str, shown: list[dict[str, Any]], hidden: list[dict[str, Any]]
) -> None:
    found = imported(
        *(SAFE, KINDS, AGE, STORY, ["select_one scale", "scale", "Scale"], ["acknowledge", "ok", "OK?"]),
        ["date", "day", "Day"],
        ["integer", "more", "More", expression],
    )
    assert codes(found) == []
    for answers in shown:
        assert "more" in asked(found, answers)
        assert accepts(found, {**answers, "more": 1})
    for answers in hidden:
        assert "more" not in asked(found, answers)
        assert not accepts(found, {**answers, "more": 1})


@pytest.mark.parametrize(
    "expression",
    [
        "${age} + 1 > 3",
        "${age} > ${age}",
        "today() > 3",
        "${nobody} = 1",
        "${safe} = 'perhaps'",
        "${safe} > 'no'",
        "${story} > 3",
        "${age} = 'old'",
        "${age}",
        "${age} = 1 = 1",
        "jr:choice-name(${safe}, 'x') = 'y'",
        "selected(${age}, 'x')",
        "not(",
        "${age} = 12345678901234567890",
        "regex(${story}, '(a)\\1')",
        "((((",
        "(" * 300 + "1" + ")" * 300,
        "${age} = 1 or " * 400 + "true()",
        "'" * 3,
        ". = 1",
        "\x00",
        "${" * 50,
    ],
)
def test_a_condition_without_counterpart_is_told_and_the_question_always_asked(expression: str) -> None:
    survey = [["type", "name", "label", "relevant"], SAFE, AGE, STORY, ["integer", "more", "More", "@"]]
    book = workbook(survey)
    cell = book["survey"].cell(5, 4)
    cell.value, cell.data_type = expression.replace("\x00", "^"), "s"
    found = from_xlsform(packed(book), language="en", takes_pattern=lambda pattern: "\\1" not in pattern)
    assert [(loss.code, loss.row) for loss in found.losses if loss.code != "noLanguage"] == [("relevant", 5)]
    assert "more" in asked(found, {})
    for language in LANGUAGES:
        assert "{}" not in found.losses[0].sentence(Phrases(language))


@pytest.mark.parametrize(
    ("row", "good", "bad"),
    [
        ([*AGE, ". >= 0 and . <= 25"], [0, 25], [-1, 26, 1.5]),
        ([*AGE, ". > 0 and . != 13"], [1, 14], [0, 13]),
        ([*AGE, ". < 5 or . > 10"], [4, 11], [7]),
        (["decimal", "age", "Age", ". <= 2.5"], [2.5], [2.6]),
        ([*STORY, "regex(., '[0-9]{3}')"], ["123"], ["12", "1234", "x123"]),
        ([*STORY, "regex(., '^a$|^b$')"], ["a", "b"], ["ab", "c"]),
        ([*STORY, "string-length(.) <= 3"], ["abc"], ["abcd"]),
        ([*STORY, "string-length(.) < 5 and string-length(.) < 3"], ["ab"], ["abc", "abcd"]),
        ([*STORY, ". != 'no'"], ["yes"], ["no"]),
        ([*KINDS, "count-selected(.) <= 1"], [["hit"]], [["hit", "left"]]),
        ([*KINDS, "not(selected(., 'hit') and count-selected(.) > 1)"], [["hit"], ["left"]], [["hit", "left"]]),
        (["time", "at", "At"], ["07:30"], ["25:00", "7:30"]),
        (["datetime", "at", "At"], ["2026-09-02T07:30:00+07:00"], ["today"]),
        (["barcode", "bar", "Bar"], ["893"], [5]),
        (["select_one scale", "scale", "Scale"], ["1"], [1, "4"]),
    ],
)
def test_limits_of_an_answer_come_over(row: list[Any], good: list[Any], bad: list[Any]) -> None:
    found = imported(row, columns=("constraint",))
    assert codes(found) == []
    for value in good:
        assert accepts(found, {row[1]: value})
    for value in bad:
        assert not accepts(found, {row[1]: value})


def test_a_constraint_keeps_its_message() -> None:
    columns = ("constraint", "constraint_message::Tiếng Việt (vi)")
    found = imported([*AGE, ". >= 0 and . <= 25", "Tuổi từ 0 đến 25"], columns=columns)
    with Form(found.form) as form:
        assert form.check({"age": 30}, "vi")["findings"][0]["message"] == "Tuổi từ 0 đến 25"


def test_part_of_a_constraint_may_come_over_alone() -> None:
    found = imported([*AGE, ". >= 0 and . <= ${age} * 2"], columns=("constraint",))
    assert codes(found) == ["constraint"]
    found = imported([*AGE, ". >= 0 and . < today()"], columns=("constraint",))
    assert codes(found) == ["constraint"]
    assert not accepts(found, {"age": -1})


def test_two_answers_are_compared() -> None:
    found = imported(AGE, ["integer", "older", "Older", ". >= ${age}"], columns=("constraint",))
    assert codes(found) == []
    assert accepts(found, {"age": 3, "older": 3})
    assert not accepts(found, {"age": 3, "older": 2})


def test_groups_pass_their_condition_on_and_become_pages() -> None:
    found = imported(
        SAFE,
        ["begin group", "danger", "Danger", "${safe} = 'no'"],
        ["begin_group", "inner", "Inner", "${age} > 3"],
        STORY,
        ["end_group"],
        KINDS,
        ["end group"],
        AGE,
    )
    assert codes(found) == []
    assert [page["questions"] for page in found.form["x-tincay-pages"]] == [["safe"], ["story", "kinds"], ["age"]]
    assert asked(found, {"safe": "no"}) == {"safe", "kinds", "age"}
    assert asked(found, {"safe": "no", "age": 4}) == {"safe", "kinds", "age", "story"}


def test_a_repeat_becomes_a_list_of_groups() -> None:
    found = imported(
        ["begin repeat", "kids", "Children", "", "", 3],
        [*AGE, "", "yes"],
        [*STORY, "${age} > 3"],
        [*SAFE, "${outside} = 1"],
        ["end repeat"],
        ["integer", "outside", "Outside"],
        columns=("relevant", "required", "repeat_count"),
    )
    assert codes(found) == ["relevant"]
    assert accepts(found, {"kids": [{"age": 5, "story": "x", "safe": "no"}, {"age": 1}]})
    assert not accepts(found, {"kids": [{"age": 1, "story": "x"}]})
    assert not accepts(found, {"kids": [{}]})
    assert not accepts(found, {"kids": [{"age": 1}] * 4})


def test_what_is_required_is_required_when_it_is_asked() -> None:
    found = imported(
        [*SAFE, "", "yes"],
        [*AGE, "${safe} = 'no'", "true()"],
        [*STORY, "", "${age} > 3"],
        [*KINDS, "", "no"],
        ["date", "day", "Day", "", "once(1)"],
        columns=("relevant", "required"),
    )
    assert codes(found) == ["required"]
    assert not accepts(found, {})
    assert accepts(found, {"safe": "yes"})
    assert not accepts(found, {"safe": "no"})
    assert accepts(found, {"safe": "no", "age": 3})
    assert not accepts(found, {"safe": "no", "age": 4})


def test_another_answer_in_words_goes_with_its_choice() -> None:
    found = imported(["select_multiple kinds or_other", "kinds", "What?"])
    assert codes(found) == []
    assert asked(found, {"kinds": ["other"]}) == {"kinds", "kinds_other"}
    assert asked(found, {"kinds": ["hit"]}) == {"kinds"}


def test_hidden_answers_are_taken_and_never_asked() -> None:
    found = imported(["hidden", "station", ""])
    assert asked(found, {}) == set()
    assert accepts(found, {"station": "7"})


def test_a_scale_has_limits() -> None:
    found = imported(["range", "pain", "Pain", "start=0 end=10 step=2"], columns=("parameters",))
    assert accepts(found, {"pain": 4})
    assert not accepts(found, {"pain": 5})
    assert codes(imported(["range", "pain", "Pain", "start=1 end=9 step=2"], columns=("parameters",))) == ["parameter"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["geopoint", "where", "Where"], "location"),
        (["image", "photo", "Photo"], "attachment"),
        (["deviceid", "device"], "metadata"),
        (["calculate", "sum"], "calculate"),
        (["note", "later", "Later"], "note"),
        (["quaternion", "q", "Q"], "type"),
        (["select_one nothing", "q", "Q"], "list"),
        (["select_one_from_file a.csv", "q", "Q"], "type"),
        (["text", "not a name", "Q"], "badName"),
        (["text", "", "Q"], "badName"),
        (["text", "safe", "Twice"], "badName"),
        (["end group"], "unbalanced"),
        (["begin group", "g", "G"], "unbalanced"),
        (["rank kinds", "order", "Order"], "rank"),
        (["text", "q", "Hello ${safe}"], "piped"),
        (["", "q", "Q"], "noType"),
    ],
)
def test_what_cannot_come_over_is_told_with_its_row(row: list[Any], code: str) -> None:
    found = imported(SAFE, row)
    assert [(loss.code, loss.sheet, loss.row) for loss in found.losses] == [(code, "survey", 3)]
    assert found.losses[0].sentence(Phrases()) in found.form["$comment"]


def test_a_second_question_of_a_name_is_named_after_its_group() -> None:
    found = imported(STORY, ["begin group", "g", "G"], STORY, ["end group"])
    assert codes(found) == ["renamed"]
    assert asked(found, {}) == {"story", "g_story"}


def test_columns_that_have_no_place_are_told() -> None:
    found = imported([*STORY, "x", "y", "z"], columns=("appearance", "default", "body::x"))
    assert codes(found) == ["column", "column"]


def test_questions_that_wait_for_each_other_are_always_asked() -> None:
    found = imported(
        ["text", "a", "A", "${b} = 'x'"],
        ["text", "b", "B", "${c} = 'x'"],
        ["text", "c", "C", "${a} = 'x'"],
        ["text", "d", "D", "${a} = 'x'"],
        ["text", "e", "E", "${e} = 'x'"],
    )
    assert codes(found) == ["circle"] * 4
    assert asked(found, {}) == {"a", "b", "c", "e"}


def test_languages_are_found_in_the_heads_of_columns() -> None:
    survey = [
        ["type", "name", "label", "label::English (en)", "label::Tiếng Việt (vi-x-child)", "label::Klingon", "hint:en"],
        ["text", "q", "Câu hỏi", "Question", "Em ơi", "nuq", "A hint"],
    ]
    found = from_xlsform(packed(workbook(survey, settings=[["default_language"], ["Tiếng Việt (vi)"]])))
    assert codes(found) == ["language"]
    assert found.form["properties"]["q"]["x-tincay-i18n"] == {
        "vi": {"label": "Câu hỏi"},
        "en": {"label": "Question", "hint": "A hint"},
        "vi-x-child": {"label": "Em ơi"},
    }
    assert tag("Tiếng Việt") == "vi"
    assert tag("x" * 1_000) is None


def test_notes_before_the_first_question_are_the_introduction() -> None:
    found = imported(["start", "start"], ["note", "n1", "Welcome."], ["note", "n2", "You may stop."], STORY)
    assert codes(found) == ["metadata"]
    with Form(found.form) as form:
        assert form.state(language="en")["introduction"] == "Welcome. You may stop."


def test_a_workbook_without_choices_or_settings_is_enough() -> None:
    found = from_xlsform(packed(workbook([["type", "name", "label"], STORY], choices=None)), "Tệp của tôi")
    assert codes(found) == ["noLanguage"]
    assert found.form["$id"] == "urn:tincay:form:T-p-c-a-t-i:1"
    assert check(json.dumps(found.form).encode()).is_sound


def test_cells_are_read_as_a_spreadsheet_shows_them() -> None:
    settings: Cells = [["form_id", "version"], [2026.0, datetime.date(2026, 9, 2)]]
    survey: Cells = [["type", "name", "label", "required"], [" text ", "q\u00a0", "Q", True]]
    found = from_xlsform(packed(workbook(survey, settings=settings)))
    assert found.form["x-tincay-form"] == {"id": "2026", "version": "2026-09-02", "language": "vi"}
    assert found.form["required"] == ["q"]


def test_formulas_are_not_believed() -> None:
    survey = [["type", "name", "label", "relevant"], ["text", "q", '=HYPERLINK("http://x","y")', '=CMD("calc")']]
    found = from_xlsform(packed(workbook(survey)))
    assert [code for code in codes(found) if code != "noLanguage"] == ["formula", "formula"]
    assert "HYPERLINK" not in json.dumps(found.form["properties"])


def test_merged_cells_count_once() -> None:
    book = workbook([["type", "name", "label"], ["text", "a", "Both"], ["text", "b", "gone"]])
    book["survey"].merge_cells("C2:C3")
    found = from_xlsform(packed(book))
    assert "x-tincay-i18n" not in found.form["properties"]["b"]


def refusal(source: bytes) -> str:
    """Why a workbook is refused."""
    with pytest.raises(WorkbookError) as caught:
        from_xlsform(source)
    assert Phrases("vi")(caught.value.phrase, *caught.value.values)
    return caught.value.phrase


def test_what_is_no_survey_is_refused() -> None:
    assert refusal(packed(workbook(None))) == "book.noSurvey"
    assert refusal(packed(workbook([["type", "name"]]))) == "book.noSurvey"
    assert refusal(b"") == "book.unreadable"
    assert refusal(b"type,name\ntext,q\n") == "book.unreadable"
    assert refusal(packed(workbook([STORY]))[:-200]) == "book.unreadable"


def test_too_much_is_refused() -> None:
    rows = [["type", "name"], *(["text", f"q{number}"] for number in range(MOST_ROWS + 1))]
    assert refusal(packed(workbook(rows))) == "book.rows"
    book = workbook([["type", "name"], ["text", "q"]])
    book["survey"].cell(1_000_000, 1).value = "text"
    assert refusal(packed(book)) == "book.rows"
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b"x" * (101 << 20))
    assert refusal(bomb.getvalue()) == "book.large"


def test_entities_are_not_expanded() -> None:
    source = packed(workbook([["type", "name", "label"], ["text", "q", "@@"]]))
    declared = (
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    )
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part.endswith("sharedStrings.xml"):
                content = declared + content.replace(b"@@", b"&b;&f;")
            new.writestr(part, content)
    try:
        found = from_xlsform(target.getvalue())
    except WorkbookError:
        return
    assert "root:" not in json.dumps(found.form)


def test_large_and_deep_surveys_are_carried_over_in_time() -> None:
    rows = [["begin group", f"g{number}", "G", "${safe} = 'no'"] for number in range(100)]
    found = from_xlsform(
        packed(workbook([["type", "name", "label", "relevant"], SAFE, *rows, STORY, *[["end group"]] * 100])),
        language="en",
    )
    assert set(codes(found)) == {"noLanguage", "deep"}
    chain = [["text", f"q{number}", "Q", f"${{q{number - 1}}} = 'x'"] for number in range(1, 3_000)]
    found = from_xlsform(packed(workbook([["type", "name", "label", "relevant"], ["text", "q0", "Q"], *chain])))
    assert set(codes(found)) == {"noLanguage"}
    assert len(found.form["allOf"]) == 2_999


def test_expressions_are_read_as_xpath_reads_them() -> None:
    assert read("${a}=1 or ${b}=2 and ${c}=3") == read("${a} = 1 or (${b} = 2 and ${c} = 3)")
    with pytest.raises(Untranslatable):
        read("")


def test_the_command_writes_a_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "book.xlsx"
    book.write_bytes(packed(workbook([["type", "name", "label"], SAFE, ["geopoint", "where", "Where"]])))
    assert main(["form", "from-xlsform", str(book), "-o", str(tmp_path / "form.json"), "--form-language", "en"]) == 0
    assert "survey row 3: where is left out" in capsys.readouterr().err
    assert main(["form", "check", str(tmp_path / "form.json")]) == 0
    assert main(["form", "preview", str(tmp_path / "form.json"), "-o", str(tmp_path / "form.html")]) == 0
    capsys.readouterr()
    assert main(["form", "from-xlsform", str(book), "--language", "vi"]) == 0
    output = capsys.readouterr()
    assert json.loads(output.out)["x-tincay-form"]["id"] == "book"
    assert "tọa độ" in output.err
    assert main(["form", "from-xlsform", str(tmp_path / "form.json")]) == 2
    assert "no .xlsx workbook" in capsys.readouterr().err


def test_a_form_that_the_library_refuses_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = tmp_path / "book.xlsx"
    book.write_bytes(packed(workbook([["type", "name", "label", "constraint"], [*STORY, "regex(., '[')"]])))
    assert main(["form", "from-xlsform", str(book), "-o", str(tmp_path / "form.json")]) == 0
    monkeypatch.setattr("tincay.authoring.command._takes_pattern", bool)
    assert main(["form", "from-xlsform", str(book), "-o", str(tmp_path / "form.json")]) == 1


def test_without_openpyxl_the_command_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "book.xlsx"
    book.write_bytes(packed(workbook([["type", "name"], STORY])))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert main(["form", "from-xlsform", str(book)]) == 2
    assert "pip install 'tincay[forms]'" in capsys.readouterr().err


PLACES: Cells = [
    ["list_name", "name", "label", "province", "kind"],
    ["province", "79", "Ho Chi Minh City", None, None],
    ["province", "01", "Hanoi", None, None],
    ["commune", "26732", "Con Dao", "79", "island"],
    ["commune", "26506", "Vung Tau", "79", "town"],
    ["commune", "00004", "Ba Dinh", "01", "town"],
    ["kinds", "island", "Island", None, None],
    ["kinds", "town", "Town", None, None],
]
PROVINCE = ["select_one province", "province", "Province"]


def offered(found: Imported, answers: dict[str, Any], name: str) -> Any:
    """The codes that a screen offers for a question, or None when it does not ask it."""
    with Form(found.form) as form:
        question = next(one for one in form.state(answers)["questions"] if one["id"] == name)
        return [choice["value"] for choice in question["choices"]] if question["visible"] else None


@pytest.mark.parametrize("source", ["province = ${province}", "${province}=province"])
def test_choices_hang_on_an_earlier_answer(source: str) -> None:
    commune = ["select_one commune", "commune", "Commune", source]
    found = imported(PROVINCE, commune, columns=("choice_filter",), choices=PLACES)
    assert [loss.values for loss in found.losses] == [("kind",)]
    assert offered(found, {}, "commune") == ["26732", "26506", "00004"]
    assert offered(found, {"province": "79"}, "commune") == ["26732", "26506"]
    assert accepts(found, {"province": "01", "commune": "00004"})
    assert not accepts(found, {"province": "01", "commune": "26732"})
    assert accepts(found, {"commune": "26732"})


def test_choices_hang_on_two_answers_and_on_a_condition() -> None:
    commune = ["select_multiple commune", "commune", "Commune", "province = ${province} and kind = ${kind}", "${n} > 1"]
    found = imported(
        PROVINCE,
        ["select_one kinds", "kind", "Kind"],
        ["integer", "n", "Number"],
        commune,
        columns=("choice_filter", "relevant"),
        choices=PLACES,
    )
    assert codes(found) == []
    answers = {"province": "79", "kind": "town"}
    assert offered(found, answers, "commune") is None
    assert offered(found, {**answers, "n": 2}, "commune") == ["26506"]
    assert accepts(found, {**answers, "n": 2, "commune": ["26506"]})
    assert not accepts(found, {**answers, "n": 2, "commune": ["26732"]})
    assert not accepts(found, {**answers, "n": 1, "commune": ["26506"]})


@pytest.mark.parametrize(
    "source", ["province != ${province}", "province = ${nobody}", "name = ${province}", "contains(province, '7')"]
)
def test_choices_that_hang_on_something_else_are_all_offered(source: str) -> None:
    commune = ["select_one commune", "commune", "Commune", source]
    found = imported(PROVINCE, commune, columns=("choice_filter",), choices=PLACES)
    assert codes(found)[0] == "filter"
    assert accepts(found, {"province": "01", "commune": "26732"})


@pytest.mark.parametrize("source", [". <= today()", "today() >= ."])
def test_a_date_is_compared_with_the_day_of_receipt(source: str) -> None:
    found = imported(["date", "seen", "Seen", source], columns=("constraint",))
    assert codes(found) == []
    assert accepts(found, {"seen": "2020-02-29"})
    assert not accepts(found, {"seen": "2999-01-01"})


def test_narrowed_choices_keep_their_words() -> None:
    commune = ["select_one commune", "commune", "Commune", "province = ${province}"]
    found = imported(PROVINCE, commune, columns=("choice_filter",), choices=PLACES)
    checked = check(json.dumps(found.form).encode())
    assert "noChoiceLabel" not in [advice.code for advice in checked.advice]
    assert checked.coverage is not None
    assert checked.coverage.rows[0].choices == checked.coverage.choices
    with Form(found.form) as form:
        state = form.state({"province": "79"}, language="en")
        labels = [one["choices"] for one in state["questions"] if one["id"] == "commune"]
    assert [choice["label"] for choice in labels[0]] == ["Con Dao", "Vung Tau"]
