import TincayIntake

/// What a box remembers of a desk that answers: it holds the desk to what it said before.
struct AnsweringDesk: Equatable {
    /// The layout that this library writes.
    private static let version: UInt8 = 1

    /// Where the desk's ledger ended at most; nil before the first receipt.
    private(set) var head: WitnessedHead?
    /// The time in the newest receipt, in milliseconds since 1970; 0 for never.
    private(set) var answered: Int64 = 0
    /// How far the desk has come, as the newest receipt tells.
    private(set) var progress = BundleProgress()
    /// Whether the desk has ever told a ledger that cannot be the one that it told before.
    private(set) var isContradicted = false

    /// Starts with a desk that has not answered yet.
    init() {}

    /// Hears a receipt, whatever the order in which receipts arrive.
    ///
    /// A ledger only grows, so a later answer with a lower end, or another ledger of the same length, means that the desk
    /// has two: somebody has put an older file back. The longer one is kept, for the desk to be shown.
    mutating func hear(_ receipt: Receipt) {
        let told = receipt.head
        if let known = head {
            isContradicted = isContradicted || told.contradicts(known)
            let isRenewed =
                told.hash == known.hash && told.isSigned && told.time.milliseconds >= known.time.milliseconds
            if told.number > known.number || isRenewed { head = told }
        } else {
            head = told
        }
        let time = max(0, told.time.milliseconds)
        guard time >= answered else { return }
        answered = time
        if let progress = receipt.progress { self.progress = progress }
    }
}

extension AnsweringDesk {
    /// Reads what the box's file keeps; nothing stands for a desk that has not answered yet.
    init(_ bytes: [UInt8]) throws(VaultError) {
        self.init()
        guard !bytes.isEmpty else { return }
        var reader = ByteReader(bytes[...])
        let version = try reader.byte()
        guard version == Self.version else { throw version == 0 ? .badFormat : .tooNew }
        let contradicted = try reader.byte()
        guard contradicted <= 1 else { throw .badFormat }
        isContradicted = contradicted == 1
        let count = Int(try reader.byte())
        try reader.zeros(5)
        guard let answered = Int64(exactly: try reader.number(UInt64.self)) else { throw .badFormat }
        self.answered = answered
        let highWater = try reader.number(UInt64.self)
        head = try WitnessedHead(&reader)
        progress = try BundleProgress(highWater: highWater, count: count, &reader)
        guard reader.rest.isEmpty else { throw .badFormat }
    }

    /// What the box's file keeps.
    var bytes: [UInt8] {
        guard let head else { return [] }
        var writer = ByteWriter(capacity: 32 + WitnessedHead.size + progress.missing.count * 8)
        writer.append([Self.version, isContradicted ? 1 : 0, UInt8(truncatingIfNeeded: progress.missing.count)])
        writer.pad(to: 8)
        writer.append(number: UInt64(bitPattern: answered))
        writer.append(number: progress.highWater)
        writer.append(head.bytes)
        for number in progress.missing { writer.append(number: number) }
        return writer.bytes
    }
}
