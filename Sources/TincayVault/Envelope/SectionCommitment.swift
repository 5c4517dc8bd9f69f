import TincayCrypto
import TincayIntake

/// Binds a section of a report to one key, so that it never opens to two contents for two readers, and so that shares
/// that do not belong together are found out.
enum SectionCommitment {
    /// How many bytes it has: finding two keys with the same one takes 2^96 tries.
    static let size = 24

    /// The commitment to a section's key.
    static func make(
        _ key: borrowing SecretBytes, _ section: SectionName, id: ReportID
    ) throws(VaultError) -> [UInt8] {
        var hash = try VaultError.crypto { () throws(CryptoError) in try Hash(key: key) }
        hash.update("tincay section key 1")
        hash.update([KeyWraps.suite] + id.bytes + [section.rawValue])
        return [UInt8](hash.finish().prefix(size))
    }
}
