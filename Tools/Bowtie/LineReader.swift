import Glibc

/// Standard input, line by line, as the bytes that came: what is not UTF-8 is refused by the parser and not mended here.
struct LineReader {
    /// The longest line that is kept; of a longer one the engine would refuse the text anyway.
    private static let most = 64 << 20
    /// What was read beyond the line that was given last.
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    /// The part of the buffer that was not given yet.
    private var rest = 0..<0

    /// The next line without its end; nil after the last.
    mutating func next() -> [UInt8]? {
        var line: [UInt8] = []
        var isLine = false
        while fill() {
            isLine = true
            let end = buffer[rest].firstIndex(of: UInt8(ascii: "\n")) ?? rest.upperBound
            if line.count < Self.most { line += buffer[rest.lowerBound..<end] }
            let isWhole = end < rest.upperBound
            rest = min(end + 1, rest.upperBound)..<rest.upperBound
            if isWhole { break }
        }
        return isLine ? line : nil
    }

    /// Sees that there is something to give; false at the end of the input.
    private mutating func fill() -> Bool {
        guard rest.isEmpty else { return true }
        // SAFETY: at most as many bytes are read as the buffer has.
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(STDIN_FILENO, $0.baseAddress, $0.count) }
        rest = 0..<max(count, 0)
        return count > 0
    }
}
