"""What people write about a child: asked for line by line, or read from a file or the standard input."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import Optional

from .failures import CommandError
from .files import read
from .screen import Screen


def add_to(parser: argparse.ArgumentParser, *, optional: bool = False) -> None:
    """Adds where words come from; words that may be left out are only asked for with ``--reason``."""
    if optional:
        parser.add_argument("--reason", action="store_true", help="say why as well")
    parser.add_argument(
        "--text-file",
        metavar="FILE",
        help="read the words from a file, - for the standard input; without it they are asked for, or read from the "
        "standard input when that is no terminal",
    )


def text(arguments: argparse.Namespace, screen: Screen, question: str) -> str:
    """Gives a text of any number of lines; at a terminal an empty line ends it.

    Raises:
        CommandError: there is none.
    """
    typed = "\n".join(_lines(arguments.text_file, screen, (question,), has_end=False)).strip()
    if not typed:
        raise CommandError("noWords")
    return typed


def text_line(arguments: argparse.Namespace, screen: Screen, question: str) -> str:
    """Gives a text of one line.

    Raises:
        CommandError: there is none.
    """
    (typed,) = answers(arguments, screen, (question,))
    if not typed:
        raise CommandError("noWords")
    return typed


def reason(arguments: argparse.Namespace, screen: Screen) -> Optional[str]:
    """Gives a reason that may be left out."""
    is_wanted = arguments.reason or arguments.text_file is not None
    return text(arguments, screen, "ask.reason") if is_wanted else None


def answers(arguments: argparse.Namespace, screen: Screen, questions: Sequence[str]) -> list[str]:
    """Gives one line for each question, empty for what there is nothing to say to."""
    lines = [line.strip() for line in _lines(arguments.text_file, screen, questions, has_end=True)]
    if len(lines) > len(questions):
        raise CommandError("tooManyLines", len(questions))
    return lines + [""] * (len(questions) - len(lines))


def confirmed(screen: Screen, question: str, wanted: str) -> None:
    """Lets somebody type something before what cannot be undone.

    Raises:
        CommandError: something else was typed, or there is nobody to ask.
    """
    if not sys.stdin.isatty():
        raise CommandError("nobodyToAsk")
    if _typed(screen, question, wanted).strip() != wanted:
        raise CommandError("notConfirmed")


def _lines(path: Optional[str], screen: Screen, questions: Sequence[str], *, has_end: bool) -> Iterator[str]:
    """Gives lines from where they come from; at a terminal, without an end they go on until an empty one."""
    if path is None and sys.stdin.isatty():
        for question in questions:
            line = _typed(screen, question)
            yield line
        while not has_end and line and (line := sys.stdin.readline().rstrip("\n")):
            yield line
        return
    try:
        whole = sys.stdin.read() if path in (None, "-") else read(str(path)).decode("utf-8")
    except UnicodeDecodeError:
        raise CommandError("notText", path or "-") from None
    yield from whole.splitlines()


def _typed(screen: Screen, question: str, *values: object) -> str:
    """Asks for one line; nothing keeps what was typed."""
    sys.stderr.write(screen.phrases(question, *values))
    sys.stderr.flush()
    return sys.stdin.readline().rstrip("\n")
