import TincayCrypto

/// The seeds of a desk that one person was given, and the public halves of all: what is wrapped to the person.
///
/// A ring is as long whatever is on it; the place of a seed that was not given is zero.
final class KeyRing: Sendable {
    /// The layout that this library writes.
    private static let version: UInt8 = 1
    /// Where the seeds begin.
    private static let seeds = 8
    /// Where the public halves begin.
    private static let publics = seeds + RingKey.allCases.count * Seal.keySize
    /// How many bytes a ring has.
    static let size = publics + 4 * 32

    /// The ring as it is wrapped.
    private let bytes: SecretBytes
    /// Which roles its seeds make.
    let roles: Roles
    /// How often the desk's keys were exchanged, and 1.
    let generation: UInt32
    /// What others seal to the desk with.
    let sealKey: [UInt8]
    /// What those seal facts to who do not open them.
    let factsKey: [UInt8]
    /// What those seal identities to who do not open them.
    let identityKey: [UInt8]
    /// Verifies who was let in.
    let peopleKey: [UInt8]

    /// Takes over a ring that was read; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(_ bytes: consuming SecretBytes, _ roles: Roles, _ generation: UInt32, _ publicKeys: [[UInt8]]) {
        self.bytes = bytes
        self.roles = roles
        self.generation = generation
        sealKey = publicKeys[0]
        factsKey = publicKeys[1]
        identityKey = publicKeys[2]
        peopleKey = publicKeys[3]
    }

    /// Reads a ring.
    convenience init(reading bytes: consuming SecretBytes) throws(VaultError) {
        guard bytes.count == Self.size else { throw .tampered }
        var reader = ByteReader(Self.part(of: bytes, 0..<Self.seeds)[...])
        let version = try reader.byte()
        guard version == Self.version else { throw version == 0 ? .badFormat : .tooNew }
        let roles = try Roles(reader.byte())
        try reader.zeros(2)
        let generation = try reader.number(UInt32.self)
        guard generation > 0 else { throw .badFormat }
        var keys = ByteReader(Self.part(of: bytes, Self.publics..<Self.size)[...])
        let publicKeys = [try keys.bytes(32), try keys.bytes(32), try keys.bytes(32), try keys.bytes(32)]
        self.init(bytes, roles, generation, publicKeys)
    }

    /// Draws every key anew; the signing key stays when there was one.
    static func draw(after old: KeyRing? = nil) throws(VaultError) -> KeyRing {
        var bytes = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: size) }
        for key in RingKey.allCases {
            if key == .signing, let old {
                put(try old.seed(.signing), into: &bytes, at: seeds)
            } else {
                let seed = try VaultError.crypto { () throws(CryptoError) in
                    try SecretBytes(randomCount: Seal.keySize)
                }
                put(seed, into: &bytes, at: seeds + key.rawValue * Seal.keySize)
            }
        }
        let (generation, overflow) = (old?.generation ?? 0).addingReportingOverflow(1)
        guard !overflow else { throw .defect }
        var front = ByteWriter(capacity: seeds)
        front.append([version, Roles.all.rawValue, 0, 0])
        front.append(number: generation)
        put(front.bytes, into: &bytes, at: 0)
        let publicKeys = [
            try IntakeKey.pair(of: seed(.intake, in: bytes)).publicKey,
            try PartKey(seed: seed(.facts, in: bytes)).pair.publicKey,
            try PartKey(seed: seed(.identity, in: bytes)).pair.publicKey,
            try PeopleKey(seed: seed(.people, in: bytes)).pair.publicKey,
        ]
        for (place, key) in publicKeys.enumerated() { put(key, into: &bytes, at: publics + place * 32) }
        return KeyRing(bytes, .all, generation, publicKeys)
    }

    /// The ring with no more than the seeds of some roles, as it is given to another person.
    func limited(to roles: Roles) throws(VaultError) -> KeyRing {
        guard self.roles.isSuperset(of: roles) else { throw .noKey }
        var copy = try VaultError.crypto { () throws(CryptoError) in try bytes.copy() }
        Self.put([roles.rawValue], into: &copy, at: 1)
        for key in RingKey.allCases {
            guard let role = key.role, !roles.contains(role) else { continue }
            Self.put([UInt8](repeating: 0, count: Seal.keySize), into: &copy, at: Self.place(of: key))
        }
        return KeyRing(copy, roles, generation, [sealKey, factsKey, identityKey, peopleKey])
    }

    /// A seed; `noKey` when it was not given.
    func seed(_ key: RingKey) throws(VaultError) -> SecretBytes {
        if let role = key.role, !roles.contains(role) { throw .noKey }
        return try Self.seed(key, in: bytes)
    }

    /// Wraps the ring to a person, whose number the wrap is bound to.
    func wrap(to publicKey: [UInt8], person: [UInt8], header: DeskHeader) throws(VaultError) -> [UInt8] {
        guard let id = ReportID(bytes: header.deskID) else { throw .defect }
        let recipient = Recipient(deskID: person, sealKey: publicKey, signKey: [], name: [])
        let ephemeral = try VaultError.crypto { () throws(CryptoError) in try AgreementKeyPair() }
        let key = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(randomCount: Seal.keySize) }
        let wraps = try KeyWraps.seal(key, id: id, domain: "person", to: [recipient], ephemeral: ephemeral)
        return wraps + (try SealedRow.seal(bytes, associated: header.associated("tincay ring 1", person), key: key))
    }

    /// Takes a ring out of a wrap; whatever is not as it should be is as good as forged.
    static func unwrap(
        _ wrap: [UInt8], person: [UInt8], header: DeskHeader, with pair: borrowing AgreementKeyPair
    ) throws(VaultError) -> KeyRing {
        guard wrap.count == KeyWraps.size + SealedRow.overhead + size,
            KeyWraps.identifier(of: wrap[...])?.bytes == header.deskID,
            let key = try KeyWraps.open(wrap.prefix(KeyWraps.size), domain: "person", with: pair)
        else { throw .tampered }
        var bytes = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: size) }
        try SealedRow.open(
            wrap.dropFirst(KeyWraps.size), into: &bytes, associated: header.associated("tincay ring 1", person),
            key: key)
        return try KeyRing(reading: bytes)
    }

    /// Where a seed is.
    private static func place(of key: RingKey) -> Int { seeds + key.rawValue * Seal.keySize }

    /// A seed in the bytes of a ring.
    private static func seed(_ key: RingKey, in bytes: borrowing SecretBytes) throws(VaultError) -> SecretBytes {
        do throws(CryptoError) {
            return try bytes.copy(place(of: key)..<place(of: key) + Seal.keySize)
        } catch {
            throw VaultError(error)
        }
    }

    /// Writes bytes into a ring; every caller's fit.
    private static func put(_ source: [UInt8], into target: inout SecretBytes, at offset: Int) {
        unsafe target.withMutableBytes { target in
            for (place, byte) in source.enumerated() { unsafe target[offset + place] = byte }
        }
    }

    /// Writes a seed into a ring.
    private static func put(_ source: borrowing SecretBytes, into target: inout SecretBytes, at offset: Int) {
        unsafe target.withMutableBytes { target in
            // SAFETY: a seed has 32 bytes, and so many are there behind every offset that is used here.
            unsafe source.withBytes { source in
                unsafe UnsafeMutableRawBufferPointer(rebasing: target[offset..<offset + source.count])
                    .copyMemory(from: source)
            }
        }
    }

    /// Bytes of a ring that are no secret.
    private static func part(of bytes: borrowing SecretBytes, _ range: Range<Int>) -> [UInt8] {
        // SAFETY: the ranges of this file are inside a ring, whose length was checked.
        unsafe bytes.withBytes { unsafe [UInt8]($0[range]) }
    }
}
