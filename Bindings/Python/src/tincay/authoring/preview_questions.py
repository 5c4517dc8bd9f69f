"""The questions of a form on a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Optional

from .choices import Choice
from .conditions import ConditionWriter, literal
from .coverage import MOST_LANGUAGES, CoverageTable, label_of_choice, labels
from .document import Document, Place
from .markup import Markup, Piece, code, condition, element, row, table, terms, text
from .phrases import Phrases
from .questions import Declaration, Demand, Question, Questionnaire, words

MOST_CHOICES = 100
"""How many choices a question shows; longer lists stand at the end of the page."""

MOST_QUESTIONS = 2_000
"""How many questions a page shows."""

_LIMITS = (
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength"),
    *("minItems", "maxItems", "pattern", "format", "x-tincay-normalize", "x-tincay-typed", "x-tincay-unit"),
)
_RULES = (
    *("allOf", "anyOf", "not", "if", "then", "else", "contains", "minContains", "maxContains", "uniqueItems"),
    *("dependentRequired", "minProperties", "maxProperties"),
)
"""What else may be said about an answer as a whole; it is written as a sentence."""

DEEPEST_HEADING = 6
"""The smallest heading of HTML."""


class Words:
    """Writes words with all languages side by side."""

    def __init__(self, coverage: CoverageTable, phrases: Phrases) -> None:
        """Chooses the languages: those that the form speaks, its own first."""
        self.own = coverage.own
        self.languages = coverage.languages[:MOST_LANGUAGES]
        self.left_out = len(coverage.languages) - len(self.languages)
        self._phrases = phrases

    def cells(self, said: dict[str, str]) -> list[Piece]:
        """Gives the cells of one row; what a language does not say is shown as missing."""
        missing = element("span", self._phrases("missing"), class_="none")
        return [said.get(language, missing) for language in self.languages]

    def table(self, caption: str, rows: list[Markup], first: str = "") -> Piece:
        """Gives a table with a column for each language, or nothing when there are no rows."""
        return table(caption, [first, *(code(language) for language in self.languages)], rows) if rows else None

    def inline(self, schemas: list[Place], key: str) -> Piece:
        """Gives words of a rule or the like, a line for each language that has them."""
        said = words(schemas, key)
        lines = [element("li", code(tag), " ", said[tag]) for tag in self.languages if tag in said]
        return element("ul", lines) if lines else None


class QuestionWriter:
    """Writes the questions of a form."""

    def __init__(self, document: Document, asked: Questionnaire, coverage: CoverageTable, phrases: Phrases) -> None:
        """Prepares to write."""
        self._asked = asked
        self._phrases = phrases
        self._conditions = ConditionWriter(document, phrases)
        self.words = Words(coverage, phrases)
        self.long_lists: dict[str, tuple[int, list[Choice]]] = {}
        """The lists that are too long for a question, with their numbers, by where they stand."""

    def pages(self) -> Iterator[tuple[str, Piece, list[Markup]]]:
        """Gives each page: an anchor, its heading, and its questions."""
        shown = self._asked.questions[:MOST_QUESTIONS]
        numbers = {question.name: number for number, question in enumerate(shown, 1)}
        named = {page.id: page for page in self._asked.pages}
        for number, page in enumerate([*named.values(), None], 1):
            questions = [question for question in shown if question.page == (page and page.id)]
            if not questions:
                continue
            heading: list[Piece] = [self._phrases("page.rest" if named else "page.all")]
            if page is not None:
                said = words([page.place], "label")
                heading = [said.get(self.words.own) or page.id, " ", code(page.id)]
            articles = [self._article(question, f"q{numbers[question.name]}") for question in questions]
            extra = self.words.table(self._phrases("page.words"), self._labels(page.place)) if page else None
            yield f"p{number}", heading, [text(extra), *articles]

    def _labels(self, place: Place) -> list[Markup]:
        """Gives the row of a page's labels."""
        return [row(self._phrases("row.label"), *self.words.cells(words([place], "label")))]

    def _article(self, question: Question, anchor: str, level: int = 3, prefix: str = "") -> Markup:
        """Writes one question and, within it, the members of its group."""
        phrases = self._phrases
        said = labels(question, self.words.own)
        title = said.get(self.words.own) or next(iter(said.values()), "")
        heading = element(f"h{level}", code(prefix + question.name), " ", title, id=anchor)
        facts: list[tuple[Piece, Piece]] = [(phrases("term.kind"), phrases(f"kind.{question.kind}"))]
        facts += self._declared(question)
        facts.append((phrases("term.required"), self._required(question.demands)))
        if question.bans:
            facts.append((phrases("term.banned"), self._required(question.bans)))
        if not prefix:
            facts += self._handling(question)
        rows = [row(phrases("row.label"), *self.words.cells(said))]
        for key in ("hint", "audio", "icon"):
            found = question.words(key)
            if found:
                rows.append(row(phrases(f"row.{key}"), *self.words.cells(found)))
        choices, note = self._choices(question)
        members = [
            self._article(member, f"{anchor}-{number}", min(level + 1, DEEPEST_HEADING), f"{prefix}{question.name}/")
            for number, member in enumerate(question.members, 1)
        ]
        return element(
            "article",
            *(heading, terms(facts), self.words.table(phrases("words"), [*rows, *choices]), note, members),
            aria_labelledby=anchor,
        )

    def _declared(self, question: Question) -> list[tuple[Piece, Piece]]:
        """Says when a question is asked, and when an answer is taken though no screen asks, with the limits."""
        shown = [one for one in question.declarations if _profiles(one) != []]
        silent = [one for one in question.declarations if _profiles(one) == []]
        found = self._cases(question, shown, "when", "cases") if shown else []
        return found + (self._cases(question, silent, "taken", "takenCases") if silent else [])

    def _cases(
        self, question: Question, declarations: list[Declaration], one: str, several: str
    ) -> list[tuple[Piece, Piece]]:
        """Says when declarations of a question count, and what an answer may be then."""
        cases: dict[str, tuple[Piece, list[str]]] = {}
        profiles = [_profiles(declaration) for declaration in declarations]
        differ = any(other != profiles[0] for other in profiles)
        offers = [self._asked.choices_of(declaration) for declaration in question.declarations]
        choose = len({choices[0].place.pointer for choices in offers if choices}) > 1
        for declaration in declarations[:50]:
            clause = self._conditions.when(declaration.conditions)
            sentence = self._conditions.sentence(clause)
            limits = self._limits(declaration.schemas, question.name)
            if choose and (choices := self._asked.choices_of(declaration)):
                limits.append(self._offer(choices))
            if differ:
                limits.append(self._phrases("limit.profiles", self._asked_of(_profiles(declaration))))
            known = cases.setdefault(sentence, (condition(clause, self._conditions, self._phrases), []))[1]
            known += [limit for limit in limits if limit not in known]
        if len(cases) == 1:
            ((clause_, limits),) = cases.values()
            found: list[tuple[Piece, Piece]] = [(self._phrases(f"term.{one}"), clause_)]
            return found + ([(self._phrases("term.limits"), _lines(limits))] if limits else [])
        items = [
            element("li", said, element("div", "; ".join(limits), class_="none") if limits else None)
            for said, limits in cases.values()
        ]
        return [(self._phrases(f"term.{several}"), element("ul", items))]

    def _offer(self, choices: list[Choice]) -> str:
        """Says what is offered, where not everybody is offered the same."""
        shown = ", ".join(literal(choice.value) for choice in choices[:MOST_CHOICES])
        if len(choices) > MOST_CHOICES:
            shown += ", " + self._phrases("more")
        # Codes without words are no list of their own.
        source = choices[0].place.resource if choices[0].schema is not None else ""
        return self._phrases("limit.choices", f"{source}: {shown}" if source else shown)

    def _asked_of(self, profiles: Optional[list[Any]]) -> str:
        """Says who is asked."""
        if profiles is None:
            return self._phrases("everybody")
        return ", ".join(literal(profile) for profile in profiles) or self._phrases("nobody")

    def _limits(self, schemas: list[Place], name: str) -> list[str]:
        """Says what an answer may be."""
        found: dict[str, Any] = {}
        sentences: list[str] = []
        for schema in schemas:
            if not isinstance(schema.value, dict):
                continue
            for keyword in _LIMITS:
                if keyword in schema.value:
                    found.setdefault(keyword, schema.value[keyword])
            rules = {keyword: schema.value[keyword] for keyword in _RULES if keyword in schema.value}
            if rules:
                said = self._conditions.about(Place(rules, schema.pointer, schema.resource), name)
                sentences.append(self._conditions.sentence(said))
        limits = [self._phrases(f"limit.{keyword}", literal(found[keyword])) for keyword in _LIMITS if keyword in found]
        return limits + list(dict.fromkeys(sentences))

    def _required(self, demands: list[Demand]) -> Piece:
        """Says when a question has to be answered."""
        if not demands:
            return self._phrases("never")
        clauses = [self._conditions.when(demand.conditions) for demand in demands[:50]]
        unique = {self._conditions.sentence(clause): clause for clause in clauses}
        items = [element("li", condition(clause, self._conditions, self._phrases)) for clause in unique.values()]
        return condition(clauses[0], self._conditions, self._phrases) if len(items) == 1 else element("ul", items)

    def _handling(self, question: Question) -> Iterator[tuple[Piece, Piece]]:
        """Says who is asked, and how the answer is kept."""
        phrases = self._phrases
        asked = [profiles for one in question.declarations for profiles in [_profiles(one)] if profiles != []]
        if None in asked:
            yield phrases("term.profiles"), phrases("everybody")
        else:
            names = dict.fromkeys(literal(profile) for profiles in asked for profile in profiles or [])
            yield phrases("term.profiles"), [[code(name), " "] for name in names] or phrases("nobody")
        section = question.annotation("x-tincay-section")
        yield phrases("term.section"), code(literal(section) if section is not None else "facts")
        sensitivity = question.annotation("x-tincay-sensitivity")
        if sensitivity is not None:
            key = f"sensitivity.{sensitivity}" if sensitivity in ("N", "B", "S", "T") else ""
            yield phrases("term.sensitivity"), [code(literal(sensitivity)), " ", phrases(key) if key else None]
        if question.annotation("x-tincay-facet") is True:
            yield phrases("term.facet"), phrases("facet")

    def _choices(self, question: Question) -> tuple[list[Markup], Optional[Piece]]:
        """Writes the choices of a question, or where they are to be found."""
        choices = question.choices
        if len(choices) <= MOST_CHOICES:
            return [line for choice in choices for line in self.choice(choice)], None
        number, _ = self.long_lists.setdefault(choices[0].place.pointer, (len(self.long_lists) + 1, choices))
        link = element("a", self._phrases("list.long", number, len(choices)), href=f"#list{number}")
        return [], element("p", link)

    def choice(self, choice: Choice) -> Iterator[Markup]:
        """Writes one choice, and what is shown and said with it."""
        value = code(literal(choice.value))
        yield row(value, *self.words.cells(label_of_choice(choice, self.words.own)))
        for key in ("hint", "audio", "icon"):
            found = words([choice.schema], key) if choice.schema is not None else {}
            if found:
                yield row([value, " ", self._phrases(f"row.{key}")], *self.words.cells(found))


def _profiles(declaration: Declaration) -> Optional[list[Any]]:
    """Gives the profiles whose screens ask what is declared, or None when all do."""
    for schema in declaration.schemas:
        if isinstance(schema.value, dict) and "x-tincay-profiles" in schema.value:
            profiles = schema.value["x-tincay-profiles"]
            return profiles if isinstance(profiles, list) else None
    return None


def _lines(sentences: list[str]) -> Markup:
    """Puts short sentences into one line."""
    return element("span", "; ".join(sentences))
