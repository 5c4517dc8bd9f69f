/// A strict parser that walks a text once, with a stack of its own instead of recursion.
struct JSONParser: ~Copyable {
    /// A container that is open.
    private struct Container {
        /// Its node.
        let node: Int
        /// Whether it is an object.
        let isObject: Bool
        /// How many elements or members it has so far.
        var count = 0
    }

    /// What was found so far.
    private(set) var nodes: JSONNodeList
    /// The containers that are open, outermost first.
    private var open: [Container] = []
    /// The names in the objects that are open.
    private var names = JSONNames()
    /// The deepest nesting that is taken.
    private let depth: Int
    /// What names are hashed with.
    private let seed = JSONNameHash.seed

    /// Prepares to parse a text of this size, nested at most so deep.
    init(textSize: Int, depth: Int) {
        self.depth = depth
        nodes = JSONNodeList(textSize: textSize)
    }

    /// Finds every value of a text, or says why it is not JSON.
    mutating func parse(_ text: UnsafeBufferPointer<UInt8>) throws(JSONError) {
        unsafe try JSONText.check(text)
        var position = 0
        unsafe skipSpace(text, &position)
        unsafe try value(text, &position)
        while let last = open.indices.last {
            unsafe skipSpace(text, &position)
            guard position < text.count else { throw .syntax }
            let isObject = open[last].isObject
            let byte = unsafe text[position]
            if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                position += 1
                unsafe try close(text, position)
                continue
            }
            if open[last].count > 0 {
                guard byte == UInt8(ascii: ",") else { throw .syntax }
                position += 1
                unsafe skipSpace(text, &position)
            }
            if isObject { unsafe try name(text, &position) }
            open[last].count += 1
            unsafe try value(text, &position)
        }
        unsafe skipSpace(text, &position)
        guard position == text.count else { throw .syntax }
    }

    /// Moves over the four characters that JSON calls white space.
    @inline(__always) private func skipSpace(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        while position < text.count, unsafe text[position] <= 0x20 {
            switch unsafe text[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    /// Takes in a scalar, or opens an array or an object.
    @inline(__always) private mutating func value(
        _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int
    ) throws(JSONError) {
        guard position < text.count else { throw .syntax }
        switch unsafe text[position] {
        case UInt8(ascii: "\""): _ = unsafe try string(text, &position)
        case UInt8(ascii: "{"): try begin(.object, &position)
        case UInt8(ascii: "["): try begin(.array, &position)
        case UInt8(ascii: "t"): unsafe try word("true", .boolean, true, text, &position)
        case UInt8(ascii: "f"): unsafe try word("false", .boolean, false, text, &position)
        case UInt8(ascii: "n"): unsafe try word("null", .null, false, text, &position)
        default: unsafe try number(text, &position)
        }
    }

    /// Opens a container; its end is set when it closes.
    private mutating func begin(_ kind: JSONKind, _ position: inout Int) throws(JSONError) {
        guard open.count < depth else { throw .tooDeep }
        open.append(Container(node: nodes.count, isObject: kind == .object))
        append(kind, from: position, to: position + 1)
        position += 1
    }

    /// Closes the innermost container and refuses an object that names a member twice.
    private mutating func close(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) throws(JSONError) {
        guard let container = open.popLast() else { throw .syntax }
        nodes[container.node].end = Int32(truncatingIfNeeded: position)
        nodes[container.node].next = Int32(truncatingIfNeeded: nodes.count)
        nodes[container.node].extent = Int32(truncatingIfNeeded: container.count)
        if container.isObject { unsafe try names.close(count: container.count, nodes, text) }
    }

    /// Takes in a member's name and the colon behind it.
    @inline(__always) private mutating func name(
        _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int
    ) throws(JSONError) {
        guard position < text.count, unsafe text[position] == UInt8(ascii: "\"") else { throw .syntax }
        let node = nodes.count
        let start = position + 1
        let escaped = unsafe try string(text, &position)
        let hash: UInt32
        if escaped {
            hash = unsafe JSONNameHash.hash(JSONText.unescape(text, start..<position - 1), seed: seed)
        } else {
            // SAFETY: the string was found inside the text.
            hash = unsafe JSONNameHash.hash(UnsafeBufferPointer(rebasing: text[start..<position - 1]), seed: seed)
        }
        nodes[node].extent = Int32(bitPattern: hash)
        names.append(hash, node: node)
        unsafe skipSpace(text, &position)
        guard position < text.count, unsafe text[position] == UInt8(ascii: ":") else { throw .syntax }
        position += 1
        unsafe skipSpace(text, &position)
    }

    /// Takes in a string, whose text was already found to be UTF-8, and tells whether it has escapes.
    @inline(__always) private mutating func string(
        _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int
    ) throws(JSONError) -> Bool {
        let start = position
        position += 1
        var escaped = false
        while true {
            unsafe JSONText.skipPlain(text, &position)
            guard position < text.count else { throw .syntax }
            let byte = unsafe text[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                append(.string, flag: escaped, from: start, to: position)
                return escaped
            }
            guard byte == UInt8(ascii: "\\") else { throw .syntax }
            escaped = true
            unsafe try JSONText.skipEscape(text, &position)
        }
    }

    /// Takes in one of the three words.
    private mutating func word(
        _ word: StaticString, _ kind: JSONKind, _ flag: Bool, _ text: UnsafeBufferPointer<UInt8>,
        _ position: inout Int
    ) throws(JSONError) {
        let length = word.utf8CodeUnitCount
        guard length <= text.count - position else { throw .syntax }
        for offset in 0..<length where unsafe text[position + offset] != word.utf8Start[offset] {
            throw .syntax
        }
        append(kind, flag: flag, from: position, to: position + length)
        position += length
    }

    /// Takes in a number as its source text.
    private mutating func number(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) throws(JSONError) {
        let start = position
        var isDecimal = false
        if unsafe text[position] == UInt8(ascii: "-") { position += 1 }
        guard position < text.count else { throw .syntax }
        if unsafe text[position] == UInt8(ascii: "0") {
            position += 1
        } else {
            unsafe try digits(text, &position)
        }
        if position < text.count, unsafe text[position] == UInt8(ascii: ".") {
            position += 1
            isDecimal = true
            unsafe try digits(text, &position)
        }
        if position < text.count, unsafe text[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            isDecimal = true
            if position < text.count {
                let sign = unsafe text[position]
                if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
            }
            unsafe try digits(text, &position)
        }
        append(.number, flag: isDecimal, from: start, to: position)
    }

    /// Moves over one digit or more.
    @inline(__always) private func digits(
        _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int
    ) throws(JSONError) {
        let start = position
        while position < text.count, unsafe text[position] &- 0x30 < 10 { position += 1 }
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
