import TincayIntake

extension Report {
    /// Writes the answers, section by section, as a member of an object.
    func writeSections(to writer: inout JSONWriter) {
        writer.name("sections")
        writer.beginObject()
        for section in sections {
            writer.name(section.name.name)
            writer.raw(section.json)
        }
        writer.endObject()
    }
}
