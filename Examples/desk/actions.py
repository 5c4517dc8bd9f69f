"""What people do about a case: each action does it at the desk and writes it into the diary."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from typing import Optional

from clock import ZONE
from diary import ENDED, Entry
from must import must, must_equal

from tincay import Desk

Action = Callable[[Desk, Entry], None]
"""Something to be done about a case."""

PICTURE = b"\x89PNG\r\n\x1a\n"
"""How a picture begins: what a file is, its first bytes say."""


def note(text: str) -> Action:
    """Writes a note."""

    def act(desk: Desk, entry: Entry) -> None:
        desk.note(entry.id, text)
        entry.notes.append(text)

    return act


def move(status: str, outcome: Optional[str] = None) -> Action:
    """Moves the case on."""

    def act(desk: Desk, entry: Entry) -> None:
        desk.set_status(entry.id, status, outcome=outcome)
        entry.status, entry.outcome = status, outcome
        if status in ENDED:
            entry.ended = _now().date()

    return act


def take(step: str, form: Optional[str] = None) -> Action:
    """Takes a step of the procedure."""

    def act(desk: Desk, entry: Entry) -> None:
        desk.take_step(entry.id, step, form=form)
        entry.steps[step] = form
        if form == "M07":
            entry.separated = _now()

    return act


def skip(step: str, reason: str) -> Action:
    """Finds that a step is not needed."""

    def act(desk: Desk, entry: Entry) -> None:
        desk.skip_step(entry.id, step, reason)
        entry.steps[step] = None

    return act


def ask_for(service: str, need: str) -> Action:
    """Finds what the child needs, and asks a service for it."""

    def act(desk: Desk, entry: Entry) -> None:
        desk.set_need(entry.id, need)
        desk.set_service(entry.id, service, "SENT", need=need)
        entry.services[service] = "SENT"

    return act


def get(service: str, need: str) -> Action:
    """Hears that a service has done what the child needed."""

    def act(desk: Desk, entry: Entry) -> None:
        desk.set_service(entry.id, service, "DONE", need=need, outcome="SERVICE_DONE")
        desk.set_need(entry.id, need, "MET")
        entry.services[service] = "DONE"

    return act


def verify(result: str) -> Action:
    """Finds out whether it is so."""

    def act(desk: Desk, entry: Entry) -> None:
        desk.set_verification(entry.id, result)

    return act


def attach(content: bytes) -> Action:
    """Keeps a picture with the case."""

    def act(desk: Desk, entry: Entry) -> None:
        kept = desk.attach(entry.id, io.BytesIO(content), name="drawing.png")
        must_equal((kept["size"], kept["type"]), (len(content), "image/png"), "The picture that was attached")
        entry.files[kept["id"]] = content

    return act


def compare(first: Entry) -> Action:
    """Looks for cases about the same child, finds the one that there is, and links them or closes the later one."""

    def act(desk: Desk, entry: Entry) -> None:
        similar = desk.similar(entry.id)["similar"]
        must(
            bool(similar) and similar[0]["id"] == first.id,
            f"Report {entry.told.number} is about a child of an earlier one, which was not found.",
        )
        if entry.told.number % 2:
            desk.mark_duplicate(entry.id, first.id, "one child, one event")
            entry.status = "DUPLICATE"
            entry.ended = _now().date()
        else:
            desk.link(entry.id, first.id, "SAME_CHILD")
            must_equal(desk.similar(entry.id)["similar"][0]["linked"], "SAME_CHILD", "The link of two cases")
        entry.links[first.told.number] = entry.status
        first.touch(_now().date())

    return act


def _now() -> datetime.datetime:
    """What time it is for everybody."""
    return datetime.datetime.now(ZONE)
