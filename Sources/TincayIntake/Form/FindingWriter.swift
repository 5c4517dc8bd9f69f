/// Writes down findings; nothing of them comes from an answer.
enum FindingWriter {
    /// Writes one finding as a JSON object.
    static func write(
        _ finding: Finding, _ form: Form, _ language: LanguagePreference, _ writer: inout JSONWriter
    ) {
        writer.beginObject()
        writer.name("code")
        writer.text(finding.code.name)
        writer.name("path")
        writer.text(finding.path)
        writer.name("keyword")
        writer.text(finding.keyword)
        writer.name("severity")
        writer.text(finding.severity.name)
        writer.name("parameters")
        writer.raw(finding.parameters)
        writer.name("message")
        writer.text(form.messages.text(finding, form.questionnaire, language))
        writer.endObject()
    }
}
