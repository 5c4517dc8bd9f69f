import TincayCrypto
import TincayIntake

extension ReportKeys {
    /// Which subkeys the subkey of a section has.
    private static let filesContext: StaticString = "tincayfl"

    /// The key that wraps the keys of the files of a section, and seals their names; `noKey` when whoever holds these was
    /// not given the part that the section belongs to.
    func files(of section: SectionName) throws(VaultError) -> SecretBytes {
        let own = try subkey(ReportPart.number(of: section))
        return try VaultError.crypto { () throws(CryptoError) in try own.subkey(1, context: Self.filesContext) }
    }
}
