import TincayIntake

/// How a referral is kept in a snapshot of what the ledger adds up to.
extension ReferralRecord {
    /// The record as bytes.
    var bytes: [UInt8] {
        let terms = terms?.bytes
        var writer = ByteWriter(capacity: 320)
        writer.append(id.bytes)
        writer.append(report.bytes)
        writer.append(deskID)
        writer.append(number: UInt64(bitPattern: number))
        writer.append(number: UInt64(bitPattern: time.milliseconds))
        writer.append(number: UInt64(bitPattern: since.milliseconds))
        writer.append(number: lastAnswer)
        writer.append(number: lastMessage)
        let flags: UInt8 =
            (isOutgoing ? 1 : 0) | (isWithdrawn ? 2 : 0) | (isGone ? 4 : 0) | (terms == nil ? 0 : 8)
        writer.append([state.rawValue, flags, withdrawal?.rawValue ?? 0, UInt8(truncatingIfNeeded: outcome.count)])
        writer.append(number: UInt32(truncatingIfNeeded: taken.count))
        writer.append(number: UInt32(truncatingIfNeeded: pending.count))
        writer.append(number: UInt32(truncatingIfNeeded: terms?.count ?? 0))
        writer.append(outcome)
        for number in taken.sorted() { writer.append(number: number) }
        for (number, entry) in pending.sorted(by: { $0.key < $1.key }) {
            writer.append(number: number)
            writer.append(number: UInt64(bitPattern: entry))
        }
        writer.append(terms ?? [])
        return writer.bytes
    }

    /// Reads a record.
    init(_ reader: inout ByteReader) throws(VaultError) {
        guard let id = ReportID(bytes: try reader.bytes(ReportID.size)),
            let report = ReportID(bytes: try reader.bytes(ReportID.size))
        else { throw .badFormat }
        let deskID = try reader.bytes(16)
        let number = Int64(bitPattern: try reader.number())
        let time = Moment(milliseconds: Int64(bitPattern: try reader.number()))
        let since = Moment(milliseconds: Int64(bitPattern: try reader.number()))
        let lastAnswer = try reader.number(UInt32.self)
        let lastMessage = try reader.number(UInt32.self)
        guard let state = ReferralState(rawValue: try reader.byte()) else { throw .tooNew }
        let flags = try reader.byte()
        let withdrawal = WithdrawalOutcome(rawValue: try reader.byte())
        let outcomeSize = Int(try reader.byte())
        let takenCount = try reader.number(UInt32.self)
        let pendingCount = try reader.number(UInt32.self)
        guard let termsSize = Int(exactly: try reader.number(UInt32.self)) else { throw .badFormat }
        let outcome = try reader.bytes(outcomeSize)
        var taken: Set<UInt32> = []
        for _ in 0..<takenCount { taken.insert(try reader.number()) }
        var pending: [UInt32: Int64] = [:]
        for _ in 0..<pendingCount {
            let number = try reader.number(UInt32.self)
            pending[number] = Int64(bitPattern: try reader.number())
        }
        let terms = try reader.bytes(termsSize)
        self.init(
            ReferralMark(id, with: deskID), report: report, number: number, isOutgoing: flags & 1 != 0, time: time,
            terms: flags & 8 == 0 ? nil : try ReferralTerms(terms), state: state)
        self.since = since
        self.lastAnswer = lastAnswer
        self.lastMessage = lastMessage
        self.outcome = outcome
        self.taken = taken
        self.pending = pending
        self.withdrawal = withdrawal
        isWithdrawn = flags & 2 != 0
        isGone = flags & 4 != 0
    }
}
