"""Commands about referrals: sections of a report for another desk, its answers, and taking them back."""

from __future__ import annotations

import argparse
from typing import Any, Optional

from ..desk import Desk
from . import words
from .commands import AtDesk, Commands, codes
from .failures import CommandError
from .files import new_file, read_json
from .layout import moment, short
from .screen import Screen

_STATES = ("ACCEPTED", "DECLINED_PROVIDER", "DECLINED_CHILD", "IN_PROGRESS", "DONE", "NOT_AVAILABLE", "RETURNED")


def add_to(commands: Commands) -> None:
    """Adds them."""
    sending = commands.of_case("refer", refer)
    sending.add_argument("--to", metavar="CARD", required=True, help="the other desk's card, a JSON file")
    sending.add_argument("--sections", metavar="S,..", type=codes, required=True, help="what to give, such as facts")
    sending.add_argument("--purpose", metavar="CODE,..", type=codes, required=True, help="what for, such as SVC-PSY")
    sending.add_argument(
        "--legal-basis", metavar="CODE,..", type=codes, required=True, help="by what right, such as CHILDREN_LAW_51"
    )
    sending.add_argument("--expires", metavar="DAY", required=True, help="the last day on which it may be taken on")
    sending.add_argument("--answer-by", metavar="DAY", help="the day by which an answer is due")
    sending.add_argument(
        "--consent",
        metavar="DAY",
        help="the day of a consent, of which it is asked who gave it and how; without it, why",
    )
    words.add_to(sending)
    _add_bundle(sending)
    resending = commands.add("resend", resend)
    resending.add_argument("referral", metavar="REFERRAL", help="the referral's id, or the beginning of it")
    _add_bundle(resending)
    _add_answer(commands.of_case("answer", answer)).add_argument(
        "--state", choices=_STATES, required=True, metavar="STATE", help=", ".join(_STATES)
    )
    for name, run in (("accept", accept), ("return", give_back)):
        _add_answer(commands.of_case(name, run))
    withdrawing = commands.add("withdraw", withdraw)
    withdrawing.add_argument("referral", metavar="REFERRAL", help="the referral's id, or the beginning of it")
    words.add_to(withdrawing)
    _add_bundle(withdrawing)
    listing = commands.add("referrals", referrals)
    listing.add_argument("--direction", choices=("out", "in"), help="only these")
    listing.add_argument("--state", metavar="STATE,..", type=codes, help="only these, such as SENT,RECEIVED")
    listing.add_argument("--overdue", action="store_true", help="only those of which an answer was due before today")
    listing.add_argument("--limit", metavar="N", type=int, help="1 to 1000, 100 when left out")
    listing.add_argument("--after", metavar="ID", help="go on behind this one; the page before says which")


def _add_bundle(parser: argparse.ArgumentParser) -> None:
    """Adds where the bundle goes."""
    parser.add_argument(
        "-o", "--output", metavar="FILE", required=True, help="a new file for the sealed bundle, to be carried there"
    )


def _add_answer(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Adds what an answer may have."""
    parser.add_argument("--outcome", metavar="CODE", help="what came of it")
    words.add_to(parser, optional=True)
    _add_bundle(parser)
    return parser


def refer(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Refer sections of a report to another desk: what, to whom and by what right is on record before it is sealed.

    It is asked who consented and how, or else why it goes without, and for a note; each is one line, also of
    --text-file and of the standard input.
    """
    request: dict[str, Any] = {
        "to": read_json(arguments.to),
        "sections": arguments.sections,
        "purpose": arguments.purpose,
        "legal_basis": arguments.legal_basis,
        "expires": arguments.expires,
    }
    if arguments.answer_by:
        request["answer_by"] = arguments.answer_by
    with new_file(arguments.output) as file:
        if arguments.consent:
            by, how, note = words.answers(arguments, screen, ("ask.consentBy", "ask.consentHow", "ask.referralNote"))
            request["consent"] = {"by": by, "when": arguments.consent, "how": how}
        else:
            request["override_reason"], note = words.answers(arguments, screen, ("ask.override", "ask.referralNote"))
        if note:
            request["note"] = note
        referred, bundle = desk.refer(arguments.id, request)
        file.write(bundle)
    screen.give({**referred, "output": arguments.output})
    screen.say("referred", referred["id"], arguments.output)


def resend(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Seal an open referral once more, to replace a bundle that was lost."""
    with new_file(arguments.output) as file:
        file.write(desk.resend(_whole(desk, arguments.referral)))
    screen.give({"output": arguments.output})
    screen.say("toCarry", arguments.output)


def answer(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Answer the referral by which a case came here."""
    with new_file(arguments.output) as file:
        note = words.reason(arguments, screen)
        file.write(desk.answer(arguments.id, arguments.state, outcome=arguments.outcome, note=note))
    screen.give({"id": arguments.id, "state": arguments.state, "output": arguments.output})
    screen.say("toCarry", arguments.output)


def _always(state: str, said: str) -> AtDesk:
    """Makes a command that gives one answer."""

    def run(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
        arguments.state = state
        answer(desk, arguments, screen)

    run.__doc__ = said
    return run


accept = _always("ACCEPTED", "Take on a case that was referred here.")
give_back = _always("RETURNED", "Give a case that was referred here back to the desk that sent it.")


def withdraw(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Take a referral back; what somebody has read nobody can make unread."""
    with new_file(arguments.output) as file:
        why = words.text(arguments, screen, "ask.reason")
        file.write(desk.withdraw(_whole(desk, arguments.referral), why))
    screen.give({"output": arguments.output})
    screen.say("toCarry", arguments.output)


def referrals(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """List referrals, those out and those in, the oldest first, and the desks that are known."""
    page = desk.referrals(
        direction=arguments.direction,
        state=arguments.state,
        overdue=arguments.overdue or None,
        limit=arguments.limit,
        after=arguments.after,
    )
    screen.give(page)
    found = page["referrals"]
    rows = [
        (
            each["direction"],
            short(each["id"]),
            short(each["report"]),
            each.get("name"),
            each["state"],
            moment(each["since"]),
            each.get("answer_by"),
            each["outcome"],
            each["withdrawal"],
        )
        for each in found
    ]
    columns = ("direction", "referral", "id", "desk", "state", "since", "answerBy", "outcome", "withdrawal")
    screen.table(columns, rows, alarm=[number for number, each in enumerate(found) if each["overdue"]])
    screen.table(
        ("desk", "name", "trust"), [(short(each["desk"]), each["name"], each["trust"]) for each in page["desks"]]
    )
    if page["next"]:
        screen.say("goOn", page["next"])


def _whole(desk: Desk, beginning: str) -> str:
    """Completes the beginning of a referral's id.

    Raises:
        CommandError: no referral begins so, or several do.
    """
    if len(beginning) == 32:
        return beginning
    found: list[str] = []
    after: Optional[str] = None
    while True:
        page = desk.referrals(limit=1000, after=after)
        found += [each["id"] for each in page["referrals"] if each["id"].startswith(beginning.lower())]
        after = page["next"]
        if after is None:
            break
    if len(found) != 1:
        raise CommandError("unclearID", len(found))
    return found[0]
