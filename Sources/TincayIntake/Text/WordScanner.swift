/// Goes through texts word by word, in the order in which they stand: looks for the terms of a query, and numbers words.
///
/// Nothing of a text is kept but the word at hand; one scanner goes through many texts.
public struct WordScanner {
    /// A word as it was found.
    struct Token {
        /// The letters without marks.
        let letters: [UInt8]
        /// The word as it stood.
        let source: [UInt8]
    }

    /// What is looked for; nil when only words are numbered.
    private let query: SearchQuery?
    /// Whether words are numbered for who goes along.
    public var numbersWords = true
    /// Whether words are kept, as they are for a query.
    private let collectsWords: Bool
    /// The words that were kept.
    private(set) var collected: [Token] = []
    /// The terms that were found so far, by the places of their last words.
    private var found: UInt64 = 0
    /// The words of terms that the words before the one at hand were.
    private var state: UInt64 = 0
    /// Where the first term that was found in a text ends.
    private(set) var firstMatch: Int?
    /// Looked up once.
    private let table = WordLetters.table

    /// Starts with a query, or without one to number words only.
    public init(_ query: SearchQuery?) {
        self.init(query, collectsWords: false)
    }

    /// Starts; words are kept for a query to be made of them.
    init(_ query: SearchQuery?, collectsWords: Bool) {
        self.query = query
        self.collectsWords = collectsWords
    }

    /// The terms that were found since the last reset.
    public var terms: UInt64 { found }

    /// Forgets what was found, before another text.
    public mutating func reset() {
        found = 0
    }

    /// Goes through the strings of a JSON text, without the names of members; `visit` gets the number of each word, if words
    /// are numbered.
    public mutating func scan(json: UnsafeBufferPointer<UInt8>, _ visit: (UInt64) -> Void = { _ in }) {
        var position = 0
        while position < json.count {
            // SAFETY: the position is inside the text, here and below.
            guard unsafe json[position] == UInt8(ascii: "\"") else {
                position += 1
                continue
            }
            let first = position + 1
            position = unsafe Self.end(of: json, from: first)
            let last = position
            position += 1
            var next = position
            while next < json.count, unsafe json[next] <= 0x20 { next += 1 }
            if next < json.count, unsafe json[next] == UInt8(ascii: ":") { continue }
            unsafe scan(json, first..<last, isEscaped: true, visit)
        }
    }

    /// Goes through a text; `visit` gets the number of each word, if words are numbered.
    public mutating func scan(_ text: [UInt8], _ visit: (UInt64) -> Void = { _ in }) {
        // SAFETY: the buffer is only used inside.
        unsafe text.withUnsafeBufferPointer { unsafe scan($0, 0..<$0.count, isEscaped: false, visit) }
    }

    /// Goes through a part of a text, with JSON's escapes in it or without.
    private mutating func scan(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isEscaped: Bool, _ visit: (UInt64) -> Void
    ) {
        firstMatch = nil
        state = 0
        let part = unsafe UnsafeBufferPointer(rebasing: text[range])
        // SAFETY: the table is only used inside.
        unsafe table.withUnsafeBufferPointer { table in
            var word = WordAtHand()
            var position = 0
            while position < part.count {
                let begin = position
                // SAFETY: the position is inside the part.
                var scalar = unsafe ScalarText.next(part, &position)
                if isEscaped, scalar == 0x5C { scalar = unsafe Self.escaped(part, &position) }
                let letter = unsafe WordLetters.letter(scalar, table)
                if letter > WordLetters.border {
                    word.append(letter, at: begin)
                    continue
                }
                if letter == WordLetters.border {
                    unsafe end(&word, part, at: begin, isEscaped, visit)
                    continue
                }
                switch WordLetters.lookUp(scalar) {
                case .plain(let letter): word.append(letter, at: begin)
                case .other(let more): for letter in more { word.append(letter, at: begin) }
                case .nothing: break
                case .border: unsafe end(&word, part, at: begin, isEscaped, visit)
                }
            }
            unsafe end(&word, part, at: part.count, isEscaped, visit)
        }
    }

    /// Ends the word at hand, if there is one.
    @inline(__always)
    private mutating func end(
        _ word: inout WordAtHand, _ text: UnsafeBufferPointer<UInt8>, at position: Int, _ isEscaped: Bool,
        _ visit: (UInt64) -> Void
    ) {
        guard !word.isEmpty else { return }
        if numbersWords { visit(word.number) }
        if collectsWords {
            let source = unsafe [UInt8](UnsafeBufferPointer(rebasing: text[word.start..<position]))
            collected.append(Token(letters: Self.letters(of: source), source: source))
        }
        if let query { unsafe compare(word, with: query, text, at: position, isEscaped) }
        word = WordAtHand()
    }

    /// Looks which words of the query the word at hand is, and which terms end with it.
    @inline(__always)
    private mutating func compare(
        _ word: WordAtHand, with query: SearchQuery, _ text: UnsafeBufferPointer<UInt8>, at position: Int,
        _ isEscaped: Bool
    ) {
        state = state << 1 | query.starts
        var matches: UInt64 = 0
        for place in query.words.indices where state >> UInt64(place) & 1 != 0 {
            guard query.words[place].mayBe(word) else { continue }
            // Few words come so far, so that their letters are not kept but found once more.
            let source = unsafe Self.plain(text, word.start..<position, isEscaped)
            guard query.words[place].holds(Self.letters(of: source), source) else { continue }
            matches |= 1 << UInt64(place)
        }
        state &= matches
        let ended = state & query.ends
        if ended != 0 {
            found |= ended
            if firstMatch == nil { firstMatch = position }
        }
    }

    /// The letters of a word without marks.
    private static func letters(of source: [UInt8]) -> [UInt8] {
        var letters: [UInt8] = []
        for scalar in ScalarText.scalars(source) {
            switch WordLetters.lookUp(scalar) {
            case .plain(let letter): letters.append(letter)
            case .other(let more): letters += more
            case .nothing, .border: break
            }
        }
        return letters
    }

    /// A part of a text without escapes.
    private static func plain(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ isEscaped: Bool
    ) -> [UInt8] {
        let part = unsafe UnsafeBufferPointer(rebasing: text[range])
        guard isEscaped, unsafe part.contains(0x5C) else { return unsafe [UInt8](part) }
        var plain: [UInt8] = []
        var position = 0
        while position < part.count {
            var scalar = unsafe ScalarText.next(part, &position)
            if scalar == 0x5C { scalar = unsafe escaped(part, &position) }
            ScalarText.append(scalar, to: &plain)
        }
        return plain
    }

    /// The character that an escape stands for, whose backslash the position is behind.
    private static func escaped(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32 {
        guard position < text.count else { return ScalarText.replacement }
        // SAFETY: that the position is inside was checked, here and below.
        let letter = unsafe text[position]
        position += 1
        guard letter == UInt8(ascii: "u") else {
            switch letter {
            case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
                return 0x20
            default: return UInt32(letter)
            }
        }
        guard let unit = unsafe unit(text, &position) else { return ScalarText.replacement }
        guard unit & 0xFC00 == 0xD800, position + 6 <= text.count, unsafe text[position] == 0x5C else { return unit }
        position += 2
        guard let low = unsafe self.unit(text, &position), low & 0xFC00 == 0xDC00 else { return ScalarText.replacement }
        return 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
    }

    /// The four hexadecimal digits of an escape.
    private static func unit(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32? {
        guard position + 4 <= text.count else { return nil }
        var unit: UInt32 = 0
        for _ in 0..<4 {
            // SAFETY: four are left, as was checked.
            let byte = unsafe text[position]
            position += 1
            switch byte {
            case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: unit = unit << 4 | UInt32(byte - 0x37)
            case 0x61...0x66: unit = unit << 4 | UInt32(byte - 0x57)
            default: return nil
            }
        }
        return unit
    }

    /// The position of the quotation mark that ends a string, or the end of the text.
    private static func end(of json: UnsafeBufferPointer<UInt8>, from first: Int) -> Int {
        var position = first
        while true {
            unsafe JSONText.skipPlain(json, &position)
            // SAFETY: the position is inside the text.
            guard position < json.count, case let byte = unsafe json[position], byte != UInt8(ascii: "\"") else {
                return min(position, json.count)
            }
            position += byte == 0x5C ? 2 : 1
        }
    }

    /// A number for a word, the same wherever it stands.
    static func number(of letters: [UInt8]) -> UInt64 {
        var word = WordAtHand()
        for letter in letters { word.append(letter, at: 0) }
        return word.number
    }
}
