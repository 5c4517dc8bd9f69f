"""Commands that enter what was done about a case, and tell what is due."""

from __future__ import annotations

import argparse

from ..casework import ANYBODY
from ..desk import Desk
from . import words
from .commands import Commands, codes, whole_id
from .layout import moment, short
from .screen import Screen


def add_to(commands: Commands) -> None:
    """Adds them."""
    words.add_to(commands.of_case("note", note))
    moving = _with_reason(commands.of_case("set-status", set_status))
    moving.add_argument("status", metavar="STATUS", help="such as ASSESSING, PLAN_APPROVED, IN_SUPPORT, REVIEW, CLOSED")
    moving.add_argument("--outcome", metavar="CODE", help="what came of it; has to be given with CLOSED and only there")
    commands.of_case("assign", assign).add_argument("whom", metavar="WHOM", help="whose case it is from now on")
    stepping = _with_reason(commands.of_case("take-step", take_step))
    stepping.add_argument("step", metavar="STEP", help="1 to 10, or 5b for the end of a separation")
    stepping.add_argument("--form", metavar="FORM", help="the official form that was filled in, M01 to M07")
    skipping = commands.of_case("skip-step", skip_step)
    skipping.add_argument("step", metavar="STEP", help="1 to 10, or 5b")
    words.add_to(skipping)
    needing = _with_reason(commands.of_case("set-need", set_need))
    needing.add_argument("need", metavar="NEED", help="a code of the list needs")
    needing.add_argument("--state", choices=("OPEN", "MET", "DROPPED"), default="OPEN", help="OPEN when left out")
    serving = _with_reason(commands.of_case("set-service", set_service))
    serving.add_argument("service", metavar="SERVICE", help="a code of the list services")
    serving.add_argument("status", metavar="STATUS", help="a code of the list referral-status")
    serving.add_argument("--item", metavar="N", type=int, help="which one it is when there are several")
    serving.add_argument("--need", metavar="NEED", help="the need that it is for")
    serving.add_argument("--outcome", metavar="CODE", help="what came of it")
    verifying = _with_reason(commands.of_case("set-verification", set_verification))
    verifying.add_argument("result", metavar="RESULT", help="a code of the list verification")
    coming = commands.add("due", due)
    coming.add_argument("--overdue", action="store_true", help="only what is overdue")
    coming.add_argument("--within", metavar="HOURS", type=int, help="only what is due by then")
    coming.add_argument("--step", metavar="STEP,..", type=codes, help="only these steps")
    coming.add_argument("--urgency", metavar="U,..", type=codes, help="only cases this urgent")
    coming.add_argument("--assigned", metavar="NAME", help="only cases of this person, - for cases of nobody")
    coming.add_argument("--case", metavar="ID", help="only this case")
    coming.add_argument("--limit", metavar="N", type=int, help="1 to 1000, 100 when left out")
    coming.add_argument("--after", metavar="NEXT", help="go on behind this; the page before says what")


def _with_reason(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Adds a reason that may be left out."""
    words.add_to(parser, optional=True)
    return parser


def entered(arguments: argparse.Namespace, screen: Screen) -> None:
    """Says that something was entered in a case's history."""
    screen.give({"id": arguments.id, "entered": arguments.tool})
    screen.say("entered", short(arguments.id))


def note(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Add a note to a case; it is asked for, or comes from --text-file or the standard input."""
    desk.note(arguments.id, words.text(arguments, screen, "ask.note"))
    entered(arguments, screen)


def set_status(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Move a case on, to where the list case-status lets it go."""
    why = words.reason(arguments, screen)
    desk.set_status(arguments.id, arguments.status, why, outcome=arguments.outcome)
    entered(arguments, screen)


def assign(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Give a case to a person."""
    desk.assign(arguments.id, arguments.whom)
    entered(arguments, screen)


def take_step(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Enter that a step of the procedure was taken."""
    desk.take_step(arguments.id, arguments.step, form=arguments.form, reason=words.reason(arguments, screen))
    entered(arguments, screen)


def skip_step(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Enter that a step was found not to be needed, and why."""
    desk.skip_step(arguments.id, arguments.step, words.text(arguments, screen, "ask.reason"))
    entered(arguments, screen)


def set_need(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Enter that a child needs something, or that the need was met or dropped."""
    desk.set_need(arguments.id, arguments.need, arguments.state, words.reason(arguments, screen))
    entered(arguments, screen)


def set_service(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Enter how far a referral to a service is."""
    desk.set_service(
        arguments.id,
        arguments.service,
        arguments.status,
        item=arguments.item,
        need=arguments.need,
        outcome=arguments.outcome,
        reason=words.reason(arguments, screen),
    )
    entered(arguments, screen)


def set_verification(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """Enter what came of verifying what was told."""
    desk.set_verification(arguments.id, arguments.result, words.reason(arguments, screen))
    entered(arguments, screen)


def due(desk: Desk, arguments: argparse.Namespace, screen: Screen) -> None:
    """List the steps that are due or overdue, the soonest first, and what waits for a second person."""
    person = None if arguments.assigned == "-" else arguments.assigned or ANYBODY
    page = desk.due(
        step=arguments.step,
        person=person,
        urgency=arguments.urgency,
        overdue=arguments.overdue,
        report=whole_id(desk, arguments.case) if arguments.case else None,
        within_hours=arguments.within,
        limit=arguments.limit,
        after=arguments.after,
    )
    screen.give(page)
    steps = page["steps"]
    rows = [
        (moment(step["due"]), step["step"], short(step["id"]), step["urgency"], step["assigned"], step["source"])
        for step in steps
    ]
    overdue = [number for number, step in enumerate(steps) if step["overdue"]]
    screen.table(("due", "step", "id", "urgency", "assigned", "source"), rows, alarm=overdue)
    screen.say("dueSteps", page["total"], page["overdue"])
    if page["proposals"]:
        screen.heading("proposals")
        proposals = [
            (short(each["id"]), each["proposal"], each["urgency"], each["proposed"], each["person"])
            for each in page["proposals"]
        ]
        screen.table(("id", "number", "urgency", "proposed", "person"), proposals)
    if page["next"]:
        screen.say("goOn", page["next"])
