"""Makes up JSON Schemas and values that meet them often enough for every keyword to matter."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from bowtie import DRAFT_7

NAMES = ["a", "b", "c", "aa", "ab", "", "é", "a/b", "a~b", "foo"]
NUMBERS: list[float] = [0, 1, -1, 2, 3, 10, 1.0, 0.5, -0.0, 1.5, 1e2, 1e-3, 0.1, 0.3, 2**53, 2**63, 1e22, -7.25, 3e300]
TEXTS = [
    "",
    "a",
    "b",
    "aa",
    "ab",
    "ba",
    "é",
    "e\u0301",
    "😀",
    "😀😀",
    "foo bar",
    "1",
    "\n",
    "a\n",
    "\u0000",
    "A1_",
    "  ",
]
PATTERNS = [
    "a",
    "^a",
    "a$",
    "^a*$",
    "^.$",
    "^(a|b)+$",
    "^[^a]",
    r"^\w+$",
    r"\d",
    r"^\S*$",
    "^.{2,3}$",
    "b?",
    "^é",
    "^(?:ab?)*$",
    "^(?=.b)a",
    r"\s",
]
TYPES = ["null", "boolean", "object", "array", "number", "string", "integer"]


class SchemaMaker:
    """Makes one schema after another; the same seed makes the same ones."""

    def __init__(self, random: Random, dialect: str) -> None:
        """Begins with a source of chance and the dialect to write."""
        self._random = random
        self._is_old = dialect == DRAFT_7
        self._definitions = 0
        self._defs = "definitions" if self._is_old else "$defs"

    def schema(self) -> Any:
        """A schema with some definitions, which refer to each other without going around in circles on the spot."""
        self._definitions = self._random.choice([0, 0, 1, 2, 3])
        root = self._schema(self._random.choice([1, 2, 3]), 0)
        if not isinstance(root, dict):
            return root
        if self._definitions:
            root[self._defs] = {f"d{number}": self._schema(2, number + 1) for number in range(self._definitions)}
        return root

    def value(self, depth: int = 3) -> Any:
        """A value."""
        kind = self._random.randrange(8 if depth else 5)
        if kind == 0:
            return None
        if kind == 1:
            return self._random.random() < 0.5
        if kind == 2:
            return self._random.choice(NUMBERS)
        if kind in (3, 4):
            return self._random.choice(TEXTS)
        if kind == 5:
            return [self.value(depth - 1) for _ in range(self._random.randrange(4))]
        return {self._random.choice(NAMES[:8]): self.value(depth - 1) for _ in range(self._random.randrange(5))}

    def fitting(self, schema: Any, depth: int = 6) -> Any:
        """A value that a schema's own words suggest, right or wrong."""
        random = self._random
        if not isinstance(schema, dict) or not schema or depth == 0 or random.random() < 0.15:
            return self.value(1)
        if "const" in schema and random.random() < 0.7:
            return schema["const"]
        if schema.get("enum") and random.random() < 0.7:
            return random.choice(schema["enum"])
        nested = [schema[name] for name in ("if", "then", "else", "not", "$ref") if name in schema]
        nested += [item for name in ("allOf", "anyOf", "oneOf") for item in schema.get(name, [])]
        if nested and random.random() < 0.3:
            return self.fitting(random.choice(nested), depth - 1)
        if "properties" in schema or "required" in schema or schema.get("type") == "object":
            made = {
                name: self.fitting(one, depth - 1)
                for name, one in schema.get("properties", {}).items()
                if random.random() < 0.7
            }
            for name in schema.get("required", []):
                if random.random() < 0.8:
                    made.setdefault(name, self.value(1))
            if random.random() < 0.4:
                made[random.choice(NAMES)] = self.value(1)
            return made
        if "items" in schema or "prefixItems" in schema or schema.get("type") == "array":
            first = schema.get("prefixItems", [])
            rest = schema.get("items", True)
            if isinstance(rest, list):
                first, rest = rest, schema.get("additionalItems", True)
            made_list = [self.fitting(one, depth - 1) for one in first]
            made_list += [self.fitting(rest, depth - 1) for _ in range(random.randrange(3))]
            return made_list[: random.randrange(len(made_list) + 1) + 1]
        return self.value(2)

    def _schema(self, depth: int, lowest: int) -> Any:
        """A schema that refers on the spot only to definitions from `lowest` on."""
        random = self._random
        if random.random() < 0.06:
            return random.random() < 0.7
        made: dict[str, Any] = {}
        for _ in range(random.choice([1, 1, 2, 2, 3, 4])):
            self._add(made, depth, lowest)
        if self._is_old and "$ref" in made:
            # Beside a reference, draft-07 has no other keyword.
            return {"$ref": made["$ref"]}
        return made

    def _add(self, made: dict[str, Any], depth: int, lowest: int) -> None:
        """Adds a keyword, or a few that belong together."""
        random = self._random
        groups: list[Callable[[dict[str, Any], int, int], None]]
        groups = [self._type, self._number, self._string, self._sizes, self._constant, self._required]
        if depth > 0:
            groups += [self._members, self._elements, self._logic, self._condition, self._members, self._elements]
        if depth > 0 and not self._is_old:
            groups.append(self._unevaluated)
        if lowest < self._definitions or (depth > 0 and self._definitions):
            groups.append(self._reference)
        random.choice(groups)(made, depth, lowest)

    def _inner(self, depth: int) -> Any:
        """A schema for something inside, which may refer to any definition."""
        return self._schema(depth - 1, 0)

    def _type(self, made: dict[str, Any], depth: int, lowest: int) -> None:
        random = self._random
        made["type"] = random.choice(TYPES) if random.random() < 0.7 else random.sample(TYPES, random.randrange(1, 4))

    def _number(self, made: dict[str, Any], depth: int, lowest: int) -> None:
        random = self._random
        made[random.choice(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"])] = random.choice(NUMBERS)
        if random.random() < 0.3:
            made["multipleOf"] = random.choice([1, 2, 0.5, 0.1, 3, 1e-3, 1.5])

    def _string(self, made: dict[str, Any], depth: int, lowest: int) -> None:
        random = self._random
        name = random.choice(["minLength", "maxLength", "pattern"])
        made[name] = random.choice(PATTERNS) if name == "pattern" else random.randrange(4)

    def _sizes(self, made: dict[str, Any], depth: int, lowest: int) -> None:
        random = self._random
        made[random.choice(["minItems", "maxItems", "minProperties", "maxProperties"])] = random.randrange(4)
        if random.random() < 0.3:
            made["uniqueItems"] = random.random() < 0.8

    def _constant(self, made: dict[str, Any], depth: int, lowest: int) -> None:
        if self._random.random() < 0.5:
            made["const"] = self.value(2)
        else:
            made["enum"] = [self.value(2) for _ in range(self._random.randrange(1, 5))]

    def _required(self, made: dict[str, Any], depth: int, lowest: int) -> None:
        random = self._random
        if random.random() < 0.7:
            made["required"] = random.sample(NAMES, random.randrange(3))
        else:
            name = "dependencies" if self._is_old else "dependentRequired"
            made[name] = {random.choice(NAMES): random.sample(NAMES, random.randrange(3))}

    def _members(self, made: dict[str, Any], depth: int, lowest: int) -> None:
        random = self._random
        made["properties"] = {name: self._inner(depth) for name in random.sample(NAMES, random.randrange(1, 4))}
        if random.random() < 0.3:
            made["patternProperties"] = {random.choice(PATTERNS): self._inner(depth)}
        if random.random() < 0.3:
            made["additionalProperties"] = self._inner(depth)
        if random.random() < 0.15:
            made["propertyNames"] = self._inner(depth)

    def _elements(self, made: dict[str, Any], depth: int, lowest: int) -> None:
        random = self._random
        first = [self._inner(depth) for _ in range(random.randrange(1, 3))]
        if random.random() < 0.5:
            made["items" if self._is_old else "prefixItems"] = first
            if random.random() < 0.6:
                made["additionalItems" if self._is_old else "items"] = self._inner(depth)
        else:
            made["items"] = first[0]
        if random.random() < 0.3:
            made["contains"] = self._inner(depth)
            if not self._is_old and random.random() < 0.6:
                made[random.choice(["minContains", "maxContains"])] = random.randrange(3)

    def _logic(self, made: dict[str, Any], depth: int, lowest: int) -> None:
        random = self._random
        name = random.choice(["allOf", "anyOf", "oneOf", "not"])
        many = [self._schema(depth - 1, lowest) for _ in range(random.randrange(1, 4))]
        made[name] = many[0] if name == "not" else many

    def _condition(self, made: dict[str, Any], depth: int, lowest: int) -> None:
        random = self._random
        if random.random() < 0.7:
            made["if"] = self._schema(depth - 1, lowest)
            for name in ("then", "else"):
                if random.random() < 0.7:
                    made[name] = self._schema(depth - 1, lowest)
        else:
            name = "dependencies" if self._is_old else "dependentSchemas"
            made[name] = {random.choice(NAMES): self._schema(depth - 1, lowest)}

    def _unevaluated(self, made: dict[str, Any], depth: int, lowest: int) -> None:
        random = self._random
        made[random.choice(["unevaluatedProperties", "unevaluatedItems"])] = (
            False if random.random() < 0.6 else self._inner(depth)
        )
        if random.random() < 0.6:
            self._logic(made, depth, lowest)

    def _reference(self, made: dict[str, Any], depth: int, lowest: int) -> None:
        if lowest < self._definitions:
            made["$ref"] = f"#/{self._defs}/d{self._random.randrange(lowest, self._definitions)}"
        elif depth > 0:
            inner = {"$ref": f"#/{self._defs}/d{self._random.randrange(self._definitions)}"}
            made[self._random.choice(["items", "additionalProperties"])] = inner
