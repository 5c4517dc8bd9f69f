"""The survey as a tree: questions within groups and repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Optional, Union

from .losses import Losses
from .workbook import Row

DEEPEST = 20
"""How deep groups and repeats may be nested."""

_BLOCK = re.compile(r"(begin|end)[ _]+(group|repeat)", re.IGNORECASE)


@dataclass
class Block:
    """A group or a repeat, or the survey itself."""

    kind: str
    """`survey`, `group` or `repeat`."""
    row: Optional[Row]
    """The row that begins it."""
    items: list[Union[Row, Block]] = field(default_factory=list)

    def rows(self) -> Iterator[Row]:
        """Gives all rows within, those of blocks before what the blocks hold."""
        for item in self.items:
            if isinstance(item, Row):
                yield item
            else:
                if item.row is not None:
                    yield item.row
                yield from item.rows()


def outline(rows: list[Row], losses: Losses) -> Block:
    """Puts the rows of a survey into a tree; what does not close is closed at the end."""
    survey = Block("survey", None)
    open_ = [survey]
    for row in rows:
        found = _BLOCK.fullmatch(row["type"].strip())
        if found is None:
            if row["type"].strip():
                open_[-1].items.append(row)
            elif row["name"]:
                losses.add("noType", row.sheet, row.number, row["name"])
            continue
        side, kind = found[1].lower(), found[2].lower()
        if side == "begin":
            block = Block(kind, row)
            open_[-1].items.append(block)
            if len(open_) > DEEPEST:
                losses.add("deep", row.sheet, row.number)
                block.kind = "group"
            open_.append(block)
        elif len(open_) > 1:
            open_.pop()
        else:
            losses.add("unbalanced", row.sheet, row.number)
    for block in open_[1:]:
        if block.row is not None:
            losses.add("unbalanced", block.row.sheet, block.row.number)
    return survey
