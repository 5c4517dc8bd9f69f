import TincayIntake

/// What became of the files that a ledger tells of.
struct AttachmentCheck {
    /// What can be wrong with a file.
    enum Finding {
        /// It is not there.
        case missing
        /// It, or what opens it, is not what was entered.
        case altered
    }

    /// How many files there are.
    var count: Int64 = 0
    /// What is wrong.
    var findings: [(finding: Finding, id: AttachmentID, report: ReportID)] = []

    /// Whether every file is there and whole.
    var ok: Bool { findings.isEmpty }

    /// Writes it as a verification shows it.
    func write(to writer: inout JSONWriter) {
        writer.name("attachments")
        writer.beginObject()
        writeMembers(to: &writer)
        writer.endObject()
    }

    /// Writes how many files there are, and with which something is wrong.
    func writeMembers(to writer: inout JSONWriter) {
        writer.name("count")
        writer.integer(count)
        write(.missing, as: "missing", to: &writer)
        write(.altered, as: "altered", to: &writer)
    }

    /// Writes the files that one thing is wrong with.
    private func write(_ finding: Finding, as name: StaticString, to writer: inout JSONWriter) {
        writer.name(name)
        writer.beginArray()
        for found in findings where found.finding == finding {
            writer.beginObject()
            writer.name("id")
            writer.text(found.id.hexadecimal)
            writer.name("report")
            writer.text(found.report.hexadecimal)
            writer.endObject()
        }
        writer.endArray()
    }
}
