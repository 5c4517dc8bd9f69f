"""The session in the package's README, typed word by word as a new user would."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from at_desk import typed
from conftest import PASSPHRASE, ROOT
from tincay.command_line import entry

README = ROOT / "Bindings" / "Python" / "README.md"
CASE = "1f3c8a02d97b46e0a5c1b8e37d240f96"
"""The case's id in the README."""


def session() -> Iterator[tuple[list[str], list[str]]]:
    """Gives each command of the session with the lines that stand below it."""
    block = README.read_text(encoding="utf-8").split("```console\n")[1].split("```")[0]
    for part in block.split("$ python -m tincay desk ")[1:]:
        first, *lines = part.splitlines()
        yield shlex.split(first), lines


def answers(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Gives what is typed at each question."""
    for line in lines:
        question, colon, typed_there = line.partition(": ")
        if line.endswith(":"):
            yield line, PASSPHRASE
        elif colon and question.endswith(("ends it", "ends them")):
            yield question, typed_there
            yield typed_there, ""


def words(text: str) -> set[str]:
    """What a screen shows, line by line, without colours, and with everything that differs each time as a dot."""
    plain = re.sub("\x1b\\[[0-9;?]*[a-zA-Z]", "", text)
    return {" ".join(re.sub(r"\b[0-9a-f]{8,}\b|\d+", ".", line).split()) for line in re.split("[\r\n]+", plain)}


def test_the_session_in_the_readme_runs_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "Forms").symlink_to(ROOT / "Forms")
    case = CASE
    run = 0
    for arguments, lines in session():
        actual = [case[: len(argument)] if CASE.startswith(argument) else argument for argument in arguments]
        shown, code = typed(actual, *answers(lines), folder=tmp_path)
        assert code == 0, shown
        assert PASSPHRASE not in shown
        if filed := re.search("Filed as ([0-9a-f]{32})", shown):
            case = filed[1]
        for line in words("\n".join(lines)):
            assert line in words(shown), (arguments, line, shown)
        run += 1
    assert run == 7
    assert case != CASE


def test_every_command_is_in_the_readme() -> None:
    section = README.read_text(encoding="utf-8").split("## A desk on the command line")[1].split("\n## ")[0]
    named = set(re.findall(r"`([a-z-]+)`", section.split("| | commands |")[1].split("\n\n")[0]))
    assert named == commands()


def commands() -> set[str]:
    """The commands that there are."""
    made = argparse.ArgumentParser().add_subparsers()
    entry.add_to(made)
    (tools,) = (action for action in made.choices["desk"]._actions if action.dest == "tool")
    return set(tools.choices or ())
