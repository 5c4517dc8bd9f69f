"""`form preview`: everything is on the page, and nothing of it is more than text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Optional

import pytest

from conftest import ROOT
from tincay.__main__ import main
from tincay.authoring.document import Document, DocumentError
from tincay.authoring.markup import Markup, element, text
from tincay.authoring.preview import preview
from tincay.authoring.questions import Questionnaire

DEFAULT = (ROOT / "Forms" / "vn-cp-intake.json").read_bytes()
EVIL = "</td></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u202e\x00{}"


class Reader(HTMLParser):
    """Reads a page, and complains when an element is not closed where it should be."""

    def __init__(self, page: str) -> None:
        """Reads a whole page."""
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, Optional[str]]]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Optional[str]]]) -> None:
        """Notes an element."""
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes the element that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Notes text outside of the style sheet."""
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        """All the text, with single spaces."""
        return " ".join(" ".join(self.words).split())


def strings(value: Any) -> Iterator[str]:
    """Every text of a JSON value that people are meant to read."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "x-tincay-i18n":
                yield from (words for table in inner.values() for words in table.values() if isinstance(words, str))
            else:
                yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def poisoned(value: Any) -> Any:
    """The same JSON with poison at the end of every text, and in names where a form may choose them."""
    if isinstance(value, dict):
        return {key: poisoned(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [poisoned(inner) for inner in value]
    return value + EVIL if isinstance(value, str) and not value.startswith("#") else value


def harmless(page: str) -> Reader:
    """Reads a page that must not do anything but show text."""
    reader = Reader(page)
    assert {tag for tag, _ in reader.tags}.isdisjoint({"script", "img", "iframe", "object", "form", "link", "base"})
    for tag, attributes in reader.tags:
        assert not any(name.startswith("on") or name in ("src", "style", "action") for name in attributes)
        if "href" in attributes:
            assert tag == "a"
            assert str(attributes["href"]).startswith("#")
    ids = [attributes["id"] for _, attributes in reader.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {str(attributes["href"])[1:] for _, attributes in reader.tags if "href" in attributes}
    assert links <= set(ids)
    return reader


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_default_form_is_there_whole(language: str) -> None:
    reader = harmless(preview(DEFAULT, language=language))
    words_, text_ = set(reader.words), reader.text
    for question in Questionnaire(Document(DEFAULT)).questions:
        assert question.name in words_
    for words in strings(json.loads(DEFAULT)):
        assert " ".join(words.split()) in text_
    assert "{}" not in text_
    for rule in json.loads(DEFAULT)["x-tincay-triage"]:
        assert rule["id"] in words_
        assert rule.get("$comment", "") in text_
    for name, definition in json.loads(DEFAULT)["$defs"].items():
        if name.startswith("list-"):
            assert definition["$id"] in text_
            assert definition["source"] in text_
    # Not every profile chooses among the same concerns.
    assert "urn:tincay:list:concerns-child:1: V1, V3, S0" in text_


def test_conditions_are_sentences() -> None:
    text_ = harmless(preview(DEFAULT)).text
    assert "safe_now is N" in text_
    assert "hurt_now is Y or injury_facts/severity is HOSPITAL or DEATH" in text_
    assert "by law within 12 h" in text_


def test_a_hostile_form_is_only_text() -> None:
    form = poisoned(json.loads(DEFAULT))
    form["properties"][EVIL] = {"type": "string", "title": EVIL, "pattern": EVIL, "x-tincay-profiles": [EVIL]}
    form["required"] = [EVIL]
    form["x-tincay-pages"] = [{"id": EVIL, "questions": [EVIL], "x-tincay-i18n": {EVIL: {"label": EVIL}}}]
    form["x-tincay-calendar"] = {"id": EVIL, "holidays": [{"date": EVIL, "name": EVIL}]}
    form["x-tincay-routes"] = [{"id": EVIL, "when": {"required": [EVIL]}, "remove": [EVIL], "add": [EVIL]}]
    page = preview(json.dumps(form).encode())
    assert "<script" not in page
    assert "\u202e" not in page
    assert "\x00" not in page
    assert harmless(page).text.count("<script>alert(1)</script>") > 100
    assert "⟨U+202E⟩" in page


def test_the_page_loads_nothing() -> None:
    page = preview(DEFAULT)
    assert "default-src 'none'" in str(Reader(page).tags[3][1].get("content"))
    style = page.split("<style>")[1].split("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"properties": {"a": True, "b": 1, "c": {"oneOf": [{"const": {}}]}, "d": {"properties": {"e": {}}}}},
        {"x-tincay-triage": [1, {}, {"when": 5, "deadlines": [7, {"within": 5, "when": []}]}, {"raise": {"raise": 1}}]},
        {
            "x-tincay-compare": [{}, 1, {"op": "gt", "now": True, "plus": "P1Y2M"}],
            "x-tincay-hotlines": [{"number": []}],
        },
        {"x-tincay-derive": {"key": 5, "age": 1, "words": {"a": {}}, "flags": {"f": {"$ref": "#/nowhere"}}}},
        {"x-tincay-derive": 1, "x-tincay-pages": {}, "x-tincay-messages": {"vi": {"required": "?"}, "en": 1}},
        {
            "$defs": {"a": {"not": {"$ref": "#/$defs/a"}}},
            "if": {"$ref": "#/$defs/a"},
            "then": {"properties": {"q": {}}},
        },
    ],
)
def test_what_the_library_would_refuse_can_still_be_looked_at(form: dict[str, Any]) -> None:
    harmless(preview(json.dumps(form).encode(), language="vi"))


def test_a_list_too_long_for_a_question_stands_at_the_end() -> None:
    form = {
        "properties": {name: {"$ref": "#/$defs/many"} for name in "ab"},
        "$defs": {"many": {"enum": list(range(500))}},
    }
    page = preview(json.dumps(form).encode())
    assert harmless(page).text.count("List 1: 500 choices") == 2
    assert page.count("<code>499</code>") == 1


def test_many_languages_and_questions_have_an_end() -> None:
    table = {f"x-l{number}": {"label": "?"} for number in range(200)}
    form = {"properties": {f"q{number}": {"x-tincay-i18n": table} for number in range(300)}}
    assert len(preview(json.dumps(form).encode())) < 2_000_000


def test_text_is_escaped_and_markup_is_not_twice() -> None:
    assert element("p", "<b>", element("i", "&"), class_='"') == '<p class="&quot;">&lt;b&gt;<i>&amp;</i></p>'
    assert text("a" + Markup("<b>")) == "a&lt;b&gt;"
    with pytest.raises(ValueError, match="element"):
        element("p onload=x")


def test_what_is_no_object_cannot_be_previewed() -> None:
    for source in (b"[]", b"{", b"\xff", b"[" * 5_000, b" " * (5 << 20)):
        with pytest.raises(DocumentError):
            preview(source)


def test_the_command_writes_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = tmp_path / "form.json"
    form.write_text(json.dumps({"title": "Đơn"}), encoding="utf-8")
    assert main(["form", "preview", str(form), "-o", str(tmp_path / "out.html")]) == 0
    assert "Đơn" in (tmp_path / "out.html").read_text(encoding="utf-8")
    assert main(["form", "preview", str(form), "--language", "vi"]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")
    assert main(["form", "preview", str(form), "-o", str(tmp_path / "no" / "out.html")]) == 2
    form.write_text("[]", encoding="utf-8")
    assert main(["form", "preview", str(form)]) == 2
    assert "not a JSON object" in capsys.readouterr().err


def said(form: dict[str, Any], name: str, language: str = "en") -> str:
    """What the page says about one question, up to the next one."""
    text_ = harmless(preview(json.dumps(form).encode(), language=language)).text
    return text_.split(f"§{name} ")[1].split("§")[0]


def form_of(**more: Any) -> dict[str, Any]:
    """A form whose questions are marked by their titles, so that what is said about each can be found."""
    return {"x-tincay-form": {"id": "t", "language": "en", "profile": "who"}, "type": "object", **more}


def question(name: str, **more: Any) -> dict[str, Any]:
    """A question marked by its title."""
    return {"title": f"§{name}", **more}


def test_who_is_asked_is_told_apart_from_what_is_only_taken() -> None:
    silent = question("place", type="string", **{"x-tincay-profiles": []})
    form = form_of(
        properties={"safe": question("safe", enum=["Y", "N"]), "clock": {**silent, "title": "§clock"}},
        **{"if": {"properties": {"safe": {"const": "N"}}, "required": ["safe"]}},
        then={"properties": {"place": question("place", type="string")}},
        **{"else": {"properties": {"place": silent}}},
    )
    place = said(form, "place")
    assert "Asked when safe is N" in place
    assert "Taken, but not asked, when not: safe is N" in place
    assert "Asked of everybody" in place
    assert "Asked of nobody" in said(form, "clock")


def test_a_branch_that_an_answer_chooses_is_a_condition() -> None:
    branches = [
        {"properties": {"who": {"const": "C"}, "wish": question("wish")}, "required": ["who"]},
        {"properties": {"who": {"const": "K"}, "officer": question("officer")}, "required": ["who", "officer"]},
    ]
    form = form_of(oneOf=branches)
    assert "Asked when who is C" in said(form, "wish")
    officer = said(form, "officer")
    assert "Asked when who is K" in officer
    assert "Required when who is K" in officer
    assert "Profiles C K" in harmless(preview(json.dumps(form).encode())).text


def test_what_is_taken_away_and_what_is_needed_while_nothing_else_is_there() -> None:
    form = form_of(
        properties={name: question(name) for name in ("a", "b", "c", "d")},
        anyOf=[{"required": ["a"]}, {"required": ["b"]}],
        **{"if": {"required": ["c"]}, "then": {"not": {"required": ["d"]}, "properties": {"b": False}}},
    )
    assert "Required when a is not answered and b is not answered" in said(form, "a")
    assert "Not allowed when c is answered" in said(form, "b")
    assert "Not allowed when c is answered" in said(form, "d")


def test_groups_inside_groups_are_there() -> None:
    inner: dict[str, Any] = question("deepest")
    for name in ("fourth", "third", "second"):
        inner = question(name, type="object", properties={"member": inner}, required=["member"])
    form = form_of(properties={"first": inner})
    text_ = harmless(preview(json.dumps(form).encode())).text
    assert "first/member/member/member" in text_


def test_rules_say_what_they_raise_what_they_accompany_and_what_is_due_at_once() -> None:
    rules = [
        {"id": "UP", "when": True, "raise": 1},
        {"id": "LIFT", "when": True, "raise": 1, "at_least": "U2"},
        {
            **{"id": "NET", "when": True, "from_urgency": "U2", "hotlines": ["111", "COMMUNE"]},
            "deadlines": [
                {"kind": "FORWARD", "statutory_max": "PT0S", "alarm": "PT15M", "valid_from": "2017-07-01"},
            ],
        },
    ]
    calendar = {"id": "c", "holidays": ["2027-01-01"], "undecided": [{"date": "2027-02-04", "name": "Tết"}]}
    routes = [{"id": "R", "when": True, "remove": ["A"], "fallback": ["LAST"]}]
    words = {"words": {"alarm": {"in": ["/told"], "any": ["cứu em"]}}, "counts": {"many": "/others"}}
    form = form_of(
        **{"x-tincay-triage": rules, "x-tincay-calendar": calendar, "x-tincay-routes": routes},
        **{"x-tincay-derive": {"key": "derived", **words}},
    )
    text_ = harmless(preview(json.dumps(form).encode())).text
    for sentence in (
        *("1 level(s) more urgent, at least U2", "changes nothing; only from U2 on"),
        *("shows the number of 111 COMMUNE", "by law within no time: at once; alarm after 15 min from 2017-07-01"),
        *("2027-02-04 not decided: counted as worked", "2027-01-01 holiday", "LAST"),
        *("“cứu em” occurs in /told", "how many there are in /others"),
    ):
        assert sentence in text_
    assert "?" not in text_.split("When to act")[2]


def test_what_choices_exclude_is_a_limit() -> None:
    alone = {"if": {"contains": {"const": "NONE"}}, "then": {"maxItems": 1}}
    form = form_of(properties={"many": question("many", type="array", items={"enum": ["A", "NONE"]}, **alone)})
    assert "many has at most 1 entries" in said(form, "many")
