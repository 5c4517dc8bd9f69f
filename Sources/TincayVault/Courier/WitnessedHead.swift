import TincayCrypto
import TincayIntake

/// Where a desk's ledger ended when the desk answered, as somebody else keeps it.
///
/// The desk's own signature is with it, so that a head that was made up proves nothing.
struct WitnessedHead: Equatable {
    /// How many bytes it is.
    static let size = 16 + 8 + Hash.size + 8 + Signature.size

    /// Whose ledger it is.
    let deskID: [UInt8]
    /// The last entry's number.
    let number: Int64
    /// The hash of the whole ledger.
    let hash: [UInt8]
    /// When the desk answered, by its own clock.
    let time: Moment
    /// The desk's signature of the head; all zero when an answer of the first layout told it.
    let signature: [UInt8]

    /// Describes a head.
    init(deskID: [UInt8], number: Int64, hash: [UInt8], time: Moment, signature: [UInt8]) {
        self.deskID = deskID
        self.number = number
        self.hash = hash
        self.time = time
        self.signature = signature
    }

    /// Reads a head.
    init(_ reader: inout ByteReader) throws(VaultError) {
        deskID = try reader.bytes(16)
        guard let number = Int64(exactly: try reader.number(UInt64.self)) else { throw .badFormat }
        self.number = number
        hash = try reader.bytes(Hash.size)
        guard let time = Int64(exactly: try reader.number(UInt64.self)) else { throw .badFormat }
        self.time = Moment(milliseconds: time)
        signature = try reader.bytes(Signature.size)
    }

    /// The head as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: Self.size)
        writer.append(deskID)
        writer.append(number: UInt64(bitPattern: number))
        writer.append(hash)
        writer.append(number: UInt64(bitPattern: time.milliseconds))
        writer.append(signature)
        return writer.bytes
    }

    /// Whether the head is signed at all.
    var isSigned: Bool { signature.contains { $0 != 0 } }

    /// Whether a ledger that ended at another place before cannot have come here: another ledger of the same length, or
    /// a shorter one later on.
    func contradicts(_ earlier: WitnessedHead) -> Bool {
        number == earlier.number
            ? hash != earlier.hash : number < earlier.number && time.milliseconds > earlier.time.milliseconds
    }

    /// Whether the owner of a key signed it.
    func verify(with signKey: [UInt8]) -> Bool {
        Signature.verify(signature, LedgerHead.signed(number, hash, deskID), publicKey: signKey)
    }
}
