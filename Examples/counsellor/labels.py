"""The words of codes, as the forms give them: nothing here knows what a form asks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

PARTS = ("allOf", "anyOf", "oneOf", "if", "then", "else", "items")
"""Where a JSON Schema keeps further schemas of the same value, or of its items."""

LISTS = (
    ("urgency", "x-tincay-urgencies", "urgency", "label"),
    ("destination", "x-tincay-destinations", "code", "label"),
    ("rule", "x-tincay-triage", "id", "reason"),
)
"""The code lists that are no questions: what they are called here, the form's member, and its members for the code
and for its words."""

DEEPEST = 16
"""How deep answers nest; forms that refer to themselves end here."""


class Labels:
    """What questions and choices are called, for the forms at hand. A code without a label is shown as it is."""

    def __init__(self, files: Sequence[Path], language: str) -> None:
        """Reads the labels out of the forms; where forms differ, the first one is right."""
        self._languages = (language, "vi")
        self._yes_no = {"vi": ("Có", "Không"), "en": ("Yes", "No")}[language]
        self._questions: dict[str, str] = {}
        self._choices: dict[tuple[str, str], str] = {}
        for file in files:
            form = json.loads(file.read_bytes())
            resources = {schema["$id"]: schema for schema in form.get("$defs", {}).values() if "$id" in schema}
            self._read(form, form, resources, "", 0)
            for name, members, code, word in LISTS:
                for item in form.get(members, ()):
                    self._choices.setdefault((name, item[code]), self._word(item, word) or item[code])

    def _read(self, form: Any, schema: Any, resources: Mapping[str, Any], path: str, depth: int) -> None:
        """Takes the labels of one schema and of all that it is made of."""
        if not isinstance(schema, dict) or depth > DEEPEST:
            return
        reference = schema.get("$ref")
        label = self._word(schema, "label")
        if path and label:
            self._questions.setdefault(path, label)
        named = label or schema.get("title")
        if path and named and "const" in schema:  # without a name it is a condition, not a choice
            self._choices.setdefault((path, str(schema["const"])), named)
        if isinstance(reference, str):
            found = resources.get(reference)
            if reference.startswith("#/$defs/"):
                found = form.get("$defs", {}).get(reference[len("#/$defs/") :])
            self._read(form, found, resources, path, depth + 1)
        for part in PARTS:
            inner = schema.get(part, ())
            for one in inner if isinstance(inner, list) else (inner,):
                self._read(form, one, resources, path, depth + 1)
        for name, inner in schema.get("properties", {}).items():
            self._read(form, inner, resources, f"{path}/{name}" if path else name, depth + 1)

    def _word(self, annotated: Mapping[str, Any], word: str) -> str:
        """Gives one word beside a schema or a list item, in the language asked for or else in Vietnamese."""
        words = annotated.get("x-tincay-i18n", {})
        for language in self._languages:
            found = words.get(language, {}).get(word)
            if found:
                return str(found)
        return ""

    def question(self, name: str) -> str:
        """Names a question."""
        return self._questions.get(name, name.rpartition("/")[2])

    def value(self, name: str, value: Any) -> str:
        """Says an answer to a question: codes by their labels, lists with commas."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self._yes_no[0] if value else self._yes_no[1]
        if isinstance(value, list):
            return ", ".join(self.value(name, each) for each in value)
        if isinstance(value, dict):
            parts = ((self.question(f"{name}/{key}"), self.value(f"{name}/{key}", each)) for key, each in value.items())
            return "; ".join(f"{label}: {said}" for label, said in parts)
        return self._choices.get((name, str(value)), str(value))

    def urgency(self, code: Any) -> str:
        """Says an urgency with its code in front."""
        label = self.value("urgency", code)
        return label if label == (code or "") else f"{code} {label}"

    def reason(self, rule: Mapping[str, Any]) -> str:
        """Says why a triage rule fired; the point's own words when the form at hand does not know the rule."""
        said = self.value("rule", rule["id"])
        return str(rule["reason"]) if said == rule["id"] else said

    def destinations(self, codes: Sequence[str]) -> str:
        """Says who has to be told."""
        return ", ".join(self.value("destination", code) for code in codes)

    def summary(self, facets: Mapping[str, Any]) -> str:
        """Says the answers that lists show, in one line."""
        return "; ".join(said for said in (self.value(name, value) for name, value in facets.items()) if said)

    def answers(self, section: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Gives each answer of a section beside its question."""
        for name, value in section.items():
            yield self.question(name), self.value(name, value)
