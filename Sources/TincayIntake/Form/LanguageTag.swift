/// A BCP 47 tag, looked up from the most special to the most general (RFC 4647, section 3.4).
struct LanguageTag {
    /// The tags to try, in order: `vi-x-child`, then `vi`.
    private let candidates: [[UInt8]]

    /// Takes a tag, and what to fall back to when nothing is there in its language.
    init(_ tag: [UInt8], fallbacks: [[UInt8]] = [Array("vi".utf8), Array("en".utf8)]) {
        var candidates: [[UInt8]] = []
        for start in [tag] + fallbacks {
            var parts = start.split(separator: UInt8(ascii: "-"))
            while !parts.isEmpty {
                let candidate = [UInt8](parts.joined(separator: [UInt8(ascii: "-")]))
                if !candidates.contains(candidate) { candidates.append(candidate) }
                parts.removeLast()
                // A single letter only introduces what stood behind it.
                if parts.last?.count == 1 { parts.removeLast() }
            }
        }
        self.candidates = candidates
    }

    /// The first text of a name that an object has in one of the languages.
    func text(_ name: StaticString, in translations: JSONValue?) -> JSONValue? {
        guard let translations else { return nil }
        for candidate in candidates {
            if let found = translations.member(candidate)?[name], found.kind == .string { return found }
        }
        return nil
    }

    /// The first text of a name that is known only at run time.
    func text(_ name: FindingCode, in translations: JSONValue?) -> JSONValue? {
        guard let translations else { return nil }
        for candidate in candidates {
            guard let language = translations.member(candidate) else { continue }
            if let found = (language["messages"] ?? language)[name.name], found.kind == .string { return found }
        }
        return nil
    }

    /// Whether the language that is asked for is Vietnamese.
    var isVietnamese: Bool { candidates.first?.starts(with: "vi".utf8) ?? false }
}
