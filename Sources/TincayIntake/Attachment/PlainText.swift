/// Tells text from other bytes.
enum PlainText {
    /// Whether bytes are UTF-8 without control characters but line ends and tabs.
    ///
    /// A character that the end cuts off counts, unless the bytes are all there is.
    static func holds(_ bytes: ArraySlice<UInt8>, isWhole: Bool) -> Bool {
        guard !bytes.isEmpty else { return false }
        for byte in bytes where byte < 0x20 || byte == 0x7F {
            guard byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D else { return false }
        }
        var whole = bytes
        if !isWhole {
            // At most the last three bytes can be a character's beginning.
            for _ in 0..<3 {
                guard let last = whole.last, last >= 0x80 else { break }
                whole.removeLast()
                if last >= 0xC0 { break }
            }
        }
        return String(validating: whole, as: UTF8.self) != nil
    }
}
