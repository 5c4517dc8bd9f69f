import TincayCrypto

/// What is kept of each generation of a desk's keys: who endorsed its people, and, once it is over, its seed for intake.
///
/// Each generation's key for people is signed with the one before, so that whoever unlocks can follow them from the one
/// that was there when the passphrase was set.
struct GenerationRow {
    /// The public key that verifies endorsements.
    let peopleKey: [UInt8]
    /// The signature with the generation before; zeros for the first.
    let signature: [UInt8]
    /// The seed for intake, sealed under the generation in force; empty for that one itself.
    let seed: [UInt8]

    /// Puts a row together.
    init(peopleKey: [UInt8], signature: [UInt8], seed: [UInt8] = []) {
        self.peopleKey = peopleKey
        self.signature = signature
        self.seed = seed
    }

    /// Describes the first generation.
    init(first ring: KeyRing) {
        self.init(peopleKey: ring.peopleKey, signature: [UInt8](repeating: 0, count: Signature.size))
    }

    /// Describes a generation that follows on another, whose keys sign it.
    init(_ ring: KeyRing, header: DeskHeader, after old: PeopleKey) {
        self.init(
            peopleKey: ring.peopleKey,
            signature: old.pair.sign(Self.signed(ring.peopleKey, ring.generation, header)))
    }

    /// Reads a row.
    init(_ bytes: [UInt8]) throws(VaultError) {
        let size = Signature.keySize + Signature.size
        guard bytes.count == size || bytes.count == size + SealedRow.overhead + Seal.keySize else {
            throw .badFormat
        }
        var reader = ByteReader(bytes[...])
        peopleKey = try reader.bytes(Signature.keySize)
        signature = try reader.bytes(Signature.size)
        seed = [UInt8](reader.rest)
    }

    /// The row as bytes.
    var bytes: [UInt8] { peopleKey + signature + seed }

    /// Whether the holder of the key before made this generation.
    func verify(_ generation: UInt32, header: DeskHeader, with before: [UInt8]) -> Bool {
        Signature.verify(signature, Self.signed(peopleKey, generation, header), publicKey: before)
    }

    /// What is signed.
    private static func signed(_ peopleKey: [UInt8], _ generation: UInt32, _ header: DeskHeader) -> [UInt8] {
        header.associated("tincay generation 1", number(generation) + peopleKey)
    }

    /// What the seal of a seed is bound to.
    static func associated(_ generation: UInt32, _ header: DeskHeader) -> [UInt8] {
        header.associated("tincay intake seed 1", number(generation))
    }

    /// A generation as 4 bytes.
    private static func number(_ generation: UInt32) -> [UInt8] {
        var writer = ByteWriter(capacity: 4)
        writer.append(number: generation)
        return writer.bytes
    }
}
