"""Which words a form has in which language."""

from __future__ import annotations

from dataclasses import dataclass, field

from .choices import Choice
from .document import Document, Place
from .questions import Question, Questionnaire, words

CHILD = "-x-child"
"""What the tags of words for children end with."""

MOST_LANGUAGES = 24
"""How many languages are counted and shown."""


@dataclass
class Coverage:
    """What one language has."""

    language: str
    labels: int = 0
    hints: int = 0
    choices: int = 0
    others: int = 0
    """Of titles, pages, rules, hotlines and the like."""
    missing: list[tuple[str, str]] = field(default_factory=list)
    """The name and the pointer of each question without a label, or with a choice without one."""


class CoverageTable:
    """What all languages have, and out of how much."""

    def __init__(self, document: Document, questionnaire: Questionnaire) -> None:
        """Counts the words of a form."""
        header = document.root.member("x-tincay-form")
        self.own = ((header and header.text("language")) or "vi").lower()
        self.questions = [
            (name, question)
            for name, question in named(questionnaire)
            if question.annotation("x-tincay-profiles") != [] or labels(question, self.own)
        ]
        """All questions that need words, with their names: nobody reads those that are asked of nobody."""
        self.with_hints = [name for name, question in self.questions if question.words("hint")]
        self._labels = [labels(question, self.own).keys() for _, question in self.questions]
        self._hints = [question.words("hint").keys() for _, question in self.questions]
        self._lists = {
            pointer: [label_of_choice(choice, self.own).keys() for choice in choices]
            for pointer, choices in _lists(self.questions).items()
        }
        self._others = [words([place], key).keys() for place, key in _others(document)]
        self.choices = sum(len(choices) for choices in self._lists.values())
        told = [*self._labels, *self._others, *(tags for choices in self._lists.values() for tags in choices)]
        self.languages = sorted({self.own}.union(*told), key=self._rank)
        self.rows = [self._row(language) for language in self.languages[:MOST_LANGUAGES]]

    def _rank(self, language: str) -> tuple[bool, bool, str]:
        """Puts the form's own language first, then its words for children."""
        return language != self.own, not language.startswith(f"{self.own}-"), language

    @property
    def others(self) -> int:
        """How many titles, pages, rules, hotlines and the like have words."""
        return len(self._others)

    def _row(self, language: str) -> Coverage:
        """Counts what one language has."""
        row = Coverage(language)
        lacking: dict[str, int] = {}
        for pointer, choices in self._lists.items():
            have = sum(language in tags for tags in choices)
            lacking[pointer] = len(choices) - have
            row.choices += have
        for (name, question), tags in zip(self.questions, self._labels):
            row.labels += language in tags
            if language not in tags or lacking.get(question.choices[0].place.pointer if question.choices else ""):
                row.missing.append((name, question.place.pointer))
        row.hints = sum(language in tags for tags in self._hints)
        row.others = sum(language in tags for tags in self._others)
        return row


def labels(question: Question, own: str) -> dict[str, str]:
    """Gives a question's labels by language; a `title` is the label in the form's own language."""
    found = question.words("label")
    title = question.annotation("title")
    if isinstance(title, str):
        found.setdefault(own, title)
    return found


def label_of_choice(choice: Choice, own: str) -> dict[str, str]:
    """Gives a choice's labels by language; a `title` is the label in the form's own language."""
    if choice.schema is None:
        return {}
    found = words([choice.schema], "label")
    title = choice.schema.text("title")
    if title is not None:
        found.setdefault(own, title)
    return found


def named(questionnaire: Questionnaire) -> list[tuple[str, Question]]:
    """Gives every question with its name; a member of a group is named by both names."""
    found: list[tuple[str, Question]] = []
    for question in questionnaire.questions:
        found.append((question.name, question))
        found += _inside(question, question.name)
    return found


def _inside(question: Question, path: str) -> list[tuple[str, Question]]:
    """Gives every member of a group, and those of groups in it, with all their names."""
    found: list[tuple[str, Question]] = []
    for member in question.members:
        found += [(f"{path}/{member.name}", member), *_inside(member, f"{path}/{member.name}")]
    return found


def _lists(questions: list[tuple[str, Question]]) -> dict[str, list[Choice]]:
    """Gives the lists of a form, each once, by where their first choice stands."""
    return {question.choices[0].place.pointer: question.choices for _, question in questions if question.choices}


def _others(document: Document) -> list[tuple[Place, str]]:
    """Gives everything else that has words, and the key of them."""
    found: list[tuple[Place, str]] = []
    for key in ("title", "introduction", "thanks"):
        if words([document.root], key):
            found.append((document.root, key))
    keys = {
        "x-tincay-pages": "label",
        "x-tincay-urgencies": "label",
        "x-tincay-hotlines": "label",
        "x-tincay-destinations": "label",
        "x-tincay-triage": "reason",
        "x-tincay-compare": "message",
        "x-tincay-routes": "reason",
    }
    for name, key in keys.items():
        found += [(place, key) for place in document.root.elements(name) if words([place], key)]
    return found
