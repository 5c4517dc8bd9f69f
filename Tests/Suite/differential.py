"""Compares verdicts of the program that speaks Bowtie's protocol with those of jsonschema-rs, on schemas made up.

    differential.py PROGRAM COUNT [SEED]

COUNT values are judged, half under 2020-12 and half under draft-07. Most values are made from the schema's own words;
for some schemas of draft-07, hypothesis-jsonschema makes values that fit. Each difference is cut down before it is
printed. Needs jsonschema-rs, hypothesis and hypothesis-jsonschema, and says that it is skipped without them.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from bowtie import DRAFT_7, DRAFT_2020, Harness, HarnessError
from schemas import SchemaMaker

try:
    import hypothesis
    import jsonschema_rs
    from hypothesis_jsonschema import from_schema
except ImportError as missing:
    print(f"SKIPPED: the peers are not installed ({missing.name})")
    sys.exit(0)

# How many values a schema is asked about, and how many of the schemas of draft-07 go to hypothesis.
VALUES = 20
FITTED = 0.1


def has_large_number(value: Any) -> bool:
    """Whether a number is in a value, or in a schema, that is so large that doubles no longer tell it from others."""
    waiting = [value]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, dict):
            waiting.extend(inner.values())
        elif isinstance(inner, list):
            waiting.extend(inner)
        elif isinstance(inner, (int, float)) and abs(inner) > 2**53:
            return True
    return False


# Where the peer errs, as what a cut-down difference looks like, and why.
EXPLAINED: list[tuple[Callable[[Any, Any], bool], str]] = [
    (lambda schema, value: has_large_number([schema, value]), "the peer reads numbers as doubles, and we exactly"),
]


def peer_verdict(schema: Any, dialect: str) -> Callable[[Any], bool] | None:
    """The peer's judgement under a schema; nothing when it refuses the schema."""
    kind = jsonschema_rs.Draft7Validator if dialect == DRAFT_7 else jsonschema_rs.Draft202012Validator
    try:
        judge: Callable[[Any], bool] = kind(schema, validate_formats=False).is_valid
    except Exception:  # whatever it is that it does not like
        return None
    return judge


def fitted_values(schema: Any, seed: int) -> list[Any]:
    """Values that hypothesis-jsonschema makes for a schema; none where it does not know how."""
    found: list[Any] = []
    try:
        strategy = from_schema(schema)

        @hypothesis.seed(seed)
        @hypothesis.settings(
            max_examples=VALUES,
            database=None,
            deadline=None,
            phases=[hypothesis.Phase.generate],
            suppress_health_check=list(hypothesis.HealthCheck),
        )
        @hypothesis.given(strategy)
        def collect(value: Any) -> None:
            found.append(value)

        collect()
    except Exception:  # unsupported, or nothing fits
        return found[:VALUES]
    return found[:VALUES]


def smaller(value: Any) -> Iterator[Any]:
    """Every value that has one thing less."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield item
            yield {other: value[other] for other in value if other != name}
            for less in smaller(item):
                yield {**value, name: less}
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield item
            yield value[:place] + value[place + 1 :]
            for less in smaller(item):
                yield [*value[:place], less, *value[place + 1 :]]


def differs(harness: Harness, dialect: str, schema: Any, value: Any) -> bool:
    """Whether the two disagree."""
    judge = peer_verdict(schema, dialect)
    if judge is None:
        return False
    try:
        told = harness.judge(schema, [value])
    except HarnessError:
        return True
    return isinstance(told, list) and told[0] is not judge(value)


def cut_down(harness: Harness, dialect: str, schema: Any, value: Any) -> tuple[Any, Any]:
    """A smaller schema and value about which the two still disagree."""
    going = True
    while going:
        going = False
        for less in smaller(schema):
            if isinstance(less, (dict, bool)) and differs(harness, dialect, less, value):
                schema, going = less, True
                break
        for less in smaller(value):
            if differs(harness, dialect, schema, less):
                value, going = less, True
                break
    return schema, value


class Comparison:
    """What came of comparing."""

    def __init__(self, program: Path, seed: int) -> None:
        """Begins."""
        self._program = program
        self._seed = seed
        self.documents = 0
        self.accepted = 0
        self.refused = 0
        self.told: set[str] = set()
        self.explained = 0

    def run(self, dialect: str, count: int) -> None:
        """Compares so many values under a dialect."""
        random = Random(f"{self._seed} {dialect}")
        end = self.documents + count
        with Harness(self._program, dialect) as harness:
            while self.documents < end:
                self._schema(harness, dialect, random)

    def _schema(self, harness: Harness, dialect: str, random: Random) -> None:
        """Compares under one more schema."""
        maker = SchemaMaker(random, dialect)
        schema = maker.schema()
        values = [maker.fitting(schema) if random.random() < 0.8 else maker.value() for _ in range(VALUES)]
        if dialect == DRAFT_7 and random.random() < FITTED:
            fitted = fitted_values(schema, random.randrange(1 << 30))
            values[: len(fitted)] = fitted
        judge = peer_verdict(schema, dialect)
        try:
            verdicts = harness.judge(schema, values)
        except HarnessError as error:
            self._tell(f"{error}: {json.dumps(schema)} {json.dumps(values)}")
            return
        if judge is None or isinstance(verdicts, str):
            self.refused += 1
            if (judge is None) != isinstance(verdicts, str):
                self._tell(f"refused by {'the peer' if judge is None else 'us'} alone: {json.dumps(schema)}")
            return
        self.documents += len(values)
        for value, verdict in zip(values, verdicts):
            expected = judge(value)
            self.accepted += expected
            if verdict is not expected:
                self._difference(harness, dialect, schema, value)

    def _difference(self, harness: Harness, dialect: str, schema: Any, value: Any) -> None:
        """Cuts a difference down and tells it once."""
        schema, value = cut_down(harness, dialect, schema, value)
        for applies, _ in EXPLAINED:
            if applies(schema, value):
                self.explained += 1
                return
        told = harness.judge(schema, [value])
        judge = peer_verdict(schema, dialect)
        other = judge(value) if judge else None
        self._tell(f"{dialect}: {json.dumps(schema)} on {json.dumps(value)}: we say {told}, the peer says {other}")

    def _tell(self, line: str) -> None:
        """Prints a line that was not printed yet."""
        if line not in self.told:
            self.told.add(line)
            print(line, flush=True)


def main() -> int:
    """Compares, and tells how it went."""
    warnings.simplefilter("ignore")
    program, count = Path(sys.argv[1]), int(sys.argv[2])
    comparison = Comparison(program, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    for dialect in (DRAFT_2020, DRAFT_7):
        comparison.run(dialect, count // 2)
    print(f"{comparison.documents:,} values compared, {comparison.accepted:,} of them valid")
    print(f"{comparison.refused} schemas refused by one or both")
    print(f"{comparison.explained} differences explained, {len(comparison.told)} not")
    return 1 if comparison.told else 0


if __name__ == "__main__":
    sys.exit(main())
