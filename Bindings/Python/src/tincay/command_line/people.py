"""Commands about the people of a desk: who may unlock it, and with which keys."""

from __future__ import annotations

import argparse

from ..desk import Desk
from .commands import Commands, codes, person_of
from .layout import moment
from .passphrases import add_new, key_file, new_passphrase
from .screen import Screen


def add_to(commands: Commands) -> None:
    """Adds them."""
    commands.add("people", people)
    adding = commands.add("add-person", add_person)
    adding.add_argument("whom", metavar="WHOM", help="who is let in")
    adding.add_argument(
        "--roles",
        metavar="ROLE,..",
        type=codes,
        required=True,
        help="of reports, identities (only with reports), intake, people and statistics",
    )
    add_new(adding)
    commands.add("remove-person", remove_person).add_argument("whom", metavar="WHOM", help="who is taken out")
    add_new(commands.add("change-passphrase", change_passphrase))


def people(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """List the people of a desk, their roles and who let them in."""
    found = desk.people()
    screen.give(found)
    rows = [(each["name"], each["roles"], moment(each["since"]), each["by"]) for each in found["people"]]
    screen.table(("person", "roles", "since", "by"), rows)


def add_person(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Let a person in; nobody gives a role that one does not have."""
    secret = new_passphrase(arguments, screen, arguments.whom)
    desk.add_person(arguments.whom, secret, arguments.roles, key_file(arguments.new_key_file))
    screen.give({"person": arguments.whom, "roles": arguments.roles})
    screen.say("letIn", arguments.whom)


def remove_person(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Take a person out and exchange every key of the desk; give the points its new card."""
    with screen.progress("exchanging"):
        desk.remove_person(arguments.whom)
    screen.give({"person": arguments.whom})
    screen.say("takenOut", arguments.whom)


def change_passphrase(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Set another passphrase for the person who unlocks the desk, and another key file or none."""
    person = person_of(arguments)
    old = arguments.unlocked_with
    new = new_passphrase(arguments, screen, person)
    desk.change_passphrase(
        old, new, old_key_file=key_file(arguments.key_file), new_key_file=key_file(arguments.new_key_file)
    )
    screen.give({"person": person})
    screen.say("changed", person)
