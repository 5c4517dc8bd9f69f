/// Byte strings that many cases share, each once in memory and known by a number; 0 stands for none.
struct Vocabulary {
    /// The strings, by their numbers.
    private(set) var words: [[UInt8]] = [[]]
    /// Their numbers.
    private var codes: [[UInt8]: UInt32] = [:]

    /// How many numbers there are, 0 among them.
    var count: Int { words.count }

    /// The number of a string; nil when no case ever had it.
    func code(of word: [UInt8]) -> UInt32? {
        codes[word]
    }

    /// The string of a number; nil for 0.
    subscript(code: UInt32) -> [UInt8]? {
        guard code > 0, words.indices.contains(Int(code)) else { return nil }
        return words[Int(code)]
    }

    /// The number of a string, which it gets if it has none.
    mutating func insert(_ word: [UInt8]) -> UInt32 {
        if let code = codes[word] { return code }
        guard let code = UInt32(exactly: words.count) else { return 0 }
        words.append(word)
        codes[word] = code
        return code
    }
}
