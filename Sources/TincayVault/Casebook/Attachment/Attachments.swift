/// The files that are kept with reports, as the ledger adds them up.
struct Attachments {
    /// A file that is kept.
    struct Place: Equatable {
        /// The report that it is kept with.
        let report: ReportID
        /// The number of the entry that tells of it, under which its key lies.
        let number: Int64
        /// What the sealed file's name stands for.
        let name: [UInt8]
    }

    /// Where each file stands.
    private(set) var places: [AttachmentID: Place] = [:]
    /// The files of each report, in the order of their numbers.
    private var files: [ReportID: [AttachmentID]] = [:]

    /// Starts without a file.
    init() {}

    /// Reads what `bytes` gave.
    init(_ reader: inout ByteReader) throws(VaultError) {
        let count = try reader.number(UInt64.self)
        // Each has its 56 bytes, so a count that lies ends where the bytes do.
        for _ in 0..<min(count, UInt64(reader.rest.count)) {
            guard let id = AttachmentID(bytes: try reader.bytes(AttachmentID.size)),
                let report = ReportID(bytes: try reader.bytes(ReportID.size)),
                let number = Int64(exactly: try reader.number(UInt64.self))
            else { throw .badFormat }
            add(id, Place(report: report, number: number, name: try reader.bytes(AttachmentRecord.nameSize)))
        }
        guard UInt64(places.count) == count else { throw .badFormat }
    }

    /// The sum as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 8 + places.count * 56)
        writer.append(number: UInt64(places.count))
        for (id, place) in places.sorted(by: { $0.value.number < $1.value.number }) {
            writer.append(id.bytes)
            writer.append(place.report.bytes)
            writer.append(number: UInt64(bitPattern: place.number))
            writer.append(place.name)
        }
        return writer.bytes
    }

    /// The files of a report.
    func files(of report: ReportID) -> [AttachmentID] { files[report] ?? [] }

    /// Adds an entry to the sum.
    mutating func apply(_ entry: LedgerEntry, number: Int64) throws(VaultError) {
        guard let report = entry.report else { return }
        switch entry.type {
        case .attached:
            let record = try AttachmentRecord(entry.open)
            add(record.id, Place(report: report, number: number, name: record.name))
        case .detached:
            guard let id = AttachmentID(bytes: entry.open), places[id]?.report == report else { return }
            places[id] = nil
            files[report]?.removeAll { $0 == id }
        case .shredded:
            for id in files[report] ?? [] { places[id] = nil }
            files[report] = nil
        default: break
        }
    }

    /// Adds a file.
    private mutating func add(_ id: AttachmentID, _ place: Place) {
        guard places[id] == nil else { return }
        places[id] = place
        files[place.report, default: []].append(id)
    }
}
