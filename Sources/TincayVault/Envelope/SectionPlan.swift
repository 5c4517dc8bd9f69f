import TincayCrypto
import TincayIntake

/// The keys of a report's sections, drawn for one envelope, and which reader gets what of them.
struct SectionPlan {
    /// A section's key and how many readers open it together.
    struct Part {
        /// The key.
        let key: SecretShare
        /// How many shares open it; 1 when each reader has the key.
        let need: UInt8
        /// What binds the section to the key.
        let commitment: [UInt8]
    }

    /// The sections' keys.
    private(set) var parts: [SectionName: Part] = [:]
    /// What each reader gets, in the order of the readers.
    private(set) var grants: [[SectionGrant]]

    /// Draws keys and shares.
    ///
    /// Where fewer readers than are needed may read a section, all of them are needed. A section that nobody may read
    /// would be lost, and so is refused.
    init(
        for report: Report, id: ReportID, to readers: [Reader], shared: [Sharing]
    ) throws(VaultError) {
        grants = [[SectionGrant]](repeating: [], count: readers.count)
        for section in report.sections.map({ $0.name }) {
            let eligible = readers.indices.filter { readers[$0].mayRead(section) }
            guard !eligible.isEmpty else { throw .noReader }
            let asked = shared.filter { $0.sections.contains(section) }.map { $0.need }.max() ?? 1
            let need = max(1, min(asked, eligible.count))
            let key = try VaultError.crypto { () throws(CryptoError) in
                SecretShare(place: 0, bytes: try SecretBytes(randomCount: Seal.keySize))
            }
            parts[section] = Part(
                key: key, need: UInt8(truncatingIfNeeded: need),
                commitment: try SectionCommitment.make(key.bytes, section, id: id))
            let shares = try Self.shares(of: key, need: need, count: eligible.count)
            for (reader, share) in zip(eligible, shares) {
                grants[reader].append(SectionGrant(section: section, share: share))
            }
        }
    }

    /// Whether an envelope needs no plan, because everybody reads everything alone.
    static func isNeeded(to readers: [Reader], shared: [Sharing]) -> Bool {
        let limits = readers.contains { reader in !SectionName.allCases.allSatisfy { reader.mayRead($0) } }
        return limits || shared.contains { !$0.sections.isEmpty && $0.need > 1 }
    }

    /// A share for each reader, or the key itself where one opens it.
    private static func shares(
        of key: SecretShare, need: Int, count: Int
    ) throws(VaultError) -> [SecretShare] {
        guard need > 1 else { return [SecretShare](repeating: key, count: count) }
        // Drawn, so that a share's place does not tell its reader how many others there are.
        var places: [UInt8] = []
        while places.count < count {
            let place = UInt8(truncatingIfNeeded: Random.uniform(below: 255) + 1)
            if !places.contains(place) { places.append(place) }
        }
        return try VaultError.crypto { () throws(CryptoError) in
            try SecretShare.split(key.bytes, need: need, at: places)
        }
    }
}
