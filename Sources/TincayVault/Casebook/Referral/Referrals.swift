import TincayIntake

/// Everything that a ledger's entries about referrals add up to.
struct Referrals {
    /// The referrals.
    private(set) var records: [ReportID: ReferralRecord] = [:]
    /// Their identifiers in the order in which they were entered.
    private(set) var order: [ReportID] = []
    /// The referrals that went out, by their case.
    private var outgoing: [ReportID: [ReportID]] = [:]
    /// Other desks, by their numbers.
    private(set) var desks: [[UInt8]: KnownDesk] = [:]
    /// How many bundles were made for each desk.
    private(set) var bundles: [[UInt8]: UInt64] = [:]
    /// The referrals with messages that were not acknowledged.
    private var waiting: Set<ReportID> = []

    /// The referral under which a case came here.
    func incoming(_ report: ReportID) -> ReferralRecord? {
        records[report].flatMap { $0.isOutgoing ? nil : $0 }
    }

    /// The referrals of a case that went out.
    func outgoing(of report: ReportID) -> [ReferralRecord] {
        (outgoing[report] ?? []).compactMap { records[$0] }
    }

    /// The same referral, when it was asked for before and something is still to come of it.
    func same(_ terms: ReferralTerms, of report: ReportID, to deskID: [UInt8], on day: Int64) -> ReferralRecord? {
        outgoing(of: report).first {
            $0.deskID == deskID && $0.terms?.fingerprint == terms.fingerprint && $0.state(on: day).isOpen
                && !$0.isWithdrawn
        }
    }

    /// What a list shows of a case's referrals on a day.
    func summary(of report: ReportID, on day: Int64) -> CaseReferrals {
        let all = outgoing(of: report)
        return CaseReferrals(
            isIncoming: incoming(report) != nil, open: Int64(all.filter { $0.state(on: day).isOpen }.count),
            overdue: Int64(all.filter { $0.isOverdue(on: day) }.count))
    }

    /// The referrals with messages for a desk that it has not acknowledged.
    func pending(for deskID: [UInt8]) -> [ReferralRecord] {
        let records = waiting.compactMap { self.records[$0] }.filter { $0.deskID == deskID }
        return records.sorted { $0.id.bytes.lexicographicallyPrecedes($1.id.bytes) }
    }

    /// Adds an entry to the sum; `detail` is nil when there is none or it went with the report's keys.
    mutating func apply(_ entry: LedgerEntry, number: Int64, detail: [UInt8]?) throws(VaultError) {
        guard entry.type != .deskKnown else { return know(try KnownDesk(entry.open)) }
        let mark = try ReferralMark(entry.open)
        switch entry.type {
        case .referred: add(mark, entry, number, detail, isOutgoing: true)
        case .referredAgain: bundles[mark.deskID, default: 0] += 1
        case .referralFiled: add(mark, entry, number, detail, isOutgoing: false)
        case .answered: answer(mark, entry, number, detail)
        case .referralReply: reply(mark, entry, detail)
        case .withdrew: withdraw(mark, entry, number)
        case .withdrawn: withdrawn(mark, entry, number)
        default: break
        }
    }

    /// Forgets what went with a report's keys.
    mutating func forget(_ report: ReportID) {
        for id in (outgoing[report] ?? []) + [report] {
            guard records[id]?.report == report else { continue }
            records[id]?.terms = nil
            records[id]?.outcome = []
            records[id]?.isGone = true
        }
    }

    /// Adds a referral.
    private mutating func add(
        _ mark: ReferralMark, _ entry: LedgerEntry, _ number: Int64, _ detail: [UInt8]?, isOutgoing: Bool
    ) {
        guard let report = entry.report, records[mark.id] == nil else { return }
        let terms = detail.flatMap { try? ReferralTerms($0) }
        records[mark.id] = ReferralRecord(
            mark, report: report, number: number, isOutgoing: isOutgoing, time: entry.time, terms: terms,
            state: isOutgoing ? .sent : .received)
        order.append(mark.id)
        guard isOutgoing else { return }
        outgoing[report, default: []].append(mark.id)
        bundles[mark.deskID, default: 0] += 1
    }

    /// Adds this desk's answer.
    private mutating func answer(_ mark: ReferralMark, _ entry: LedgerEntry, _ number: Int64, _ detail: [UInt8]?) {
        bundles[mark.deskID, default: 0] += 1
        set(mark, entry, detail)
        send(mark, number)
    }

    /// Adds what came back.
    private mutating func reply(_ mark: ReferralMark, _ entry: LedgerEntry, _ detail: [UInt8]?) {
        guard let record = records[mark.id] else { return }
        switch ReferralMark.Reply(rawValue: mark.code) {
        case .delivered:
            guard record.state == .sent else { return }
            records[mark.id]?.state = .received
            records[mark.id]?.since = entry.time
        case .acknowledged:
            records[mark.id]?.pending[mark.number] = nil
            if records[mark.id]?.pending.isEmpty == true { waiting.remove(mark.id) }
        case .answer:
            records[mark.id]?.taken.insert(mark.number)
            // A later answer that came first is the one that counts.
            guard mark.number > record.lastAnswer else { return }
            records[mark.id]?.lastAnswer = mark.number
            set(mark, entry, detail)
        case .withdrawal:
            records[mark.id]?.taken.insert(mark.number)
            records[mark.id]?.withdrawal = WithdrawalOutcome(rawValue: mark.value)
        case nil: return
        }
    }

    /// Adds that this desk took a referral back.
    private mutating func withdraw(_ mark: ReferralMark, _ entry: LedgerEntry, _ number: Int64) {
        records[mark.id]?.isWithdrawn = true
        records[mark.id]?.state = .cancelled
        records[mark.id]?.since = entry.time
        // Without a number nothing had left the desk.
        guard mark.number > 0 else { return }
        bundles[mark.deskID, default: 0] += 1
        send(mark, number)
    }

    /// Adds that another desk took a referral back.
    private mutating func withdrawn(_ mark: ReferralMark, _ entry: LedgerEntry, _ number: Int64) {
        if records[mark.id] == nil {
            records[mark.id] = ReferralRecord(
                mark, report: mark.id, number: number, isOutgoing: false, time: entry.time, terms: nil,
                state: .cancelled)
            records[mark.id]?.isGone = true
            order.append(mark.id)
        }
        let outcome = WithdrawalOutcome(rawValue: mark.value)
        records[mark.id]?.isWithdrawn = true
        records[mark.id]?.withdrawal = outcome
        records[mark.id]?.taken.insert(UInt32(mark.code))
        if outcome != .takenOn && outcome != .onHold {
            records[mark.id]?.state = .cancelled
            records[mark.id]?.since = entry.time
        }
        send(mark, number)
    }

    /// Sets how far a referral is.
    private mutating func set(_ mark: ReferralMark, _ entry: LedgerEntry, _ detail: [UInt8]?) {
        guard let state = ReferralState(rawValue: mark.value) else { return }
        // What was taken back stays so, whatever was said before that was known.
        if records[mark.id]?.isWithdrawn == true, records[mark.id]?.state == .cancelled { return }
        records[mark.id]?.state = state
        records[mark.id]?.since = entry.time
        records[mark.id]?.outcome = detail.flatMap { try? ReferralAnswer(codes: $0).outcome } ?? []
    }

    /// Notes that a message of this desk waits to be acknowledged.
    private mutating func send(_ mark: ReferralMark, _ number: Int64) {
        guard let record = records[mark.id] else { return }
        records[mark.id]?.lastMessage = max(record.lastMessage, mark.number)
        records[mark.id]?.pending[mark.number] = number
        waiting.insert(mark.id)
    }

    /// Notes a desk, with the keys of its latest card; one that was accepted stays so, until it is revoked.
    private mutating func know(_ desk: KnownDesk) {
        let id = desk.recipient.deskID
        let known = desks[id]
        var trust = desk.trust
        if let before = known?.trust, before != .revoked, before.rawValue > trust.rawValue { trust = before }
        desks[id] = KnownDesk(desk.recipient, trust, head: desk.head ?? known?.head)
    }

    /// The sum as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 16 + 320 * order.count)
        writer.append(number: UInt32(truncatingIfNeeded: order.count))
        for id in order { writer.append(records[id]?.bytes ?? []) }
        writer.append(number: UInt32(truncatingIfNeeded: desks.count))
        for id in desks.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let desk = desks[id]?.bytes ?? []
            writer.append(text: desk)
        }
        writer.append(number: UInt32(truncatingIfNeeded: bundles.count))
        for id in bundles.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            writer.append(id)
            writer.append(number: bundles[id] ?? 0)
        }
        return writer.bytes
    }

    /// Starts with nothing.
    init() {}

    /// Reads a sum.
    init(_ reader: inout ByteReader) throws(VaultError) {
        for _ in 0..<(try reader.number(UInt32.self)) {
            let record = try ReferralRecord(&reader)
            guard records[record.id] == nil else { throw .badFormat }
            records[record.id] = record
            order.append(record.id)
            if record.isOutgoing { outgoing[record.report, default: []].append(record.id) }
            if !record.pending.isEmpty { waiting.insert(record.id) }
        }
        for _ in 0..<(try reader.number(UInt32.self)) {
            guard let size = Int(exactly: try reader.number(UInt32.self)) else { throw .badFormat }
            let desk = try KnownDesk(try reader.bytes(size))
            desks[desk.recipient.deskID] = desk
        }
        for _ in 0..<(try reader.number(UInt32.self)) {
            let id = try reader.bytes(16)
            bundles[id] = try reader.number()
        }
    }
}
