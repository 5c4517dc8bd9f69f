"""Questions: what an answer is, how it is asked, and who may give it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

from .code_list import CodeList
from .words import JSON, Pair, wording

PROFILES = ("C", "B", "K")

ALONE = ("UNK", "PNS", "NONE")
"""Codes that stand alone among several choices."""

_ALONE_MESSAGES: JSON = {
    "vi": {
        "messages": {"maxItems": "Đã chọn “không biết”, “không muốn nói” hoặc “không có” thì không chọn thêm mục khác."}
    },
    "vi-x-child": {"messages": {"maxItems": "Em đã chọn một câu không đi cùng câu khác. Em chọn lại giúp nhé."}},
    "en": {"messages": {"maxItems": "“Not known”, “prefers not to say” and “none” stand alone."}},
    "en-x-child": {"messages": {"maxItems": "You chose something that stands alone. Please choose again."}},
}


@dataclass(frozen=True)
class Question:
    """One question of a form."""

    name: str
    answer: JSON
    words: JSON
    section: str
    sensitivity: str
    asked: Mapping[str, str]
    annotations: JSON

    @property
    def allowed(self) -> frozenset[str]:
        """The profiles whose reports may hold an answer."""
        return frozenset(profile for profile, right in self.asked.items() if right != "-")

    def json(self) -> JSON:
        """The question as a definition."""
        return {
            **self.answer,
            "x-tincay-section": self.section,
            "x-tincay-sensitivity": self.sensitivity,
            **self.annotations,
            "x-tincay-i18n": self.words,
        }


def question(
    name: str,
    answer: JSON,
    asked: str,
    section: str,
    sensitivity: str,
    label: Pair,
    *,
    child: Optional[Pair] = None,
    hint: Optional[Pair] = None,
    child_hint: Optional[Pair] = None,
    icon: Optional[str] = None,
    shown: Optional[str] = None,
    facet: bool = False,
    m01: Optional[str] = None,
    **annotations: Any,
) -> Question:
    """A question. `asked` is what a child, a bystander and a counsellor make of it, as in the table of the fields:
    R required, O optional, soft asked but never required, r required when something, auto by the host, - not at all.
    `shown` names the profiles whose screens ask it, when these are not all who may answer.
    """
    rights = dict(zip(PROFILES, asked.split()))
    screens = [profile for profile, right in rights.items() if right not in ("-", "auto")]
    wanted = list(shown) if shown is not None else screens
    allowed = [profile for profile, right in rights.items() if right != "-"]
    notes: JSON = {"x-tincay-facet": True} if facet else {}
    if wanted != allowed:
        notes["x-tincay-profiles"] = [] if shown == "" else wanted
    if m01:
        notes["m01"] = m01
    notes.update({key.replace("_", "-"): value for key, value in annotations.items()})
    words = wording(label, child=child, hint=hint, child_hint=child_hint, icon=icon)
    return Question(name, answer, words, section, sensitivity, rights, notes)


def code(code_list: CodeList) -> JSON:
    """One code of a list."""
    return {"$ref": code_list.urn}


def several(code_list: CodeList) -> JSON:
    """Several codes of a list, each once; some stand alone."""
    answer: JSON = {"type": "array", "items": {"$ref": code_list.urn}, "uniqueItems": True}
    alone = [entry for entry in ALONE if entry in code_list.codes]
    if alone:
        answer["if"] = {"contains": {"const": alone[0]} if len(alone) == 1 else {"enum": alone}}
        answer["then"] = {"maxItems": 1, "x-tincay-i18n": _ALONE_MESSAGES}
    return answer


def text(longest: int, normalize: Optional[str] = None, **more: Any) -> JSON:
    """A text with a limit, and how the library tidies it."""
    answer: JSON = {"type": "string", "maxLength": longest, **more}
    if normalize:
        answer["x-tincay-normalize"] = normalize
    return answer


def number(least: float, most: float, whole: bool = True) -> JSON:
    """A number between two."""
    return {"type": "integer" if whole else "number", "minimum": least, "maximum": most}


BOOLEAN: JSON = {"type": "boolean"}


def part(answer: JSON, label: Pair, **words: Any) -> JSON:
    """A member of a group."""
    return {**answer, "x-tincay-i18n": wording(label, **words)}


def group(members: Mapping[str, JSON], required: Sequence[str] = (), **more: Any) -> JSON:
    """An object with members that are questions of their own."""
    answer: JSON = {"type": "object", "properties": dict(members)}
    if required:
        answer["required"] = list(required)
    return {**answer, **more, "additionalProperties": False}


def rows(most: int, members: Mapping[str, JSON], required: Sequence[str] = (), least: int = 0) -> JSON:
    """A list of groups."""
    answer: JSON = {"type": "array", "maxItems": most}
    if least:
        answer["minItems"] = least
    return {**answer, "items": group(members, required)}
