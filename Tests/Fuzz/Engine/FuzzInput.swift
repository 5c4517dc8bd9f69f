/// The bytes that libFuzzer made up, and their parts: FF, which no UTF-8 text has, stands between two.
struct FuzzInput {
    /// All bytes.
    let bytes: [UInt8]
    /// What comes before the first FF.
    let first: [UInt8]
    /// What comes after it; nothing when there is none.
    let second: [UInt8]

    /// Takes the bytes apart.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let border = bytes.firstIndex(of: 0xFF) ?? bytes.endIndex
        first = Array(bytes[..<border])
        second = Array(bytes[border...].dropFirst())
    }
}
