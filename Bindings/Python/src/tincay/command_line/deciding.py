"""Commands about the rules of work: what everybody has, and what the desk decided for itself."""

from __future__ import annotations

import argparse

from ..desk import Desk
from .commands import Commands
from .files import read_json
from .screen import Screen


def add_to(commands: Commands) -> None:
    """Adds them."""
    commands.add("rules", rules)
    commands.add("decide", decide).add_argument(
        "rules", metavar="RULES", help="deadlines, retention and calendar, a JSON file"
    )


def rules(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Print the rules of work with their sources, as JSON: deadlines, how long cases are kept, the desk's own."""
    screen.print_json(desk.rules())


def decide(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Decide on the desk's own deadlines, periods and calendar, in place of earlier ones; never laxer than the law."""
    desk.decide(read_json(arguments.rules))
    screen.give({"decided": arguments.rules})
    screen.say("decided")
