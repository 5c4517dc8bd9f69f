"""What a command says: tables and sentences for people, JSON for programs, progress for who waits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Optional, TextIO

from .._terminal import printable
from ..authoring.phrases import Phrases
from .files import as_json
from .layout import cell, plain_table

if TYPE_CHECKING:
    from rich.console import Console

Advance = Callable[[int], object]
"""Moves a progress bar on by so much."""


class Screen:
    """Where a command says what it did. With ``--json`` it prints what it gives and nothing else, else the rest."""

    def __init__(self, phrases: Phrases, *, is_json: bool = False) -> None:
        """Looks whether somebody is watching."""
        self.phrases = phrases
        self._is_json = is_json
        self._console = _console(sys.stdout)

    def give(self, value: Any) -> None:
        """Prints a value as JSON, for programs."""
        if self._is_json:
            print(as_json(value))

    def print_json(self, value: Any) -> None:
        """Prints what is JSON for people too, such as a card."""
        print(as_json(value))

    def print_whole(self, content: str) -> None:
        """Prints the content of a file as it is."""
        sys.stdout.write(content)

    def line(self, text: str) -> None:
        """Prints one line of an answer, for people."""
        if not self._is_json:
            print(cell(text))

    def say(self, phrase: str, *values: object) -> None:
        """Says a sentence, for people."""
        self.line(self.phrases(phrase, *values))

    def warn(self, phrase: str, *values: object) -> None:
        """Says a sentence beside the output, whoever reads that."""
        self.complain(self.phrases(phrase, *values))

    def complain(self, sentence: str) -> None:
        """Says on one line why something was not done."""
        sys.stdout.flush()
        print(printable(" ".join(sentence.splitlines())), file=sys.stderr)

    def heading(self, phrase: str) -> None:
        """Begins a part of a long answer."""
        if self._is_json:
            return
        print()
        if self._console is None:
            print(self.phrases(phrase))
        else:
            self._console.print(self.phrases(phrase), style="bold")

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[object]], *, alarm: Collection[int] = ()) -> None:
        """Shows a table, if it has rows, without columns that are empty in all of them.

        Args:
            columns: names of columns, which are said in the language of the person where there are words for them.
            rows: their cells; None is an empty one.
            alarm: the numbers of the rows that somebody has to look at, from 0.
        """
        cells = [[cell(value) for value in row] for row in rows]
        used = [number for number in range(len(columns)) if any(row[number] for row in cells)]
        if not self._is_json and used:
            titles = [self._title(columns[number]) for number in used]
            self._grid(titles, [[row[number] for number in used] for row in cells], alarm)

    def named(self, rows: Sequence[tuple[str, object]]) -> None:
        """Shows values beside what they are called, which is said as it is."""
        if not self._is_json and rows:
            self._grid(None, [[cell(name), cell(value)] for name, value in rows], ())

    def facts(self, rows: Sequence[tuple[str, object]]) -> None:
        """Shows values beside their names, as `table` names columns, leaving out empty ones."""
        self.named([(self._title(name), value) for name, value in rows if value not in (None, "", [])])

    @contextmanager
    def progress(self, phrase: str, total: Optional[int] = None) -> Iterator[Advance]:
        """Shows how far something is that takes long, while somebody watches; without a total, that it goes on."""
        console = _console(sys.stderr)
        if console is None:
            yield lambda _: None
            return
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
        with Progress(*columns, console=console, transient=True) as shown:
            task = shown.add_task(self.phrases(phrase), total=total)
            yield lambda size: shown.advance(task, size)

    def _title(self, column: str) -> str:
        """Names a column."""
        phrase = f"column.{column}"
        return self.phrases(phrase) if self.phrases.has(phrase) else column

    def _grid(self, titles: Optional[list[str]], rows: list[list[str]], alarm: Collection[int]) -> None:
        """Lays cells out, with rich at a terminal and in plain columns elsewhere."""
        if self._console is None:
            print("\n".join(plain_table(titles, rows)))
            return
        from rich import box
        from rich.table import Table
        from rich.text import Text

        grid = Table(box=box.SIMPLE_HEAD, show_header=titles is not None, pad_edge=False)
        for title in titles or [""] * len(rows[0]):
            grid.add_column(Text(title), overflow="fold")
        for number, row in enumerate(rows):
            grid.add_row(*map(Text, row), style="bold red" if number in alarm else None)
        self._console.print(grid)


def _console(stream: TextIO) -> Optional[Console]:
    """Gives rich's view of a terminal; None for what is none, and where rich is not installed."""
    if not stream.isatty():
        return None
    try:
        from rich.console import Console
    except ModuleNotFoundError:
        return None
    return Console(file=stream, markup=False, highlight=False, emoji=False)
