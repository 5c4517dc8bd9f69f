import TincayIntake

extension ClosedSection {
    /// Writes the section as an opened report shows it.
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.name("section")
        writer.text(name.name)
        writer.name("need")
        writer.integer(Int64(need))
        writer.name("have")
        writer.integer(Int64(have))
        writer.name("reason")
        writer.text(reason)
        writer.endObject()
    }
}
