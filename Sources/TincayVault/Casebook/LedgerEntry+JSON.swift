import TincayIntake

extension LedgerEntry {
    /// Writes the entry as a case's history shows it.
    func write(
        to writer: inout JSONWriter, number: Int64, detail: [UInt8]?, words: [UInt8]?
    ) throws(VaultError) {
        writer.beginObject()
        writer.name("number")
        writer.integer(number)
        writer.name("time")
        writer.text(time.text)
        writer.name("person")
        writer.text(person)
        writer.name("type")
        writer.text(type.name)
        if let detail {
            switch type {
            case .filed:
                writer.name("check")
                writer.text(try FiledDetail(detail).check.name)
            case .status:
                guard let status = detail.first.flatMap({ CaseStatus(rawValue: $0) }) else { throw .tooNew }
                writer.name("status")
                writer.text(status.name)
            case .assigned:
                writer.name("assigned")
                writer.text(detail)
            case .shared, .combined: try ShareDetail(detail).write(to: &writer)
            default: break
            }
        }
        if let words {
            writer.name(type == .note ? "text" : "reason")
            writer.text(words)
        }
        writer.endObject()
    }
}
