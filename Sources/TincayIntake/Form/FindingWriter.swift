/// Writes down findings; nothing of them comes from an answer.
enum FindingWriter {
    /// The most bytes of all findings together: a name of a megabyte would otherwise be told a thousand times.
    private static let most = 2 << 20

    /// Writes findings as a list of JSON objects.
    static func write(
        _ findings: [Finding], _ form: Form, _ language: LanguagePreference, _ writer: inout JSONWriter
    ) {
        writer.name("findings")
        writer.beginArray()
        let start = writer.bytes.count
        var pointers = PointerFinder()
        for finding in findings {
            guard writer.bytes.count - start < most else {
                write(Finding(code: .tooMany, path: [], keyword: []), form, language, &pointers, &writer)
                break
            }
            write(finding, form, language, &pointers, &writer)
        }
        writer.endArray()
    }

    /// Writes one finding as a JSON object.
    private static func write(
        _ finding: Finding, _ form: Form, _ language: LanguagePreference, _ pointers: inout PointerFinder,
        _ writer: inout JSONWriter
    ) {
        writer.beginObject()
        writer.name("code")
        writer.text(finding.code.name)
        writer.name("path")
        writer.text(finding.path)
        writer.name("keyword")
        writer.text(finding.keyword(&pointers))
        writer.name("severity")
        writer.text(finding.severity.name)
        writer.name("parameters")
        writer.raw(finding.parameters)
        writer.name("message")
        writer.text(form.messages.text(finding, form.questionnaire, language))
        writer.endObject()
    }
}
