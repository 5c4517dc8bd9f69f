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
    /// The letters of all words, as they are compared.
    private let letters: [UInt8]
    /// Where each word begins among the letters, those with the same first byte side by side; and their end.
    private let phrases: [Int]
    /// The first word that begins with each byte; and their end.
    private let firsts: [Int]

    /// Reads a fact: `{in: [pointer], any: [text]}`; pointers that are new get the next numbers.
    @_optimize(size) init(
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
        var letters: [UInt8] = []
        var starts: [Int] = []
        var firsts: [Int] = []
        for group in phrases {
            firsts.append(starts.count)
            for phrase in group {
                starts.append(letters.count)
                letters += phrase
            }
        }
        firsts.append(starts.count)
        starts.append(letters.count)
        (self.letters, self.phrases, self.firsts) = (letters, starts, firsts)
    }

    /// Whether one of the words occurs in a search key; also when there is not enough work left to tell.
    func occurs(in key: [UInt8], _ budget: WorkBudget) -> Bool {
        guard budget.spend(key.count >> 1) else { return true }
        // SAFETY: the buffers are only read inside.
        return unsafe key.withUnsafeBufferPointer { key in
            unsafe letters.withUnsafeBufferPointer { letters in
                var isInside = false
                for start in 0..<key.count {
                    // SAFETY: the place is inside the key.
                    let byte = unsafe key[start]
                    let isWord = VietnameseText.isInWord(byte)
                    defer { isInside = isWord }
                    guard !isInside else { continue }
                    guard budget.spend(firsts[Int(byte) + 1] - firsts[Int(byte)]) else { return true }
                    if unsafe occurs(at: start, key, letters, byte) { return true }
                }
                return false
            }
        }
    }

    /// Whether one of the words that begin with a byte stands at a place of a search key.
    @inline(__always) private func occurs(
        at start: Int, _ key: UnsafeBufferPointer<UInt8>, _ letters: UnsafeBufferPointer<UInt8>, _ byte: UInt8
    ) -> Bool {
        var phrase = firsts[Int(byte)]
        let last = firsts[Int(byte) + 1]
        while phrase < last {
            let first = phrases[phrase]
            let count = phrases[phrase + 1] - first
            phrase += 1
            let end = start + count
            // SAFETY: both run over as many bytes as the word has, which the key has left.
            guard end <= key.count, unsafe end == key.count || !VietnameseText.isInWord(key[end]) else { continue }
            var place = 0
            while place < count, unsafe letters[first + place] == key[start + place] { place += 1 }
            if place == count { return true }
        }
        return false
    }
}
