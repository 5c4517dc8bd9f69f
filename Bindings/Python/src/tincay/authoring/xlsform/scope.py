"""The questions of the report, or of one entry of a repeat, as a schema."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any, Callable, Optional

from . import expression
from .answers import answer
from .expression import Call, Compare, Joined, Name, Node, Untranslatable
from .filters import branches as narrowed
from .filters import pairs
from .languages import Languages
from .lists import Lists
from .losses import Losses
from .outline import Block
from .translation import Known, Schema, Translator, number
from .workbook import Row

_NAME = re.compile(r"[^\W\d][\w.\-]{0,63}")
_YES = ("yes", "true", "true()", "1")
_NO = ("", "no", "false", "false()", "0")
_OPERATORS = {"=": "eq", "<": "lt", "<=": "le"}


@dataclass
class Tools:
    """What all scopes of one import share."""

    lists: Lists
    languages: Languages
    losses: Losses
    takes_pattern: Callable[[str], bool]


@dataclass
class Field:
    """One question on its way into the form."""

    name: str
    row: Row
    known: Known
    schema: Schema
    blocks: tuple[Block, ...]
    """The groups that it stands in, the outermost first."""
    conditions: list[Schema] = field(default_factory=list)
    """When it is asked; always when there are none."""
    names: set[str] = field(default_factory=set)
    """The questions that the conditions name."""
    list_name: str = ""
    """The list that its choices are from."""
    narrowed: list[tuple[Schema, list[str]]] = field(default_factory=list)
    """Conditions under which only some choices are offered."""


class Scope:
    """Collects the questions of one object."""

    def __init__(self, block: Block, tools: Tools, *, is_report: bool) -> None:
        """Reads all questions of a survey or of a repeat."""
        self._tools = tools
        self._is_report = is_report
        self.fields: dict[str, Field] = {}
        self.comparisons: list[dict[str, Any]] = []
        self._rewritten: dict[int, Optional[Schema]] = {}
        self._collect(block, ())
        self._known = {name: one.known for name, one in self.fields.items()}
        for one in self.fields.values():
            self._ask(one)
        self._break_circles()

    def _collect(self, block: Block, blocks: tuple[Block, ...]) -> None:
        """Reads the questions of a block; groups lie flat in the report, repeats do not."""
        for item in block.items:
            if isinstance(item, Row):
                self._add(item, blocks)
            elif item.kind == "group":
                self._collect(item, (*blocks, item))
            elif item.row is not None:
                self._repeat(item, item.row, blocks)

    def _add(self, row: Row, blocks: tuple[Block, ...]) -> None:
        """Reads one question."""
        losses = self._tools.losses
        found = answer(row, self._tools.lists, losses)
        if found is None:
            return
        name = self._named(row, blocks)
        if name is None:
            return
        table = self._tools.languages.table(row, _COLUMNS)
        schema = {**found.schema, **({"x-tincay-i18n": table} if table else {})}
        self._tell_ignored(row)
        self.fields[name] = Field(name, row, found.known, schema, blocks, list_name=found.list_name)
        if found.other:
            self._add_other(f"{name}_other", name, row, found.known, found.other, blocks)

    def _add_other(self, name: str, about: str, row: Row, known: Known, code: str, blocks: tuple[Block, ...]) -> None:
        """Adds the text that goes with the choice of something else."""
        if name in self.fields or len(name) > 64:
            self._tools.losses.add("badName", row.sheet, row.number, name)
            return
        words = {"vi": {"label": "Khác, là gì?"}, "en": {"label": "Other: what?"}}
        schema: Schema = {"type": "string", "maxLength": 200, "x-tincay-i18n": words}
        plain = Row(row.sheet, row.number, {})
        chosen: Schema = {"const": code} if known.kind == "choice" else {"contains": {"const": code}}
        condition = {"properties": {about: chosen}, "required": [about]}
        self.fields[name] = Field(name, plain, Known("text"), schema, blocks, [condition], {about})

    def _repeat(self, block: Block, row: Row, blocks: tuple[Block, ...]) -> None:
        """Reads a repeat: a list of objects."""
        name = self._named(row, blocks)
        if name is None:
            return
        inner = Scope(block, self._tools, is_report=False)
        schema: Schema = {"type": "array", "items": inner.schema()}
        if row["repeat_count"]:
            try:
                count = number(row["repeat_count"])
                schema["maxItems"] = count if isinstance(count, int) and count > 0 else 1
            except Untranslatable:
                self._tools.losses.add("repeatCount", row.sheet, row.number, row["repeat_count"])
        table = self._tools.languages.table(row, _COLUMNS)
        if table:
            schema["x-tincay-i18n"] = table
        self.fields[name] = Field(name, row, Known("none"), schema, blocks)

    def _named(self, row: Row, blocks: tuple[Block, ...]) -> Optional[str]:
        """Gives the name of a question; of two that are the same, the second is named after its group too."""
        name = row["name"]
        if not _NAME.fullmatch(name):
            self._tools.losses.add("badName", row.sheet, row.number, name)
            return None
        if name not in self.fields:
            return name
        group = blocks[-1].row if blocks else None
        longer = f"{group['name']}_{name}" if group is not None else name
        if longer in self.fields or not _NAME.fullmatch(longer):
            self._tools.losses.add("badName", row.sheet, row.number, name)
            return None
        self._tools.losses.add("renamed", row.sheet, row.number, name, longer)
        return longer

    def _tell_ignored(self, row: Row) -> None:
        """Tells the columns of a question that a form has no place for."""
        for column in ("default", "calculation", "read_only", "guidance_hint", "media::video", "trigger"):
            if any(header.name == column for header in row.cells):
                self._tools.losses.add("column", row.sheet, row.number, column)

    def _ask(self, one: Field) -> None:
        """Works out when a question is asked, and what limits its answer has."""
        for block in one.blocks:
            if block.row is not None:
                self._translate_block(block.row, one)
        if one.row["relevant"]:
            found = self._condition(one.row, "relevant", one.row["relevant"], one.names)
            if found is not None:
                one.conditions.append(found)
        if one.row["constraint"]:
            self._constrain(one)
        if one.row["choice_filter"] and one.list_name:
            self._filter(one)

    def _filter(self, one: Field) -> None:
        """Works out which choices are offered after which answers."""
        source, lists = one.row["choice_filter"], self._tools.lists
        try:
            filters = pairs(source, self._known)
            if any(column == "name" or question == one.name for column, question in filters):
                raise Untranslatable("why.operand")
            rows = lists.rows(one.list_name)
            one.narrowed = list(narrowed(filters, rows, one.known.codes, self._known))
        except Untranslatable as error:
            self._tools.losses.add("filter", one.row.sheet, one.row.number, source, reason=(error.code, *error.values))
            return
        lists.columns.update(column for column, _ in filters)

    def _translate_block(self, row: Row, one: Field) -> None:
        """Adds the condition of a group, which is translated once."""
        if not row["relevant"]:
            return
        if row.number not in self._rewritten:
            self._rewritten[row.number] = self._condition(row, "relevant", row["relevant"], set())
        found = self._rewritten[row.number]
        if found is not None:
            one.conditions.append(found)
            one.names |= _required(found)

    def _condition(self, row: Row, column: str, source: str, names: set[str]) -> Optional[Schema]:
        """Translates a condition, or tells why it cannot be."""
        translator = Translator(self._known, takes_pattern=self._tools.takes_pattern)
        try:
            found = translator.schema(expression.read(source))
        except Untranslatable as error:
            self._tools.losses.add(column, row.sheet, row.number, source, reason=(error.code, *error.values))
            return None
        names |= translator.names
        return found

    def _constrain(self, one: Field) -> None:
        """Translates the constraint of a question; parts that cannot be are told, and the others limit the answer."""
        source, losses = one.row["constraint"], self._tools.losses
        translator = Translator(self._known, one.known, self._tools.takes_pattern)
        codes: set[str] = set()
        try:
            node = expression.read(source)
        except Untranslatable as error:
            losses.add("constraint", one.row.sheet, one.row.number, source, reason=(error.code, *error.values))
            return
        given = {"maxLength"} if one.known.kind == "text" else set()
        for part in node.parts if isinstance(node, Joined) and node.word == "all" else (node,):
            try:
                if self._is_report and self._compare(part, one):
                    continue
                schema = translator.schema(part)
            except Untranslatable as error:
                losses.add("constraint", one.row.sheet, one.row.number, source, reason=(error.code, *error.values))
                continue
            codes |= _codes(schema)
            if set(schema).isdisjoint(set(one.schema) - given):
                one.schema.update(schema)
                # The limit that every text gets gives way to the form's own, once.
                given -= set(schema)
            else:
                one.schema.setdefault("allOf", []).append(schema)
        for language, text in self._tools.languages.words(one.row, "constraint_message").items():
            table = one.schema.setdefault("x-tincay-i18n", {}).setdefault(language, {})
            if codes:
                table.setdefault("messages", {}).update(dict.fromkeys(sorted(codes), text))

    def _compare(self, node: Node, one: Field) -> bool:
        """Makes a rule about two answers of a constraint that compares them."""
        if not isinstance(node, Compare):
            return False
        if _is_now(node.right) and node.left == Name(""):
            return self._compare_now(node.operator, one)
        if _is_now(node.left) and node.right == Name(""):
            return self._compare_now(expression.flipped(node.operator), one)
        if not isinstance(node.left, Name) or not isinstance(node.right, Name):
            return False
        operator, left, right = node.operator, node.left.name or one.name, node.right.name or one.name
        if operator in (">", ">="):
            operator, left, right = expression.flipped(operator), right, left
        kinds = {self._known[name].kind for name in (left, right) if name in self._known}
        if operator not in _OPERATORS or left == right or kinds not in ({"number"}, {"date"}):
            return False
        if left not in self._known or right not in self._known:
            return False
        self._add_rule(one, {"left": f"/{left}", "op": _OPERATORS[operator], "right": f"/{right}"})
        return True

    def _compare_now(self, operator: str, one: Field) -> bool:
        """Makes a rule about a date and the day of receipt."""
        relations = {**_OPERATORS, ">": "gt", ">=": "ge"}
        if operator not in relations or "format" not in one.schema:
            return False
        self._add_rule(one, {"left": f"/{one.name}", "op": relations[operator], "now": True})
        return True

    def _add_rule(self, one: Field, rule: dict[str, Any]) -> None:
        """Adds a rule about two answers, with the words of the constraint."""
        rule = {"id": f"row-{one.row.number}-{len(self.comparisons) + 1}", **rule, "severity": "error"}
        words = self._tools.languages.words(one.row, "constraint_message")
        if words:
            rule["x-tincay-i18n"] = {language: {"message": text} for language, text in words.items()}
        self.comparisons.append(rule)

    def _break_circles(self) -> None:
        """Lets questions that wait for each other be asked always; nobody could ever begin them."""
        waiting = {name: {other for other in one.names if other in self.fields} for name, one in self.fields.items()}
        for _ in range(2):
            waiting = _trimmed(waiting)
            waiting = _trimmed(_reversed(waiting))
        for name in waiting:
            one = self.fields[name]
            one.conditions.clear()
            one.names.clear()
            self._tools.losses.add("circle", one.row.sheet, one.row.number, name)

    def schema(self) -> Schema:
        """Gives the schema of the object."""
        properties: Schema = {}
        required: list[str] = []
        branches: dict[str, tuple[Schema, Schema, list[str]]] = {}
        rest: list[Schema] = []
        for name, one in self.fields.items():
            demand = self._demand(one)
            if one.conditions:
                condition = one.conditions[0] if len(one.conditions) == 1 else {"allOf": one.conditions}
                _, inner, demanded = branches.setdefault(json.dumps(condition), (condition, {}, []))
                inner[name] = one.schema
            else:
                properties[name] = one.schema
                demanded = required
            if demand is True:
                demanded.append(name)
            elif demand is not None:
                rest.append({"if": {"allOf": [*one.conditions, demand]}, "then": {"required": [name]}})
            for test, offered in one.narrowed:
                choice: Schema = {"enum": offered}
                limit = choice if one.known.kind == "choice" else {"items": choice}
                condition = {"allOf": [*one.conditions, test]} if one.conditions else test
                rest.append({"if": condition, "then": {"properties": {name: limit}}})
        schema: Schema = {"type": "object", "properties": properties}
        if required:
            schema["required"] = required
        applied = [
            {"if": condition, "then": {"properties": inner, **({"required": demanded} if demanded else {})}}
            for condition, inner, demanded in branches.values()
        ]
        if applied or rest:
            schema["allOf"] = [*applied, *rest]
        schema["unevaluatedProperties"] = False
        return schema

    def _demand(self, one: Field) -> Any:
        """Gives True for a question that has to be answered, a condition, or None."""
        source = one.row["required"]
        if source.lower() in _NO:
            return None
        if source.lower() in _YES:
            demand: Any = True
        else:
            demand = self._condition(one.row, "required", source, set())
        for language, text in self._tools.languages.words(one.row, "required_message").items():
            table = one.schema.setdefault("x-tincay-i18n", {}).setdefault(language, {})
            table.setdefault("messages", {})["required"] = text
        return demand


_COLUMNS = (("label", "label"), ("hint", "hint"), ("media::audio", "audio"), ("media::image", "icon"))


def _is_now(node: Node) -> bool:
    """Tells whether an operand is the day or the moment of receipt."""
    return isinstance(node, Call) and node.name in ("today", "now") and not node.arguments


def _codes(schema: Any) -> set[str]:
    """Gives the codes of the findings that a constraint may lead to."""
    if not isinstance(schema, dict):
        return set()
    found = set(schema) - {"allOf"}
    for part in schema.get("allOf", []):
        found |= _codes(part)
    return found


def _required(schema: Any) -> set[str]:
    """Gives the questions that a condition names."""
    found: set[str] = set()
    waiting = [schema]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            names = value.get("required", [])
            found |= {name for name in names if isinstance(name, str)} if isinstance(names, list) else set()
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return found


def _trimmed(waiting: dict[str, set[str]]) -> dict[str, set[str]]:
    """Takes away, again and again, what waits for nothing that is left."""
    left = {name: set(others) for name, others in waiting.items()}
    waited = _reversed(left)
    ready = [name for name, others in left.items() if not others]
    while ready:
        name = ready.pop()
        del left[name]
        for other in waited.get(name, ()):
            if other in left and name in left[other]:
                left[other].discard(name)
                if not left[other]:
                    ready.append(other)
    return left


def _reversed(waiting: dict[str, set[str]]) -> dict[str, set[str]]:
    """Turns around who waits for whom."""
    found: dict[str, set[str]] = {name: set() for name in waiting}
    for name, others in waiting.items():
        for other in others:
            if other in found:
                found[other].add(name)
    return found
