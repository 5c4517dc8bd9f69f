"""Commands that set a desk up: create it, see how it stands, give its card, keep forms."""

from __future__ import annotations

import argparse
from typing import Any

from ..desk import Desk
from ..form import Form
from .commands import Commands, person_of
from .files import read, read_json
from .layout import moment
from .passphrases import add_new, new_passphrase
from .screen import Screen


def add_to(commands: Commands) -> None:
    """Adds them."""
    creating = commands.outside("create", create)
    creating.add_argument("--name", help="the desk's name, which its card shows")
    creating.add_argument("--authority", metavar="CARD", nargs="+", help="2 to 4 cards of desks whose notices it takes")
    cost = creating.add_mutually_exclusive_group()
    cost.add_argument("--memory", metavar="MIB", type=int, help="what trying a passphrase takes, 64 to 1024 (64)")
    cost.add_argument("--milliseconds", metavar="MS", type=int, help="how long it takes on this machine, 100 to 5000")
    creating.add_argument("--passes", metavar="N", type=int, help="how often that memory is gone through, 2 to 10 (3)")
    add_new(creating)
    commands.add("status", status)
    commands.add("card", card)
    commands.add("keep", keep).add_argument("form", metavar="FORM", help="the form, a JSON file")
    commands.add("know", know).add_argument("card", metavar="CARD", help="the other desk's card, a JSON file")


def create(arguments: argparse.Namespace, screen: Screen) -> None:
    """Create a desk with its first person, who has every role."""
    person = person_of(arguments)
    setup: dict[str, Any] = {"name": arguments.name or person}
    cost = {"memory_mib": arguments.memory, "target_ms": arguments.milliseconds, "passes": arguments.passes}
    setup["kdf"] = {name: value for name, value in cost.items() if value is not None}
    if arguments.authority:
        setup["authority"] = [read_json(path) for path in arguments.authority]
    Desk.create(arguments.desk, person, new_passphrase(arguments, screen, person), setup)
    screen.give({"desk": arguments.desk, "person": person})
    screen.say("created", arguments.desk, person)


def status(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Tell how a desk stands: its people, its cases, what is due, who unlocked it and who failed to.

    It is unlocked for that; between commands a desk is always locked.
    """
    people, due = desk.people(), desk.due(limit=1)
    earlier = desk.log(kind="unlocked", limit=2)["entries"][1:]
    failed = desk.log(kind="failed_unlock", limit=1000)["entries"]
    found = {
        "name": desk.card()["name"],
        "people": [person["name"] for person in people["people"]],
        "recovery": people["recovery"],
        "cases": desk.list(limit=1)["total"],
        "open_by_urgency": desk.count("urgency", filters={"not": {"status": ["CLOSED", "DUPLICATE"]}})["rows"],
        "steps_due": due["total"],
        "steps_overdue": due["overdue"],
        "last_unlocked": earlier[0] if earlier else None,
        "failed_unlocks": sum(entry["count"] for entry in failed),
        "last_failed": failed[0]["last"] if failed else None,
    }
    screen.give(found)
    recovery = people["recovery"]
    screen.facts(
        [
            ("name", found["name"]),
            ("people", found["people"]),
            ("recovery", f"{recovery['needed']}/{recovery['shares']}" if recovery else screen.phrases("none")),
            ("cases", found["cases"]),
            ("open", [f"{row['urgency'] or '-'}: {row['count']}" for row in found["open_by_urgency"]]),
            ("due", due["total"]),
            ("overdue", due["overdue"]),
            ("unlocked", " ".join((moment(earlier[0]["time"]), earlier[0]["person"])) if earlier else None),
            ("failed", f"{found['failed_unlocks']}, {moment(failed[0]['last'])}" if failed else 0),
        ]
    )


def card(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Print the desk's card as JSON, to put into the setup of a box or to hand to another desk.

    It is no secret, but who hands it over matters.
    """
    screen.print_json(desk.card())


def keep(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Keep a form, so that reports made with it are checked and triaged again when they are collected."""
    with Form(read(arguments.form)) as form:
        desk.keep(form)
        about = form.access()
    kept = {"form": about["form"], "version": about["version"]}
    screen.give(kept)
    screen.say("kept", kept["form"], kept["version"])


def know(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Accept another desk's card, so that what it refers is taken in; whose card it is decides who may send."""
    card = read_json(arguments.card)
    desk.know(card)
    name = card.get("name") if isinstance(card, dict) else None
    screen.give({"name": name})
    screen.say("known", name)
