"""Desks: where named people, each with a passphrase, open reports and work cases."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Iterator, Mapping, Sequence
from ctypes import byref
from typing import Any, BinaryIO, Optional, Union

from ._bytes import Data, JSONInput, Passphrase, Path, c_path, c_text, json_bytes, lend, lend_passphrase
from ._call import ask, ask_either, ask_two, error_of, not_accepted, parse, run, words_of
from ._native import tincay_desk
from .attachment import Attachment, Progress, Upload, fill
from .casework import Casework
from .errors import TamperedAttachmentsError, TamperedLedgerError
from .form import Form
from .people import DeskPeople, lend_key_file
from .results import (
    AttachmentResult,
    AttachmentVerification,
    BreachReview,
    Card,
    Case,
    CaseList,
    CountTable,
    DeskSetup,
    FiledLine,
    FiledResult,
    FoundList,
    Indicator,
    LogPage,
    ReferralList,
    ReferralRequest,
    Referred,
    ReleasedTable,
    Report,
    SubjectData,
    Timeline,
    Verification,
)
from .status import Status

Several = Union[str, Sequence[str], None]
"""One value or several of them; None for all."""

Filters = Optional[Mapping[str, Any]]
"""Filters as the header describes them at `tincay_desk_list`."""


class Desk(DeskPeople, Casework):
    """A desk that a person has unlocked. Unlocking, reading and everything else is entered in its ledger.

    >>> Desk.create("desk.tincay", "counsellor", passphrase)
    >>> with Desk.open("desk.tincay", "counsellor", passphrase) as desk:
    ...     receipt = desk.collect(bundle)
    ...     for case in desk.cases(urgency=["U1", "U2"]):
    ...         report = desk.read(case["id"])
    """

    _close_function = "tincay_desk_close"

    def __init__(self, path: Path, person: str, passphrase: Passphrase, key_file: Optional[Data] = None) -> None:
        """Unlocks a desk, as `open` does."""
        handle = tincay_desk()
        file, file_size = lend_key_file(key_file)
        with lend_passphrase(passphrase) as (secret, size):
            name = c_text(person, "person")
            run("tincay_desk_open_with", c_path(path), name, secret, size, file, file_size, byref(handle))
        super().__init__(handle)

    @staticmethod
    def create(
        path: Path,
        person: str,
        passphrase: Passphrase,
        setup: Union[DeskSetup, JSONInput, None] = None,
    ) -> None:
        """Creates a desk with its first person; open it afterwards.

        Args:
            path: where; no file may be there.
            person: 1 to 200 bytes of UTF-8.
            passphrase: 8 to 1,024 bytes, or a text of as many in UTF-8. Copies made here are wiped.
            setup: the desk's name and what a passphrase costs to try; see `tincay.DeskSetup`.

        Raises:
            ExistsError: a file is already there.
            AccessError: the folder may not be written.
            LimitError: the passphrase is too short or too long.
            InvalidJSONError: the setup is not JSON.
            InvalidInputError: the setup is not as described.
        """
        source = None if setup is None else json_bytes(setup)
        size_of_setup = 0 if source is None else len(source)
        with lend_passphrase(passphrase) as (secret, size):
            name = c_text(person, "person")
            run("tincay_desk_create", c_path(path), name, secret, size, source, size_of_setup)

    @classmethod
    def open(cls, path: Path, person: str, passphrase: Passphrase, key_file: Optional[Data] = None) -> Desk:
        """Unlocks a desk for a person, which takes about a tenth of a second and 64 MiB on purpose.

        Args:
            path: the desk's file.
            person: as given when the person was added.
            passphrase: bytes, bytearray or str. Copies made here are wiped.
            key_file: the bytes of the person's key file, when there is one.

        Raises:
            LaterError: there were too many wrong passphrases; try again later.
            NotFoundError: there is no such file.
            FormatError: it is no desk.
            FormatTooNewError: a newer library wrote it.
            BusyError: another process holds it.
            AccessError: it may not be read and written.
            WrongKeyError: the passphrase is wrong or the person unknown; nobody can tell which.
            TamperedError: the ledger's chain does not reach its end.
        """
        return cls(path, person, passphrase, key_file)

    def card(self) -> Card:
        """Gives the desk's card: its name and public keys, signed by itself, to put into a box's setup.

        It is no secret, but who hands it over matters.
        """
        result: Card = parse(ask("tincay_desk_card", self._handle))
        return result

    def keep(self, form: Form) -> None:
        """Keeps a form, so that reports made with it are checked and triaged again when they are collected."""
        run("tincay_desk_keep", self._handle, form._handle)

    def sign(self, notice: Union[JSONInput, Data]) -> bytes:
        """Signs a notice as one of the desks of an authority; the signing is entered in the ledger.

        Args:
            notice: one that others have signed, or the JSON of a directory or a pack that nobody has signed.

        Returns:
            The notice with this desk's signature.

        Raises:
            FormatError, InvalidJSONError: it is neither.
            InvalidInputError: it makes no sense, such as a form that cannot be used.
            TamperedError: a card or a signature does not hold.
            LimitError: it is larger than 8 MiB.
        """
        source = json_bytes(notice)
        return ask("tincay_desk_sign", self._handle, source, len(source))

    def post(self, notice: Data) -> None:
        """Takes in a notice of the authority that was pinned when the desk was created, and carries it on in receipts.

        Raises:
            as `tincay.Box.news`.
        """
        pointer, size = lend(notice)
        run("tincay_desk_post", self._handle, pointer, size)

    def collect(self, bundle: Data) -> bytes:
        """Takes in a bundle: each report for this desk is rechecked, triaged and filed, all in one transaction.

        Collecting the same bundle again changes nothing and gives a receipt again.

        Args:
            bundle: what `tincay.Box.pack` or another desk gave, at most 64 MiB; another desk's receipt, too.

        Returns:
            The receipt to carry back; empty for a receipt that leaves nothing to say.

        Raises:
            FormatError: it is no bundle.
            WrongKeyError: it is not for this desk.
            TamperedError: it was changed on the way.
            RevokedError: a directory says that its point is no longer to be believed.
            LimitError: it is too large.
        """
        pointer, size = lend(bundle)
        return ask("tincay_desk_collect", self._handle, pointer, size)

    def file(self, form: Form, answers: JSONInput, language: Optional[str] = None) -> FiledResult:
        """Files a counsellor's own report.

        Args:
            form: the form that was filled in.
            answers: a JSON object of at most 1 MiB, nested at most 64 deep.
            language: the BCP 47 tag of messages; None for ``"vi"``.

        Returns:
            The result of `tincay.Form.check` with the new report's ``id``.

        Raises:
            InvalidReportError: the form did not accept the answers; nothing was kept, and ``result`` says why.
            InvalidJSONError: the answers are not JSON.
            LimitError: they are too large.
        """
        source = json_bytes(answers)
        status, output = ask_either(
            "tincay_desk_file",
            (Status.INVALID_REPORT,),
            self._handle,
            form._handle,
            source,
            len(source),
            c_text(language, "language"),
        )
        result: FiledResult = parse(output)
        if status != Status.OK:
            raise not_accepted(status, result)
        return result

    def file_many(
        self, form: Form, reports: Iterable[JSONInput], language: Optional[str] = None
    ) -> builtins.list[FiledLine]:
        """Files many reports at once, such as those of an older system, much faster than one by one.

        All that the form accepts are filed together or, when this raises, none. What is wrong with one never holds up
        the others.

        Args:
            form: the form that was filled in.
            reports: at most 10,000 JSON objects, and 64 MiB in all.
            language: the BCP 47 tag of messages; None for ``"vi"``.

        Returns:
            One result for each report, in their order: with an ``id`` when it was filed.

        Raises:
            LimitError: there are more reports or bytes; nothing was filed.
        """
        # Outside of strings, where JSON has none, a line's end is a space like any other.
        source = b"\n".join(json_bytes(report).replace(b"\n", b" ") or b"?" for report in reports)
        output = ask(
            "tincay_desk_file_many", self._handle, form._handle, source, len(source), c_text(language, "language")
        )
        return [parse(line) for line in output.splitlines()]

    def list(
        self,
        *,
        urgency: Several = None,
        status: Several = None,
        profile: Several = None,
        point: Optional[str] = None,
        order: Optional[str] = None,
        reverse: bool = False,
        limit: Optional[int] = None,
        after: Optional[str] = None,
        filters: Filters = None,
    ) -> CaseList:
        """Lists one page of cases, the most urgent first and then those due soonest.

        Args:
            urgency: only these, such as ``["U1", "U2"]``.
            status: only these, such as ``"OPEN"``.
            profile: only these, such as ``"C"``.
            point: only those from the point of this name.
            order: ``"urgency"`` (the default), ``"due"``, ``"received"`` or ``"changed"``.
            reverse: the other way round.
            limit: 1 to 1000, 100 when None.
            after: the id of the case to go on behind.
            filters: more of them, such as ``{"overdue": True, "assigned": [None], "facets": {"concerns": ["V"]},
                "received": {"from": "2026-11-01"}, "not": {"status": ["CLOSED"]}}``.

        Raises:
            InvalidInputError: an argument is not as described.
            NotFoundError: `after` is no case.
        """
        query = _query(
            urgency, status, profile, point, filters, order=order, reverse=reverse or None, limit=limit, after=after
        )
        result: CaseList = parse(ask("tincay_desk_list", self._handle, query, len(query)))
        return result

    def cases(
        self,
        *,
        urgency: Several = None,
        status: Several = None,
        profile: Several = None,
        point: Optional[str] = None,
        order: Optional[str] = None,
        reverse: bool = False,
        filters: Filters = None,
    ) -> Iterator[Case]:
        """Goes through all cases, fetching page after page; the arguments and errors are those of `list`."""
        after: Optional[str] = None
        while True:
            page = self.list(
                urgency=urgency,
                status=status,
                profile=profile,
                point=point,
                order=order,
                reverse=reverse,
                limit=1000,
                after=after,
                filters=filters,
            )
            yield from page["cases"]
            after = page["next"]
            if after is None:
                return

    def find(
        self,
        text: str,
        *,
        exact: bool = False,
        sections: Several = None,
        snippet: bool = False,
        order: Optional[str] = None,
        reverse: bool = False,
        limit: Optional[int] = None,
        after: Optional[str] = None,
        filters: Filters = None,
    ) -> FoundList:
        """Finds cases by words in what the person may read of them. That there is a search is entered in the ledger.

        >>> for case in desk.find('"quán nước" tối')["cases"]:
        ...     print(case["id"], case["found"])

        Args:
            text: words, all of which have to be there; phrases between quotation marks; beginnings of words before
                an asterisk. At most 1,000 bytes and 32 words.
            exact: whether marks count.
            sections: only in these; ``"notes"`` is also what people wrote about the case.
            snippet: whether to show a few words around a match.
            order: as in `list`, like the other arguments.
            reverse: as in `list`.
            limit: as in `list`.
            after: as in `list`; the pages that follow the first are of the same search.
            filters: as in `list`; here they may have ``urgency``, ``status``, ``profile`` and ``point`` too.

        Raises:
            NoKeyError: the person may not read reports.
            InvalidInputError: an argument is not as described.
            NotFoundError: `after` is no case.
        """
        query = json_bytes(
            {
                **(filters or {}),
                "text": text,
                **_given(
                    exact=exact or None,
                    sections=_several(sections),
                    snippet=snippet or None,
                    order=order,
                    reverse=reverse or None,
                    limit=limit,
                    after=after,
                ),
            }
        )
        result: FoundList = parse(ask("tincay_desk_find", self._handle, query, len(query)))
        return result

    def subject(
        self,
        reason: str,
        *,
        name: Optional[str] = None,
        phone: Optional[str] = None,
        sections: bool = False,
        filters: Filters = None,
    ) -> SubjectData:
        """Finds a person's data over all reports. The search and each report that something is given of are entered.

        Args:
            reason: why, 1 to 500 characters.
            name: the person's, however it is written.
            phone: a telephone number.
            sections: whether to give the whole sections too.
            filters: as in `find`.

        Raises:
            NoKeyError: the person who asks may not read reports.
            InvalidInputError: an argument is not as described.
            LimitError: there are more than 1,000 reports.
        """
        asked = _given(reason=reason, name=name, phone=phone, sections=sections or None)
        query = json_bytes({**(filters or {}), **asked})
        result: SubjectData = parse(ask("tincay_desk_subject", self._handle, query, len(query)))
        return result

    def breach(
        self,
        *,
        since: Optional[str] = None,
        until: Optional[str] = None,
        person: Several = None,
        limit: Optional[int] = None,
        filters: Filters = None,
    ) -> BreachReview:
        """Tells what a breach may have exposed, without opening anything: of a stolen file, or what somebody opened.

        Args:
            since: only reports that were opened from this day on.
            until: only reports that were opened up to this day.
            person: only reports that these opened.
            limit: of ids, 1,000 when None.
            filters: as in `find`.

        Raises:
            InvalidInputError: an argument is not as described.
        """
        opened = _given(**{"from": since, "to": until}) or None
        asked = _given(opened=opened, person=_several(person), limit=limit)
        query = json_bytes({**(filters or {}), **asked})
        result: BreachReview = parse(ask("tincay_desk_breach", self._handle, query, len(query)))
        return result

    def timeline(self, report_id: str) -> Timeline:
        """Gives what was done about a case, when and by whom, without opening the report.

        Args:
            report_id: 32 hexadecimal digits.

        Raises:
            NotFoundError: there is no such report, or it was shredded.
        """
        result: Timeline = parse(ask("tincay_desk_timeline", self._handle, c_text(report_id, "report_id")))
        return result

    def log(
        self,
        *,
        person: Several = None,
        kind: Several = None,
        report: Optional[str] = None,
        since: Optional[str] = None,
        until: Optional[str] = None,
        order: Optional[str] = None,
        limit: Optional[int] = None,
        after: Optional[int] = None,
    ) -> LogPage:
        """Lists one page of the ledger's entries, the newest first: who did what, when and to which report.

        Args:
            person: only what these did.
            kind: only these types of entry, such as ``["read", "searched"]``.
            report: only what is about the report of this id, which may have been shredded.
            since: a day such as ``"2026-11-27"``.
            until: a day, which is included.
            order: ``"newest"`` (the default) or ``"oldest"``.
            limit: 1 to 1000, 100 when None.
            after: the number of the entry to go on behind.

        Raises:
            InvalidInputError: an argument is not as described, or there is no such type.
            NotFoundError: there is no such report.
        """
        time = _given(**{"from": since, "to": until}) or None
        query = json_bytes(
            _given(
                person=_several(person),
                type=_several(kind),
                report=report,
                time=time,
                order=order,
                limit=limit,
                after=after,
            )
        )
        result: LogPage = parse(ask("tincay_desk_log", self._handle, query, len(query)))
        return result

    def read(self, report_id: str) -> Report:
        """Opens one report. That it is being read is entered in the ledger before its key is used.

        Args:
            report_id: 32 hexadecimal digits.

        Raises:
            NotFoundError: there is no such report, or it was shredded.
            TamperedError: it was changed.
        """
        result: Report = parse(ask("tincay_desk_read", self._handle, c_text(report_id, "report_id")))
        return result

    def share(self, report_id: str, card: Union[Card, JSONInput]) -> bytes:
        """Gives this desk's shares of a report to another desk, so that sections nobody opens alone open there.

        That they are given is entered in the ledger before they are unsealed.

        Args:
            report_id: 32 hexadecimal digits.
            card: the other desk's card, as its `card` gave it. Whose card it is decides who reads.

        Returns:
            What to carry to that desk, for its `combine`; nobody else can use it.

        Raises:
            NotFoundError: there is no such report, or this desk was given no share of it.
            InvalidJSONError: the card is not JSON.
            InvalidInputError: it is no card, or this desk's own.
            TamperedError: its desk did not sign it.
        """
        source = json_bytes(card)
        return ask("tincay_desk_share", self._handle, c_text(report_id, "report_id"), source, len(source))

    def combine(self, share: Data) -> None:
        """Takes in the shares of a report that another desk gave; once there are enough, `read` opens the section.

        Taking in the same shares again changes nothing.

        Args:
            share: what the other desk's `share` gave.

        Raises:
            FormatError: they are no shares.
            WrongKeyError: they are for another desk.
            NotFoundError: the report is not here, or was shredded.
            TamperedError: they were changed, or enough are there and do not fit together; then all that others gave
                of the section are forgotten, because nobody can tell which is wrong.
        """
        pointer, size = lend(share)
        run("tincay_desk_combine", self._handle, pointer, size)

    def know(self, card: Union[Card, JSONInput]) -> None:
        """Accepts another desk's card, so that reports that it refers are taken in; once is enough.

        Args:
            card: the other desk's card, as its `card` gave it. Whose card it is decides who may send.

        Raises:
            InvalidJSONError: the card is not JSON.
            InvalidInputError: it is no card, or this desk's own.
            TamperedError: its desk did not sign it.
            RevokedError: the authority has revoked the desk.
        """
        source = json_bytes(card)
        run("tincay_desk_know", self._handle, source, len(source))

    def refer(self, report_id: str, referral: Union[ReferralRequest, JSONInput]) -> tuple[Referred, bytes]:
        """Refers sections of a report to another desk; what, to whom and by what right is entered before a key is used.

        Args:
            report_id: 32 hexadecimal digits.
            referral: to whom, what of it, what for, by what right, for how long; see `tincay.ReferralRequest`.

        Returns:
            The referral's ``id`` and whether it was there already, and the bundle to carry. The same request again,
            while the referral is open, gives the same referral in another bundle.

        Raises:
            NotFoundError: there is no such report, or a section was not told or is closed here.
            InvalidJSONError: the request is not JSON.
            InvalidInputError: it is not as described, or its day has passed.
            TamperedError: the card in it does not hold.
            RevokedError: the authority has revoked the desk.
            OutdatedError: the report came by a referral whose day has passed.
        """
        source = json_bytes(referral)
        result, bundle = ask_two("tincay_desk_refer", self._handle, c_text(report_id, "report_id"), source, len(source))
        referred: Referred = parse(result)
        return referred, bundle

    def resend(self, referral_id: str) -> bytes:
        """Seals an open referral once more, to replace a bundle that was lost; both may arrive.

        Args:
            referral_id: 32 hexadecimal digits.

        Raises:
            NotFoundError: there is no such referral.
            OutdatedError: it came to an end, was taken back, or its day has passed.
            RevokedError: the authority has revoked the desk.
        """
        return ask("tincay_desk_resend", self._handle, c_text(referral_id, "referral_id"))

    def answer(self, report_id: str, state: str, *, outcome: Optional[str] = None, note: Optional[str] = None) -> bytes:
        """Answers the referral by which a report came here.

        Args:
            report_id: 32 hexadecimal digits.
            state: ACCEPTED, DECLINED_PROVIDER, DECLINED_CHILD, IN_PROGRESS, DONE, NOT_AVAILABLE or RETURNED.
            outcome: a code of what came of it.
            note: at most 3,000 bytes.

        Returns:
            The bundle to carry; the answer also goes along with whatever travels to that desk next.

        Raises:
            NotFoundError: the report did not come by a referral.
            InvalidInputError: an argument is not as described.
            LimitError: the note is too long.
            OutdatedError: what expired cannot be accepted.
            RevokedError: the authority has revoked the desk.
        """
        answer = {"state": state, "outcome": outcome, "note": note}
        source = json_bytes({name: value for name, value in answer.items() if value is not None})
        return ask("tincay_desk_answer", self._handle, c_text(report_id, "report_id"), source, len(source))

    def withdraw(self, referral_id: str, reason: str) -> bytes:
        """Takes a referral back; the addressee's library destroys what it has not taken on or has to keep.

        What somebody has read nobody can make unread.

        Args:
            referral_id: 32 hexadecimal digits.
            reason: 1 to 1,000 bytes of UTF-8, for both ledgers.

        Returns:
            The bundle to carry.

        Raises:
            NotFoundError: there is no such referral, or it never left.
            LimitError: the reason is empty or too long.
        """
        why = reason.encode("utf-8", "surrogatepass")
        return ask("tincay_desk_withdraw", self._handle, c_text(referral_id, "referral_id"), why, len(why))

    def referrals(
        self,
        *,
        direction: Optional[str] = None,
        state: Several = None,
        report: Optional[str] = None,
        desk: Optional[str] = None,
        overdue: Optional[bool] = None,
        limit: Optional[int] = None,
        after: Optional[str] = None,
    ) -> ReferralList:
        """Lists one page of referrals, those out and those in, the oldest first, and the desks that are known.

        Args:
            direction: ``"out"`` or ``"in"``.
            state: only these, such as ``["SENT", "RECEIVED"]``.
            report: only those of the case with this id.
            desk: only those with the desk of this number.
            overdue: whether an answer was due before today.
            limit: 1 to 1000, 100 when None.
            after: the id of the referral to go on behind.

        Raises:
            InvalidInputError: an argument is not as described.
            NotFoundError: `after` is no referral.
        """
        query = {
            "direction": direction,
            "state": _several(state),
            "report": report,
            "desk": desk,
            "overdue": overdue,
            "limit": limit,
            "after": after,
        }
        source = json_bytes({name: value for name, value in query.items() if value is not None})
        result: ReferralList = parse(ask("tincay_desk_referrals", self._handle, source, len(source)))
        return result

    def count(
        self,
        by: Union[str, Sequence[str]],
        *,
        urgency: Several = None,
        status: Several = None,
        profile: Several = None,
        point: Optional[str] = None,
        filters: Filters = None,
    ) -> CountTable:
        """Counts cases for work at this desk. The figures are exact: they are not protected for publication.

        Args:
            by: 1 to 3 of ``"urgency"``, ``"status"``, ``"check"``, ``"profile"``, ``"point"``, ``"form"``,
                ``"assigned"``, ``"rules"``, ``"overdue"``, ``"unfinished"``, ``"doubtful"``, ``"day"``, ``"week"``,
                ``"month"``, ``"quarter"``, ``"year"`` or the name of a facet.
            urgency: as in `list`, like the other filters.
            status: as in `list`.
            profile: as in `list`.
            point: as in `list`.
            filters: as in `list`.

        Raises:
            InvalidInputError: an argument is not as described.
        """
        query = _query(urgency, status, profile, point, filters, by=_several(by))
        result: CountTable = parse(ask("tincay_desk_count", self._handle, query, len(query)))
        return result

    def upload(self, report_id: str, name: str, *, section: Optional[str] = None, kind: Optional[str] = None) -> Upload:
        """Begins to take in a file that is to be kept with a report; write its bytes, then `tincay.Upload.end`.

        Args:
            report_id: 32 hexadecimal digits.
            name: what people call it, 1 to 255 characters; kept sealed, and never used as a file's name.
            section: the section that it belongs to, ``"facts"`` when None; who may not open that opens no file of it.
            kind: the media type that it has to be; whatever the form takes when None.

        Raises:
            NotFoundError: there is no such report.
            NoKeyError: the person was given no key to the section.
            LimitError: the report has as many files as its form takes.
            InvalidInputError: an argument is not as described.
        """
        return Upload(self, report_id, name, section, kind)

    def attach(
        self,
        report_id: str,
        source: Union[Path, BinaryIO],
        *,
        name: str,
        section: Optional[str] = None,
        kind: Optional[str] = None,
        progress: Progress = None,
    ) -> AttachmentResult:
        """Takes in a file from a path or an open file, piece by piece; a failure leaves nothing.

        Args:
            report_id: as in `upload`, like the other arguments.
            source: a path, or something open for reading bytes.
            name: what people call it.
            section: the section that it belongs to.
            kind: the media type that it has to be.
            progress: called with the size of each piece that was taken in.

        Raises:
            those of `upload`, `tincay.Upload.write` and `tincay.Upload.end`.
        """
        return fill(self.upload(report_id, name, section=section, kind=kind), source, progress)

    def attachment(self, report_id: str, attachment_id: str) -> Attachment:
        """Opens a file that is kept with a report; that it is read is entered in the ledger before its key is used.

        Raises:
            NoKeyError: the person was given no key to its section.
            NotFoundError: there is no such report or file, or the file is not in its folder any more.
            TamperedError: it was changed.
        """
        return Attachment(self, report_id, attachment_id)

    def detach(self, report_id: str, attachment_id: str, reason: str) -> None:
        """Destroys the key of one file, and removes the file; the report stays.

        Raises:
            NotFoundError: there is no such report or file.
            LimitError: the reason is empty or longer than 1,000 bytes.
        """
        why = reason.encode("utf-8", "surrogatepass")
        run(
            "tincay_desk_detach",
            self._handle,
            c_text(report_id, "report_id"),
            c_text(attachment_id, "attachment_id"),
            why,
            len(why),
        )

    def verify_attachments(self, report_id: Optional[str] = None) -> AttachmentVerification:
        """Reads the files of a report, or all, and compares them with what the ledger tells of them.

        Raises:
            NotFoundError: there is no such report.
            TamperedAttachmentsError: files are missing or changed; ``result`` says which.
        """
        status, output = ask_either(
            "tincay_desk_verify_attachments", (Status.TAMPERED,), self._handle, c_text(report_id, "report_id")
        )
        result: AttachmentVerification = parse(output)
        if status != Status.OK:
            error = TamperedAttachmentsError(*words_of(status))
            error.result = result
            raise error
        return result

    def release(
        self,
        shape: str,
        unit: Mapping[str, Any],
        year: int,
        quarter: Optional[int] = None,
        *,
        lag: Optional[int] = None,
        csv: bool = False,
    ) -> ReleasedTable:
        """Makes a table for publication and enters it in the ledger; the same question gets the same table for ever.

        Args:
            shape: one of the shapes of the C header, such as ``"sex_age"``.
            unit: ``{"level": "desk"}``, or a province or a commune as the C header has it.
            year: the year.
            quarter: 1 to 4; the whole year without it.
            lag: how many days the period has to be over, at least 90.
            csv: whether the table is wanted as text for a spreadsheet too.

        Raises:
            DisclosesError: the table would tell too much about somebody; ``status`` says in what way.
            InvalidInputError: an argument is not as described.
        """
        query = _release_query({"shape": shape}, unit, year, quarter, lag, csv)
        result: ReleasedTable = parse(ask("tincay_desk_release", self._handle, query, len(query)))
        return result

    def indicator(
        self, unit: Mapping[str, Any], year: int, quarter: Optional[int] = None, *, csv: bool = False
    ) -> Indicator:
        """Makes the tables of indicator 0101 of Thông tư 13/2021; the arguments are those of `release`.

        Raises:
            InvalidInputError: an argument is not as described.
        """
        query = _release_query({"indicator": "0101"}, unit, year, quarter, None, csv)
        result: Indicator = parse(ask("tincay_desk_release", self._handle, query, len(query)))
        return result

    def releases(self) -> builtins.list[ReleasedTable]:
        """Lists the tables that were published, the oldest first."""
        result: builtins.list[ReleasedTable] = parse(ask("tincay_desk_releases", self._handle))["releases"]
        return result

    def verify(self) -> Verification:
        """Verifies the ledger from its first entry to its end.

        Raises:
            TamperedLedgerError: the ledger does not hold; ``result`` says from which entry on.
        """
        status, output = ask_either("tincay_desk_verify", (Status.TAMPERED,), self._handle)
        if not output:
            raise error_of(status)
        result: Verification = parse(output)
        if status != Status.OK:
            error = TamperedLedgerError(*words_of(status))
            error.result = result
            raise error
        return result

    def shred(self, report_id: str, reason: str) -> None:
        """Destroys a report's key, so that nobody can read the report, its head or its notes again.

        What stays is a certificate; see `certificate`.

        Args:
            report_id: 32 hexadecimal digits.
            reason: 1 to 1,000 bytes of UTF-8, entered in the ledger.

        Raises:
            NotFoundError: there is no such report.
            LimitError: the reason is empty or too long.
            HeldError: the case has to be kept.
        """
        why = reason.encode("utf-8", "surrogatepass")
        run("tincay_desk_shred", self._handle, c_text(report_id, "report_id"), why, len(why))


def _several(value: Several) -> Optional[Sequence[str]]:
    """Makes one value a list of one."""
    return [value] if isinstance(value, str) else value


def _given(**query: object) -> dict[str, object]:
    """Leaves out what was not asked for."""
    return {name: value for name, value in query.items() if value is not None}


def _query(
    urgency: Several, status: Several, profile: Several, point: Optional[str], filters: Filters, **more: object
) -> bytes:
    """Writes a query, leaving out what was not asked for."""
    named = _given(urgency=_several(urgency), status=_several(status), profile=_several(profile), point=point, **more)
    return json_bytes({**(filters or {}), **named})


def _release_query(
    what: Mapping[str, str],
    unit: Mapping[str, Any],
    year: int,
    quarter: Optional[int],
    lag: Optional[int],
    csv: bool,
) -> bytes:
    """Puts a query for a published table together."""
    period = {"year": year} if quarter is None else {"year": year, "quarter": quarter}
    query: dict[str, Any] = {**what, "period": period, "unit": dict(unit), "csv": csv}
    return json_bytes(query if lag is None else {**query, "lag": lag})
