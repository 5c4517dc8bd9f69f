/// Reads fixed-size fields from bytes that may be anything.
struct ByteReader {
    /// What is left to read.
    private(set) var rest: ArraySlice<UInt8>

    /// Starts at the first byte.
    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// The next so many bytes.
    mutating func take(_ count: Int) throws(VaultError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= rest.count else { throw .badFormat }
        let taken = rest.prefix(count)
        rest = rest.dropFirst(count)
        return taken
    }

    /// The next so many bytes in an array of their own.
    mutating func bytes(_ count: Int) throws(VaultError) -> [UInt8] {
        [UInt8](try take(count))
    }

    /// The next byte.
    mutating func byte() throws(VaultError) -> UInt8 {
        guard let byte = rest.popFirst() else { throw .badFormat }
        return byte
    }

    /// The next number, least significant byte first.
    mutating func number<Number: FixedWidthInteger & UnsignedInteger>(
        _ type: Number.Type = Number.self
    ) throws(VaultError) -> Number {
        var number: Number = 0
        for (place, byte) in try take(Number.bitWidth / 8).enumerated() {
            number |= Number(byte) << Number(place * 8)
        }
        return number
    }

    /// Moves over bytes that must be zero.
    mutating func zeros(_ count: Int) throws(VaultError) {
        guard try take(count).allSatisfy({ $0 == 0 }) else { throw .badFormat }
    }
}
