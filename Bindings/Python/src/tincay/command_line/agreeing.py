"""Commands about what two people have to agree on: lower urgency, holds and the lifting of holds."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from ..desk import Desk
from . import words
from .casework import entered
from .commands import AtDesk, Commands
from .screen import Screen


def add_to(commands: Commands) -> None:
    """Adds them."""
    raising = commands.of_case("set-urgency", set_urgency)
    raising.add_argument("urgency", metavar="URGENCY", help="U1 to U5, or U0")
    words.add_to(raising)
    holding = commands.of_case("hold", hold)
    holding.add_argument("--until", metavar="DAY", required=True, help="the last day, such as 2027-01-31")
    words.add_to(holding)
    lifting = commands.of_case("lift", lift)
    lifting.add_argument("number", metavar="NUMBER", type=int, help="the hold's number, which show tells")
    words.add_to(lifting)
    for name, answer in _ANSWERS.items():
        answering = commands.of_case(name, answer)
        answering.add_argument("number", metavar="NUMBER", type=int, help="its number, which show tells; or due")
        words.add_to(answering, optional=True)


def set_urgency(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Make a case more urgent at once, or propose that it be less so, which another person has to confirm."""
    desk.set_urgency(arguments.id, arguments.urgency, words.text(arguments, screen, "ask.reason"))
    entered(arguments, screen)
    waiting = [each for each in desk.due(report=arguments.id)["proposals"] if each["proposed"] == arguments.urgency]
    for proposal in waiting:
        screen.say("waits", proposal["proposal"])


def hold(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Keep a case until a day: for a week, and until that day once another person confirms it."""
    desk.hold(arguments.id, arguments.until, words.text(arguments, screen, "ask.reason"))
    entered(arguments, screen)
    placed = desk.log(report=arguments.id, kind="hold", limit=1)["entries"]
    screen.say("waits", placed[0]["number"])


def lift(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Propose that a case be kept no longer, which another person has to confirm under the hold's number."""
    desk.lift(arguments.id, arguments.number, words.text(arguments, screen, "ask.reason"))
    entered(arguments, screen)


def _answer(method: Callable[..., None], said: str) -> AtDesk:
    """Makes a command that answers a proposal by its number."""

    def run(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
        method(desk, arguments.id, arguments.number, words.reason(arguments, screen))
        entered(arguments, screen)

    run.__doc__ = said
    return run


_ANSWERS = {
    "confirm-urgency": _answer(Desk.confirm_urgency, "Agree that a case is less urgent, as another person proposed."),
    "withdraw-urgency": _answer(Desk.withdraw_urgency, "Let a case stay as urgent as it is."),
    "confirm-hold": _answer(Desk.confirm_hold, "Agree that a case is kept, as another person wants it."),
    "withdraw-hold": _answer(Desk.withdraw_hold, "Take back a hold that one placed oneself and nobody confirmed."),
    "confirm-lift": _answer(Desk.confirm_lift, "Agree that a case is kept no longer, as another person proposed."),
    "withdraw-lift": _answer(Desk.withdraw_lift, "Let a hold stay."),
}
"""The commands that answer, by their names."""
