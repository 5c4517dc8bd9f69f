/// Every table of words in a form, so that words in another language can be put beside those that are there.
struct WordTables {
    /// The form.
    let document: JSONDocument
    /// The language that the form is written in first.
    private let language: [UInt8]
    /// The tables in the order of the text, each with the node of what has it.
    private let tables: [(node: Int, words: JSONValue)]

    /// Finds the tables of a form; of the form's own sentences the node is their own.
    @_optimize(size) init(_ document: JSONDocument) {
        self.document = document
        let root = document.root
        language = (try? FormHeader(root))?.language ?? []
        var tables: [(node: Int, words: JSONValue)] = []
        for index in 0..<document.nodes.count {
            let value = JSONValue(document: document, index: index)
            guard value.kind == .object, let words = value["x-tincay-i18n"], Self.isTable(words) else { continue }
            tables.append((index, words))
        }
        if let messages = root["x-tincay-messages"], Self.isTable(messages) {
            tables.append((messages.index, messages))
        }
        self.tables = tables.sorted { $0.words.source.lowerBound < $1.words.source.lowerBound }
    }

    /// A form with the words of every overlay that is complete; a form too large with them stays as it is.
    @_optimize(size) static func document(_ document: JSONDocument, with overlays: [LanguageOverlay]) -> JSONDocument {
        guard !overlays.isEmpty else { return document }
        var tables = WordTables(document)
        for overlay in tables.fitting(overlays) {
            guard let merged = try? JSONDocument(parsing: tables.merged(with: overlay), limits: .form) else { continue }
            tables = WordTables(merged)
        }
        return tables.document
    }

    /// The overlays that have every text which the form has in its own language, and none for another place.
    @_optimize(size) func fitting(_ overlays: [LanguageOverlay]) -> [LanguageOverlay] {
        overlays.filter { isComplete($0) }
    }

    /// Whether nothing is missing in an overlay: a screen in two languages helps nobody.
    @_optimize(size) private func isComplete(_ overlay: LanguageOverlay) -> Bool {
        let reference = LanguagePreference.lowercased(language) + overlay.privateUse
        let given = overlay.words(in: document)
        var known = 0
        for table in tables {
            let words = given[table.node]
            if words != nil { known += 1 }
            guard let own = Wording.words(reference, in: table.words) else { continue }
            for entry in own.members where !Self.isForEveryLanguage(entry.name) {
                guard let name = entry.name.text, let text = words?.member(name), text.kind == entry.value.kind else {
                    return false
                }
                for message in entry.value.members {
                    guard let name = message.name.text, text.member(name)?.kind == .string else { return false }
                }
            }
        }
        return known > 0 && known == overlay.count
    }

    /// The form's text with the words of an overlay in it.
    @_optimize(size) private func merged(with overlay: LanguageOverlay) -> [UInt8] {
        let given = overlay.words(in: document)
        let source = document.root.source
        var text: [UInt8] = []
        var position = source.lowerBound
        for table in tables {
            guard let words = given[table.node], table.words.source.lowerBound >= position else { continue }
            if let old = Wording.words(overlay.tag, in: table.words) {
                text += document.bytes[position..<old.source.lowerBound]
                text += words.json
                position = old.source.upperBound
            } else {
                let end = table.words.source.upperBound - 1
                var writer = JSONWriter()
                writer.name(overlay.language)
                writer.raw(words.json)
                text += document.bytes[position..<end]
                if table.words.count > 0 { text.append(UInt8(ascii: ",")) }
                text += writer.bytes
                position = end
            }
        }
        text += document.bytes[position..<source.upperBound]
        return text
    }

    /// Whether a value can hold words by language.
    private static func isTable(_ value: JSONValue) -> Bool {
        guard value.kind == .object else { return false }
        for language in value.members where language.value.kind != .object { return false }
        return true
    }

    /// Whether a member of a table is no text: pictures need no translation, and recordings may come later.
    private static func isForEveryLanguage(_ name: JSONValue) -> Bool {
        name.isText("icon") || name.isText("audio")
    }
}
