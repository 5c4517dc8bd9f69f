/// Reads the code points of UTF-8.
struct ScalarReader {
    /// What is read next.
    private(set) var position = 0

    /// Reads a byte that is a code point by itself; nil when none is next.
    @inline(__always)
    mutating func readASCII(_ text: UnsafeBufferPointer<UInt8>) -> UInt8? {
        guard position < text.count else { return nil }
        let byte = unsafe text[position]
        guard byte < 0x80 else { return nil }
        position += 1
        return byte
    }

    /// Reads the code point that begins here; what is no UTF-8 is read byte by byte, as if it were U+FFFD.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard position < text.count else { return nil }
        let lead = unsafe text[position]
        position += 1
        guard lead >= 0x80 else { return UInt32(lead) }
        let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : 0
        guard length > 0, length <= text.count - position else { return 0xFFFD }
        var scalar = UInt32(lead) & (0x3F >> UInt32(length))
        for offset in 0..<length {
            // SAFETY: the guard above found that so many bytes are left.
            let byte = unsafe text[position + offset]
            guard byte & 0xC0 == 0x80 else { return 0xFFFD }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        position += length
        return scalar
    }
}
