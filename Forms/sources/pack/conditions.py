"""Conditions over answers: schemas that hold when the answers say something."""

from collections.abc import Iterable, Sequence

from .words import JSON


def says(question: str, *values: object) -> JSON:
    """An answer is one of these."""
    test: JSON = {"const": values[0]} if len(values) == 1 else {"enum": list(values)}
    return about(question, test)


def about(question: str, test: JSON) -> JSON:
    """An answer is there and satisfies a schema."""
    return {"properties": {question: test}, "required": [question]}


def member(group: str, name: str, *values: object) -> JSON:
    """A member of a group is one of these."""
    return about(group, says(name, *values))


def chose(question: str, codes: Iterable[str]) -> JSON:
    """Of several choices at least one is among these."""
    wanted = list(codes)
    return about(question, {"contains": {"const": wanted[0]} if len(wanted) == 1 else {"enum": wanted}})


def concerns(*codes: str) -> JSON:
    """The report is about one of these."""
    return chose("concerns", codes)


def answered(*questions: str) -> JSON:
    """These were answered."""
    return {"required": list(questions)}


def everything(*conditions: JSON) -> JSON:
    """All of them hold."""
    return conditions[0] if len(conditions) == 1 else {"allOf": list(conditions)}


def something(*conditions: JSON) -> JSON:
    """At least one of them holds."""
    return conditions[0] if len(conditions) == 1 else {"anyOf": list(conditions)}


def never(condition: JSON) -> JSON:
    """It does not hold."""
    return {"not": condition}


def fact(name: str, test: JSON) -> JSON:
    """A derived fact is known and satisfies a schema."""
    return about("derived", about(name, test))


def flag(*names: str) -> JSON:
    """A derived flag is raised; of several one is enough."""
    return something(*(fact(name, {"const": True}) for name in names))


def defined(name: str) -> JSON:
    """A condition that the form defines for itself."""
    return {"$ref": f"#/$defs/{name}"}


def known_under(age: int) -> JSON:
    """The child is, as far as an age is known, under it."""
    return about("derived", {"properties": {"age_min": {"exclusiveMaximum": age}}, "required": ["age_min", "age_max"]})


def maybe_under(age: int) -> JSON:
    """The child may be under an age; an unknown age counts as every age."""
    return fact("age_min", {"exclusiveMaximum": age})


IS_CHILD = defined("is-child")
IS_BYSTANDER = defined("is-bystander")
IS_COUNSELLOR = defined("is-counsellor")


def level(codes: Sequence[str], *prefixes: str) -> list[str]:
    """The codes of these first-level concerns, with the first level itself."""
    return [code for code in codes if code[0] in prefixes and code not in ("OTH", "UNK", "PNS")]
