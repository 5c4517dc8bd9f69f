/// The byte strings of one part of a snapshot, so that a part can be read, changed and forgotten without the others.
struct FoldWords {
    /// The strings in the order of their numbers; 0 stands for none.
    private(set) var words: [[UInt8]] = []
    /// Their numbers.
    private var codes: [[UInt8]: UInt16] = [:]

    /// Starts without strings.
    init() {}

    /// The number of a string, which it gets if it has none; nil when there are too many.
    mutating func code(of word: [UInt8]?) -> UInt16? {
        guard let word else { return 0 }
        if let code = codes[word] { return code }
        guard let code = UInt16(exactly: words.count + 1) else { return nil }
        words.append(word)
        codes[word] = code
        return code
    }

    /// Reads strings.
    init(_ reader: inout FoldReader) throws(VaultError) {
        for _ in 0..<(try reader.count(of: 4)) { words.append(try reader.text()) }
    }

    /// Writes the strings.
    func write(to writer: inout ByteWriter) {
        writer.append(count: words.count)
        for word in words { writer.append(text: word) }
    }
}
