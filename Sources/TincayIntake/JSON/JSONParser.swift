/// A strict parser that walks a text once, with a stack of its own instead of recursion.
struct JSONParser {
    /// What was found so far.
    private(set) var nodes: [JSONNode] = []
    /// The containers that are open, outermost first.
    private var open: [Int] = []
    /// The deepest nesting that is taken.
    private let depth: Int

    /// Prepares to parse a text nested at most so deep.
    init(depth: Int) {
        self.depth = depth
    }

    /// Finds every value of a text, or says why it is not JSON.
    mutating func parse(_ text: UnsafeBufferPointer<UInt8>) throws(JSONError) {
        unsafe try JSONText.check(text)
        nodes.reserveCapacity(text.count / 8 + 4)
        var position = 0
        unsafe skipSpace(text, &position)
        unsafe try value(text, &position)
        while let container = open.last {
            unsafe skipSpace(text, &position)
            guard position < text.count else { throw .syntax }
            let isObject = nodes[container].kind == .object
            let byte = unsafe text[position]
            if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                position += 1
                unsafe try close(container, text, position)
                continue
            }
            if nodes[container].count > 0 {
                guard byte == UInt8(ascii: ",") else { throw .syntax }
                position += 1
                unsafe skipSpace(text, &position)
            }
            if isObject {
                guard position < text.count, unsafe text[position] == UInt8(ascii: "\"") else { throw .syntax }
                unsafe try string(text, &position)
                unsafe skipSpace(text, &position)
                guard position < text.count, unsafe text[position] == UInt8(ascii: ":") else { throw .syntax }
                position += 1
                unsafe skipSpace(text, &position)
            }
            nodes[container].count += 1
            unsafe try value(text, &position)
        }
        unsafe skipSpace(text, &position)
        guard position == text.count else { throw .syntax }
    }

    /// Moves over the four characters that JSON calls white space.
    private func skipSpace(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        while position < text.count {
            switch unsafe text[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    /// Takes in a scalar, or opens an array or an object.
    private mutating func value(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) throws(JSONError) {
        guard position < text.count else { throw .syntax }
        switch unsafe text[position] {
        case UInt8(ascii: "{"): try begin(.object, &position)
        case UInt8(ascii: "["): try begin(.array, &position)
        case UInt8(ascii: "\""): unsafe try string(text, &position)
        case UInt8(ascii: "t"): unsafe try word("true", .boolean, true, text, &position)
        case UInt8(ascii: "f"): unsafe try word("false", .boolean, false, text, &position)
        case UInt8(ascii: "n"): unsafe try word("null", .null, false, text, &position)
        default: unsafe try number(text, &position)
        }
    }

    /// Opens a container; its end is set when it closes.
    private mutating func begin(_ kind: JSONKind, _ position: inout Int) throws(JSONError) {
        guard open.count < depth else { throw .tooDeep }
        open.append(nodes.count)
        append(kind, from: position, to: position + 1)
        position += 1
    }

    /// Closes the innermost container and refuses an object that names a member twice.
    private mutating func close(
        _ container: Int, _ text: UnsafeBufferPointer<UInt8>, _ position: Int
    ) throws(JSONError) {
        open.removeLast()
        nodes[container].end = Int32(truncatingIfNeeded: position)
        nodes[container].next = Int32(truncatingIfNeeded: nodes.count)
        if nodes[container].kind == .object {
            unsafe try JSONNames.checkDistinct(nodes, container, text)
        }
    }

    /// Takes in a string, whose text was already found to be UTF-8.
    private mutating func string(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) throws(JSONError) {
        let start = position
        position += 1
        var escaped = false
        while position < text.count {
            let byte = unsafe text[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                append(.string, flag: escaped, from: start, to: position)
                return
            }
            guard byte >= 0x20 else { throw .syntax }
            if byte == UInt8(ascii: "\\") {
                escaped = true
                unsafe try JSONText.skipEscape(text, &position)
            } else {
                position += 1
            }
        }
        throw .syntax
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
        if unsafe text[position] == UInt8(ascii: "-") { position += 1 }
        guard position < text.count else { throw .syntax }
        if unsafe text[position] == UInt8(ascii: "0") {
            position += 1
        } else {
            unsafe try digits(text, &position)
        }
        if position < text.count, unsafe text[position] == UInt8(ascii: ".") {
            position += 1
            unsafe try digits(text, &position)
        }
        if position < text.count, unsafe text[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < text.count {
                let sign = unsafe text[position]
                if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
            }
            unsafe try digits(text, &position)
        }
        append(.number, from: start, to: position)
    }

    /// Moves over one digit or more.
    private func digits(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) throws(JSONError) {
        let start = position
        while position < text.count, unsafe text[position] &- 0x30 < 10 { position += 1 }
        guard position > start else { throw .syntax }
    }

    /// Notes a value that holds no others.
    private mutating func append(_ kind: JSONKind, flag: Bool = false, from start: Int, to end: Int) {
        nodes.append(
            JSONNode(
                kind: kind, flag: flag, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
                next: Int32(truncatingIfNeeded: nodes.count + 1), count: 0))
    }
}
