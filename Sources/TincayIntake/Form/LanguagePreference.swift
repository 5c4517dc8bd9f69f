/// A language that somebody asked for, and those to fall back on (RFC 4647 lookup).
struct LanguagePreference: Sendable {
    /// The language as it was asked for, or the form's own.
    let asked: [UInt8]
    /// All tags to try, in lower case, the most wanted first.
    let tags: [[UInt8]]

    /// Orders the tags to try; what is no tag at all is as good as nothing asked.
    ///
    /// Wording for children carries over: somebody who asks for "km-x-child" in a form without Khmer gets the words
    /// for children in the form's own language. On a child's screen a language that says nothing of its readers means
    /// the words for children.
    init(_ asked: [UInt8]?, fallback: [UInt8], forChildren: Bool = false) {
        let wanted = asked.flatMap { Self.isTag($0) ? $0 : nil } ?? fallback
        self.asked = wanted
        var lower = Self.lowercased(wanted)
        if forChildren, Self.privateUse(of: lower).isEmpty { lower += "-x-child".utf8 }
        var tags = Self.truncations(of: lower)
        let own = Self.lowercased(fallback)
        for tag in Self.truncations(of: own + Self.privateUse(of: lower)) + [Array("en".utf8), Array("vi".utf8)]
        where !tags.contains(tag) {
            tags.append(tag)
        }
        self.tags = tags
    }

    /// Whether bytes look like a language tag of BCP 47.
    static func isTag(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty, bytes.count <= 64 else { return false }
        return bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy { subtag in
            (1...8).contains(subtag.count) && subtag.allSatisfy(isLetterOrDigit)
        }
    }

    /// ASCII in lower case; tags are compared so.
    static func lowercased(_ tag: [UInt8]) -> [UInt8] {
        tag.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    }

    /// Whether a name is a tag, which is in lower case.
    static func isTag(_ name: JSONValue, _ tag: [UInt8]) -> Bool {
        guard !name.node.flag else { return name.text.map { lowercased($0) == tag } ?? false }
        let slice = name.slice.dropFirst().dropLast()
        return slice.count == tag.count
            && slice.elementsEqual(tag) { ((0x41...0x5A).contains($0) ? $0 + 0x20 : $0) == $1 }
    }

    /// The subtag that names the language itself.
    static func primary(of tag: [UInt8]) -> ArraySlice<UInt8> {
        tag.prefix { $0 != UInt8(ascii: "-") }
    }

    /// Whether a byte may stand in a subtag.
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// A tag, and what is left of it when subtags are taken from its end, one-letter ones together with the next.
    private static func truncations(of tag: [UInt8]) -> [[UInt8]] {
        var subtags = tag.split(separator: UInt8(ascii: "-"))
        var tags: [[UInt8]] = []
        while !subtags.isEmpty {
            if subtags.last?.count != 1 { tags.append(Array(subtags.joined(separator: [UInt8(ascii: "-")]))) }
            subtags.removeLast()
        }
        return tags
    }

    /// The private-use part of a tag, such as "-x-child".
    static func privateUse(of tag: [UInt8]) -> [UInt8] {
        let subtags = tag.split(separator: UInt8(ascii: "-"))
        guard let start = subtags.firstIndex(where: { $0.elementsEqual("x".utf8) }) else { return [] }
        return subtags[start...].flatMap { [UInt8(ascii: "-")] + $0 }
    }
}
