/// What a host is given after an answer: what to show next, and whether the answer could be secured.
public struct DraftScreen: Sendable {
    /// What to show, as a JSON object.
    public let json: [UInt8]
    /// Why the answers are in memory only; nil when they lie sealed in the box, or need not.
    public let failure: VaultError?
}
