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
    let fact: FactName
    /// The answers that are searched, by their numbers.
    let places: [Int]
    /// The words, as they are compared, by their first byte.
    private let phrases: [[[UInt8]]]

    /// Reads a fact: `{in: [pointer], any: [text]}`; pointers that are new get the next numbers.
    init(
        _ name: [UInt8], _ source: JSONValue, besides key: [UInt8], _ known: inout [[UInt8]]
    ) throws(FormError) {
        guard let places = source["in"], places.kind == .array, let words = source["any"], words.kind == .array,
            words.count <= Self.most, places.count <= 64
        else { throw .refused(.annotation, at: source) }
        fact = FactName(name)
        var numbers: [Int] = []
        for place in places.elements {
            guard let pointer = try Derivation.pointer(place, besides: key) else { continue }
            numbers.append(known.firstIndex(of: pointer) ?? known.count)
            if numbers.last == known.count { known.append(pointer) }
        }
        self.places = numbers
        var phrases = [[[UInt8]]](repeating: [], count: 256)
        for word in words.elements {
            let phrase = FoldedLetters.searchKey(word.text ?? [])
            guard let first = phrase.first, phrase.contains(where: { VietnameseText.isInWord($0) }),
                phrase.count <= Self.longest
            else { throw .refused(.annotation, at: word) }
            phrases[Int(first)].append(phrase)
        }
        self.phrases = phrases
    }

    /// Whether one of the words occurs in a search key.
    func occurs(in key: [UInt8]) -> Bool {
        for start in key.indices where start == 0 || !VietnameseText.isInWord(key[start - 1]) {
            for phrase in phrases[Int(key[start])] where phrase.count <= key.count - start {
                let end = start + phrase.count
                guard end == key.count || !VietnameseText.isInWord(key[end]) else { continue }
                if key[start..<end].elementsEqual(phrase) { return true }
            }
        }
        return false
    }
}
