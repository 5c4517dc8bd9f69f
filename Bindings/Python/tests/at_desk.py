"""Runs ``python -m tincay desk`` as somebody at a desk would, and looks at every word of the answer."""

from __future__ import annotations

import io
import json
import os
import pty
import select
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from conftest import PASSPHRASE, PERSON, ROOT
from tincay import Desk
from tincay.__main__ import main

SECOND = "a second person"
SECOND_PASSPHRASE = "bốn con chó chạy chơi"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "Bindings" / "Python" / "src"), "TERM": "xterm-256color"}


@dataclass(frozen=True)
class Said:
    """What a command said."""

    out: str
    err: str


class AtDesk:
    """Runs commands at one desk; none of them may ever say a passphrase, or end in a traceback."""

    def __init__(
        self, desk: Path, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Remembers the desk, and puts the passphrases where commands find them."""
        self.path = desk
        self.folder = folder
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self._files = {PERSON: self.secret("first", PASSPHRASE), SECOND: self.secret("second", SECOND_PASSPHRASE)}

    def secret(self, name: str, content: str) -> str:
        """Writes a secret into a file that nobody else reads."""
        path = self.folder / name
        path.touch(0o600)
        path.write_text(content + "\n", encoding="utf-8")
        return str(path)

    def __call__(self, command: str, *arguments: str, words: str = "", code: int = 0, person: str = PERSON) -> Said:
        """Runs a command with words on its standard input, and checks its exit code."""
        unlocking = ["--person", person, "--passphrase-file", self._files[person]]
        return self.raw(command, str(self.path), *arguments, *unlocking, words=words, code=code)

    def raw(self, *arguments: str, words: str = "", code: int = 0) -> Said:
        """Runs a command with nothing added to its arguments."""
        self._monkeypatch.setattr(sys, "stdin", io.StringIO(words))
        try:
            got = main(["desk", *arguments])
        except SystemExit as stopped:
            got = int(stopped.code or 0)
        captured = self._capsys.readouterr()
        said = Said(captured.out, captured.err)
        assert got == code, said
        for secret in (PASSPHRASE, SECOND_PASSPHRASE):
            assert secret not in said.out + said.err
        assert "Traceback" not in said.err
        assert "defect" not in said.err
        return said

    def json(self, command: str, *arguments: str, words: str = "", code: int = 0, person: str = PERSON) -> Any:
        """Runs a command for a program, and reads what it gave."""
        return json.loads(self(command, *arguments, "--json", words=words, code=code, person=person).out)

    def let_in_second(self) -> None:
        """Lets a second person in, with all that it takes to agree and to look after the desk."""
        with Desk.open(self.path, PERSON, PASSPHRASE) as desk:
            desk.add_person(SECOND, SECOND_PASSPHRASE, ["reports", "identities", "people"])


def command(*arguments: str) -> list[str]:
    """The command as a shell would start it."""
    return [sys.executable, "-m", "tincay", "desk", *arguments]


def typed(arguments: Sequence[str], *answers: tuple[str, str], folder: Path | None = None) -> tuple[str, int]:
    """Runs a command at a terminal and types each answer once its question is there."""
    child, terminal = pty.fork()
    if child == 0:
        if folder is not None:
            os.chdir(folder)
        os.execve(sys.executable, command(*arguments), ENVIRONMENT)  # noqa: S606 - this very interpreter
    shown, waiting, seen = "", list(answers), 0
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if select.select([terminal], [], [], 1)[0]:
            try:
                piece = os.read(terminal, 1 << 16)
            except OSError:
                break
            shown += piece.decode("utf-8", "replace")
        if waiting and waiting[0][0] in shown[seen:]:
            seen = len(shown)
            os.write(terminal, f"{waiting.pop(0)[1]}\n".encode())
    os.close(terminal)
    return shown, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
