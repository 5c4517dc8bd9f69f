"""The words of codes, as the forms give them: nothing here knows what a form asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import tincay


class Labels:
    """What questions and choices are called, for the forms at hand. A code without a label is shown as it is."""

    def __init__(self, files: Sequence[Path], language: str) -> None:
        """Asks each form for its questions in every profile."""
        self._questions: dict[str, str] = {}
        self._choices: dict[tuple[str, str], str] = {}
        self._urgencies: dict[str, str] = {}
        self._words = {"vi": ("Có", "Không"), "en": ("Yes", "No")}[language]
        for file in files:
            with tincay.Form.from_file(file) as form:
                self._read(form, language)

    def _read(self, form: tincay.Form, language: str) -> None:
        """Takes the labels of one form; the counsellor's own wording wins over a child's."""
        for profile in ("K", "B", "C"):
            try:
                state = form.state({}, profile, language)
            except tincay.InvalidInputError:
                continue
            for question in state["questions"]:
                for key in (question["id"], question.get("path", "").lstrip("/")):
                    self._questions.setdefault(key, question.get("label") or key)
                    for choice in question.get("choices") or ():
                        self._choices.setdefault((key, str(choice["value"])), choice["label"])

    def question(self, name: str) -> str:
        """Names a question."""
        return self._questions.get(name, name)

    def value(self, name: str, value: Any) -> str:
        """Says an answer to a question: codes by their labels, lists with commas."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self._words[0] if value else self._words[1]
        if isinstance(value, list):
            return ", ".join(self.value(name, each) for each in value)
        if isinstance(value, Mapping):
            return ", ".join(
                f"{self.question(f'{name}/{key}')}: {self.value(f'{name}/{key}', each)}" for key, each in value.items()
            )
        return self._choices.get((name, str(value)), str(value))

    def urgency(self, code: Any) -> str:
        """Says an urgency with its code."""
        if code is None:
            return ""
        label = self._urgencies.get(str(code))
        return f"{code} {label}" if label else str(code)

    def summary(self, facets: Mapping[str, Any]) -> str:
        """Says the answers that lists show, in one line."""
        return "; ".join(said for said in (self.value(name, value) for name, value in facets.items()) if said)

    def answers(self, section: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Gives each answer of a section beside its question."""
        for name, value in section.items():
            yield self.question(name), self.value(name, value)
