import TincayCrypto
import TincayIntake

extension Desk {
    /// The schema of a query for what has been kept long enough.
    private static let retentionSchema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "properties": {
          "class": {"type": "array", "items": {"type": "string", "maxLength": 40}},
          "report": {"type": "string"},
          "all": {"type": "boolean"},
          "held": {"type": "boolean"},
          "limit": {"type": "integer", "minimum": 1, "maximum": 1000},
          "after": {"type": "string", "maxLength": 64}}}
        """, size: 64 << 10)

    /// Lists the cases that have been kept long enough, the longest due first; nothing is destroyed by itself.
    public func retention(_ query: UnsafeRawBufferPointer?) throws(VaultError) -> [UInt8] {
        _ = try unlocked()
        var root: JSONValue?
        if let query = unsafe query { root = try unsafe Self.retentionSchema.read(query) }
        let now = clock.now()
        let limit = Int(clamping: root?["limit"]?.integer ?? 100)
        let kinds = root?["class"]?.elements.compactMap { $0.text }
        let wantsAll = root?["all"]?.boolean == true
        let rules = try WorkRules(decided: caseload.work.decided)
        var kept: [Retained] = []
        for (id, progress) in caseload.work.progress {
            guard let record = caseload[id], let item = Retained(record, progress, rules) else { continue }
            guard wantsAll || item.isDue(at: now) else { continue }
            if let kinds, item.kind.map({ !kinds.contains($0.code) }) ?? true { continue }
            if let isHeld = root?["held"]?.boolean, isHeld != (progress.hold(at: now) != nil) { continue }
            if let report = root?["report"]?.text, report != id.hexadecimal { continue }
            kept.append(item)
        }
        kept.sort { Self.isBefore($0, $1) }
        let total = Int64(kept.count)
        if let after = root?["after"]?.text {
            guard let place = kept.firstIndex(where: { $0.record.id.hexadecimal == after }) else { throw .notFound }
            kept.removeFirst(place + 1)
        }
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("total")
        writer.integer(total)
        writer.name("cases")
        writer.beginArray()
        for item in kept.prefix(limit) { item.write(to: &writer, at: now) }
        writer.endArray()
        writer.name("next")
        if kept.count > limit, let last = kept.prefix(limit).last {
            writer.text(last.record.id.hexadecimal)
        } else {
            writer.null()
        }
        writer.endObject()
        return writer.bytes
    }

    /// The certificate of a report whose keys were destroyed, signed by the desk.
    public func certificate(_ id: [UInt8]) throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        guard let id = ReportID(hexadecimal: id), let (number, entry, certificate) = try shredding(of: id) else {
            throw .notFound
        }
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("tincay")
        writer.text("certificate")
        writer.name("version")
        writer.integer(1)
        certificate.write(to: &writer, entry: entry, number: number, desk: header.deskID)
        let body = writer.bytes
        let signature = keys.signing.sign(Array("tincay certificate 1".utf8) + body + [UInt8(ascii: "}")])
        writer.name("signature")
        writer.text(Hexadecimal.text(signature))
        writer.endObject()
        return writer.bytes
    }

    /// What the ledger keeps of a report whose keys were destroyed; nil when they were not.
    func shredding(
        of id: ReportID
    ) throws(VaultError) -> (number: Int64, entry: LedgerEntry, certificate: ShredCertificate)? {
        guard let number = caseload.work.shredded[id] else { return nil }
        guard let row = try store.entry(number) else { throw .tampered }
        let entry = try LedgerChain.open(row, number: number, header: header, keys: unlocked())
        guard entry.type == .shredded else { throw .tampered }
        return (number, entry, try ShredCertificate(entry.open))
    }

    /// Whether one case is listed before another.
    private static func isBefore(_ left: Retained, _ right: Retained) -> Bool {
        let first = left.due?.milliseconds ?? Int64.max
        let second = right.due?.milliseconds ?? Int64.max
        if first != second { return first < second }
        return left.record.id.bytes.lexicographicallyPrecedes(right.record.id.bytes)
    }
}
