"""`form preview`: a form as one page that people read, translate and sign off.

The page loads nothing, runs nothing, and prints. Everything from the form is escaped: a form is somebody else's file.
"""

from __future__ import annotations

from typing import Optional

from .conditions import literal
from .coverage import CoverageTable, named
from .document import Document
from .markup import Markup, Piece, code, element, row, style, table, terms, text
from .phrases import Phrases
from .preview_questions import QuestionWriter
from .preview_rules import RuleWriter
from .questions import Questionnaire, words
from .stylesheet import STYLESHEET

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What the page may load: nothing."""


MOST_LISTED = 20_000
"""How many choices of one list are shown."""


def preview(source: bytes, resources: Optional[bytes] = None, language: str = "en") -> str:
    """Writes a form as a page of HTML.

    Raises:
        DocumentError: it is no JSON object that could be a form.
    """
    phrases = Phrases(language)
    document = Document(source, resources)
    asked = Questionnaire(document)
    coverage = CoverageTable(document, asked)
    questions = QuestionWriter(document, asked, coverage, phrases)
    rules = RuleWriter(document, questions.words, phrases)
    pages = list(questions.pages())
    parts = list(rules.parts())
    lists = _lists(document, asked, questions, rules, phrases)
    said = words([document.root], "title")
    title = said.get(coverage.own) or document.root.text("title") or phrases("untitled")
    contents = [
        *((anchor, heading) for anchor, heading, _ in pages),
        *((anchor, heading) for anchor, heading, _ in parts),
        *([("lists", phrases("part.lists"))] if lists else []),
    ]
    main = [
        [element("section", element("h2", heading, id=anchor), *inner) for anchor, heading, inner in pages],
        [element("section", element("h2", heading, id=anchor), *inner) for anchor, heading, inner in parts],
        element("section", element("h2", phrases("part.lists"), id="lists"), lists) if lists else None,
    ]
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        style(STYLESHEET),
    )
    links = [element("li", element("a", heading, href=f"#{anchor}")) for anchor, heading in contents]
    body = element(
        "body",
        element("a", phrases("skip"), href="#main", class_="skip"),
        element("header", element("h1", title), _summary(document, asked, coverage, questions, phrases)),
        element("nav", element("ul", links), aria_label=phrases("contents")),
        element("main", main, id="main"),
    )
    return "<!doctype html>\n" + element("html", "\n", head, "\n", body, "\n", lang=language) + "\n"


def _summary(
    document: Document, asked: Questionnaire, coverage: CoverageTable, questions: QuestionWriter, phrases: Phrases
) -> Piece:
    """Writes what the form is, above everything else."""
    header = document.root.member("x-tincay-form")
    said = header.value if header is not None and isinstance(header.value, dict) else {}
    pairs: list[tuple[Piece, Piece]] = [
        (phrases(f"term.{name}"), code(literal(said[name]))) for name in ("id", "version", "language") if name in said
    ]
    if document.root.text("$id"):
        pairs.append((code("$id"), document.root.text("$id")))
    pairs.append((phrases("term.count"), str(len(asked.questions))))
    if asked.profiles:
        pairs.append((phrases("term.asked_profiles"), [[code(profile), " "] for profile in asked.profiles]))
    if document.root.text("$comment"):
        pairs.append((phrases("term.comment"), document.root.text("$comment")))
    shown = questions.words
    rows = [
        row(phrases(f"row.{key}"), *shown.cells(found))
        for key in ("title", "introduction", "thanks")
        for found in [words([document.root], key)]
        if found
    ]
    counted = [
        row(
            code(one.language),
            f"{one.labels}/{len(coverage.questions)}",
            f"{one.choices}/{coverage.choices}",
            f"{one.hints}/{len(coverage.with_hints)}",
            f"{one.others}/{coverage.others}",
        )
        for one in coverage.rows
    ]
    heads = [phrases(f"column.{name}") for name in ("language", "labels", "choices", "hints", "others")]
    left_out = element("p", phrases("languages.more", shown.left_out)) if shown.left_out else None
    return text(
        [terms(pairs), shown.table(phrases("words"), rows), table(phrases("coverage"), heads, counted), left_out]
    )


def _lists(
    document: Document, asked: Questionnaire, questions: QuestionWriter, rules: RuleWriter, phrases: Phrases
) -> list[Markup]:
    """Writes the lists that have a name of their own, who uses them, whose they are, and those that are too long."""
    users: dict[str, list[str]] = {}
    names: dict[str, Piece] = {}
    sources: dict[str, Piece] = {}
    for name, question in named(asked):
        if not question.choices:
            continue
        place = question.choices[0].place
        users.setdefault(place.pointer, []).append(name)
        names[place.pointer] = code(place.resource or place.pointer.rpartition("/")[0])
        own = document.resolve(place.resource, document.root) if place.resource else None
        if own is not None and own.text("source"):
            sources[place.pointer] = [own.text("source"), " ", rules.verified(own)]
    written: list[Markup] = []
    rows = [
        row(
            names[pointer],
            str(len(users[pointer])),
            [[code(name), " "] for name in users[pointer][:200]],
            sources.get(pointer),
        )
        for pointer in users
        if len(users[pointer]) > 1 or pointer in questions.long_lists or pointer in sources
    ]
    if rows:
        heads = [phrases(f"head.{name}") for name in ("list", "count", "used", "source")]
        written.append(table(phrases("part.lists"), heads, rows))
    for pointer, (number, choices) in questions.long_lists.items():
        heading = element("h3", names.get(pointer, code(pointer)), id=f"list{number}")
        shown = questions.words.table(
            phrases("list.choices"), [line for choice in choices[:MOST_LISTED] for line in questions.choice(choice)]
        )
        written.append(element("article", heading, shown, aria_labelledby=f"list{number}"))
    return written
