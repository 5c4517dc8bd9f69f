"""Whether a condition holds on a report in which nothing has been answered yet."""

from __future__ import annotations

from typing import Any, Optional

from .document import Document, Place
from .questions import DEEPEST

MOST_STEPS = 100_000
"""How many schemas are tried for all conditions of a form before the rest is left open."""


class Unanswered:
    """Tries conditions on an empty report; what hangs on derived facts is left open."""

    def __init__(self, document: Document) -> None:
        """Prepares to try the conditions of a form."""
        self._document = document
        derive = document.root.member("x-tincay-derive")
        self._key = derive.text("key") if derive is not None else None
        self._steps = 0

    def satisfies(self, condition: Place) -> Optional[bool]:
        """Tells whether a condition holds without any answer, or gives None when that cannot be told."""
        return self._holds(condition, 0)

    def _holds(self, schema: Place, depth: int) -> Optional[bool]:
        """Tries one schema on `{}`."""
        value = schema.value
        if isinstance(value, bool):
            return value
        self._steps += 1
        if not isinstance(value, dict) or depth > DEEPEST or self._steps > MOST_STEPS:
            return None
        verdicts: list[Optional[bool]] = [_keyword(name, said) for name, said in value.items()]
        if self._key is not None and self._key in schema.texts("required"):
            verdicts.append(None)
        if any(name != self._key for name in schema.texts("required")):
            verdicts.append(False)
        if any(name == self._key for name, _ in schema.members("properties")):
            verdicts.append(None)
        reference = schema.text("$ref")
        if reference is not None:
            target = self._document.resolve(reference, schema)
            verdicts.append(None if target is None else self._holds(target, depth + 1))
        verdicts.append(_all([self._holds(place, depth + 1) for place in schema.elements("allOf")]))
        branches = [self._holds(place, depth + 1) for place in schema.elements("anyOf")]
        if branches:
            verdicts.append(_not(_all([_not(branch) for branch in branches])))
        branches = [self._holds(place, depth + 1) for place in schema.elements("oneOf")]
        if branches:
            verdicts.append(None if None in branches else branches.count(True) == 1)
        negated = schema.member("not")
        if negated is not None:
            verdicts.append(_not(self._holds(negated, depth + 1)))
        condition = schema.member("if")
        if condition is not None:
            asked = self._holds(condition, depth + 1)
            branch = schema.member("then" if asked else "else")
            if asked is None:
                verdicts.append(None)
            elif branch is not None:
                verdicts.append(self._holds(branch, depth + 1))
        return _all(verdicts)


def _keyword(name: str, said: Any) -> Optional[bool]:
    """Tells what a keyword that applies to `{}` itself says about it."""
    if name == "const":
        return bool(said == {})
    if name == "enum":
        return isinstance(said, list) and {} in said
    if name == "type":
        return said == "object" or (isinstance(said, list) and "object" in said)
    if name == "minProperties":
        return isinstance(said, (int, float)) and said <= 0
    return True


def _all(verdicts: list[Optional[bool]]) -> Optional[bool]:
    """Tells whether all of some verdicts are yes."""
    if False in verdicts:
        return False
    return None if None in verdicts else True


def _not(verdict: Optional[bool]) -> Optional[bool]:
    """Turns a verdict around."""
    return None if verdict is None else not verdict
