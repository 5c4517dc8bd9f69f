/// Writes the fields that `ByteReader` reads.
struct ByteWriter {
    /// What was written.
    private(set) var bytes: [UInt8] = []

    /// Starts with nothing, and with room for so many bytes.
    init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes bytes.
    mutating func append(_ more: some Sequence<UInt8>) {
        bytes.append(contentsOf: more)
    }

    /// Writes a byte.
    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Writes the letters of a name.
    mutating func append(_ name: StaticString) {
        // SAFETY: a static string's bytes live as long as the process.
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    /// Writes a number, least significant byte first.
    mutating func append<Number: FixedWidthInteger & UnsignedInteger>(number: Number) {
        for place in 0..<Number.bitWidth / 8 {
            bytes.append(UInt8(truncatingIfNeeded: number >> Number(place * 8)))
        }
    }

    /// Writes a count.
    mutating func append(count: Int) {
        append(number: UInt32(truncatingIfNeeded: count))
    }

    /// Writes a text behind its length.
    mutating func append(text: [UInt8]) {
        append(count: text.count)
        append(text)
    }

    /// Writes zeros until there are so many bytes in all.
    mutating func pad(to count: Int) {
        guard count > bytes.count else { return }
        bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
    }
}
