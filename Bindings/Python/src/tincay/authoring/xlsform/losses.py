"""What could not be carried over from a workbook, and where it stood."""

from __future__ import annotations

from dataclasses import dataclass

from ..phrases import Phrases


@dataclass(frozen=True)
class Loss:
    """One thing that was not carried over, or not as it was; codes never change."""

    code: str
    sheet: str
    row: int
    """The row as the spreadsheet numbers it; 0 for the sheet as a whole."""
    values: tuple[str, ...] = ()
    """What the sentence names."""
    reason: tuple[str, ...] = ()
    """The phrase that says why, and what it names."""

    def sentence(self, phrases: Phrases) -> str:
        """Says it in one sentence with its place."""
        place = phrases("loss.place", self.sheet, self.row) if self.row else self.sheet
        said = phrases(f"loss.{self.code}", *(shortened(value) for value in self.values))
        if self.reason:
            said += " " + phrases(self.reason[0], *(shortened(value) for value in self.reason[1:]))
        return f"{place}: {said}"


class Losses:
    """Collects losses, each once."""

    def __init__(self) -> None:
        """Begins without any."""
        self._found: dict[Loss, None] = {}

    def add(self, code: str, sheet: str, row: int, *values: str, reason: tuple[str, ...] = ()) -> None:
        """Notes one, once."""
        loss = Loss(code, sheet, row, values, reason)
        self._found.setdefault(loss)

    @property
    def found(self) -> list[Loss]:
        """Gives all of them, in the order of the workbook."""
        order = {"settings": 0, "survey": 1, "choices": 2}
        return sorted(self._found, key=lambda loss: (order.get(loss.sheet, 3), loss.row))


def shortened(value: str) -> str:
    """Gives a text that is short enough for a sentence, in one line."""
    line = " ".join(value.split())
    return line if len(line) <= 120 else line[:119] + "…"
