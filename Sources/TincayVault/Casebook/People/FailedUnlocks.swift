import TincayIntake

/// How often somebody has tried wrong passphrases in a row, and when: kept in the file in clear, because it is no secret.
struct FailedUnlocks {
    /// From how many on somebody has to wait.
    private static let free: UInt32 = 3
    /// The longest wait, in milliseconds.
    private static let longest: Int64 = 900_000

    /// How many there were.
    private(set) var count: UInt32
    /// How many of them are in the ledger.
    private var entered: UInt32
    /// When the first was.
    private(set) var first: Moment
    /// When the last was.
    private(set) var last: Moment

    /// Starts before the first.
    init(at now: Moment) {
        count = 0
        entered = 0
        first = now
        last = now
    }

    /// Reads a row.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        count = try reader.number()
        entered = try reader.number()
        first = Moment(milliseconds: Int64(bitPattern: try reader.number()))
        last = Moment(milliseconds: Int64(bitPattern: try reader.number()))
        guard reader.rest.isEmpty else { throw .badFormat }
    }

    /// The row as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 24)
        writer.append(number: count)
        writer.append(number: entered)
        writer.append(number: UInt64(bitPattern: first.milliseconds))
        writer.append(number: UInt64(bitPattern: last.milliseconds))
        return writer.bytes
    }

    /// Whether there are some that the ledger does not have.
    var isNews: Bool { count > entered }

    /// Whether the wait after the last is over.
    func isOver(at now: Moment) -> Bool {
        guard count >= Self.free else { return true }
        let wait = min(Self.longest, 1000 << Int64(min(count - Self.free, 20)))
        let (end, overflow) = last.milliseconds.addingReportingOverflow(wait)
        return !overflow && now.milliseconds >= end
    }

    /// Whether the last lies in the future, because a clock was set back or the file was changed.
    func isAhead(of now: Moment) -> Bool { last.milliseconds > now.milliseconds }

    /// Takes the last for one of now, so that nobody waits for a clock to catch up.
    mutating func settle(at now: Moment) { last = now }

    /// Counts one more.
    mutating func add(at now: Moment) {
        if count == entered { first = now }
        count = count == .max ? count : count + 1
        last = now
    }

    /// Takes all of them as entered.
    mutating func enter() { entered = count }

    /// What the ledger keeps of those that it does not have yet.
    func report(of person: [UInt8]) -> [UInt8] {
        var writer = ByteWriter(capacity: 40)
        writer.append(person)
        writer.append(number: count >= entered ? count - entered : 0)
        writer.append(number: UInt64(bitPattern: first.milliseconds))
        writer.append(number: UInt64(bitPattern: last.milliseconds))
        return writer.bytes
    }
}
