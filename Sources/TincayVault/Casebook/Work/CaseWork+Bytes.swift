import TincayIntake

extension CaseWork {
    /// The layout that this library writes.
    private static let version: UInt8 = 1

    /// Reads what a snapshot kept.
    init(_ reader: inout ByteReader) throws(VaultError) {
        self.init()
        guard try reader.byte() == Self.version else { throw .tooNew }
        guard let size = Int(exactly: try reader.number(UInt32.self)) else { throw .badFormat }
        let decided = try reader.bytes(size)
        var forms: [[UInt8]] = []
        for _ in 0..<(try reader.number(UInt32.self)) { forms.append(try reader.shortText()) }
        var progress: [ReportID: CaseProgress] = [:]
        for _ in 0..<(try reader.number(UInt32.self)) {
            guard let id = ReportID(bytes: try reader.bytes(ReportID.size)) else { throw .badFormat }
            progress[id] = try CaseProgress(&reader)
        }
        var shredded: [ReportID: Int64] = [:]
        for _ in 0..<(try reader.number(UInt32.self)) {
            guard let id = ReportID(bytes: try reader.bytes(ReportID.size)) else { throw .badFormat }
            shredded[id] = try reader.moment()
        }
        restore(progress, shredded: shredded, decided: decided, forms: forms)
    }

    /// What a snapshot keeps.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 64 + progress.count * 128)
        writer.append([Self.version])
        writer.append(number: UInt32(truncatingIfNeeded: decided.count))
        writer.append(decided)
        writer.append(number: UInt32(truncatingIfNeeded: forms.count))
        for form in forms { writer.append(short: form) }
        writer.append(number: UInt32(truncatingIfNeeded: progress.count))
        for (id, progress) in progress {
            writer.append(id.bytes)
            progress.write(to: &writer)
        }
        writer.append(number: UInt32(truncatingIfNeeded: shredded.count))
        for (id, number) in shredded {
            writer.append(id.bytes)
            writer.append(signed: number)
        }
        return writer.bytes
    }
}
