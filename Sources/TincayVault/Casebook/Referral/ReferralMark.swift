import TincayIntake

/// What an entry about a referral says in the open, so that it is still known between which desks one was when the report
/// is gone.
struct ReferralMark {
    /// What came back about a referral.
    enum Reply: UInt8 {
        /// The addressee has it.
        case delivered = 1
        /// The other desk has a message of this one.
        case acknowledged = 2
        /// The addressee answered.
        case answer = 3
        /// The addressee said what became of a referral that was taken back.
        case withdrawal = 4
    }

    /// How many bytes it has.
    static let size = 40

    /// The referral.
    let id: ReportID
    /// The other desk's number.
    let deskID: [UInt8]
    /// Which of the messages about the referral it is, counted by the desk that sent it; 0 for none.
    let number: UInt32
    /// What it is, depending on the entry's type.
    let code: UInt8
    /// What became of it, depending on the code.
    let value: UInt8

    /// Describes an entry.
    init(_ id: ReportID, with deskID: [UInt8], number: UInt32 = 0, code: UInt8 = 0, value: UInt8 = 0) {
        self.id = id
        self.deskID = deskID
        self.number = number
        self.code = code
        self.value = value
    }

    /// Reads what an entry says.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        guard let id = ReportID(bytes: try reader.bytes(ReportID.size)) else { throw .badFormat }
        self.id = id
        deskID = try reader.bytes(16)
        number = try reader.number()
        code = try reader.byte()
        value = try reader.byte()
        try reader.zeros(2)
        guard reader.rest.isEmpty else { throw .badFormat }
    }

    /// What an entry says, as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: Self.size)
        writer.append(id.bytes)
        writer.append(deskID)
        writer.append(number: number)
        writer.append([code, value])
        writer.pad(to: Self.size)
        return writer.bytes
    }
}
