/// A set of characters.
struct PatternSet: Sendable {
    /// The ranges that are in it.
    var ranges: [ClosedRange<UInt32>] = []
    /// Whether it is everything else instead.
    var inverted = false

    /// Any character but the ends of lines.
    static let any = PatternSet(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029], inverted: true)
    /// The digits, `\d`.
    static let digit: [ClosedRange<UInt32>] = [0x30...0x39]
    /// The characters of words, `\w`.
    static let word: [ClosedRange<UInt32>] = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
    /// White space and ends of lines, `\s`.
    static let space: [ClosedRange<UInt32>] = [
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ]

    /// Whether a character is in the set.
    func holds(_ scalar: Unicode.Scalar) -> Bool {
        ranges.contains { $0.contains(scalar.value) } != inverted
    }

    /// Whether a character is one of those that words are made of.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        word.contains { $0.contains(scalar.value) }
    }

    /// The ranges that are not in others.
    static func complement(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { result.append(next...range.lowerBound - 1) }
            next = max(next, range.upperBound + 1)
        }
        if next <= 0x10FFFF { result.append(next...0x10FFFF) }
        return result
    }
}
