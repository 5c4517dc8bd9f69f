/// Builds a text of rows and fields, as RFC 4180 has it.
struct SeparatedText {
    /// The text so far.
    private(set) var bytes: [UInt8] = []

    /// Adds a row.
    mutating func row(_ fields: [[UInt8]]) {
        for (place, field) in fields.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            append(field)
        }
        bytes += [0x0D, 0x0A]
    }

    /// A number as a field.
    static func number(_ number: Int32) -> [UInt8] {
        var digits: [UInt8] = []
        var rest = number.magnitude
        repeat {
            digits.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        return digits.reversed()
    }

    /// Adds a field.
    ///
    /// What a spreadsheet would take for a formula gets an apostrophe in front, which shows as text.
    private mutating func append(_ field: [UInt8]) {
        var field = field
        switch field.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D, 0x0A:
            field.insert(UInt8(ascii: "'"), at: 0)
        default: break
        }
        let isPlain = !field.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 < 0x20 }
        guard !isPlain else { return bytes += field }
        bytes.append(UInt8(ascii: "\""))
        for byte in field {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
