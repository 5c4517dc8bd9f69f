"""The words that a form has for its questions and answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..form import Form
from ..results import Question, Report


class Labels:
    """What questions and answers are called; without a form, their names and codes."""

    def __init__(self, questions: Mapping[str, Question] | None = None) -> None:
        """Keeps the questions by their paths."""
        self._questions = questions or {}

    @classmethod
    def of(cls, form: Form, report: Report, language: str) -> Labels:
        """Asks the form what it calls the answers of a report."""
        answers = {name: value for section in report["sections"].values() for name, value in section.items()}
        return cls({question["path"]: question for question in form.state(answers, None, language)["questions"]})

    def answers(self, section: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, object]]:
        """Gives the answers of a section beside their questions, those within an answer one by one."""
        for name, value in section.items():
            inner = f"{path}/{name}"
            if isinstance(value, Mapping):
                yield from self.answers(value, inner)
            else:
                yield self._question(inner), self._answer(inner, value)

    def _question(self, path: str) -> str:
        """Names a question."""
        found = self._questions.get(path)
        return found["label"] if found and found["label"] else path.lstrip("/")

    def _answer(self, path: str, value: object) -> object:
        """Names an answer: a code by its label."""
        if isinstance(value, list):
            return [self._answer(path, each) for each in value]
        choices = self._questions.get(path, {}).get("choices", [])
        return next((choice["label"] for choice in choices if choice["value"] == value), value)
