import TincayIntake

/// A name made ready to be compared; it is never split for good, and never shown.
struct FoldedName {
    /// The families that most people belong to, without marks, and words that stand between the names of many.
    private static let common: [StaticString] = [
        "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong",
        "ly", "thi", "van",
    ]
    /// The most words that are looked at.
    private static let most = 40

    /// The name as it is compared with its marks.
    let key: [UInt8]
    /// The words without marks, in their order.
    let words: [[UInt8]]

    /// Folds a name; nil of one that has no words.
    init?(_ text: [UInt8]?) {
        guard let text, !text.isEmpty, text.count <= 1_000 else { return nil }
        key = VietnameseText.comparisonKey(text)
        let folded = VietnameseText.searchKey(text)
        words = folded.split(whereSeparator: { !Self.isLetter($0) }).prefix(Self.most).map { [UInt8]($0) }
        guard !words.isEmpty else { return nil }
    }

    /// What the names of two children have in common.
    func reasons(_ other: FoldedName) -> [SimilarityReason] {
        if words.count > 1, key == other.key { return [.sameName] }
        if words.count > 1, words == other.words { return [.sameNameWithoutMarks] }
        guard let given = words.last, given == other.words.last, !Self.isCommon(given) else { return [] }
        var reasons: [SimilarityReason] = [.sameGivenName]
        guard words.count > 1, other.words.count > 1 else { return reasons }
        let middle = words.dropFirst().dropLast().filter { !Self.isCommon($0) }
        if middle.contains(where: { other.words.dropFirst().dropLast().contains($0) }) {
            reasons.append(.sameMiddleName)
        }
        if let family = words.first, family == other.words.first, !Self.isCommon(family) {
            reasons.append(.sameRareFamilyName)
        }
        return reasons
    }

    /// Whether two texts about somebody have two words in common that say something: a name, a trade, a house number.
    func meets(_ other: FoldedName) -> Bool {
        if key == other.key { return true }
        var common: [[UInt8]] = []
        for word in words where !Self.isCommon(word) && word.count > 1 && other.words.contains(word) {
            if !common.contains(word) { common.append(word) }
        }
        return common.count >= 2
    }

    /// Whether a word says nothing about who somebody is.
    private static func isCommon(_ word: [UInt8]) -> Bool {
        common.contains { name in
            // SAFETY: a static string's bytes live as long as the process.
            unsafe word.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        }
    }

    /// Whether a byte of a folded text belongs to a word.
    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}
