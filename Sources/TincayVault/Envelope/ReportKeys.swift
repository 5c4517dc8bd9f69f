public import TincayCrypto
import TincayIntake

/// What somebody holds to open a report with: subkeys of the report's key, and what there is of sections' own keys.
///
/// The report's key itself is not kept, because whoever has it has everything; who may not see the identity holds the
/// subkeys of the facts alone.
public final class ReportKeys: Sendable {
    /// Which subkey opens the index.
    static let index: UInt64 = 0
    /// Which subkey opens the head.
    static let head: UInt64 = 1
    /// Which subkey seals what people write about the report.
    static let wordsNumber: UInt64 = 64

    /// The subkeys of the facts, one behind the other.
    private let facts: SecretBytes
    /// The subkeys of the identity; no bytes at all when they are not held.
    private let identity: SecretBytes
    /// Whether the subkeys of the identity are held.
    let holdsIdentity: Bool
    /// The keys of sections, and shares of them, where sections have keys of their own.
    public let grants: [SectionGrant]

    /// Takes over subkeys; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(
        facts: consuming SecretBytes, identity: consuming SecretBytes, holdsIdentity: Bool, grants: [SectionGrant]
    ) {
        self.facts = facts
        self.identity = identity
        self.holdsIdentity = holdsIdentity
        self.grants = grants
    }

    /// Derives every subkey of a report's key.
    public convenience init(key: borrowing SecretBytes, grants: [SectionGrant] = []) throws(VaultError) {
        self.init(
            facts: try Self.derive(.facts, from: key), identity: try Self.derive(.identity, from: key),
            holdsIdentity: true, grants: grants)
    }

    /// The same subkeys with other keys and shares of sections.
    convenience init(_ keys: ReportKeys, grants: [SectionGrant]) throws(VaultError) {
        self.init(
            facts: try VaultError.crypto { () throws(CryptoError) in try keys.facts.copy() },
            identity: try VaultError.crypto { () throws(CryptoError) in try keys.identity.copy() },
            holdsIdentity: keys.holdsIdentity, grants: grants)
    }

    /// Reads the parts that a row gave; the identity's may be missing.
    convenience init(facts: borrowing SecretBytes, identity: consuming SecretBytes?) throws(VaultError) {
        let grants = try Self.grants(.facts, in: facts)
        let own = try Self.keys(.facts, in: facts)
        if let identity {
            let more = try Self.grants(.identity, in: identity)
            let others = try Self.keys(.identity, in: identity)
            self.init(facts: own, identity: others, holdsIdentity: true, grants: grants + more)
        } else {
            let nothing = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: 0) }
            self.init(facts: own, identity: nothing, holdsIdentity: false, grants: grants)
        }
    }

    /// How many bytes a part has, with room for so many grants.
    static func size(of part: ReportPart, room: Int) -> Int {
        part.subkeys.count * Seal.keySize + room * SectionGrant.size
    }

    /// A part as secret bytes, with room for so many grants; only who holds it can give it.
    func bytes(of part: ReportPart, room: Int) throws(VaultError) -> SecretBytes {
        guard part == .facts || holdsIdentity else { throw .noKey }
        var bytes = try VaultError.crypto { () throws(CryptoError) in
            try SecretBytes(count: Self.size(of: part, room: room))
        }
        switch part {
        case .facts: Self.copy(facts, into: &bytes)
        case .identity: Self.copy(identity, into: &bytes)
        }
        try SectionGrant.write(
            grants.filter { ReportPart(of: $0.section) == part }, into: &bytes, at: part.subkeys.count * Seal.keySize)
        return bytes
    }

    /// The key of what people write about the report.
    func words() throws(VaultError) -> SecretBytes {
        try subkey(Self.wordsNumber)
    }

    /// One of the report's subkeys; `noKey` when it belongs to the identity and that is not held.
    func subkey(_ number: UInt64) throws(VaultError) -> SecretBytes {
        if let place = ReportPart.facts.subkeys.firstIndex(of: number) {
            return try VaultError.crypto { () throws(CryptoError) in try facts.copy(Self.range(of: place)) }
        }
        guard let place = ReportPart.identity.subkeys.firstIndex(of: number) else { throw .defect }
        guard holdsIdentity else { throw .noKey }
        return try VaultError.crypto { () throws(CryptoError) in try identity.copy(Self.range(of: place)) }
    }

    /// Whether the person who holds these was given the part that a section belongs to.
    func covers(_ section: SectionName) -> Bool {
        holdsIdentity || ReportPart(of: section) == .facts
    }

    /// What is held of one section.
    func grants(of section: SectionName) -> [SectionGrant] {
        grants.filter { $0.section == section }
    }

    /// The key of a section as a share at 0; nil when too little of it is held, and `tampered` when it is not the key
    /// that the report is bound to.
    func sectionKey(
        _ section: SectionName, need: Int, commitment: [UInt8], id: ReportID
    ) throws(VaultError) -> SecretShare? {
        try Self.sectionKey(section, in: grants, need: need, commitment: commitment, id: id)
    }

    /// The key of a section that some grants give.
    static func sectionKey(
        _ section: SectionName, in grants: [SectionGrant], need: Int, commitment: [UInt8], id: ReportID
    ) throws(VaultError) -> SecretShare? {
        let held = grants.filter { $0.section == section }
        let found: SecretShare
        if let whole = held.first(where: { $0.isKey }) {
            found = whole.share
        } else {
            guard need > 1, held.count >= need else { return nil }
            let shares = held.prefix(need).map { $0.share }
            found = try VaultError.crypto { () throws(CryptoError) in
                SecretShare(place: 0, bytes: try SecretShare.combine(shares))
            }
        }
        guard ConstantTime.equal(try SectionCommitment.make(found.bytes, section, id: id), commitment) else {
            throw .tampered
        }
        return found
    }

    /// Derives the subkeys of a part.
    private static func derive(
        _ part: ReportPart, from key: borrowing SecretBytes
    ) throws(VaultError) -> SecretBytes {
        let numbers = part.subkeys
        do throws(CryptoError) {
            var bytes = try SecretBytes(count: numbers.count * Seal.keySize)
            for (place, number) in numbers.enumerated() {
                try bytes.derive(at: place * Seal.keySize, subkey: number, of: key, context: SealedBody.context)
            }
            return bytes
        } catch {
            throw VaultError(error)
        }
    }

    /// The grants in a part; those that belong to the other one are as good as forged.
    private static func grants(
        _ part: ReportPart, in bytes: borrowing SecretBytes
    ) throws(VaultError) -> [SectionGrant] {
        let size = part.subkeys.count * Seal.keySize
        guard bytes.count >= size else { throw .tampered }
        let grants = try SectionGrant.read(bytes, at: size, size: bytes.count - size)
        guard grants.allSatisfy({ ReportPart(of: $0.section) == part }) else { throw .tampered }
        return grants
    }

    /// The subkeys in a part.
    private static func keys(
        _ part: ReportPart, in bytes: borrowing SecretBytes
    ) throws(VaultError) -> SecretBytes {
        do throws(CryptoError) {
            return try bytes.copy(0..<part.subkeys.count * Seal.keySize)
        } catch {
            throw VaultError(error)
        }
    }

    /// Where the subkey at a place is in its part.
    private static func range(of place: Int) -> Range<Int> {
        place * Seal.keySize..<(place + 1) * Seal.keySize
    }

    /// Copies secret bytes to the start of others that are as long or longer.
    private static func copy(_ source: borrowing SecretBytes, into target: inout SecretBytes) {
        unsafe target.withMutableBytes { target in
            // SAFETY: the target has room for them; every caller makes it so.
            unsafe source.withBytes { source in unsafe target.copyMemory(from: source) }
        }
    }
}
