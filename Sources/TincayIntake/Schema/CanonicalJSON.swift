/// Values in a form in which equal values, as JSON Schema has it, are equal bytes.
enum CanonicalJSON {
    /// The canonical bytes of a value.
    static func bytes(of value: JSONValue) -> [UInt8] {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return bytes
    }

    /// Appends a value; goes as deep as the value, which its parser has limited.
    static func append(_ value: JSONValue, to bytes: inout [UInt8]) {
        switch value.kind {
        case .null: bytes.append(UInt8(ascii: "n"))
        case .boolean: bytes.append(UInt8(ascii: value.boolean == true ? "t" : "f"))
        case .number: appendNumber(value, to: &bytes)
        case .string: appendText(value, to: &bytes)
        case .array:
            bytes.append(UInt8(ascii: "["))
            for element in value.elements { append(element, to: &bytes) }
            bytes.append(UInt8(ascii: "]"))
        case .object:
            var members: [(name: [UInt8], value: JSONValue)] = []
            for member in value.members { members.append((member.name.text ?? [], member.value)) }
            members.sort { $0.name.lexicographicallyPrecedes($1.name) }
            bytes.append(UInt8(ascii: "{"))
            for member in members {
                bytes.append(UInt8(ascii: "s"))
                append(UInt64(member.name.count), to: &bytes)
                bytes += member.name
                append(member.value, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Appends a string with its length before it, so that nothing inside can look like its end.
    private static func appendText(_ value: JSONValue, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "s"))
        guard !value.node.flag else {
            let text = value.text ?? []
            append(UInt64(text.count), to: &bytes)
            return bytes += text
        }
        let text = value.slice.dropFirst().dropLast()
        append(UInt64(text.count), to: &bytes)
        bytes += text
    }

    /// Appends a number by its digits and its exponent.
    private static func appendNumber(_ value: JSONValue, to bytes: inout [UInt8]) {
        guard !value.node.flag else {
            let number = JSONDecimal(value.slice)
            bytes.append(UInt8(ascii: number.negative ? "-" : "+"))
            let exponent = number.exponent.number
            append(UInt64(bitPattern: exponent << 1 ^ exponent >> 63), to: &bytes)
            append(UInt64(number.exponent.digits.count), to: &bytes)
            bytes += number.exponent.digits
            append(UInt64(number.digits.count), to: &bytes)
            return bytes += number.digits
        }
        // A whole number has no leading zeros; those behind it are its exponent.
        var digits = value.slice
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits.removeFirst() }
        let count = digits.count
        while digits.last == 0x30 { digits.removeLast() }
        bytes.append(UInt8(ascii: isNegative && !digits.isEmpty ? "-" : "+"))
        append(digits.isEmpty ? 0 : UInt64(count - digits.count) << 1, to: &bytes)
        append(0, to: &bytes)
        append(UInt64(digits.count), to: &bytes)
        for digit in digits { bytes.append(digit - 0x30) }
    }

    /// Appends a number of any size, seven bits to a byte, the last of which says that it is.
    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}
