import Testing

@testable import TincayIntake

struct UTF8CheckTests {
    /// Whether the check takes some bytes.
    private func holds(_ bytes: [UInt8]) -> Bool {
        let padded = unsafe bytes.withUnsafeBufferPointer { unsafe PaddedText.padded($0) }
        return unsafe padded.withUnsafeBufferPointer { unsafe UTF8Check.holds(PaddedText($0)) }
    }

    /// Whether the standard library takes them.
    private func isText(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    @Test func everyPairOfBytesIsJudgedAsTheStandardLibraryDoes() {
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max {
                let bytes = [first, second]
                #expect(holds(bytes) == isText(bytes), "\(bytes)")
            }
        }
    }

    @Test func everyBorderOfLongerCharactersIsJudgedAtEveryPlaceOfABlock() {
        let borders: [UInt8] = [
            0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
            0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
        ]
        for place in [0, 1, 12, 13, 14, 15, 16, 17, 29, 30, 31, 32] {
            let before = [UInt8](repeating: 0x61, count: place)
            for first in borders where first >= 0xC0 {
                for second in borders {
                    for third in borders {
                        let bytes = before + [first, second, third]
                        #expect(holds(bytes) == isText(bytes), "\(bytes)")
                        let longer = bytes + [0x80]
                        #expect(holds(longer) == isText(longer), "\(longer)")
                    }
                }
            }
        }
    }

    @Test func textsWithOneByteChangedAreJudgedAsTheStandardLibraryDoes() {
        var random = SeededGenerator(seed: 7)
        let letters = Array("aệ😀đ\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF} Nguyễn".unicodeScalars)
        for _ in 0..<20_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                let scalar = letters[Int.random(in: 0..<letters.count, using: &random)]
                bytes += UTF8.encode(scalar).map { Array($0) } ?? []
            }
            #expect(holds(bytes))
            guard !bytes.isEmpty else { continue }
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            #expect(holds(bytes) == isText(bytes), "\(bytes)")
        }
    }
}
