extension JSONPointer {
    /// The names and positions that a pointer is made of, with escapes read; none of what is no pointer.
    static func names(_ pointer: [UInt8]) -> [[UInt8]] {
        guard pointer.first == UInt8(ascii: "/") else { return [] }
        guard pointer.contains(UInt8(ascii: "~")) else {
            return pointer.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
                Array($0)
            }
        }
        var names: [[UInt8]] = []
        var name: [UInt8] = []
        var escaped = false
        for byte in pointer.dropFirst() {
            if escaped {
                name.append(byte == UInt8(ascii: "1") ? UInt8(ascii: "/") : UInt8(ascii: "~"))
                escaped = false
            } else if byte == UInt8(ascii: "~") {
                escaped = true
            } else if byte == UInt8(ascii: "/") {
                names.append(name)
                name = []
            } else {
                name.append(byte)
            }
        }
        return names + [name]
    }
}
