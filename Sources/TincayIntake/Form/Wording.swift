/// Words for people, found by language in `x-tincay-i18n`.
public enum Wording {
    /// The most languages of a table, which is searched for every question and every finding.
    private static let mostLanguages = 64

    /// The words under a key that fit the language best; `schemas` are asked nearest first.
    static func find(
        _ key: StaticString, in schemas: [JSONValue], _ language: LanguagePreference
    ) -> [UInt8]? {
        let tables = schemas.compactMap { $0["x-tincay-i18n"] }
        guard !tables.isEmpty else { return nil }
        for tag in language.tags {
            for table in tables {
                if let text = words(tag, in: table)?[key]?.text { return text }
            }
        }
        for table in tables {
            for member in table.members {
                if let text = member.value[key]?.text { return text }
            }
        }
        return nil
    }

    /// A question's or a choice's label: translated, or the schema's `title`.
    static func label(_ schemas: [JSONValue], _ language: LanguagePreference) -> [UInt8]? {
        if let label = find("label", in: schemas, language) { return label }
        for schema in schemas {
            if let title = schema["title"]?.text { return title }
        }
        return nil
    }

    /// The label of anything that has words; `nil` asks for Vietnamese.
    public static func label(of value: JSONValue, language: [UInt8]?) -> [UInt8]? {
        label([value], LanguagePreference(language, fallback: Array("vi".utf8)))
    }

    /// What a table of languages says for one tag.
    static func words(_ tag: [UInt8], in table: JSONValue) -> JSONValue? {
        guard table.count <= mostLanguages else { return nil }
        for member in table.members {
            if LanguagePreference.isTag(member.name, tag) { return member.value }
        }
        return nil
    }

    /// Refuses a table that is not made of language tags with texts and tables of texts.
    static func check(_ table: JSONValue?) throws(FormError) {
        guard let table else { return }
        guard table.kind == .object else { throw .refused(.annotation, at: table) }
        guard table.count <= mostLanguages else { throw .refused(.tooLarge, at: table) }
        for language in table.members {
            guard let tag = language.name.text, LanguagePreference.isTag(tag), language.value.kind == .object else {
                throw .refused(.annotation, at: language.value)
            }
            for entry in language.value.members where entry.value.kind != .string {
                guard entry.value.kind == .object else { throw .refused(.annotation, at: entry.value) }
                for message in entry.value.members where message.value.kind != .string {
                    throw .refused(.annotation, at: message.value)
                }
            }
        }
    }
}
