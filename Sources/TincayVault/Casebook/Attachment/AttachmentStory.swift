import TincayIntake

/// All that is known of a file, to who may open its report.
struct AttachmentStory {
    /// How to find it, and whether it is whole.
    let record: AttachmentRecord
    /// What it is.
    let codes: AttachmentCodes
    /// How many bytes it has.
    let size: Int64
    /// What people call it; nil for who may not open its section.
    let name: [UInt8]?
    /// When it was entered.
    let time: Moment
    /// By whom.
    let person: [UInt8]

    /// Writes it as hosts see it.
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.name("id")
        writer.text(record.id.hexadecimal)
        writer.name("name")
        if let name { writer.text(name) } else { writer.null() }
        writer.name("type")
        writer.text(codes.kind.name)
        writer.name("size")
        writer.integer(size)
        writer.name("section")
        writer.text(codes.section.name)
        writer.name("time")
        writer.text(time.text)
        writer.name("person")
        writer.text(person)
        writer.name("hash")
        writer.text(Hexadecimal.text(record.hash))
        writer.endObject()
    }
}
