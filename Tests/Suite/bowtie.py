"""Speaks Bowtie's protocol to a program that judges JSON Schemas."""

from __future__ import annotations

import json
import os
import select
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

DRAFT_2020 = "https://json-schema.org/draft/2020-12/schema"
DRAFT_7 = "http://json-schema.org/draft-07/schema#"


class HarnessError(Exception):
    """The program ended, took too long, or said something that is no answer."""


class Harness:
    """A running program; it is started again after it ended or was stopped for taking too long."""

    def __init__(
        self, program: Path, dialect: str = DRAFT_2020, *, formats: bool = False, patience: float = 10
    ) -> None:
        """Starts the program and agrees on a dialect."""
        self._command = [str(program), "--assert-format"] if formats else [str(program)]
        self._dialect = dialect
        self._patience = patience
        self._sequence = 0
        self._process = self._start()

    def __enter__(self) -> Harness:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def judge(
        self, schema: Any, instances: list[Any], registry: dict[str, Any] | None = None
    ) -> list[bool | str] | str:
        """The verdict on each instance, or why there is none; a text instead of a list when the schema is refused."""
        self._sequence += 1
        case: dict[str, Any] = {
            "description": "case",
            "schema": schema,
            "tests": [{"description": "test", "instance": instance} for instance in instances],
        }
        if registry:
            case["registry"] = registry
        try:
            answer = self._ask({"cmd": "run", "seq": self._sequence, "case": case})
        except HarnessError:
            self._end()
            self._process = self._start()
            raise
        if answer.get("seq") != self._sequence:
            raise HarnessError("an answer to another question")
        if answer.get("errored"):
            return str(answer.get("context", {}).get("message", "errored"))
        return [
            one["valid"] if "valid" in one else str(one.get("context", {}).get("message")) for one in answer["results"]
        ]

    def _start(self) -> subprocess.Popen[bytes]:
        environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, env=environment
        )
        if self._ask({"cmd": "start", "version": 1}).get("version") != 1:
            raise HarnessError("another version of the protocol")
        if self._ask({"cmd": "dialect", "dialect": self._dialect}) != {"ok": True}:
            raise HarnessError("the dialect is not spoken")
        return self._process

    def _end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        source, sink = self._process.stdout, self._process.stdin
        if source is None or sink is None:
            raise HarnessError("not connected")
        deadline = time.monotonic() + self._patience
        rest = memoryview(json.dumps(question, ensure_ascii=True).encode() + b"\n")
        answer = b""
        try:
            while rest:
                rest = rest[os.write(sink.fileno(), rest) :]
            while not answer.endswith(b"\n"):
                if not select.select([source], [], [], max(0, deadline - time.monotonic()))[0]:
                    raise HarnessError(f"no answer within {self._patience} s")
                part = os.read(source.fileno(), 1 << 16)
                if not part:
                    raise HarnessError(f"the program ended, status {self._process.wait()}")
                answer += part
        except BrokenPipeError:
            raise HarnessError(f"the program ended, status {self._process.wait()}") from None
        reply: dict[str, Any] = json.loads(answer)
        return reply
