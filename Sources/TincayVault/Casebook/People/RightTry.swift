import TincayCrypto

/// What a right passphrase has opened, and what was wrong before.
///
/// The try was counted on the disk as a wrong one before it was made; that is taken back in the transaction that enters
/// what came of it, or on its own when nothing does.
struct RightTry: ~Copyable {
    /// The person's secret.
    let secret: SecretBytes
    /// What was counted before the try.
    let failures: FailedUnlocks
}
