/// That a case moved on, and why.
struct StatusDetail {
    /// How far the work is now.
    let status: CaseStatus
    /// Why, if somebody said so.
    let reason: [UInt8]?

    /// Describes a step.
    init(status: CaseStatus, reason: [UInt8]?) {
        self.status = status
        self.reason = reason
    }

    /// Reads a step.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        guard let status = CaseStatus(rawValue: try reader.byte()) else { throw .tooNew }
        self.status = status
        reason = try reader.byte() == 1 ? [UInt8](reader.rest) : nil
    }

    /// The step as bytes.
    var bytes: [UInt8] {
        [status.rawValue, reason == nil ? 0 : 1] + (reason ?? [])
    }
}
