"""Commands about how long cases are kept, and about destroying them."""

from __future__ import annotations

import argparse

from ..desk import Desk
from . import words
from .commands import Commands, codes
from .layout import moment, short
from .screen import Screen


def add_to(commands: Commands) -> None:
    """Adds them."""
    listing = commands.add("retention", retention)
    listing.add_argument("--all", action="store_true", help="those too that are not due yet")
    listing.add_argument("--class", dest="kind", metavar="CLASS,..", type=codes, help="only cases of these classes")
    listing.add_argument("--held", action="store_true", help="only cases that are on hold")
    listing.add_argument("--limit", metavar="N", type=int, help="1 to 1000, 100 when left out")
    listing.add_argument("--after", metavar="NEXT", help="go on behind this; the page before says what")
    shredding = commands.of_case("shred", shred)
    shredding.add_argument("--yes", action="store_true", help="do not ask once more")
    words.add_to(shredding)
    commands.add("certificate", certificate).add_argument("id", metavar="ID", help="the whole id of a shredded report")


def retention(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """List the cases that have been kept as long as their class says; nothing is destroyed by itself."""
    page = desk.retention(
        kind=arguments.kind,
        held=arguments.held or None,
        every=arguments.all,
        limit=arguments.limit,
        after=arguments.after,
    )
    screen.give(page)
    rows = [
        (
            short(kept["id"]),
            kept["status"],
            moment(kept["ended"]),
            kept["class"],
            kept["period"],
            moment(kept["due"]),
            kept["hold"]["until"] if kept["hold"] else None,
            kept["source"],
        )
        for kept in page["cases"]
    ]
    due = [number for number, kept in enumerate(page["cases"]) if kept["is_due"]]
    screen.table(("id", "status", "ended", "class", "period", "due", "hold", "source"), rows, alarm=due)
    screen.say("kept.cases", page["total"])
    if page["next"]:
        screen.say("goOn", page["next"])


def shred(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Destroy a report's key, so that nobody can read the report, its notes or its files again; a certificate stays."""
    why = words.text(arguments, screen, "ask.reason")
    if not arguments.yes:
        words.confirmed(screen, "ask.shred", short(arguments.id))
    desk.shred(arguments.id, why)
    screen.give(desk.certificate(arguments.id))
    screen.say("shredded", arguments.id)


def certificate(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Print the certificate of a report that was shredded, signed by the desk, as JSON."""
    screen.print_json(desk.certificate(arguments.id))
