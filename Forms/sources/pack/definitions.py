"""What forms have in common: their head, and the lists that they refer to."""

from collections.abc import Sequence

from .code_list import DIALECT, CodeList
from .code_lists import ALL
from .messages import MESSAGES
from .network import CALENDAR, DESTINATIONS, HOTLINES, URGENCIES
from .question import Question
from .words import JSON

Page = tuple[str, JSON, Sequence[Question]]
"""A page: its name, its words and its questions."""

NOTE = (
    "Law, deadlines, hotlines and agencies are data with a source. `verified` false or null means that the statement "
    "still has to be read in the official text. Built by Forms/sources/build.py."
)


def reference(question: Question) -> JSON:
    """A question where it is asked."""
    return {"$ref": f"#/$defs/question-{question.name}"}


def head(name: str, version: str, description: str, words: JSON, children: Sequence[str] = ()) -> JSON:
    """The first lines of a form."""
    who: JSON = {"id": name, "version": version, "language": "vi", "profile": "profile"}
    if children:
        who["child_profiles"] = list(children)
    return {
        "$schema": DIALECT,
        "$id": f"urn:tincay:form:{name}:{version}",
        "title": words["vi"]["title"],
        "description": description,
        "$comment": NOTE,
        "x-tincay-form": who,
        "x-tincay-i18n": words,
        "type": "object",
    }


def order(pages: Sequence[Page]) -> JSON:
    """The order of the questions and their pages."""
    return {
        "x-tincay-order": [question.name for _, _, questions in pages for question in questions],
        "x-tincay-pages": [
            {"id": name, "x-tincay-i18n": words, "questions": [question.name for question in questions]}
            for name, words, questions in pages
        ],
    }


def network(routes: Sequence[JSON]) -> JSON:
    """Who gets reports, and when days count."""
    return {
        "x-tincay-routes": list(routes),
        "x-tincay-calendar": CALENDAR,
        "x-tincay-urgencies": URGENCIES,
        "x-tincay-hotlines": HOTLINES,
        "x-tincay-destinations": DESTINATIONS,
        "x-tincay-messages": MESSAGES,
    }


def _references(value: object) -> set[str]:
    """Every list that is referred to."""
    if isinstance(value, dict):
        found = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return found.union(*(_references(inner) for inner in value.values()))
    if isinstance(value, list):
        return set().union(*(_references(inner) for inner in value))
    return set()


def complete(form: JSON, own: JSON, questions: Sequence[Question]) -> JSON:
    """A form with its definitions: its own, its questions, and the lists that it refers to."""
    definitions = {**own, **{f"question-{question.name}": question.json() for question in questions}}
    wanted = _references({**form, "$defs": definitions})
    used: list[CodeList] = [entry for entry in ALL if entry.urn in wanted]
    lists = {f"list-{entry.name}": entry.json() for entry in used}
    return {**form, "$defs": {**definitions, **lists}}
