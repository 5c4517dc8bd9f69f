"""What a form asks, and when: found as the library finds it, by walking the keywords that apply to the answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Optional, Union

from .branches import alternatives, banned, choosing
from .choices import Choice, Lists
from .document import Document, DocumentError, Place

MOST_SCHEMAS = 50_000
"""How many schemas are looked at before a form is given up, as in the library."""

MOST_DECLARATIONS = 20_000
"""How many times a form may declare a question before it is given up."""

DEEPEST = 48
"""How many schemas may lead to one another."""

DEEPEST_GROUP = 3
"""How many groups may lie around a question that is asked, as in the library."""


@dataclass(frozen=True)
class Holds:
    """A condition that a schema states about the answers."""

    schema: Place
    """The condition."""
    expected: bool = True
    """False when it must not hold."""


@dataclass(frozen=True)
class Answered:
    """A condition that a question is answered."""

    name: str


Condition = Union[Holds, Answered]


@dataclass(frozen=True)
class Declaration:
    """One place where a question is declared."""

    schemas: list[Place]
    """Its schema and those that it refers to, nearest first."""
    conditions: tuple[Condition, ...]
    """When it counts."""


@dataclass(frozen=True)
class Demand:
    """One reason why a question has to be answered."""

    place: Place
    """The name in `required`, or the member of `dependentRequired`."""
    conditions: tuple[Condition, ...]
    """When it counts."""


@dataclass
class Question:
    """A member that a form declares."""

    name: str
    declarations: list[Declaration] = field(default_factory=list)
    demands: list[Demand] = field(default_factory=list)
    bans: list[Demand] = field(default_factory=list)
    """The reasons why it must not be answered."""
    members: list[Question] = field(default_factory=list)
    kind: str = "text"
    choices: list[Choice] = field(default_factory=list)
    """All that any of the declarations offers, each once."""
    page: Optional[str] = None

    @property
    def schemas(self) -> list[Place]:
        """All its schemas, the later declarations first because they are the more particular ones."""
        return [schema for declaration in reversed(self.declarations) for schema in declaration.schemas]

    @property
    def place(self) -> Place:
        """Where it is declared first."""
        return self.declarations[0].schemas[0]

    def annotation(self, name: str) -> Any:
        """Gives what an annotation or a keyword says where it stands first, or None."""
        for schema in self.schemas:
            if isinstance(schema.value, dict) and name in schema.value:
                return schema.value[name]
        return None

    def words(self, key: str) -> dict[str, str]:
        """Gives the words under a key of `x-tincay-i18n`, by language."""
        return words(self.schemas, key)


@dataclass
class Page:
    """A page that questions stand on."""

    id: str
    place: Place


class Questionnaire:
    """Everything a form asks, in the order to ask it."""

    def __init__(self, document: Document) -> None:
        """Walks a form.

        Raises:
            DocumentError: it goes on and on.
        """
        scanner = _Scanner(document)
        self._lists = scanner.lists
        found = scanner.questions([document.root], DEEPEST_GROUP)
        self.undeclared = scanner.undeclared
        self.pages: list[Page] = []
        order: list[str] = []
        for place in document.root.elements("x-tincay-pages"):
            page = Page(place.text("id") or "", place)
            self.pages.append(page)
            for name in place.texts("questions"):
                if name in found:
                    found[name].page = page.id
                    order.append(name)
        order = document.root.texts("x-tincay-order") or order
        names = dict.fromkeys(name for name in (*order, *found) if name in found)
        self.questions = [found[name] for name in names]
        header = document.root.member("x-tincay-form")
        self.profile_name = (header and header.text("profile")) or ""
        asked = found.get(self.profile_name)
        self.profiles = [choice.value for choice in asked.choices if isinstance(choice.value, str)] if asked else []
        self._found = found

    def named(self, name: str) -> Optional[Question]:
        """Gives the question of a name, or None."""
        return self._found.get(name)

    def choices_of(self, declaration: Declaration) -> list[Choice]:
        """Gives what one declaration of a question offers."""
        return self._lists.of_one(declaration)


class _Scanner:
    """Finds questions."""

    def __init__(self, document: Document) -> None:
        """Prepares to walk a form."""
        self._document = document
        self.lists = Lists(document)
        self._steps = 0
        self._declared = 0
        self.undeclared: list[tuple[str, Demand]] = []
        """Demands of the root for members that nothing declares."""

    def questions(self, schemas: list[Place], deeper: int) -> dict[str, Question]:
        """Gives the questions of several schemas that describe the same object, and so many levels of groups in it."""
        found: dict[str, Question] = {}
        demands = _Demands()
        for schema in schemas:
            self._scan(schema, (), 0, found, demands)
        for name, demand in demands.needed:
            if name in found:
                found[name].demands.append(demand)
            elif deeper == DEEPEST_GROUP:
                self.undeclared.append((name, demand))
        for name, demand in demands.banned:
            if name in found:
                found[name].bans.append(demand)
        for question in found.values():
            question.choices = self.lists.of(question)
            question.kind = _kind(question.schemas, question.choices)
            if deeper:
                described = question.schemas + self._entries(question)
                inner = [place for place in described if place.member("properties") is not None]
                if inner:
                    question.members = list(self.questions(inner, deeper - 1).values())
        return found

    def _entries(self, question: Question) -> list[Place]:
        """Gives what describes the entries of a list of groups; a form's reader wants to see their questions too."""
        found: list[Place] = []
        for schema in question.schemas if question.kind == "group" else []:
            items = schema.member("items")
            if items is not None and isinstance(items.value, dict):
                found += self._document.chain(items)
        return found

    def _scan(
        self,
        schema: Place,
        when: tuple[Condition, ...],
        depth: int,
        found: dict[str, Question],
        demands: Optional[_Demands],
    ) -> None:
        """Walks one schema and those that apply to the same object."""
        if not isinstance(schema.value, dict) or depth >= DEEPEST:
            return
        self._steps += 1
        if self._steps > MOST_SCHEMAS or self._declared > MOST_DECLARATIONS:
            raise DocumentError("its schemas lead to too many others")
        reference = schema.text("$ref")
        target = None if reference is None else self._document.resolve(reference, schema)
        if target is not None:
            self._scan(target, when, depth + 1, found, demands)
        for name, place in schema.members("properties"):
            self._declared += 1
            if place.value is False:
                if demands is not None:
                    demands.banned.append((name, Demand(place, when)))
                continue
            declaration = Declaration(self._document.chain(place), when)
            found.setdefault(name, Question(name)).declarations.append(declaration)
        if demands is not None:
            for place in schema.elements("required"):
                demands.needed.append((str(place.value), Demand(place, when)))
            for name, place in schema.members("dependentRequired"):
                for element in place.elements():
                    demands.needed.append((str(element.value), Demand(element, (*when, Answered(name)))))
            negated = schema.member("not")
            for name, place in banned(negated) if negated is not None else []:
                demands.banned.append((name, Demand(place, when)))
        for name, place in schema.members("dependentSchemas"):
            self._scan(place, (*when, Answered(name)), depth + 1, found, demands)
        for place in schema.elements("allOf"):
            self._scan(place, when, depth + 1, found, demands)
        condition = schema.member("if")
        if condition is not None:
            for name, expected in (("then", True), ("else", False)):
                branch = schema.member(name)
                if branch is not None:
                    self._scan(branch, (*when, Holds(condition, expected)), depth + 1, found, demands)
        for name in ("anyOf", "oneOf"):
            self._branches(schema.elements(name), name, when, depth + 1, found, demands)

    def _branches(
        self,
        branches: list[Place],
        keyword: str,
        when: tuple[Condition, ...],
        depth: int,
        found: dict[str, Question],
        demands: Optional[_Demands],
    ) -> None:
        """Walks branches of which one or more apply."""
        chooser, chosen = choosing(self._document, branches, self.lists.values)
        if not chosen:
            if keyword == "anyOf" and demands is not None:
                none = (*when, *(Holds(branch, False) for branch in branches))
                for place in alternatives(branches):
                    demands.needed.append((str(place.value), Demand(place, none)))
            # What one of several branches declares may be asked; what only one of them demands may not be.
            for branch in branches:
                self._scan(branch, when, depth, found, None)
            return
        # The member that chooses is always asked, and always has to be answered.
        choosers: list[Declaration] = []
        for one in chosen:
            inner: dict[str, Question] = {}
            needed = _Demands()
            self._scan(one.schema, (*when, Holds(one.condition)), depth, inner, needed)
            for question in inner.values():
                if question.name == chooser:
                    choosers += [Declaration(each.schemas, when) for each in question.declarations]
                else:
                    known = found.setdefault(question.name, Question(question.name))
                    known.declarations += question.declarations
            if demands is not None:
                demands.take(needed, without=chooser)
        # The last declaration is looked at first; choices come in the order of the branches.
        if choosers:
            found.setdefault(chooser, Question(chooser)).declarations += reversed(choosers)
        if demands is not None:
            demands.needed.append((chooser, Demand(chosen[0].schema, when)))


@dataclass
class _Demands:
    """What has to be answered, and what must not be, by name."""

    needed: list[tuple[str, Demand]] = field(default_factory=list)
    banned: list[tuple[str, Demand]] = field(default_factory=list)

    def take(self, other: _Demands, without: str) -> None:
        """Takes over what another one has, but for one name."""
        self.needed += [entry for entry in other.needed if entry[0] != without]
        self.banned += [entry for entry in other.banned if entry[0] != without]


def _kind(schemas: list[Place], choices: list[Choice]) -> str:
    """Tells how a question of these schemas is answered on a screen."""
    type_ = _type(schemas)
    if choices:
        is_list = type_ == "array" if type_ else any(schema.member("items") for schema in schemas)
        return "choices" if is_list else "choice"
    if type_ in ("integer", "number"):
        return "number"
    if type_ == "boolean":
        return "boolean"
    if type_ in ("object", "array"):
        return "group"
    if type_ is None and any(schema.member("properties") or schema.member("items") for schema in schemas):
        return "group"
    return "date" if any(schema.text("format") == "date" for schema in schemas) else "text"


def _type(schemas: list[Place]) -> Optional[str]:
    """Gives the first type that an answer may have, null aside."""
    for schema in schemas:
        value = schema.value.get("type") if isinstance(schema.value, dict) else None
        if isinstance(value, str):
            return value
        for name in schema.texts("type"):
            if name != "null":
                return name
    return None


def words(schemas: list[Place], key: str) -> dict[str, str]:
    """Gives the words under a key of `x-tincay-i18n`, by language; the nearest schema wins."""
    found: dict[str, str] = {}
    for schema in schemas:
        for tag, place in schema.members("x-tincay-i18n"):
            text = place.text(key)
            if text is not None:
                found.setdefault(tag.lower(), text)
    return found
