/// A strict parser that walks a text once, without recursion.
///
/// Behind the text is a margin of zeros, which fit nowhere in JSON: each step sees the end of the text by itself.
struct JSONParser: ~Copyable {
    /// The text.
    private let text: PaddedText
    /// Where it is read next.
    private var position = 0
    /// What was found so far.
    private var nodes: JSONNodeList
    /// The names of large objects.
    private var names = JSONNames()
    /// The deepest nesting that is taken, and the nesting here.
    private let deepest: Int
    private var depth = 0
    /// The innermost container that is open: its node, whether it is an object, and how much is in it so far.
    ///
    /// Until it closes, its node keeps its parent in `next`; an outer one also its count in `extent` and its filter in
    /// `end`.
    private var container = -1
    private var isObject = false
    private var count = 0
    /// A bit for each of the object's names, by which most are seen to be new.
    private var filter: UInt32 = 0
    /// What names are hashed with.
    private let seed = JSONNameHash.seed

    /// Prepares to parse a text, nested at most so deep.
    init(_ text: PaddedText, depth: Int) {
        self.text = text
        deepest = depth
        nodes = JSONNodeList(textSize: text.count)
    }

    /// Finds every value of the text, or says why it is not JSON.
    mutating func parse() throws(JSONError) {
        guard UTF8Check.holds(text) else { throw .notUTF8 }
        skipSpace()
        try value()
        while depth > 0 {
            skipSpace()
            let byte = text[position]
            if byte == UInt8(ascii: ","), count > 0 {
                position &+= 1
                skipSpace()
            } else if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                position &+= 1
                try close()
                continue
            } else if count > 0 {
                throw .syntax
            }
            if isObject {
                guard text[position] == UInt8(ascii: "\"") else { throw .syntax }
                let name = nodes.count
                let isEscaped = try string()
                guard isNew(name, isEscaped) else { throw .duplicateName }
                skipSpace()
                guard text[position] == UInt8(ascii: ":") else { throw .syntax }
                position &+= 1
                skipSpace()
            }
            count &+= 1
            try value()
        }
        skipSpace()
        guard position == text.count else { throw .syntax }
    }

    /// The nodes of a text that was parsed.
    mutating func finish() -> FixedList<JSONNode> { nodes.fixed() }

    /// Moves over the four characters that JSON calls white space.
    @inline(__always) private mutating func skipSpace() {
        while text[position] <= 0x20 {
            switch text[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position &+= 1
            default: return
            }
        }
    }

    /// Takes in a scalar, or opens an array or an object.
    @inline(__always) private mutating func value() throws(JSONError) {
        switch text[position] {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "{"): try open(.object)
        case UInt8(ascii: "["): try open(.array)
        case UInt8(ascii: "t"): try word(0x6575_7274, length: 4, .boolean, true)
        case UInt8(ascii: "f"): try word(0x736C_6166, length: 5, .boolean, false)
        case UInt8(ascii: "n"): try word(0x6C6C_756E, length: 4, .null, false)
        default: try number()
        }
    }

    /// Opens a container; its end is set when it closes.
    private mutating func open(_ kind: JSONKind) throws(JSONError) {
        guard depth < deepest else { throw .tooDeep }
        depth += 1
        if container >= 0 {
            nodes[container].extent = Int32(truncatingIfNeeded: count)
            nodes[container].end = Int32(bitPattern: filter)
        }
        let node = nodes.count
        append(kind, from: position, to: position + 1)
        nodes[node].next = Int32(truncatingIfNeeded: container)
        position &+= 1
        container = node
        isObject = kind == .object
        count = 0
        filter = 0
    }

    /// Closes the innermost container, and goes on in the one around it.
    private mutating func close() throws(JSONError) {
        if isObject, count > JSONNames.few { try names.compare(membersOf: container, count, nodes, text) }
        let parent = Int(nodes[container].next)
        nodes[container].end = Int32(truncatingIfNeeded: position)
        nodes[container].next = Int32(truncatingIfNeeded: nodes.count)
        nodes[container].extent = Int32(truncatingIfNeeded: count)
        depth -= 1
        container = parent
        guard parent >= 0 else { return }
        let node = nodes[parent]
        isObject = node.kind == .object
        count = Int(node.extent)
        filter = UInt32(bitPattern: node.end)
    }

    /// Notes the hash of a member's name that was just read, and whether the object has no such name yet.
    @inline(__always) private mutating func isNew(_ name: Int, _ isEscaped: Bool) -> Bool {
        let node = nodes[name]
        let start = node.contentStart
        let hash =
            isEscaped
            ? JSONNameHash.hash(JSONText.unescape(text, start..<start + node.contentCount), seed: seed)
            : JSONNameHash.hash(text, start, node.contentCount, seed: seed)
        nodes[name].extent = Int32(bitPattern: hash)
        let bit: UInt32 = 1 &<< hash
        let isKnown = filter & bit != 0
        filter |= bit
        return !isKnown || count >= JSONNames.few || JSONNames.isNew(name, in: container, nodes, text)
    }

    /// Takes in a string, and tells whether it has escapes.
    @inline(__always) private mutating func string() throws(JSONError) -> Bool {
        let start = position
        position &+= 1
        var escaped = false
        while true {
            JSONText.skipPlain(text, &position)
            let byte = text[position]
            if byte == UInt8(ascii: "\"") {
                position &+= 1
                append(.string, flag: escaped, from: start, to: position)
                return escaped
            }
            guard byte == UInt8(ascii: "\\") else { throw .syntax }
            escaped = true
            try JSONText.skipEscape(text, &position)
        }
    }

    /// Takes in one of the three words, by its first four letters; the fifth of the one that has five is an e.
    @inline(__always) private mutating func word(
        _ letters: UInt32, length: Int, _ kind: JSONKind, _ flag: Bool
    ) throws(JSONError) {
        guard text.half(at: position) == letters, length == 4 || text[position + 4] == UInt8(ascii: "e") else {
            throw .syntax
        }
        append(kind, flag: flag, from: position, to: position + length)
        position &+= length
    }

    /// Takes in a number as its source text.
    private mutating func number() throws(JSONError) {
        let start = position
        var isDecimal = false
        if text[position] == UInt8(ascii: "-") { position &+= 1 }
        if text[position] == UInt8(ascii: "0") {
            position &+= 1
        } else {
            try digits()
        }
        if text[position] == UInt8(ascii: ".") {
            position &+= 1
            isDecimal = true
            try digits()
        }
        if text[position] | 0x20 == UInt8(ascii: "e") {
            position &+= 1
            isDecimal = true
            if text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") { position &+= 1 }
            try digits()
        }
        append(.number, flag: isDecimal, from: start, to: position)
    }

    /// Moves over one digit or more.
    @inline(__always) private mutating func digits() throws(JSONError) {
        let start = position
        while text[position] &- 0x30 < 10 { position &+= 1 }
        guard position > start else { throw .syntax }
    }

    /// Notes a value that holds no others.
    @inline(__always) private mutating func append(
        _ kind: JSONKind, flag: Bool = false, from start: Int, to end: Int
    ) {
        nodes.append(
            JSONNode(
                kind: kind, flag: flag, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
                next: Int32(truncatingIfNeeded: nodes.count + 1), extent: 0))
    }
}
