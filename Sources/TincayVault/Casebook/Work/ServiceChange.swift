import TincayIntake

/// How far a referral to a service is, and what came of it.
struct ServiceChange {
    /// The service's code.
    let service: [UInt8]
    /// Which of several referrals to the same service it is.
    let item: UInt8
    /// The referral status.
    let status: [UInt8]
    /// What came of it; empty while nobody knows.
    let outcome: [UInt8]
    /// The need that it is for; empty when nobody said.
    let need: [UInt8]

    /// Reads an event that was checked.
    init?(_ root: JSONValue) {
        guard let service = root["service"]?.text, let status = root["status"]?.text else { return nil }
        self.service = service
        self.status = status
        item = UInt8(clamping: root["item"]?.integer ?? 1)
        outcome = root["outcome"]?.text ?? []
        need = root["need"]?.text ?? []
    }

    /// Reads a detail.
    init(_ detail: [UInt8]) throws(VaultError) {
        var reader = ByteReader(detail[...])
        item = try reader.byte()
        service = try reader.shortText()
        status = try reader.shortText()
        outcome = try reader.shortText()
        need = try reader.shortText()
    }

    /// The detail.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 64)
        writer.append([item])
        for text in [service, status, outcome, need] { writer.append(short: text) }
        return writer.bytes
    }

    /// Whether it is about the same referral as another.
    func isSameReferral(as other: ServiceChange) -> Bool { service == other.service && item == other.item }

    /// Writes it as a case's history and its work show it.
    func write(to writer: inout JSONWriter) {
        writer.name("service")
        writer.text(service)
        writer.name("item")
        writer.integer(Int64(item))
        writer.name("status")
        writer.text(status)
        if !outcome.isEmpty {
            writer.name("outcome")
            writer.text(outcome)
        }
        if !need.isEmpty {
            writer.name("need")
            writer.text(need)
        }
    }
}
