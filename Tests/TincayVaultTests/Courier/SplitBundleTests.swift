import Testing

@testable import TincayVault

/// Bundles in two halves.
@Suite struct SplitBundleTests {
    /// Splits bytes.
    private func split(_ bytes: [UInt8]) throws -> (first: [UInt8], second: [UInt8]) {
        try bytes.withUnsafeBytes { try unsafe SplitBundle.split($0) }
    }

    /// Joins halves.
    private func join(_ first: [UInt8], _ second: [UInt8]) throws -> [UInt8] {
        try first.withUnsafeBytes { first in
            try second.withUnsafeBytes { try unsafe SplitBundle.join(first, $0) }
        }
    }

    @Test func twoHalvesMakeTheWholeInEitherOrder() throws {
        for count in [1, 15, 4096, 100_001] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            let (first, second) = try split(bytes)
            #expect(first.count == count && second.count == count)
            #expect(try join(first, second) == bytes)
            #expect(try join(second, first) == bytes)
        }
    }

    @Test func eitherHalfOfTheSameBytesIsNewEachTimeAndEven() throws {
        let zeros = [UInt8](repeating: 0, count: 1 << 16)
        let (first, second) = try split(zeros)
        let (other, another) = try split(zeros)
        #expect(first != other && second != another)
        for half in [first, second, other, another] {
            // 2^19 bits: twenty standard deviations are 7,240.
            let ones = half.reduce(0) { $0 + $1.nonzeroBitCount }
            #expect(abs(ones - 1 << 18) < 7_240)
        }
    }

    @Test func halvesThatAreNoneAreRefused() throws {
        #expect(throws: VaultError.invalidInput) { try join([1, 2], [1]) }
        #expect(throws: VaultError.invalidInput) { try join([], []) }
        #expect(throws: VaultError.invalidInput) { try split([]) }
        let large = [UInt8](repeating: 0, count: Bundle.largest + 1)
        #expect(throws: VaultError.tooLarge) { try split(large) }
        #expect(throws: VaultError.tooLarge) { try join(large, large) }
    }
}
