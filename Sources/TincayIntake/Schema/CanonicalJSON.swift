/// Values in a form in which equal values, as JSON Schema has it, are equal bytes.
enum CanonicalJSON {
    /// The canonical bytes of a value.
    static func bytes(of value: JSONValue) -> [UInt8] {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return bytes
    }

    /// Appends a value; goes as deep as the value, which its parser has limited.
    private static func append(_ value: JSONValue, to bytes: inout [UInt8]) {
        switch value.kind {
        case .null: bytes.append(UInt8(ascii: "n"))
        case .boolean: bytes.append(UInt8(ascii: value.boolean == true ? "t" : "f"))
        case .number: append(JSONDecimal(value.slice), to: &bytes)
        case .string: append(value.text ?? [], to: &bytes)
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
                append(member.name, to: &bytes)
                append(member.value, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Appends a string with its length before it, so that nothing inside can look like its end.
    private static func append(_ text: [UInt8], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "s"))
        append(UInt64(text.count), to: &bytes)
        bytes += text
    }

    /// Appends a number by its digits and its exponent.
    private static func append(_ number: JSONDecimal, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: number.negative ? "-" : "+"))
        append(UInt64(bitPattern: number.exponent.number), to: &bytes)
        append(UInt64(number.exponent.digits.count), to: &bytes)
        bytes += number.exponent.digits
        append(UInt64(number.digits.count), to: &bytes)
        bytes += number.digits
    }

    /// Appends eight bytes.
    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        for shift in 0..<UInt64(8) { bytes.append(UInt8(truncatingIfNeeded: number >> (shift * 8))) }
    }
}
