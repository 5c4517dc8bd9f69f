import TincayIntake

extension ReportSection {
    /// Writes the member `sections` with what is in some of them.
    static func write(_ sections: [ReportSection], to writer: inout JSONWriter) {
        writer.name("sections")
        writer.beginObject()
        for section in sections {
            writer.name(section.name.name)
            writer.raw(section.json)
        }
        writer.endObject()
    }
}
