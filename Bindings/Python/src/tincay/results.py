"""The shapes of what the library gives, as typed dicts.

They are plain dicts at run time. Times are texts in RFC 3339 with an offset, urgencies ``"U1"`` (immediate danger) to
``"U5"`` and ``"U0"`` (information). A newer library may add members.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional, TypedDict, Union


class Finding(TypedDict):
    """One thing to say about the answers; never an answer itself."""

    code: str
    """A stable code, such as ``"required"`` or ``"enum"``."""
    path: str
    """The JSON Pointer of the field itself, also of a missing or an unknown one."""
    keyword: str
    """The JSON Pointer of the rule within the form."""
    severity: str
    """``"error"`` stands in the way; anything else does not."""
    parameters: dict[str, Any]
    """What the rule asks for, such as ``{"maximum": 20}``."""
    message: str
    """One sentence for the person answering, in the language asked for."""


class Rule(TypedDict):
    """A triage rule that fired."""

    id: str
    urgency: Optional[str]
    """None for a rule that only raises what others say, or only adds to it."""
    reason: str
    destinations: list[str]
    source: str


class _Deadline(TypedDict):
    """What every deadline says."""

    rule: str
    kind: str
    due: str
    source: str


class Deadline(_Deadline, total=False):
    """Something that has to be done by a time, and the law or practice that says so."""

    alarm: str
    """Of what has to be done at once: when to call for help over it."""
    calendar: str
    """Of working days: the calendar they were counted by, ``"none"`` when none knows them all."""
    calendar_until: str
    """The calendar's last day, when the deadline lies behind it."""
    undecided: bool
    """True when a day was counted that may yet become a holiday."""


class Route(TypedDict):
    """Why a report goes elsewhere."""

    id: str
    reason: Optional[str]
    remove: list[str]
    add: list[str]


class Normalized(TypedDict):
    """An answer that was put in order, and how; never the answer itself."""

    path: str
    steps: list[str]


class Hotline(TypedDict):
    """A number to show now."""

    number: str
    label: str
    verified: str


class CheckResult(TypedDict):
    """What a form says about answers. A plain schema has no triage: urgency and due are None, the lists empty."""

    accepted: bool
    """Whether no finding of severity ``"error"`` stands in the way."""
    form: str
    version: str
    profile: Optional[str]
    language: str
    findings: list[Finding]
    urgency: Optional[str]
    """None when no rule fired."""
    urgency_label: Optional[str]
    rules: list[Rule]
    deadlines: list[Deadline]
    """Soonest first."""
    due: Optional[str]
    """The first of the deadlines that leave any time."""
    destinations: list[str]
    routes: list[Route]
    flags: list[str]
    """What else staff have to know."""
    ruleset: Optional[str]
    """The SHA-256 of the rules; None without rules."""
    normalized: list[Normalized]
    """Which answers were put in order first."""
    hotlines: list[Hotline]
    """The most fitting first."""


class SubmitResult(CheckResult):
    """What a form says about answers that were dropped into a box."""

    kept: bool
    """Whether the report is on the disk."""


class FiledResult(CheckResult):
    """What a form says about a counsellor's own report, which was filed."""

    id: str
    """The new report's 32 hexadecimal digits."""


class FiledLine(FiledResult, total=False):
    """What became of one of many reports. With `error` there is nothing else but `line` and `accepted`, and `id` is
    there when the report was filed.
    """

    line: int
    """Which report it is, counted from 1."""
    error: str
    """Why it could not be read: ``"json"`` or ``"limit"``."""


class Choice(TypedDict):
    """One answer to choose."""

    value: Any
    label: str


class Question(TypedDict, total=False):
    """One question of a form, for somebody who is still answering."""

    id: str
    path: str
    """The JSON Pointer of its answer."""
    page: Optional[str]
    kind: str
    """One of choice, choices, text, number, boolean, date, group, repeat, list."""
    visible: bool
    required: bool
    answered: bool
    label: str
    hint: Optional[str]
    choices: list[Choice]
    minimum: Optional[float]
    maximum: Optional[float]
    format: Optional[str]
    input: Optional[str]
    """How it is typed: line, lines, digits, decimal, telephone, name, date, time, email; None when it is not."""
    audio: Optional[str]
    icon: Optional[str]
    count: int
    """How many elements a repeat has."""


class Progress(TypedDict):
    """How many questions are shown, how many of them are answered, and how many have to be and are not."""

    shown: int
    answered: int
    missing: int


class Page(Progress):
    """A page of questions."""

    id: str
    label: Optional[str]


class FormState(TypedDict, total=False):
    """What to show next to somebody who is still answering; the questions are in the order to ask."""

    profile: Optional[str]
    language: str
    title: str
    introduction: str
    thanks: Optional[str]
    """The words at the end."""
    questions: list[Question]
    pages: list[Page]
    progress: Progress
    findings: list[Finding]
    """What is wrong with what was answered; nothing about what is missing."""
    complete: bool
    """Whether these answers would be accepted now."""


class QuestionAccess(TypedDict):
    """Who can read the answers to a question."""

    name: str
    section: str
    roles: list[str]
    """What a person of a desk must have to read an answer."""
    listed: bool
    """Whether lists and counts show it to everybody at the desk."""


class FormAccess(TypedDict):
    """Who can read what of a form's reports."""

    form: str
    version: str
    questions: list[QuestionAccess]


class Point(TypedDict):
    """Who a box belongs to: a name of at most 200 characters and a kind such as ``"NODE-TRUSTED"``."""

    name: str
    kind: str


Card = dict[str, Any]
"""A desk's name and public keys, signed by itself: to be put into a box's setup as it is."""


class Flood(TypedDict, total=False):
    """How many reports that are not urgent a box takes; a guess, to be set to what the point sees."""

    burst: int
    """How many at once: 1 to 100,000, 20 when left out."""
    per_hour: int
    """How many an hour from then on: 1 to 100,000, 20 when left out."""


class _NamedCard(TypedDict):
    """What a desk of a point must have."""

    card: Card


class NamedDesk(_NamedCard, total=False):
    """A desk as the setup of a box or a directory names it."""

    destinations: list[str]
    """The codes that forms send to it by."""
    offsite: bool
    """Whether it reads only what is sent to it, or what too few others may read."""
    sections: list[str]
    """Which sections it may read; all when left out."""


class _BoxDesks(TypedDict):
    """What the setup of a box must have."""

    point: Point
    desks: Sequence[Union[NamedDesk, Card]]


class BoxSetup(_BoxDesks, total=False):
    """The setup of a box: the point and 1 to 8 desks that may read."""

    together: list[dict[str, Any]]
    """Sections that no desk opens alone, as ``{"sections": ["identity"], "need": 2}``."""

    authority: list[Card]
    """2 to 4 cards of the desks whose notices it takes; none are taken when left out."""
    slots_per_day: int
    """1 to 32, 4 when left out."""
    slot_kib: int
    """16 to 256, a power of two, 16 when left out."""
    bundle_mib: int
    """1 to 64, 8 when left out."""
    idle_seconds: int
    """30 to 3600, 300 when left out: how long nobody may touch a draft before it is taken for left."""
    reserve: int
    """How many of a day's slots are kept for U1 and U2: less than `slots_per_day`, a quarter when left out."""
    flood: Flood
    alarm_hours: int
    """After how many hours without a receipt `BoxStatus.alarm` is set: 1 to 720, 72 when left out."""


class Settled(TypedDict):
    """What a receipt did to a box."""

    freed: int
    """Slots freed now."""
    waiting: int
    """Slots left."""
    desk: str
    """The name of the desk that answered."""


class DirectoryStatus(TypedDict):
    """Which directory is in force at a point."""

    number: int
    age_days: int


class News(TypedDict):
    """What a box says of a notice."""

    kind: str
    """``"directory"`` or ``"pack"``."""
    name: str
    number: int
    taken: bool
    """Whether it is new here."""
    desks: int
    """How many desks the box has now."""


class DirectoryDesk(TypedDict):
    """A desk that may read what is told at a point."""

    desk: str
    """Its number, to exclude it by."""
    name: str
    destinations: list[str]
    offsite: bool


class DirectoryHotline(TypedDict):
    """A number to call."""

    number: str
    label: Optional[str]
    destination: Optional[str]
    source: Optional[str]
    valid_from: Optional[str]
    valid_until: Optional[str]


class PackForm(TypedDict):
    """A form that packs brought, in its newest version."""

    id: str
    version: str
    hash: str
    languages: list[str]


class Directory(TypedDict):
    """Who may read what is told at a point, whom to call, and which forms there are."""

    point: str
    """The point's own number, by which it can be revoked: write it down elsewhere."""
    number: Optional[int]
    issued: Optional[str]
    age_days: Optional[int]
    desks: list[DirectoryDesk]
    hotlines: list[DirectoryHotline]
    forms: list[PackForm]


class DeskAnswers(TypedDict):
    """How a desk of a box answers, as its newest receipt tells."""

    name: str
    last_receipt: Optional[str]
    collected: int
    """It has collected every bundle from 1 to this number."""
    missing: list[int]
    """The first 32 of those above that it has not collected, though it has a later one."""
    contradicted: bool
    """Whether it ever told a ledger that cannot follow from what it told before: an older file was put back."""


class BoxStatus(TypedDict):
    """A point's health; nothing about reports."""

    point: str
    kind: str
    slots: int
    bundles_waiting: int
    """How many bundles carry every slot that waits for a receipt once."""
    packed: int
    last_packed: Optional[str]
    last_receipt: Optional[str]
    clock: str
    """``"trusted"``, or ``"doubtful"`` when it ran backwards, jumped, or was not vouched for in a month."""
    confirmed_day: str
    """The latest day that running time or a receipt vouches for, such as ``"2026-03-02"``."""
    uncollected_hours: Optional[int]
    """Whole hours since the newest receipt, or since the first day; None while the clock is doubtful."""
    alarm: bool
    """Whether more than the setup's `alarm_hours` have passed without a receipt."""
    directory: Optional[DirectoryStatus]
    desks: list[DeskAnswers]


class KeyDerivation(TypedDict, total=False):
    """What a passphrase costs to try: Argon2id."""

    memory_mib: int
    """64 to 1024, 64 when left out."""
    passes: int
    """2 to 10, 3 when left out."""
    target_ms: int
    """100 to 5000, in the place of both: what takes about so long on this machine, measured at creation."""


class DeskSetup(TypedDict, total=False):
    """The setup of a desk; all of it may be left out."""

    name: str
    """At most 200 characters."""
    authority: list[Card]
    """2 to 4 cards of the desks whose notices it takes; none are taken when left out."""
    kdf: KeyDerivation
    idle_seconds: int
    """10 to 86400, 900 when left out: after how long without a call it locks itself."""


class Person(TypedDict):
    """Somebody who may unlock a desk."""

    name: str
    roles: list[str]
    since: str
    by: str
    """Who let the person in."""


class RecoveryState(TypedDict):
    """Shares for recovery that were made."""

    set: str
    """The number that stands in each share."""
    shares: int
    needed: int
    since: str
    by: str


class People(TypedDict):
    """Who may unlock a desk."""

    people: list[Person]
    recovery: Optional[RecoveryState]
    generation: int
    """How often the desk's keys were drawn."""


class RecoveryShares(TypedDict):
    """Shares for recovery, to be printed."""

    set: str
    needed: int
    shares: list[str]


class TriedShare(TypedDict):
    """What is wrong with a share, if anything."""

    place: Optional[int]
    fault: Optional[str]
    """One of "length", "group", "share", "set", or None."""
    group: Optional[int]
    """Which group was mistyped, from 1."""


class RecoveryDrill(TypedDict):
    """What came of trying shares."""

    fits: bool
    needed: int
    shares: list[TriedShare]


class StrangePerson(TypedDict):
    """A row of people that is not what the ledger tells."""

    person: str
    number: Optional[int]
    fault: str
    """One of "missing", "changed", "unknown"."""


class Case(TypedDict):
    """A case as lists show it."""

    id: str
    urgency: Optional[str]
    due: Optional[str]
    overdue: bool
    received: str
    unfinished: bool
    """Whether whoever told it was cut off or walked away."""
    form: str
    version: str
    profile: Optional[str]
    point: Optional[str]
    point_id: Optional[str]
    """The point's number, by which a directory can revoke it."""
    status: str
    assigned: Optional[str]
    notes: int
    rules: list[str]
    facets: dict[str, Any]
    """The coded answers that the form marks for lists and counts."""
    origin: str
    """``"point"``, ``"desk"`` or ``"referral"``."""
    referrals: CaseReferrals


class CaseReferrals(TypedDict):
    """What went out of a case."""

    open: int
    """Referrals of which something is still to come."""
    overdue: int
    """Those that are to have been answered."""


class CaseList(TypedDict):
    """One page of cases."""

    total: int
    cases: list[Case]
    next: Optional[str]
    """The id to pass as `after` for the next page, or None."""


class FoundCase(Case, total=False):
    """A case that a search found."""

    found: list[str]
    """The sections with the words, and ``"history"`` for what people wrote."""
    snippet: str
    """A few words around a match, when they were asked for."""


class FoundList(TypedDict):
    """One page of cases that a search found."""

    total: int
    opened: int
    """How many reports were opened for it."""
    unreadable: int
    """How many of them are damaged, or came by a referral whose day has passed."""
    cases: list[FoundCase]
    next: Optional[str]
    """The id to pass as `after` for the next page, or None."""


class HistoryEntry(TypedDict, total=False):
    """One entry of the ledger about a case; what else it has depends on its type."""

    number: int
    time: str
    person: str
    type: str
    text: str
    status: str
    reason: str
    desk: str
    """Of shares that were given or taken: the other desk's number."""
    name: str
    """Of shares that were given: the other desk's name."""
    fits: bool
    """Of shares that were taken: whether they fitted those that were here."""
    outcome: str
    step: str
    form: str
    needed: bool
    need: str
    state: str
    service: str
    result: str
    urgency: str
    stage: str
    """Of urgency: raised, proposed, confirmed, withdrawn; of holds: placed, confirmed, withdrawn, lifting, lifted,
    keeping."""
    proposal: int
    """The entry that proposed what this one answers."""
    kind: str
    """Of links: how the cases have to do with each other."""
    what: str
    """The official form that was filled in."""
    hold: int
    until: str


class ClosedSection(TypedDict):
    """A section that this desk, or the person at it, cannot open."""

    section: str
    need: int
    """How many shares open it; 1 when it is not for this desk."""
    have: int
    """How many shares this desk has."""
    reason: str
    """What is in the way: "shares", "desk" or "person"."""


class Proposal(TypedDict):
    """A lower urgency that waits for a second person."""

    number: int
    """What `tincay.Desk.confirm_urgency` takes."""
    urgency: str
    person: str


class Hold(TypedDict):
    """That a case has to be kept until a day."""

    hold: int
    """What `tincay.Desk.confirm_hold` and `tincay.Desk.lift` take."""
    until: str
    person: str
    confirmed: bool
    lifting: Optional[str]
    """Who proposes to lift it."""


class Work(TypedDict):
    """What was done about a case, in codes."""

    verification: Optional[str]
    outcome: Optional[str]
    proposal: Optional[Proposal]
    steps: list[dict[str, Any]]
    needs: list[dict[str, Any]]
    services: list[dict[str, Any]]
    links: list[dict[str, Any]]
    holds: list[Hold]
    """Those that keep the case now."""


class DueStep(TypedDict):
    """A step that has to be taken, and until when."""

    id: str
    step: str
    due: str
    overdue: bool
    urgency: Optional[str]
    assigned: Optional[str]
    statutory_max: Optional[str]
    local_max: Optional[str]
    working_days: bool
    source: Optional[str]
    verified: Optional[bool]
    """Whether somebody has read the source in the official text."""


class OpenProposal(TypedDict):
    """A lower urgency that waits for a second person, in a list."""

    id: str
    proposal: int
    urgency: Optional[str]
    proposed: str
    person: str
    time: str


class DueList(TypedDict):
    """A page of what is due."""

    total: int
    overdue: int
    steps: list[DueStep]
    proposals: list[OpenProposal]
    next: Optional[str]


class WorkRules(TypedDict):
    """The rules of work."""

    standard: dict[str, Any]
    """``steps`` with their deadlines, ``retention``, ``referral`` with its codes, ``exports`` and ``alike``."""
    decided: Optional[dict[str, Any]]


class OfficialRow(TypedDict, total=False):
    """A line of an official form."""

    field: str
    part: str
    vi: str
    en: str
    value: Any
    """None for what nobody told."""
    label: dict[str, str]
    """What a code is called on the form."""
    withheld: bool
    """True for an informant who stays unnamed."""
    confidence: str


class OfficialForm(TypedDict):
    """An official form that was filled in from a report."""

    form: str
    vi: str
    en: str
    source: str
    verified: Optional[bool]
    confidence: Optional[str]
    report: str
    exported: str
    person: str
    answers_of: str
    mapped_for: Optional[str]
    closed: list[str]
    """The sections that did not open, so that nothing of them is here."""
    rows: list[OfficialRow]


class SimilarCase(TypedDict):
    """A case that may be about the same child or person."""

    id: str
    score: int
    reasons: list[str]
    received: str
    status: str
    linked: Optional[str]


class SimilarCases(TypedDict):
    """What looking for such cases found."""

    compared: int
    unreadable: int
    left_off: int
    similar: list[SimilarCase]


Kept = TypedDict(
    "Kept",
    {
        "id": str,
        "status": str,
        "outcome": Optional[str],
        "ended": str,
        "extended": Optional[str],
        "class": Optional[str],
        "period": Optional[str],
        "source": Optional[str],
        "verified": Optional[bool],
        "due": Optional[str],
        "is_due": bool,
        "hold": Optional[Hold],
    },
)
"""A case on which nobody works any more, how long it is kept, and why."""


class KeptList(TypedDict):
    """A page of such cases."""

    total: int
    cases: list[Kept]
    next: Optional[str]


Certificate = TypedDict(
    "Certificate",
    {
        "tincay": str,
        "version": int,
        "desk": str,
        "report": str,
        "number": int,
        "time": str,
        "person": str,
        "filed": int,
        "body": str,
        "class": Optional[str],
        "due": Optional[str],
        "reason": str,
        "signature": str,
    },
)
"""That a report was destroyed: which, when, by whom and why, signed by the desk."""


class AttachmentResult(TypedDict):
    """A file that was taken in."""

    id: str
    size: int
    type: str
    """Its media type, found in its first bytes."""
    hash: str
    """The BLAKE2b hash of the sealed file, in hexadecimal."""


class AttachmentAbout(TypedDict):
    """A file that is kept with a report."""

    id: str
    name: Optional[str]
    """What people call it; None for a person who was given no key to its section."""
    type: str
    size: int
    section: str
    time: str
    person: str
    hash: str


class WrongAttachment(TypedDict):
    """A file that is missing or changed."""

    id: str
    report: str


class AttachmentVerification(TypedDict):
    """What became of files that are kept."""

    ok: bool
    count: int
    missing: list[WrongAttachment]
    altered: list[WrongAttachment]


class Report(TypedDict):
    """An opened report."""

    id: str
    head: Case
    result: dict[str, Any]
    """What triage said."""
    sections: dict[str, dict[str, Any]]
    """The answers by section: facts, identity, contact, accused, place, notes."""
    closed: list[ClosedSection]
    """The sections that do not open here, or not yet."""
    work: Work
    """What was done about it, in codes."""

    attachments: list[AttachmentAbout]
    """The files that are kept with it."""
    history: list[HistoryEntry]
    referral: Optional[dict[str, Any]]
    """The cover under which the report came here: desk, name, sent, terms, state, withdrawal; None otherwise."""
    referrals: list[Referral]
    """The referrals of it that went out."""


class Consent(TypedDict):
    """Who agreed that a report is referred."""

    by: str
    when: str
    """A day such as ``"2026-11-27"``."""
    how: str


class _ReferralRequired(TypedDict):
    """What every request has."""

    to: Card
    """The addressee's card."""
    sections: list[str]
    """Of facts, identity, contact, accused, place, notes: those to give, all told and open here."""
    purpose: list[str]
    """What for: codes such as those of the list of services."""
    legal_basis: list[str]
    """By what right: codes such as those of the list of legal bases."""
    expires: str
    """The last day on which the addressee may take it on."""


class ReferralRequest(_ReferralRequired, total=False):
    """What to refer, to whom, and by what right; either `consent` or `override_reason` is needed."""

    consent: Consent
    override_reason: str
    """Why without consent."""
    answer_by: str
    """The day by which an answer is due."""
    note: str
    """For the addressee."""


class Referred(TypedDict):
    """What came of referring."""

    id: str
    """The referral's id, which is the report's at the addressee."""
    again: bool
    """Whether it was there already."""


class Referral(TypedDict, total=False):
    """A referral as lists show it; from `name` on members are missing once the report was shredded."""

    id: str
    report: Optional[str]
    direction: str
    """``"out"`` or ``"in"``."""
    desk: str
    """The other desk's number."""
    time: str
    state: str
    since: str
    outcome: Optional[str]
    overdue: bool
    missing: bool
    """Whether later messages of the other desk came than one that did not."""
    unacknowledged: int
    """How many of this desk's messages the other has not acknowledged."""
    withdrawn: bool
    withdrawal: Optional[str]
    """What the addressee did: DESTROYED, TAKEN_ON, ON_HOLD, NEVER_CAME, GONE."""
    name: str
    """The other desk's name."""
    sections: list[str]
    purpose: list[str]
    legal_basis: list[str]
    consent: bool
    expires: str
    answer_by: str


class KnownDesk(TypedDict):
    """Another desk that this one has to do with."""

    desk: str
    name: str
    trust: str
    """``"accepted"``, ``"correspondent"``, ``"stranger"`` or ``"revoked"``."""


class ReferralList(TypedDict):
    """One page of referrals."""

    total: int
    referrals: list[Referral]
    next: Optional[str]
    """The id to pass as `after` for the next page, or None."""
    desks: list[KnownDesk]


class SubjectData(TypedDict):
    """A person's data over all reports."""

    total: int
    opened: int
    """How many reports were opened for it."""
    reports: list[dict[str, Any]]
    """Each as in a list, with ``fields`` and, when they were asked for, ``sections``."""


class BreachReview(TypedDict):
    """What a breach may have exposed."""

    reports: int
    searches: int
    opened_by_searches: int
    forms: list[dict[str, Any]]
    """Each with ``form``, ``version``, ``reports`` and ``sections``."""
    ids: list[str]


class Timeline(TypedDict):
    """What was done about a case."""

    id: str
    history: list[HistoryEntry]


class LogPage(TypedDict):
    """One page of the ledger's entries."""

    total: int
    entries: list[dict[str, Any]]
    """Each with ``number``, ``time``, ``person``, ``type`` and ``report``; what else depends on its type."""
    next: Optional[int]
    """The number to pass as `after` for the next page, or None."""


class ReleasedTable(TypedDict, total=False):
    """A table that was published; in the list of all, with who published it and without its cells."""

    release: int
    time: str
    hash: str
    shape: str
    period: dict[str, int]
    unit: dict[str, Optional[str]]
    base: int
    by: list[str]
    cells: list[dict[str, Any]]
    csv: str
    person: str
    told: int
    protected: int


class Indicator(TypedDict):
    """The tables of an indicator; one that was refused has its `shape` and why it was `refused`, and nothing else."""

    indicator: str
    source: str
    verified: bool
    counts: str
    tables: list[dict[str, Any]]


class CountTable(TypedDict):
    """A table of counts; a case with several values of a facet counts once in each."""

    by: list[str]
    total: int
    rows: list[dict[str, Any]]
    """Each with a value for every name in `by`, and ``count``."""


class LedgerHead(TypedDict):
    """The signed end of a ledger."""

    number: int
    hash: str
    signature: str


class WitnessedEnd(TypedDict):
    """Where a point has seen this desk's ledger end, as the desk had signed it."""

    point: str
    number: int
    ok: bool
    """Whether the ledger did end there."""


class OtherLedger(TypedDict):
    """The furthest end that a point has seen of the ledger of another of its desks."""

    desk: str
    point: str
    number: int
    time: str
    hash: str
    signature: str


class AttachmentPresence(TypedDict):
    """How many files are kept, and which of them are not there or not of their size."""

    count: int
    missing: list[WrongAttachment]
    altered: list[WrongAttachment]


class Verification(TypedDict):
    """What verifying a ledger found."""

    ok: bool
    entries: int
    head: LedgerHead
    bad: Optional[int]
    """The number of the first entry that does not hold, or None."""
    people: list[StrangePerson]
    """Rows of people that were deleted, exchanged or added."""
    rolled_back: bool
    """Whether the ledger lacks an end that a point has seen: an older file was put back."""
    witnessed: list[WitnessedEnd]
    others: list[OtherLedger]
    attachments: AttachmentPresence


class Undone(TypedDict):
    """What going back in a draft gives."""

    path: str
    """The JSON Pointer of the question whose answer was undone."""
    value: Any
    """The answer that was undone; None for one that had been taken back."""
    state: FormState
    """What to show now."""


class Abandoned(TypedDict):
    """What ending a draft gives."""

    kept: bool
    """Whether the counsellor gets the answers."""
    hotlines: list[Hotline]
    """Whom to call either way."""
