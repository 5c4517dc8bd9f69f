public import TincayIntake

/// Who can read what of the reports that a form makes: it follows from the form and from which keys a role has.
public enum AccessMatrix {
    /// The matrix as a JSON object.
    public static func json(of form: Form) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("form")
        writer.text(form.id)
        writer.name("version")
        writer.text(form.version)
        writer.name("questions")
        writer.beginArray()
        for question in form.sectionsOfQuestions {
            writer.beginObject()
            writer.name("name")
            writer.text(question.name)
            writer.name("section")
            writer.text(question.section.name)
            writer.name("roles")
            writer.beginArray()
            for role in roles(reading: question.section) { writer.text(role) }
            writer.endArray()
            writer.name("listed")
            writer.boolean(question.isListed)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// The roles that a person must have to read a section, as people are given them.
    private static func roles(reading section: SectionName) -> [StaticString] {
        switch ReportPart(of: section) {
        case .facts: ["reports"]
        case .identity: ["reports", "identities"]
        }
    }
}
