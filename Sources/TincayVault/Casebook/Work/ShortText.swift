extension ByteReader {
    /// The next text of at most 255 bytes, behind its length.
    mutating func shortText() throws(VaultError) -> [UInt8] {
        try bytes(Int(try byte()))
    }

    /// The next moment.
    mutating func moment() throws(VaultError) -> Int64 { Int64(bitPattern: try number()) }
}

extension ByteWriter {
    /// Writes a text of at most 255 bytes behind its length; a longer one is cut.
    mutating func append(short text: [UInt8]) {
        let cut = text.prefix(255)
        append([UInt8(truncatingIfNeeded: cut.count)])
        append(cut)
    }

    /// Writes a number that may be negative.
    mutating func append(signed number: Int64) { append(number: UInt64(bitPattern: number)) }
}
