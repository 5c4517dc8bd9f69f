"""Code lists: documents of their own with a version, which forms refer to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

from .words import JSON, Pair, wording

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True)
class Choice:
    """One code: what it is called, and facts about it that stand beside it in the list."""

    code: str
    vi: str
    en: str
    child: Optional[Pair] = None
    icon: Optional[str] = None
    facts: JSON = field(default_factory=dict)

    def json(self) -> JSON:
        """The code as a branch of the list."""
        words = wording((self.vi, self.en), child=self.child, icon=self.icon)
        made: JSON = {"const": self.code, "title": self.vi, "x-tincay-i18n": words}
        return {**made, "x-facts": self.facts} if self.facts else made


def choice(
    code: str, vi: str, en: str, child: Optional[Pair] = None, icon: Optional[str] = None, **facts: Any
) -> Choice:
    """A code with its facts as named arguments."""
    return Choice(code, vi, en, child, icon, facts)


UNKNOWN = choice("UNK", "Không biết", "Not known", ("Em không biết", "I don't know"), "question")
UNSAID = choice("PNS", "Không muốn nói", "Prefers not to say", ("Em không muốn nói", "I don't want to say"), "quiet")
OTHER = choice("OTH", "Khác", "Other", ("Chuyện khác", "Something else"), "dots")


@dataclass(frozen=True)
class CodeList:
    """A list of codes, none of which is ever renamed or used again for something else."""

    name: str
    vi: str
    en: str
    choices: Sequence[Choice]
    source: str
    verified: Optional[bool] = None
    confidence: Optional[str] = None
    facts: JSON = field(default_factory=dict)
    version: int = 1

    @property
    def urn(self) -> str:
        """The name that references use."""
        return f"urn:tincay:list:{self.name}:{self.version}"

    @property
    def codes(self) -> list[str]:
        """The codes in their order."""
        return [choice.code for choice in self.choices]

    def json(self) -> JSON:
        """The list as a document."""
        document: JSON = {
            "$schema": DIALECT,
            "$id": self.urn,
            "title": self.vi,
            "x-name": {"vi": self.vi, "en": self.en},
            "source": self.source,
            "verified": self.verified,
        }
        if self.confidence:
            document["confidence"] = self.confidence
        return {**document, **self.facts, "oneOf": [choice.json() for choice in self.choices]}

    def only(self, name: str, vi: str, en: str, codes: Iterable[str], also: Sequence[Choice] = ()) -> "CodeList":
        """A shorter list of the same codes, in the order given."""
        known = {choice.code: choice for choice in self.choices}
        return CodeList(name, vi, en, [*(known[code] for code in codes), *also], self.source, self.verified)
