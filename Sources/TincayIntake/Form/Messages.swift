/// Turns findings into sentences for people; all of them come from the form or are built in.
struct Messages: Sendable {
    /// The form's own sentences, `x-tincay-messages`.
    private let table: JSONValue?

    /// Reads a form's sentences.
    init(_ root: JSONValue) throws(FormError) {
        table = root["x-tincay-messages"]
        try Wording.check(table)
    }

    /// The sentence for a finding: the nearest schema's, the question's, the form's, or a built-in one, whichever
    /// speaks the language best.
    func text(_ finding: Finding, _ questionnaire: Questionnaire, _ language: LanguagePreference) -> [UInt8] {
        let schemas = questionnaire.question(at: finding.path).map { (schemas: $0.schemas, name: $0.name) }
        guard let template = template(finding, schemas?.schemas ?? [], language) else { return [] }
        guard template.contains(UInt8(ascii: "{")) else { return template }
        let label = schemas.map { Wording.label($0.schemas, language) ?? $0.name }
        return Self.fill(template, finding, label: label)
    }

    /// The sentence with its places still empty.
    private func template(
        _ finding: Finding, _ schemas: [JSONValue], _ language: LanguagePreference
    ) -> [UInt8]? {
        var tables = schemas.compactMap { $0["x-tincay-i18n"] }
        if let table = finding.schema?["x-tincay-i18n"] { tables.insert(table, at: 0) }
        var start = 0
        while start < language.tags.count {
            // What is said about this very question goes before a general sentence, also when only the general one is
            // there in words for children; another language comes after both.
            let primary = LanguagePreference.primary(of: language.tags[start])
            let same = language.tags[start...].prefix { LanguagePreference.primary(of: $0).elementsEqual(primary) }
            for tag in same {
                if let text = Self.particular(finding.code, tag, tables) { return text }
            }
            for tag in same {
                if let table, let text = Wording.words(tag, in: table)?[finding.code.name]?.text { return text }
                if let text = BuiltInMessages.text(finding.code, tag) { return text.bytes }
            }
            start += same.count
        }
        return nil
    }

    /// What the nearest schema that has words in a language says.
    private static func particular(_ code: FindingCode, _ tag: [UInt8], _ tables: [JSONValue]) -> [UInt8]? {
        for table in tables {
            let words = Wording.words(tag, in: table)
            if code == .compare, let text = words?["message"]?.text { return text }
            if let text = words?["messages"]?[code.name]?.text { return text }
        }
        return nil
    }

    /// Puts the label and the limits where a sentence wants them; a place without anything to put there disappears.
    private static func fill(_ template: [UInt8], _ finding: Finding, label: [UInt8]?) -> [UInt8] {
        var text: [UInt8] = []
        var rest = template[...]
        var parameters: JSONDocument?
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            text += rest[..<open]
            guard let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) else {
                rest = rest[open...]
                break
            }
            let name = Array(rest[open...].dropFirst().prefix(close - open - 1))
            if name.elementsEqual("label".utf8) {
                text += label ?? Array("…".utf8)
            } else {
                if parameters == nil { parameters = try? JSONDocument(parsing: finding.parameters, limits: .any) }
                if let value = parameters?.root.member(name) { text += value.text ?? value.json }
            }
            rest = rest[close...].dropFirst()
        }
        return text + rest
    }
}
