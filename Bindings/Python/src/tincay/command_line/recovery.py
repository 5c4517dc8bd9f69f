"""Commands about the way back with shares on paper."""

from __future__ import annotations

import argparse
from contextlib import nullcontext

from ..desk import Desk
from ..errors import InvalidInputError, WrongKeyError
from ..results import RecoveryDrill, RecoveryShares
from .commands import Commands, person_of
from .failures import FOUND, CommandError, NotLetInError
from .files import new_file
from .passphrases import add_new, key_file, new_passphrase, secret_lines
from .screen import Screen


def add_to(commands: Commands) -> None:
    """Adds them."""
    making = commands.add("make-recovery", make_recovery)
    making.add_argument("--shares", metavar="N", type=int, required=True, help="how many, 2 to 16")
    making.add_argument("--needed", metavar="N", type=int, required=True, help="how many let somebody in, 2 to as many")
    making.add_argument("-o", "--output", metavar="FILE", help="a new file for its owner only; printed without it")
    _add_shares(commands.add("try-recovery", try_recovery))
    recovering = commands.outside("recover", recover)
    _add_shares(recovering)
    add_new(recovering)


def _add_shares(parser: argparse.ArgumentParser) -> None:
    """Adds where shares come from."""
    sources = parser.add_mutually_exclusive_group(required=True)
    sources.add_argument("--count", metavar="N", type=int, help="ask for so many shares at the terminal")
    sources.add_argument("--shares-file", metavar="FILE", help="read shares from a file, one a line")


def make_recovery(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Make shares on paper, some of which let somebody in who lost the passphrase; earlier ones no longer do.

    Shares are secrets. Print them, give them to people who trust each other only so far, keep none on the machine.
    """
    with new_file(arguments.output) if arguments.output else nullcontext() as file:
        made = desk.make_recovery(arguments.shares, arguments.needed)
        if file is not None:
            file.write("".join(f"{share}\n" for share in made["shares"]).encode())
    if arguments.output is None:
        _show(made, screen)
    else:
        screen.give({"set": made["set"], "needed": made["needed"], "output": arguments.output})
    screen.say("sharesMade", len(made["shares"]), made["needed"])


def _show(made: RecoveryShares, screen: Screen) -> None:
    """Shows shares, which are wanted on paper, each on a line of its own."""
    screen.give(made)
    for share in made["shares"]:
        screen.line(share)


def try_recovery(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> int:
    """Try shares, as a drill: nothing is opened, and that it was tried is on record in the ledger."""
    shares = secret_lines(screen, arguments.shares_file, "ask.share", arguments.count or 0)
    try:
        found: RecoveryDrill = desk.try_recovery(shares)
    except (InvalidInputError, WrongKeyError) as error:
        if error.result is None:
            raise
        found = error.result
    screen.give(found)
    rows = [(share["place"], share["fault"] or "✓", share["group"]) for share in found["shares"]]
    screen.table(("share", "fault", "group"), rows, alarm=_faulty(found))
    screen.say("sharesFit" if found["fits"] else "sharesDoNotFit", found["needed"])
    return 0 if found["fits"] else FOUND


def _faulty(found: RecoveryDrill) -> list[int]:
    """Gives which shares have something wrong with them."""
    return [number for number, share in enumerate(found["shares"]) if share["fault"]]


def recover(arguments: argparse.Namespace, screen: Screen) -> None:
    """Let a person in with shares, back in or anew, with a new passphrase and every role."""
    person = person_of(arguments)
    shares = secret_lines(screen, arguments.shares_file, "ask.share", arguments.count or 0)
    if not shares:
        raise CommandError("noShares")
    secret = new_passphrase(arguments, screen, person)
    try:
        Desk.recover(arguments.desk, shares, person, secret, key_file(arguments.new_key_file))
    except WrongKeyError as error:
        raise NotLetInError("notLetIn.shares", error.name) from None
    screen.give({"person": person})
    screen.say("recovered", person)
