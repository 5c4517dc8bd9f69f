import TincayCrypto

/// What a desk's file says before anybody has unlocked it: who the desk is, and what a try costs.
struct DeskHeader {
    /// The layout that this library writes.
    private static let version: UInt8 = 2

    /// The desk's number, which follows from its signing key.
    let deskID: [UInt8]
    /// The Ed25519 key that verifies the ledger's head.
    let signKey: [UInt8]
    /// What trying a passphrase costs when the person is unknown.
    let cost: PassphraseCost

    /// Describes a desk.
    init(keys: DeskKeys, cost: PassphraseCost) {
        signKey = keys.signing.publicKey
        deskID = Card.deskID(signKey)
        self.cost = cost
    }

    /// Reads a header.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        let version = try reader.byte()
        let suite = try reader.byte()
        guard version > 0, suite > 0 else { throw .badFormat }
        guard version >= Self.version else { throw .badFormat }
        guard version == Self.version, suite == KeyWraps.suite else { throw .tooNew }
        try reader.zeros(6)
        signKey = try reader.bytes(Signature.keySize)
        cost = try PassphraseCost(&reader)
        guard reader.rest.isEmpty else { throw .badFormat }
        deskID = Card.deskID(signKey)
    }

    /// The header as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 48)
        writer.append([Self.version, KeyWraps.suite])
        writer.pad(to: 8)
        writer.append(signKey)
        writer.append(cost.bytes)
        return writer.bytes
    }

    /// What a row's seal is bound to: its use, the suite, this desk, and where the row stands.
    func associated(_ use: StaticString, _ place: [UInt8] = []) -> [UInt8] {
        var writer = ByteWriter(capacity: use.utf8CodeUnitCount + 1 + deskID.count + place.count)
        writer.append(use)
        writer.append(KeyWraps.suite)
        writer.append(deskID)
        writer.append(place)
        return writer.bytes
    }
}
