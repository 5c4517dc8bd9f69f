"""Advice about questions: words, pages, sections, what blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .advice import Advice
from .conditions import literal
from .coverage import CHILD, CoverageTable, label_of_choice, labels
from .document import Document
from .mentions import MentionFinder
from .questions import Question, Questionnaire

_NAMES = ("name", "names", "fullname", "surname", "ten", "hoten")
_CONTACTS = ("phone", "phones", "tel", "telephone", "mobile", "sdt", "dienthoai", "dtdd", "email", "mail", "zalo")
_OTHERS = ("address", "addr", "diachi", "facebook", "cccd", "cmnd", "passport", "dob", "birthdate")
_TELLING = frozenset((*_NAMES, *_CONTACTS, *_OTHERS))
_PAIRS = ("ho_ten", "dien_thoai", "dia_chi", "so_nha")


def advise_on_questions(document: Document, asked: Questionnaire, coverage: CoverageTable) -> Iterator[Advice]:
    """Gives what should be known about the questions of a form."""
    yield from _words(asked, coverage)
    yield from _translations(coverage)
    for question in asked.questions:
        yield from _question(question, asked)
    yield from _demands(document, asked)
    root = document.root.value
    if root.get("properties") and not any(
        root.get(name) is False for name in ("unevaluatedProperties", "additionalProperties")
    ):
        yield Advice("notClosed", "warning", "")


def _words(asked: Questionnaire, coverage: CoverageTable) -> Iterator[Advice]:
    """Gives what has no words in any language."""
    lists: dict[str, tuple[str, ...]] = {}
    for name, question in coverage.questions:
        place = question.place
        if not labels(question, coverage.own):
            yield Advice("noLabel", "warning", place.pointer, (name,))
        bare = tuple(literal(one.value) for one in question.choices if not label_of_choice(one, coverage.own))
        if bare and question.choices[0].place.pointer not in lists:
            lists[question.choices[0].place.pointer] = bare
            yield Advice("noChoiceLabel", "warning", question.choices[0].place.pointer, (name, bare))
    bare = tuple(name for name, _ in coverage.questions if name not in coverage.with_hints)
    if bare and asked.questions:
        yield Advice("noHint", "notice", "/properties", (bare,))


def _translations(coverage: CoverageTable) -> Iterator[Advice]:
    """Gives the languages that lack words; what has no words at all is told elsewhere."""
    plain = [row for row in coverage.rows if not row.language.endswith(CHILD)]
    children = [row for row in coverage.rows if row.language.endswith(CHILD)]
    unlabelled = {name for name, question in coverage.questions if not labels(question, coverage.own)}
    for row in plain:
        missing = [(name, pointer) for name, pointer in row.missing if name not in unlabelled]
        if missing and len(plain) > 1:
            names = tuple(name for name, _ in missing)
            yield Advice("noTranslation", "warning", missing[0][1], (row.language, names))
    spoken = [row.language for row in children]
    plainly = tuple(
        name
        for name, question in coverage.questions
        if name not in unlabelled and not any(tag in question.words("label") for tag in spoken)
    )
    if plainly:
        yield Advice("noChildWords", "notice", "/properties", (plainly,))


def _question(question: Question, asked: Questionnaire) -> Iterator[Advice]:
    """Gives what should be known about one question."""
    place = question.place
    if asked.pages and question.page is None:
        yield Advice("notOnPage", "warning", place.pointer, (question.name,))
    coded = ["choice", "choices", "boolean"] + (["text"] if question.annotation("x-tincay-unit") else [])
    if question.annotation("x-tincay-facet") is True and question.kind not in coded:
        yield Advice("facetOnText", "error", place.pointer, (question.name,))
    if question.kind != "text":
        return
    section = question.annotation("x-tincay-section")
    if section in (None, "facts") and _tells_who(question.name):
        yield Advice("noSection", "warning", place.pointer, (question.name,))
    if all(question.annotation(name) is None for name in ("maxLength", "pattern", "format", "const", "enum")):
        yield Advice("noLimit", "notice", place.pointer, (question.name,))


def _tells_who(name: str) -> bool:
    """Tells whether a question's name says that the answer tells who or where somebody is."""
    split = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().replace("-", "_").replace(".", "_")
    return not _TELLING.isdisjoint(split.split("_")) or any(pair in split for pair in _PAIRS)


def _demands(document: Document, asked: Questionnaire) -> Iterator[Advice]:
    """Gives what is demanded that nobody asks, and what blocks a report that is urgent."""
    for name, demand in asked.undeclared:
        yield Advice("requiredNotAsked", "error", demand.place.pointer, (name,))
    urgent: dict[str, str] = {}
    finder = MentionFinder(document)
    for place in document.root.elements("x-tincay-triage"):
        when = place.member("when")
        is_urgent = place.text("urgency") in ("U1", "U2") or place.member("raise") is not None
        if is_urgent and when is not None:
            for mention in finder.find(when):
                urgent.setdefault(mention.path[0], place.text("id") or "")
    for question in asked.questions:
        for demand in question.demands:
            if not demand.conditions and question.name in urgent and question.name != asked.profile_name:
                yield Advice("urgentRequired", "warning", demand.place.pointer, (question.name, urgent[question.name]))
