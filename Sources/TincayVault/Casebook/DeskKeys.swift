import TincayCrypto

/// Every key of an unlocked desk, all derived from its master key; they are wiped with the last reference.
final class DeskKeys: Sendable {
    /// Which subkeys the master key has.
    private static let context: StaticString = "tincaydk"

    /// Seals the ledger's entries.
    let ledger: SecretBytes
    /// Wraps the keys of reports; unlocking the desk does not use it.
    let report: SecretBytes
    /// Wraps the keys that seal what the ledger tells about a report.
    let detail: SecretBytes
    /// Seals forms, and names their rows.
    let form: SecretBytes
    /// Seals what the desk was set up with.
    let setup: SecretBytes
    /// What points seal to.
    let sealing: AgreementKeyPair
    /// Signs the ledger's head, receipts and the card.
    let signing: SigningKeyPair

    /// Derives the keys.
    init(master: borrowing SecretBytes) throws(CryptoError) {
        ledger = try master.subkey(1, context: Self.context)
        report = try master.subkey(2, context: Self.context)
        detail = try master.subkey(3, context: Self.context)
        form = try master.subkey(4, context: Self.context)
        setup = try master.subkey(5, context: Self.context)
        sealing = try AgreementKeyPair(seed: try master.subkey(6, context: Self.context))
        signing = try SigningKeyPair(seed: try master.subkey(7, context: Self.context))
    }
}
