/// A few words around the place where something was found in a text.
public enum TextSnippet {
    /// How many bytes before and behind the match are shown at most.
    private static let reach = 60

    /// The words around the first term of a query in the strings of a JSON text; nil when there is none.
    public static func make(_ json: [UInt8], _ query: SearchQuery) -> [UInt8]? {
        guard let root = (try? JSONDocument(parsing: json, limits: .any))?.root else { return nil }
        for index in 0..<root.document.nodes.count {
            let value = JSONValue(document: root.document, index: index)
            guard value.kind == .string, let text = value.text, let snippet = make(text: text, query) else { continue }
            return snippet
        }
        return nil
    }

    /// The words around the first term of a query in a text; nil when there is none.
    public static func make(text: [UInt8], _ query: SearchQuery) -> [UInt8]? {
        var scanner = WordScanner(query)
        scanner.scan(text)
        guard let end = scanner.firstMatch else { return nil }
        var first = max(0, end - reach)
        var last = min(text.count, end + reach)
        // No character is cut in two.
        while first < end, text[first] & 0xC0 == 0x80 { first += 1 }
        while last < text.count, text[last] & 0xC0 == 0x80 { last += 1 }
        return [UInt8](text[first..<last])
    }
}
