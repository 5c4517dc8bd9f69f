"""Working cases at a desk: what was done, what is due, official forms, who is alike, how long they stay."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Optional, Union

from ._bytes import JSONInput, c_text, json_bytes
from ._call import ask, parse, run
from ._handle import Handle
from .results import Certificate, DueList, DueStep, Kept, KeptList, OfficialForm, SimilarCases, WorkRules

Codes = Union[str, Sequence[Optional[str]], None]
"""One code or several of them; None for all."""
Day = Union[str, datetime.date]
"""A day, as a date or such as ``"2027-01-31"``."""
ANYBODY: Any = object()
"""Stands for whoever works on a case, as a filter."""


class Casework(Handle):
    """The part of a desk that is about work on cases; `tincay.Desk` has it all."""

    def record(self, report_id: str, event: JSONInput) -> None:
        """Enters what was done about a case; the methods below write the events for you.

        Args:
            report_id: 32 hexadecimal digits.
            event: a JSON object of at most 64 KiB, as the header describes for `tincay_desk_record`.

        Raises:
            NotFoundError: there is no such report, or no such proposal any more.
            InvalidJSONError: the event is not JSON.
            InvalidInputError: it is no event; or, by its status, the case is not where this could be done
                (INVALID_INPUT_STATE), or somebody confirms what he proposed himself (INVALID_INPUT_PERSON).
            LimitError: it is too large.
        """
        source = json_bytes(event)
        run("tincay_desk_record", self._handle, c_text(report_id, "report_id"), source, len(source))

    def note(self, report_id: str, text: str) -> None:
        """Adds a note to a case; the errors are those of `record`, as in all that follows."""
        self.record(report_id, {"type": "note", "text": text})

    def set_status(
        self, report_id: str, status: str, reason: Optional[str] = None, *, outcome: Optional[str] = None
    ) -> None:
        """Moves a case on, to where the list ``case-status`` lets it go.

        Args:
            report_id: 32 hexadecimal digits.
            status: ASSESSING, PLAN_APPROVED, IN_SUPPORT, REVIEW, CLOSED, REOPENED or TRANSFERRED.
            reason: why, if there is something to say.
            outcome: what came of it, a code of the list ``outcome``; has to be given with CLOSED and only there.
        """
        self._record(report_id, "status", reason, status=status, outcome=outcome)

    def assign(self, report_id: str, person: str) -> None:
        """Gives a case to a person."""
        self.record(report_id, {"type": "assigned", "person": person})

    def take_step(self, report_id: str, step: str, *, form: Optional[str] = None, reason: Optional[str] = None) -> None:
        """Enters that a step of the procedure was taken.

        Args:
            report_id: 32 hexadecimal digits.
            step: "1" to "10", or "5b" for the end of a separation.
            form: the official form that was filled in, "M01" to "M07".
            reason: what there is to say.
        """
        self._record(report_id, "step", reason, step=step, form=form)

    def skip_step(self, report_id: str, step: str, reason: str) -> None:
        """Enters that a step was found not to be needed, and why."""
        self._record(report_id, "step", reason, step=step, needed=False)

    def set_need(self, report_id: str, need: str, state: str = "OPEN", reason: Optional[str] = None) -> None:
        """Enters that a child needs something, a code of the list ``needs``: OPEN, MET or DROPPED."""
        self._record(report_id, "need", reason, need=need, state=state)

    def set_service(
        self,
        report_id: str,
        service: str,
        status: str,
        *,
        item: Optional[int] = None,
        need: Optional[str] = None,
        outcome: Optional[str] = None,
        reason: Optional[str] = None,
    ) -> None:
        """Enters how far a referral to a service is.

        Args:
            report_id: 32 hexadecimal digits.
            service: a code of the list ``services``.
            status: a code of the list ``referral-status``.
            item: 1 to 99, which one it is when there are several to the same service.
            need: the need that it is for.
            outcome: what came of it, a code of the list ``outcome``.
            reason: what there is to say.
        """
        self._record(
            report_id, "service", reason, service=service, status=status, item=item, need=need, outcome=outcome
        )

    def set_verification(self, report_id: str, result: str, reason: Optional[str] = None) -> None:
        """Enters what came of verifying what was told, a code of the list ``verification``."""
        self._record(report_id, "verification", reason, result=result)

    def set_urgency(self, report_id: str, urgency: str, reason: str) -> None:
        """Makes a case more urgent at once, or proposes that it be less urgent, which another person has to confirm."""
        self._record(report_id, "urgency", reason, urgency=urgency)

    def confirm_urgency(self, report_id: str, proposal: int, reason: Optional[str] = None) -> None:
        """Agrees that a case is less urgent, as another person proposed; see ``work`` of `read` and `due`."""
        self._record(report_id, "urgency", reason, confirm=proposal)

    def withdraw_urgency(self, report_id: str, proposal: int, reason: Optional[str] = None) -> None:
        """Lets a case stay as urgent as it is."""
        self._record(report_id, "urgency", reason, withdraw=proposal)

    def link(self, report_id: str, other: str, kind: str, reason: Optional[str] = None) -> None:
        """Links two cases: SAME_CHILD, SIBLING, SAME_ACCUSED, SAME_EVENT or OTH."""
        fields = {"with": other, "kind": kind}
        self._record(report_id, "link", reason, **fields)

    def unlink(self, report_id: str, other: str, reason: Optional[str] = None) -> None:
        """Takes a link back."""
        fields = {"with": other}
        self._record(report_id, "unlink", reason, **fields)

    def mark_duplicate(self, report_id: str, of: str, reason: Optional[str] = None) -> None:
        """Closes a case that tells what another one told."""
        self._record(report_id, "duplicate_of", reason, of=of)

    def hold(self, report_id: str, until: Day, reason: str) -> None:
        """Keeps a case until a day: for a week, and for good once another person confirms it."""
        self._record(report_id, "hold", reason, until=_day(until))

    def confirm_hold(self, report_id: str, hold: int, reason: Optional[str] = None) -> None:
        """Agrees that a case is kept, within a week of when another person placed the hold."""
        self._record(report_id, "hold", reason, confirm=hold)

    def withdraw_hold(self, report_id: str, hold: int, reason: Optional[str] = None) -> None:
        """Takes back a hold that one placed oneself and nobody has confirmed."""
        self._record(report_id, "hold", reason, withdraw=hold)

    def lift(self, report_id: str, hold: int, reason: str) -> None:
        """Proposes that a case be kept no longer, which another person has to confirm."""
        self._record(report_id, "lift", reason, hold=hold)

    def confirm_lift(self, report_id: str, hold: int, reason: Optional[str] = None) -> None:
        """Agrees that a case is kept no longer."""
        self._record(report_id, "lift", reason, confirm=hold)

    def withdraw_lift(self, report_id: str, hold: int, reason: Optional[str] = None) -> None:
        """Lets a hold stay."""
        self._record(report_id, "lift", reason, withdraw=hold)

    def due(
        self,
        *,
        step: Codes = None,
        person: Optional[str] = ANYBODY,
        report: Optional[str] = None,
        urgency: Codes = None,
        overdue: bool = False,
        within_hours: Optional[int] = None,
        limit: Optional[int] = None,
        after: Optional[str] = None,
    ) -> DueList:
        """Lists one page of the steps that are due or overdue, the soonest first, and what waits for a second person.

        Args:
            step: only these.
            person: only cases of this person; None for cases of nobody.
            report: only this case.
            urgency: only cases this urgent.
            overdue: only what is overdue.
            within_hours: only what is due by then.
            limit: 1 to 1000, 100 when None.
            after: the ``next`` of the page before.

        Raises:
            InvalidInputError: an argument is not as described.
        """
        query: dict[str, Any] = {"within_hours": within_hours, "limit": limit, "after": after, "report": report}
        query = {name: value for name, value in query.items() if value is not None}
        query.update(
            {name: _codes(codes) for name, codes in (("step", step), ("urgency", urgency)) if codes is not None}
        )
        if person is not ANYBODY:
            query["person"] = person
        if overdue:
            query["overdue"] = True
        source = json_bytes(query)
        result: DueList = parse(ask("tincay_desk_due", self._handle, source, len(source)))
        return result

    def due_steps(self, **filters: Any) -> Iterator[DueStep]:
        """Goes through all steps that are due, fetching page after page; the arguments are those of `due`."""
        after: Optional[str] = None
        while True:
            page = self.due(limit=1000, after=after, **filters)
            yield from page["steps"]
            after = page["next"]
            if after is None:
                return

    def decide(self, rules: Union[JSONInput, Mapping[str, Any]]) -> None:
        """Decides on the desk's own deadlines, periods, codes and calendar, in the place of what it decided before.

        Args:
            rules: ``deadlines``, ``retention``, ``purposes``, ``legal_bases`` and ``calendar``, as the header describes
                for `tincay_desk_decide`.

        Raises:
            NoKeyError: the person may not manage the desk.
            InvalidInputError: it is not as described, above all a deadline longer than the law's.
        """
        source = json_bytes(rules)
        run("tincay_desk_decide", self._handle, source, len(source))

    def rules(self) -> WorkRules:
        """Gives the rules of work with their sources: what everybody has, and what this desk decided."""
        result: WorkRules = parse(ask("tincay_desk_rules", self._handle))
        return result

    def export(self, report_id: str, what: str = "M01") -> OfficialForm:
        """Fills in an official form from a report, which is entered in the ledger before the report is opened.

        `tincay.documents` makes a document to print of it.

        Args:
            report_id: 32 hexadecimal digits.
            what: "M01" for Mẫu số 01, the only one yet.

        Raises:
            NotFoundError: there is no such report.
            InvalidInputError: there is no such form.
            NoKeyError: the person opens no reports.
            TamperedError: the report was changed.
        """
        name = c_text(report_id, "report_id")
        result: OfficialForm = parse(ask("tincay_desk_export", self._handle, name, c_text(what, "what")))
        return result

    def similar(self, report_id: str) -> SimilarCases:
        """Looks for cases that may be about the same child or person, with the reasons. It joins nothing.

        It opens all reports, which is entered in the ledger before the first key is used.

        Raises:
            NotFoundError: there is no such report.
            NoKeyError: the person opens no reports.
            TamperedError: the report was changed.
        """
        result: SimilarCases = parse(ask("tincay_desk_similar", self._handle, c_text(report_id, "report_id")))
        return result

    def retention(
        self,
        *,
        kind: Codes = None,
        report: Optional[str] = None,
        held: Optional[bool] = None,
        every: bool = False,
        limit: Optional[int] = None,
        after: Optional[str] = None,
    ) -> KeptList:
        """Lists one page of the cases that have been kept as long as their class says. Nothing is destroyed by itself.

        Args:
            kind: only cases of these classes.
            report: only this case.
            held: only cases that are on hold, or only those that are not.
            every: those too that are not due yet.
            limit: 1 to 1000, 100 when None.
            after: the ``next`` of the page before.

        Raises:
            InvalidInputError: an argument is not as described.
            NotFoundError: `after` is not in the list.
        """
        query: dict[str, Any] = {"report": report, "held": held, "limit": limit, "after": after}
        query = {name: value for name, value in query.items() if value is not None}
        if kind is not None:
            query["class"] = _codes(kind)
        if every:
            query["all"] = True
        source = json_bytes(query)
        result: KeptList = parse(ask("tincay_desk_retention", self._handle, source, len(source)))
        return result

    def kept(self, **filters: Any) -> Iterator[Kept]:
        """Goes through all of `retention`, fetching page after page; the arguments and errors are the same."""
        after: Optional[str] = None
        while True:
            page = self.retention(limit=1000, after=after, **filters)
            yield from page["cases"]
            after = page["next"]
            if after is None:
                return

    def certificate(self, report_id: str) -> Certificate:
        """Gives the certificate of a report that was shredded, signed by the desk.

        Raises:
            NotFoundError: it was not shredded, or never here.
        """
        result: Certificate = parse(ask("tincay_desk_certificate", self._handle, c_text(report_id, "report_id")))
        return result

    def _record(self, report_id: str, kind: str, reason: Optional[str], /, **fields: Any) -> None:
        """Enters an event with what was given of its fields."""
        given = {name: value for name, value in fields.items() if value is not None}
        if reason is not None:
            given["reason"] = reason
        self.record(report_id, {"type": kind, **given})


def _codes(codes: Union[str, Sequence[Optional[str]]]) -> list[Optional[str]]:
    """A list, also of one."""
    return [codes] if isinstance(codes, str) else list(codes)


def _day(day: Day) -> str:
    """A day as the library takes it."""
    return day if isinstance(day, str) else day.isoformat()
