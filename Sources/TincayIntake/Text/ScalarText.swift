/// Reads and writes the scalar values of UTF-8 without Swift's own strings.
enum ScalarText {
    /// What stands for bytes that are no UTF-8.
    static let replacement: UInt32 = 0xFFFD

    /// The scalar value at a position inside a text; the position moves behind it.
    @inline(__always)
    static func next(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32 {
        // SAFETY: the caller's position is inside the text.
        let byte = unsafe text[position]
        position += 1
        if byte < 0x80 { return UInt32(byte) }
        // Letters with one mark, and others of two bytes.
        if byte < 0xE0, byte >= 0xC2, position < text.count {
            // SAFETY: one byte is left.
            let second = unsafe text[position]
            if second & 0xC0 == 0x80 {
                position += 1
                return UInt32(byte & 0x1F) << 6 | UInt32(second & 0x3F)
            }
        }
        // Vietnamese letters with two marks, U+1E80 to U+1EFF, and what has the same first byte.
        if byte == 0xE1, text.count - position >= 2 {
            // SAFETY: two bytes are left.
            let second = unsafe text[position]
            let third = unsafe text[position + 1]
            if second & 0xC0 == 0x80, third & 0xC0 == 0x80 {
                position += 2
                return 0x1000 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
            }
        }
        return unsafe rest(text, byte, &position)
    }

    /// The scalar value that starts with a byte that is not ASCII, of three bytes or four; anything else is none.
    @inline(never)
    private static func rest(_ text: UnsafeBufferPointer<UInt8>, _ byte: UInt8, _ position: inout Int) -> UInt32 {
        let left = byte < 0xE0 ? 0 : byte < 0xF0 ? 2 : byte < 0xF5 ? 3 : 0
        guard left > 0, left <= text.count - position else { return replacement }
        var scalar = UInt32(byte) & (0x3F >> UInt32(left))
        for offset in 0..<left {
            // SAFETY: so many bytes are left.
            let more = unsafe text[position + offset]
            guard more & 0xC0 == 0x80 else { return replacement }
            scalar = scalar << 6 | UInt32(more & 0x3F)
        }
        position += left
        guard let value = Unicode.Scalar(scalar), value.value >= (left == 2 ? 0x800 : 0x10000) else {
            return replacement
        }
        return value.value
    }

    /// Appends a scalar value as UTF-8.
    static func append(_ scalar: UInt32, to text: inout [UInt8]) {
        switch scalar {
        case 0..<0x80: text.append(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            text.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
            text.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        case 0x800..<0x10000:
            text.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            text.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
            text.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        default:
            text.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18 & 0x07))
            text.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F))
            text.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
            text.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        }
    }

    /// All scalar values of a text.
    static func scalars(_ text: [UInt8]) -> [UInt32] {
        var scalars: [UInt32] = []
        scalars.reserveCapacity(text.count)
        // SAFETY: the position stays inside the buffer.
        unsafe text.withUnsafeBufferPointer { buffer in
            var position = 0
            while position < buffer.count { unsafe scalars.append(next(buffer, &position)) }
        }
        return scalars
    }

    /// Scalar values as UTF-8.
    static func text(_ scalars: [UInt32]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(scalars.count)
        for scalar in scalars { append(scalar, to: &text) }
        return text
    }
}
