import Glibc

/// Standard output, line by line and without delay, because the other side waits for each.
enum LineWriter {
    /// Writes a line; false when nobody listens any more.
    static func write(_ line: [UInt8]) -> Bool {
        var rest = (line + [UInt8(ascii: "\n")])[...]
        while !rest.isEmpty {
            // SAFETY: as many bytes are written as there are.
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
