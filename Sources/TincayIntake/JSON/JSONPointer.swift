/// The tokens of JSON Pointers (RFC 6901).
public enum JSONPointer {
    /// A slash and a name, in which tildes and slashes are escaped.
    public static func token(_ name: [UInt8]) -> [UInt8] {
        var token: [UInt8] = []
        // SAFETY: the buffer is only read inside.
        unsafe name.withUnsafeBufferPointer { unsafe append($0, to: &token) }
        return token
    }

    /// Appends a slash and a name, in which tildes and slashes are escaped.
    static func append(_ name: UnsafeBufferPointer<UInt8>, to pointer: inout [UInt8]) {
        pointer.append(UInt8(ascii: "/"))
        for place in 0..<name.count {
            let byte = unsafe name[place]
            guard byte == UInt8(ascii: "~") || byte == UInt8(ascii: "/") else {
                pointer.append(byte)
                continue
            }
            pointer.append(UInt8(ascii: "~"))
            pointer.append(byte == UInt8(ascii: "~") ? UInt8(ascii: "0") : UInt8(ascii: "1"))
        }
    }

    /// Appends a slash and a position.
    static func append(position: Int32, to pointer: inout [UInt8]) {
        pointer.append(UInt8(ascii: "/"))
        var power: Int32 = 1
        while power <= position / 10 { power *= 10 }
        while power > 0 {
            pointer.append(0x30 + UInt8(truncatingIfNeeded: position / power % 10))
            power /= 10
        }
    }

    /// A token with ~1 read as a slash and ~0 as a tilde.
    static func unescape(_ token: ArraySlice<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        var tilde = false
        for byte in token {
            if tilde {
                guard byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1") else { return nil }
                result.append(byte == UInt8(ascii: "0") ? UInt8(ascii: "~") : UInt8(ascii: "/"))
                tilde = false
            } else if byte == UInt8(ascii: "~") {
                tilde = true
            } else {
                result.append(byte)
            }
        }
        return tilde ? nil : result
    }

    /// An array position, written without leading zeros.
    static func position(_ token: [UInt8]) -> Int? {
        guard !token.isEmpty, token.count <= 9, token.count == 1 || token[0] != UInt8(ascii: "0") else { return nil }
        var position = 0
        for byte in token {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            position = position * 10 + Int(byte - 0x30)
        }
        return position
    }
}

extension JSONValue {
    /// The value that an RFC 6901 pointer leads to; nil when it leads nowhere or is no pointer.
    public func at(pointer: [UInt8]) -> JSONValue? { JSONPath(pointer).value(in: self) }

    /// The pointer that leads to the value from the root of its text.
    public var pointer: [UInt8] {
        var pointer: [UInt8] = []
        let nodes = document.nodes
        var here = 0
        while here < index {
            let node = nodes[here]
            let isObject = node.kind == .object
            var next = here + 1
            var position: Int32 = 0
            // Nodes stand in the order of the text: the first child that ends behind the value has it inside.
            while position < Int32(truncatingIfNeeded: node.count) {
                let end = Int(nodes[isObject ? next + 1 : next].next)
                guard end <= index else { break }
                next = end
                position += 1
            }
            // A member's name has no pointer of its own; its object's stands for it.
            guard position < Int32(truncatingIfNeeded: node.count), !isObject || next < index else { return pointer }
            if isObject, nodes[next].flag {
                pointer += JSONPointer.token(JSONValue(document: document, index: next).text ?? [])
            } else if isObject {
                let name = nodes[next]
                unsafe JSONPointer.append(document.text.part(name.contentStart, name.contentCount), to: &pointer)
            } else {
                JSONPointer.append(position: position, to: &pointer)
            }
            here = isObject ? next + 1 : next
        }
        return pointer
    }
}
