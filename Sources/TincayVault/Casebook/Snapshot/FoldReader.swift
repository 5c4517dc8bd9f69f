/// Reads a part of a snapshot: columns of numbers, many at a time, and texts behind their lengths.
struct FoldReader {
    /// The bytes.
    private let bytes: [UInt8]
    /// How many of them were read.
    private var position = 0

    /// Starts at the first byte.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether everything was read.
    var isAtEnd: Bool { position == bytes.count }

    /// The next so many bytes.
    mutating func take(_ count: Int) throws(VaultError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.count - position else { throw .badFormat }
        defer { position += count }
        return bytes[position..<position + count]
    }

    /// The next number.
    mutating func number<Number: FixedWidthInteger & UnsignedInteger>(
        _ type: Number.Type = Number.self
    ) throws(VaultError) -> Number {
        let size = Number.bitWidth / 8
        guard size <= bytes.count - position else { throw .badFormat }
        defer { position += size }
        // SAFETY: so many bytes are left.
        return unsafe bytes.withUnsafeBytes { bytes in
            unsafe Number(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: Number.self))
        }
    }

    /// The next so many numbers.
    mutating func numbers<Number: FixedWidthInteger>(
        _ count: Int, _ type: Number.Type = Number.self
    ) throws(VaultError) -> [Number] {
        // Nobody asks for memory that the bytes could not fill.
        guard count >= 0, count <= (bytes.count - position) / (Number.bitWidth / 8) else { throw .badFormat }
        var numbers = [Number](repeating: 0, count: count)
        try read(count, into: &numbers, at: 0)
        return numbers
    }

    /// Reads so many numbers into a column, from a place on.
    mutating func read<Number: FixedWidthInteger>(
        _ count: Int, into column: inout [Number], at first: Int
    ) throws(VaultError) {
        let size = Number.bitWidth / 8
        guard count >= 0, count <= (bytes.count - position) / size, first >= 0, count <= column.count - first else {
            throw .badFormat
        }
        let start = position
        position += count * size
        unsafe bytes.withUnsafeBytes { bytes in
            for place in 0..<count {
                // SAFETY: that so many bytes are left was checked above.
                let number = unsafe bytes.loadUnaligned(fromByteOffset: start + place * size, as: Number.self)
                column[first + place] = Number(littleEndian: number)
            }
        }
    }

    /// The next count, of things that take at least so many bytes each.
    mutating func count(of size: Int = 1) throws(VaultError) -> Int {
        let count = Int(try number(UInt32.self))
        guard count <= (bytes.count - position) / max(1, size) else { throw .badFormat }
        return count
    }

    /// What is left, read by somebody who reads all of it.
    mutating func part<Part>(
        _ read: (inout ByteReader) throws(VaultError) -> Part
    ) throws(VaultError) -> Part {
        var rest = ByteReader(bytes[position...])
        let part = try read(&rest)
        guard rest.rest.isEmpty else { throw .badFormat }
        position = bytes.count
        return part
    }

    /// The next bytes behind their number.
    mutating func text() throws(VaultError) -> [UInt8] {
        [UInt8](try take(try count()))
    }
}
