/// A fact that is whether some words occur in what was told in somebody's own words.
///
/// Words are looked for without marks and on the borders of words, because children write without accents. Such a fact
/// can be wrong both ways: it may make a report more urgent and ask a person to look, and never less urgent.
struct WordFact: Sendable {
    /// The most words of one fact.
    private static let most = 1_000
    /// The most bytes of one of them.
    private static let longest = 200

    /// Its name.
    let name: [UInt8]
    /// The pointers of the answers that are searched.
    private let places: [[UInt8]]
    /// The words, as they are compared.
    private let phrases: [[UInt8]]

    /// Reads a fact: `{in: [pointer], any: [text]}`.
    init(_ name: [UInt8], _ source: JSONValue, besides key: [UInt8]) throws(FormError) {
        guard let places = source["in"], places.kind == .array, let words = source["any"], words.kind == .array,
            words.count <= Self.most, places.count <= 64
        else { throw .refused(.annotation, at: source) }
        self.name = name
        var pointers: [[UInt8]] = []
        for place in places.elements {
            if let pointer = try Derivation.pointer(place, besides: key) { pointers.append(pointer) }
        }
        self.places = pointers
        var phrases: [[UInt8]] = []
        for word in words.elements {
            let phrase = VietnameseText.searchKey(word.text ?? [])
            guard phrase.contains(where: { Self.isOfWord($0) }), phrase.count <= Self.longest else {
                throw .refused(.annotation, at: word)
            }
            phrases.append(phrase)
        }
        self.phrases = phrases
    }

    /// Whether a byte of a key is a letter's or a digit.
    private static func isOfWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
    }

    /// Whether one of the words occurs.
    func occurs(in answers: JSONValue) -> Bool {
        for place in places {
            guard let text = answers.at(pointer: place)?.text, !text.isEmpty else { continue }
            let folded = VietnameseText.searchKey(text)
            for phrase in phrases where VietnameseText.contains(phrase, onWordBordersOf: folded) { return true }
        }
        return false
    }
}
