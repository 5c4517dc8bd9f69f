"""Commands about cases that have to do with each other."""

from __future__ import annotations

import argparse

from ..desk import Desk
from . import words
from .casework import entered
from .commands import Commands, whole_id
from .layout import moment, short
from .screen import Screen

_KINDS = ("SAME_CHILD", "SIBLING", "SAME_ACCUSED", "SAME_EVENT", "OTH")


def add_to(commands: Commands) -> None:
    """Adds them."""
    commands.of_case("similar", similar)
    linking = commands.of_case("link", link)
    linking.add_argument("other", metavar="OTHER", help="the other case")
    linking.add_argument("kind", choices=_KINDS, metavar="KIND", help=", ".join(_KINDS))
    words.add_to(linking, optional=True)
    unlinking = commands.of_case("unlink", unlink)
    unlinking.add_argument("other", metavar="OTHER", help="the other case")
    words.add_to(unlinking, optional=True)
    doubling = commands.of_case("mark-duplicate", mark_duplicate)
    doubling.add_argument("other", metavar="OF", help="the case that tells it already")
    words.add_to(doubling, optional=True)


def similar(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Look for cases that may be about the same child or person; it opens all reports, which is on record."""
    with screen.progress("comparing"):
        found = desk.similar(arguments.id)
    screen.give(found)
    rows = [
        (each["score"], short(each["id"]), each["reasons"], moment(each["received"]), each["status"], each["linked"])
        for each in found["similar"]
    ]
    screen.table(("score", "id", "reasons", "received", "status", "link"), rows)
    screen.say("similar", len(rows), found["compared"], found["unreadable"])


def link(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Link two cases, and say how they have to do with each other."""
    other = whole_id(desk, arguments.other)
    desk.link(arguments.id, other, arguments.kind, words.reason(arguments, screen))
    entered(arguments, screen)


def unlink(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Take a link back."""
    desk.unlink(arguments.id, whole_id(desk, arguments.other), words.reason(arguments, screen))
    entered(arguments, screen)


def mark_duplicate(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Close a case that tells what another one told."""
    desk.mark_duplicate(arguments.id, whole_id(desk, arguments.other), words.reason(arguments, screen))
    entered(arguments, screen)
