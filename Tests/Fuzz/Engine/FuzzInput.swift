/// The bytes that libFuzzer made up, and their parts: FF, which no UTF-8 text has, stands between two.
struct FuzzInput {
    /// All bytes.
    let bytes: [UInt8]
    /// The parts; there is always one.
    private let parts: [ArraySlice<UInt8>]

    /// Takes the bytes apart.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        parts = bytes.split(separator: 0xFF, maxSplits: 2, omittingEmptySubsequences: false)
    }

    /// A part by its number; nothing when there are fewer.
    subscript(number: Int) -> [UInt8] { number < parts.count ? Array(parts[number]) : [] }
}
