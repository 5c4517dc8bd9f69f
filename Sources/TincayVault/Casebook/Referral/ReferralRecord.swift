import TincayIntake

/// What the ledger's entries about a referral add up to, at the desk that refers or at the one that was referred to.
struct ReferralRecord {
    /// The referral, and the report's identifier at the addressee.
    let id: ReportID
    /// The case here.
    let report: ReportID
    /// The number of the entry by which it began.
    let number: Int64
    /// The other desk's number.
    let deskID: [UInt8]
    /// Whether this desk refers.
    let isOutgoing: Bool
    /// When this desk sent it or took it in.
    let time: Moment
    /// What it is about; nil when that went with the report's keys.
    var terms: ReferralTerms?
    /// How far it is, but for its day.
    var state: ReferralState
    /// Since when.
    var since: Moment
    /// A code of what came of it.
    var outcome: [UInt8] = []
    /// The last of the addressee's answers in its own count.
    var lastAnswer: UInt32 = 0
    /// Which of the other desk's messages were taken in.
    var taken: Set<UInt32> = []
    /// The last of this desk's messages.
    var lastMessage: UInt32 = 0
    /// This desk's messages that the other has not acknowledged, with the numbers of their entries.
    var pending: [UInt32: Int64] = [:]
    /// Whether its sender took it back.
    var isWithdrawn = false
    /// What the addressee did about that.
    var withdrawal: WithdrawalOutcome?
    /// Whether the report is gone here.
    var isGone = false

    /// Starts a referral.
    init(
        _ mark: ReferralMark, report: ReportID, number: Int64, isOutgoing: Bool, time: Moment,
        terms: ReferralTerms?, state: ReferralState
    ) {
        id = mark.id
        deskID = mark.deskID
        self.report = report
        self.number = number
        self.isOutgoing = isOutgoing
        self.time = time
        self.terms = terms
        self.state = state
        since = time
    }

    /// How far it is on a day.
    func state(on day: Int64) -> ReferralState {
        guard state.isWaiting, let terms, terms.expires < day else { return state }
        return .expired
    }

    /// Whether its day has passed without the addressee taking it on.
    func isPast(on day: Int64) -> Bool {
        guard !isOutgoing, !state.isTakenOn, let terms else { return false }
        return terms.expires < day
    }

    /// Whether an answer was due before a day and has not come.
    func isOverdue(on day: Int64) -> Bool {
        guard isOutgoing, state.isWaiting, !isWithdrawn, let terms else { return false }
        return terms.answerBy < day
    }

    /// Whether the other desk has said something that did not come: its later messages did.
    var isMissingMessages: Bool {
        guard let last = taken.max() else { return false }
        return Int64(last) > Int64(taken.count)
    }

    /// Writes the referral as lists show it.
    func write(to writer: inout JSONWriter, on day: Int64) {
        writer.beginObject()
        writer.name("id")
        writer.text(id.hexadecimal)
        writer.name("report")
        if isGone { writer.null() } else { writer.text(report.hexadecimal) }
        writer.name("direction")
        writer.text(isOutgoing ? "out" : "in")
        writer.name("desk")
        writer.text(Hexadecimal.text(deskID))
        writer.name("time")
        writer.text(time.text)
        writer.name("state")
        writer.text(state(on: day).name)
        writer.name("since")
        writer.text(since.text)
        writer.name("outcome")
        if outcome.isEmpty { writer.null() } else { writer.text(outcome) }
        writer.name("overdue")
        writer.boolean(isOverdue(on: day))
        writer.name("missing")
        writer.boolean(isMissingMessages)
        writer.name("unacknowledged")
        writer.integer(Int64(pending.count))
        writer.name("withdrawn")
        writer.boolean(isWithdrawn)
        writer.name("withdrawal")
        if let withdrawal { writer.text(withdrawal.name) } else { writer.null() }
        terms?.write(to: &writer)
        writer.endObject()
    }
}
