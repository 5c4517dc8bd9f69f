import TincayIntake

extension LedgerEntry {
    /// Writes the entry as a case's history shows it.
    func write(
        to writer: inout JSONWriter, number: Int64, detail: [UInt8]?, words: [UInt8]?
    ) throws(VaultError) {
        writer.beginObject()
        writeFront(to: &writer, number: number)
        guard !type.isReferral else {
            try writeReferral(to: &writer, detail: detail, words: words)
            return writer.endObject()
        }
        if let detail {
            try write(detail, to: &writer)
        }
        switch type {
        case .attached, .attachmentRead, .detached:
            writer.name("attachment")
            writer.text(Hexadecimal.text([UInt8](open.prefix(AttachmentID.size))))
        default: break
        }
        if let words, type != .attached {
            writer.name(type == .note ? "text" : "reason")
            writer.text(words)
        }
        writer.endObject()
    }

    /// Writes which entry it is: what was done, when and by whom.
    func writeFront(to writer: inout JSONWriter, number: Int64) {
        writer.name("number")
        writer.integer(number)
        writer.name("time")
        writer.text(time.text)
        writer.name("person")
        writer.text(person)
        writer.name("type")
        writer.text(type.name)
    }

    /// Writes what the entry tells in codes.
    private func write(_ detail: [UInt8], to writer: inout JSONWriter) throws(VaultError) {
        switch type {
        case .filed:
            writer.name("check")
            writer.text(try FiledDetail(detail).check.name)
        case .status: try StatusChange(detail).write(to: &writer)
        case .assigned:
            writer.name("assigned")
            writer.text(detail)
        case .step: try StepTaken(detail).write(to: &writer)
        case .need: try NeedChange(detail).write(to: &writer)
        case .service: try ServiceChange(detail).write(to: &writer)
        case .verification:
            writer.name("result")
            writer.text(detail)
        case .urgency: try UrgencyChange(detail).write(to: &writer)
        case .linked, .unlinked: try CaseLink(detail).write(to: &writer)
        case .exported:
            writer.name("what")
            writer.text(detail)
        case .attached:
            writer.name("media_type")
            writer.text(try AttachmentCodes(detail).kind.name)
        case .hold: try HoldChange(detail).write(to: &writer)
        case .shared, .combined: try ShareDetail(detail).write(to: &writer)
        default: break
        }
    }
}
