import TincayCrypto
import TincayIntake

/// The shares of a report's sections that a desk holds, while others are added.
struct SharePool {
    /// What opens the index and the head.
    private let held: ReportKeys
    /// The keys and shares of sections.
    private var grants: [SectionGrant]
    /// Whether there is something to keep.
    private(set) var hasChanged = false
    /// Whether every section that has enough shares opens.
    private(set) var fits = true

    /// Starts with what is kept.
    init(_ held: ReportKeys) {
        self.held = held
        grants = held.grants
    }

    /// Adds a share that another desk gave.
    mutating func add(_ grant: SectionGrant, _ index: BodyIndex, id: ReportID) throws(VaultError) {
        guard let entry = index.entry(of: grant.section), entry.need > 1 else { throw .tampered }
        let need = Int(entry.need)
        let others = grants.filter { $0.section == grant.section && $0.share.place != grant.share.place }
        if let same = grants.first(where: { $0.section == grant.section && $0.share.place == grant.share.place }) {
            if Self.equal(same.share, grant.share) { return }
            // It claims to be this desk's own, or one of those that have opened the section.
            guard same.isReceived, others.count + 1 < need else {
                fits = false
                return
            }
        } else if others.count >= need {
            return
        }
        hasChanged = true
        let received = SectionGrant(section: grant.section, share: grant.share, isReceived: true)
        grants.removeAll { $0.section == grant.section && $0.share.place == grant.share.place }
        grants.append(received)
        do throws(VaultError) {
            _ = try ReportKeys.sectionKey(
                grant.section, in: grants, need: need, commitment: entry.commitment, id: id)
        } catch {
            guard error == .tampered else { throw error }
            fits = false
            grants.removeAll { $0.section == grant.section && $0.isReceived }
        }
    }

    /// What is to be kept.
    func keys() throws(VaultError) -> ReportKeys {
        try ReportKeys(held, grants: grants)
    }

    /// Whether two shares are the same, found out in constant time.
    private static func equal(_ left: SecretShare, _ right: SecretShare) -> Bool {
        ConstantTime.equal(left.bytes, right.bytes)
    }
}
