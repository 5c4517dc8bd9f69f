import TincayCrypto
import TincayIntake

/// What one desk tells another about a referral: an answer, or that it takes the referral back.
///
/// It is signed by the one and sealed to the other, always as large, and travels as an item of a bundle or in a receipt.
struct ReferralMessage {
    /// What a message says.
    enum Kind: UInt8 {
        /// The addressee says how far it is.
        case answer = 1
        /// The sender takes the referral back.
        case withdrawal = 2
        /// The addressee says what became of a referral that was taken back.
        case withdrawn = 3
    }

    /// The layout that this library writes.
    private static let version: UInt8 = 1
    /// How many bytes a message has.
    static let size = 4096
    /// The most bytes of what came of it, and of a note.
    static let most = (outcome: 40, note: 3000)

    /// What it says.
    let kind: Kind
    /// The state that an answer tells, or what became of a referral that was taken back.
    let value: UInt8
    /// Which of its sender's messages about this referral it is, from 1.
    let number: UInt32
    /// The referral.
    let referral: ReportID
    /// When it was said, by its sender's clock.
    let time: Moment
    /// A code of what came of it; empty for none.
    let outcome: [UInt8]
    /// Words; empty for none.
    let note: [UInt8]

    /// By what receipts name a message.
    static func id(of number: UInt32, about referral: ReportID, from deskID: [UInt8]) -> ReportID {
        var writer = ByteWriter(capacity: 36)
        writer.append(referral.bytes)
        writer.append(deskID)
        writer.append(number: number)
        var hash = Hash()
        hash.update("tincay referral message id 1")
        hash.update(writer.bytes)
        return ReportID(bytes: [UInt8](hash.finish().prefix(ReportID.size))) ?? referral
    }

    /// Signs the message and seals it to a desk.
    func seal(from key: borrowing SigningKeyPair, to recipient: Recipient) throws(VaultError) -> [UInt8] {
        guard outcome.count <= Self.most.outcome, note.count <= Self.most.note else { throw .tooLarge }
        var writer = ByteWriter(capacity: Self.size)
        writer.pad(to: KeyWraps.size)
        writer.append([Self.version, kind.rawValue, value, 0])
        writer.append(number: number)
        writer.append(referral.bytes)
        writer.append(recipient.deskID)
        writer.append(key.publicKey)
        writer.append(number: UInt64(bitPattern: time.milliseconds) & UInt64(Int64.max))
        writer.append(number: UInt16(truncatingIfNeeded: outcome.count))
        writer.append(number: UInt16(truncatingIfNeeded: note.count))
        writer.append(outcome)
        writer.append(note)
        writer.pad(to: Self.size)
        var message = writer.bytes
        try Parcel.referral.close(&message, signing: key, to: [recipient])
        return message
    }

    /// Opens a message at the start of bytes, and tells which desk signed it.
    ///
    /// Fails with `wrongKey` when they are none for this desk, and with `tampered` when it is not as it was signed, or was
    /// signed for another desk.
    static func open(
        _ bytes: [UInt8], for deskID: [UInt8], with pair: borrowing AgreementKeyPair
    ) throws(VaultError) -> (message: ReferralMessage, sender: [UInt8]) {
        guard bytes.count >= size else { throw .wrongKey }
        let sealed = [UInt8](bytes.prefix(size))
        // SAFETY: the bytes are lent for the call.
        let parcel = try unsafe sealed.withUnsafeBufferPointer { (sealed) throws(VaultError) in
            unsafe try Parcel.referral.open(UnsafeRawBufferPointer(sealed), with: pair)
        }
        var reader = ByteReader(parcel.body)
        let version = try reader.byte()
        guard version == Self.version else { throw version == 0 ? .badFormat : .tooNew }
        guard let kind = Kind(rawValue: try reader.byte()) else { throw .tooNew }
        let value = try reader.byte()
        try reader.zeros(1)
        let number = try reader.number(UInt32.self)
        guard number > 0, let referral = ReportID(bytes: try reader.bytes(ReportID.size)) else { throw .badFormat }
        let addressee = try reader.bytes(16)
        let signKey = try reader.bytes(Signature.keySize)
        guard let time = Int64(exactly: try reader.number(UInt64.self)) else { throw .badFormat }
        let outcomeSize = Int(try reader.number(UInt16.self))
        let noteSize = Int(try reader.number(UInt16.self))
        guard outcomeSize <= most.outcome, noteSize <= most.note else { throw .badFormat }
        let outcome = try reader.bytes(outcomeSize)
        let note = try reader.bytes(noteSize)
        try reader.zeros(reader.rest.count)
        guard parcel.verify(with: signKey) else { throw .tampered }
        // Whoever it was for could otherwise hand it on in the name of who signed it.
        guard addressee == deskID else { throw .tampered }
        guard ReferralAnswer.isCode(outcome), String(validating: note, as: UTF8.self) != nil else { throw .badFormat }
        let message = ReferralMessage(
            kind: kind, value: value, number: number, referral: referral, time: Moment(milliseconds: time),
            outcome: outcome, note: note)
        return (message, Card.deskID(signKey))
    }
}
