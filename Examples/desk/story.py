"""What is printed: a short story, week by week."""

from __future__ import annotations

import datetime
import textwrap

WIDTH = 100


class Story:
    """Collects what happened in a week, and tells it at its end."""

    def __init__(self) -> None:
        """Begins with nothing to tell."""
        self._events: list[str] = []
        self.claims = 0

    def add(self, sentence: str) -> None:
        """Notes something that has happened and was found to be so."""
        self.claims += 1
        self._events.append(sentence)

    def close(self, title: str, summary: str = "") -> None:
        """Tells all that was noted, under a title."""
        print(title)
        for sentence in ([summary] if summary else []) + self._events:
            print(textwrap.fill(sentence, WIDTH, initial_indent="  ", subsequent_indent="    "))
        print(flush=True)
        self._events = []


def days(first: datetime.date, last: datetime.date) -> str:
    """Names some days, such as 1 April to 7 April."""
    return f"{first.day} {first:%B} to {last.day} {last:%B}"


def count(number: int, one: str, many: str = "") -> str:
    """Says how many of something there are."""
    return f"{number} {one if number == 1 else many or one + 's'}"
