public import TincayCrypto
import TincayIntake

/// What a desk holds to open a report with.
public final class ReportKeys: Sendable {
    /// Which subkey seals what people write about the report; those of the index, the head and the sections come before.
    private static let wordsNumber: UInt64 = 64

    /// Opens the index and the head; in a body that is sealed whole, the sections too.
    public let key: SecretBytes
    /// The keys of sections, and shares of them, where sections have keys of their own.
    public let grants: [SectionGrant]

    /// Takes over keys.
    init(key: consuming SecretBytes, grants: [SectionGrant] = []) {
        self.key = key
        self.grants = grants
    }

    /// The key of what people write about the report.
    func words() throws(VaultError) -> SecretBytes {
        try VaultError.crypto { () throws(CryptoError) in
            try key.subkey(Self.wordsNumber, context: SealedBody.context)
        }
    }

    /// Reads keys from a row's secret bytes.
    static func read(_ bytes: borrowing SecretBytes) throws(VaultError) -> ReportKeys {
        guard bytes.count >= Seal.keySize else { throw .tampered }
        let key = try VaultError.crypto { () throws(CryptoError) in try bytes.copy(0..<Seal.keySize) }
        let grants = try SectionGrant.read(bytes, at: Seal.keySize, size: bytes.count - Seal.keySize)
        return ReportKeys(key: key, grants: grants)
    }

    /// The keys as secret bytes, with room for so many grants.
    func bytes(room: Int) throws(VaultError) -> SecretBytes {
        var bytes = try VaultError.crypto { () throws(CryptoError) in
            try SecretBytes(count: Seal.keySize + room * SectionGrant.size)
        }
        unsafe bytes.withMutableBytes { bytes in
            // SAFETY: both have the bytes of a key.
            unsafe key.withBytes { key in unsafe bytes.copyMemory(from: key) }
        }
        try SectionGrant.write(grants, into: &bytes, at: Seal.keySize)
        return bytes
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
}
