import Testing

@testable import TincayIntake

struct PaddedTextTests {
    /// Looks at some bytes with a margin behind them.
    private func with<Result>(_ bytes: [UInt8], _ body: (PaddedText) -> Result) -> Result {
        let padded = unsafe bytes.withUnsafeBufferPointer { unsafe PaddedText.padded($0) }
        return unsafe padded.withUnsafeBufferPointer { body(unsafe PaddedText($0)) }
    }

    @Test func partsAreTheSameExactlyWhenEveryByteIs() {
        for count in 0...40 {
            let bytes = (0..<count).map { UInt8($0 + 1) }
            with([9, 9, 9] + bytes + [7]) { text in
                with(bytes + [8]) { other in #expect(text.isSame(3, other, 0, count: count)) }
                for place in 0..<count {
                    var changed = bytes
                    changed[place] ^= 0x80
                    with(changed) { other in #expect(!text.isSame(3, other, 0, count: count)) }
                }
            }
        }
    }

    @Test func theLengthIsThatInCodePoints() {
        let text = "Đỗ Thị 😀 ở xã — ấp"
        for scalars in 0...text.unicodeScalars.count {
            var part = String.UnicodeScalarView()
            part.append(contentsOf: text.unicodeScalars.prefix(scalars))
            let bytes = Array(String(part).utf8)
            #expect(with([0xBF, 0x80] + bytes + [0x80]) { $0.length(2, bytes.count) } == scalars)
        }
    }

    @Test func anEmptyTextHasNothingButItsMargin() {
        with([]) { text in
            #expect(text.count == 0)
            #expect(text.word(at: 0) == 0)
            #expect(text.isSame(0, text, 0, count: 0))
        }
    }

    @Test func theHashOfAPartIsThatOfItsBytes() {
        for count in 0...40 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37) }
            let hash = with([1, 2, 3] + bytes + [4]) { JSONNameHash.hash($0, 3, count, seed: 99) }
            #expect(hash == JSONNameHash.hash(bytes, seed: 99))
        }
    }
}
