"""Commands about sections that no desk opens alone: giving shares of them, and taking shares in."""

from __future__ import annotations

import argparse

from ..desk import Desk
from .commands import Commands
from .files import new_file, read, read_json
from .screen import Screen


def add_to(commands: Commands) -> None:
    """Adds them."""
    giving = commands.of_case("share", share)
    giving.add_argument("--to", metavar="CARD", required=True, help="the other desk's card, a JSON file")
    giving.add_argument("-o", "--output", metavar="FILE", required=True, help="a new file for the sealed shares")
    commands.add("combine", combine).add_argument("share", metavar="FILE", help="what another desk gave")


def share(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Give this desk's shares of a report to another desk; whose card it is decides who reads, and it is on record."""
    with new_file(arguments.output) as file:
        file.write(desk.share(arguments.id, read_json(arguments.to)))
    screen.give({"id": arguments.id, "output": arguments.output})
    screen.say("toCarry", arguments.output)


def combine(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Take in the shares of a report that another desk gave; once there are enough, its sections open."""
    desk.combine(read(arguments.share))
    screen.give({"combined": arguments.share})
    screen.say("combined")
