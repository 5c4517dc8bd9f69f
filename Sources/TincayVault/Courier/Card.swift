public import TincayCrypto
public import TincayIntake

/// What a point needs to seal to a desk: the desk's public keys and its name, signed by the desk itself.
public struct Card: Sendable {
    /// The desk as a recipient.
    public let recipient: Recipient
    /// The layout that this library writes.
    private static let version: Int64 = 1

    /// Makes the card of a desk from its keys; its number follows from the signing key.
    public init(name: [UInt8], sealKey: [UInt8], signKey: [UInt8]) {
        recipient = Recipient(
            deskID: Self.deskID(signKey), sealKey: sealKey, signKey: signKey, name: name)
    }

    /// The number of the desk that has a signing key.
    public static func deskID(_ signKey: [UInt8]) -> [UInt8] {
        var hash = Hash()
        hash.update("tincay desk 1")
        hash.update(signKey)
        return [UInt8](hash.finish().prefix(16))
    }

    /// The card as a JSON object.
    public func json(signing key: borrowing SigningKeyPair) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("tincay")
        writer.text("card")
        writer.name("version")
        writer.integer(Self.version)
        writer.name("name")
        writer.text(recipient.name)
        writer.name("desk")
        writer.text(Hexadecimal.text(recipient.deskID))
        writer.name("seal")
        writer.text(Hexadecimal.text(recipient.sealKey))
        writer.name("sign")
        writer.text(Hexadecimal.text(recipient.signKey))
        writer.name("signature")
        writer.text(Hexadecimal.text(key.sign(signed)))
        writer.endObject()
        return writer.bytes
    }

    /// Reads a card and checks that its desk signed it.
    public static func read(_ value: JSONValue) throws(VaultError) -> Card {
        guard value["tincay"]?.isText("card") == true, let version = value["version"]?.integer,
            let name = value["name"]?.text, name.count <= 800
        else { throw .invalidInput }
        guard version <= Self.version else { throw .tooNew }
        guard let deskID = bytes(value["desk"], 16), let sealKey = bytes(value["seal"], 32),
            let signKey = bytes(value["sign"], 32), let signature = bytes(value["signature"], Signature.size)
        else { throw .invalidInput }
        let card = Card(name: name, sealKey: sealKey, signKey: signKey)
        guard card.recipient.deskID == deskID, Signature.verify(signature, card.signed, publicKey: signKey) else {
            throw .tampered
        }
        return card
    }

    /// A member's hexadecimal bytes.
    private static func bytes(_ value: JSONValue?, _ count: Int) -> [UInt8]? {
        value?.text.flatMap { Hexadecimal.bytes($0, count: count) }
    }

    /// What the desk signs.
    private var signed: [UInt8] {
        Array("tincay card 1".utf8) + recipient.deskID + recipient.sealKey + recipient.signKey + recipient.name
    }
}
