"""Turns expressions into schemas: `relevant` into a condition, `constraint` into limits of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Callable, Optional

from .expression import Call, Compare, Joined, Literal, Name, Node, Untranslatable, flipped

Schema = dict[str, Any]

_BOUNDS = {">": "exclusiveMinimum", ">=": "minimum", "<": "exclusiveMaximum", "<=": "maximum"}
_YES = ("ok", "yes", "true")


@dataclass(frozen=True)
class Known:
    """What an expression may know about a question."""

    kind: str
    """choice, choices, number, text, boolean, date, or `none` when it cannot be compared with anything."""
    codes: tuple[str, ...] = ()
    """The codes of its list."""


@dataclass(frozen=True)
class Test:
    """What is asked of one answer."""

    name: str
    """The question; empty for the question itself."""
    schema: Schema
    """What the answer has to be."""
    negated: bool = False
    """Whether it must not be that; then a missing answer passes."""


class Translator:
    """Translates the expressions of one report, or of one entry of a repeat."""

    def __init__(
        self, known: Mapping[str, Known], itself: Optional[Known] = None, takes_pattern: Callable[[str], bool] = bool
    ) -> None:
        """Prepares to translate.

        Args:
            known: the questions that may be named.
            itself: the question whose constraint it is; None for conditions.
            takes_pattern: tells whether the library takes a regular expression.
        """
        self._known = known
        self._itself = itself
        self._takes_pattern = takes_pattern
        self.names: set[str] = set()
        """The questions that were named."""

    def schema(self, node: Node) -> Schema:
        """Translates an expression: about the report when it is a condition, about the answer when it is not.

        Raises:
            Untranslatable: it has no counterpart.
        """
        if isinstance(node, Joined):
            return {"allOf" if node.word == "all" else "anyOf": [self.schema(part) for part in node.parts]}
        if isinstance(node, Call) and node.name == "not" and len(node.arguments) == 1:
            return _not(self.schema(node.arguments[0]))
        if isinstance(node, Call) and node.name in ("true", "false") and not node.arguments:
            return {} if node.name == "true" else {"not": {}}
        return self._placed(self._test(node))

    def _placed(self, test: Test) -> Schema:
        """Says a test of the answer that it is about."""
        if test.name == "":
            return _not(test.schema) if test.negated else test.schema
        self.names.add(test.name)
        about: Schema = {"required": [test.name]}
        if test.schema:
            about = {"properties": {test.name: test.schema}, **about}
        return {"not": about} if test.negated else about

    def _question(self, node: Node) -> tuple[str, Known]:
        """Gives the question that an operand names."""
        if not isinstance(node, Name):
            raise Untranslatable("why.operand")
        if node.name == "":
            if self._itself is None:
                raise Untranslatable("why.operand")
            return "", self._itself
        if self._itself is not None:
            raise Untranslatable("why.other", node.name)
        if node.name not in self._known:
            raise Untranslatable("why.unknown", node.name)
        return node.name, self._known[node.name]

    def _test(self, node: Node) -> Test:
        """Translates a comparison or a call."""
        if isinstance(node, Compare):
            if isinstance(node.left, Literal) or (isinstance(node.left, Call) and node.left.name in ("true", "false")):
                return self._compared(flipped(node.operator), node.right, node.left)
            return self._compared(node.operator, node.left, node.right)
        if not isinstance(node, Call):
            raise Untranslatable("why.operand")
        if node.name == "selected" and len(node.arguments) == 2:
            name, known = self._question(node.arguments[0])
            value = node.arguments[1]
            if known.kind not in ("choice", "choices") or not isinstance(value, Literal):
                raise Untranslatable("why.operand")
            code = {"const": self._code(known, value.text)}
            return Test(name, code if known.kind == "choice" else {"contains": code})
        if node.name == "regex" and len(node.arguments) == 2:
            name, known = self._question(node.arguments[0])
            value = node.arguments[1]
            if known.kind != "text" or not isinstance(value, Literal) or value.is_number:
                raise Untranslatable("why.operand")
            is_anchored = value.text[:1] == "^" and value.text[-1:] == "$" and value.text[-2:] != "\\$"
            pattern = value.text if is_anchored and "|" not in value.text else f"^(?:{value.text})$"
            if not self._takes_pattern(pattern):
                raise Untranslatable("why.pattern")
            return Test(name, {"pattern": pattern})
        raise Untranslatable("why.function", node.name)

    @staticmethod
    def _code(known: Known, text: str) -> str:
        """Gives a code that the list of a question has."""
        if text not in known.codes:
            raise Untranslatable("why.code", text)
        return text

    def _compared(self, operator: str, left: Node, right: Node) -> Test:
        """Translates a comparison with a value on the right."""
        if isinstance(right, Call) and right.name in ("true", "false") and not right.arguments:
            right = Literal(right.name, False)
        if not isinstance(right, Literal):
            raise Untranslatable("why.operand")
        if isinstance(left, Call):
            return self._counted(operator, left, right)
        name, known = self._question(left)
        if right.text == "" and not right.is_number and operator in ("=", "!="):
            return Test(name, {"minLength": 1} if known.kind == "text" else {}, operator == "=")
        if known.kind == "choice":
            return self._of_codes(name, known, operator, right)
        if known.kind == "number":
            value = number(right.text)
            if operator in _BOUNDS:
                return Test(name, {_BOUNDS[operator]: value})
            return Test(name, {"const": value}, operator == "!=")
        if operator not in ("=", "!="):
            raise Untranslatable("why.order")
        if known.kind == "choices":
            return Test(name, {"const": [self._code(known, right.text)]}, operator == "!=")
        if known.kind == "boolean":
            is_yes = right.text.lower() in _YES
            return Test(name, {"const": is_yes}, operator == "!=")
        if known.kind in ("text", "date") and not right.is_number:
            return Test(name, {"const": right.text}, operator == "!=")
        raise Untranslatable("why.operand")

    def _of_codes(self, name: str, known: Known, operator: str, right: Literal) -> Test:
        """Translates a comparison of one chosen code; codes that are numbers have an order."""
        if operator in ("=", "!="):
            return Test(name, {"const": self._code(known, right.text)}, operator == "!=")
        limit = number(right.text)
        codes = [code for code in known.codes if _is_number(code) and _stands(number(code), operator, limit)]
        if not codes:
            raise Untranslatable("why.order")
        return Test(name, {"enum": codes})

    def _counted(self, operator: str, call: Call, right: Literal) -> Test:
        """Translates a comparison of how many were chosen, or of how long a text is."""
        keywords = {"count-selected": ("choices", "Items"), "string-length": ("text", "Length")}
        if call.name not in keywords or len(call.arguments) != 1:
            raise Untranslatable("why.function", call.name)
        name, known = self._question(call.arguments[0])
        kind, suffix = keywords[call.name]
        if known.kind != kind:
            raise Untranslatable("why.operand")
        count = number(right.text)
        if not isinstance(count, int) or not 0 <= count <= 1_000_000:
            raise Untranslatable("why.operand")
        least, most = f"min{suffix}", f"max{suffix}"
        if self._itself is not None and operator in ("<", "<=", "=") and (count or operator != "<"):
            # A limit of the answer itself is said plainly, for screens to show.
            top = count - (operator == "<")
            return Test(name, {least: top, most: top} if operator == "=" else {most: top})
        # Nothing chosen is none: what is true of none is said as the opposite of what needs some.
        if operator in (">", ">="):
            needed = count + (operator == ">")
            return Test(name, {least: needed}) if needed else Test(name, {"not": {}}, True)
        if operator in ("<", "<="):
            return Test(name, {least: count + (operator == "<=")}, True)
        if count == 0:
            return Test(name, {least: 1}, operator == "=")
        return Test(name, {least: count, most: count}, operator == "!=")


def number(text: str) -> Any:
    """Reads a number.

    Raises:
        Untranslatable: it is none, or one of more than fifteen digits.
    """
    if not _is_number(text):
        raise Untranslatable("why.number", text)
    value = float(text)
    return int(value) if value.is_integer() else value


def _is_number(text: str) -> bool:
    """Tells whether a text is a number that is exact enough."""
    digits = text[1:] if text.startswith("-") else text
    whole, _, part = digits.partition(".")
    return (whole + part).isascii() and (whole + part).isdigit() and len(whole + part) <= 15


def _stands(left: Any, operator: str, right: Any) -> bool:
    """Tells how two numbers stand to each other."""
    return bool({"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[operator])


def _not(schema: Schema) -> Schema:
    """Says the opposite of a schema."""
    if set(schema) == {"not"}:
        inner: Schema = schema["not"]
        return inner
    return {"not": schema}
