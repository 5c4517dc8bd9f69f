import Foundation
import Testing

@testable import TincayCrypto

/// Randomness that was asked for ahead.
struct RandomPoolTests {
    @Test func nothingIsHandedOutTwice() {
        var seen: Set<[UInt8]> = []
        for count in 0..<4_000 { seen.insert(Random.bytes(16 + count % 49)) }
        #expect(seen.count == 4_000)
        let prefixes = Set(seen.map { $0.prefix(8) })
        #expect(prefixes.count == 4_000)
    }

    @Test func everyByteTakesEveryValueAboutAsOften() {
        var counts = [Int](repeating: 0, count: 256)
        for _ in 0..<4_000 { for byte in Random.bytes(64) { counts[Int(byte)] += 1 } }
        // A thousand each; six standard deviations are 190.
        #expect(counts.allSatisfy { abs($0 - 1_000) < 190 })
    }

    @Test func threadsNeverGetTheSameBytes() {
        let lock = NSLock()
        nonisolated(unsafe) var seen: Set<[UInt8]> = []
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            let drawn = (0..<2_000).map { _ in Random.bytes(24) }
            lock.withLock { unsafe seen.formUnion(drawn) }
        }
        #expect(unsafe seen.count == 16_000)
    }

    @Test func moreThanItHandsOutAtOnceIsNotItsAffair() {
        var bytes = [UInt8](repeating: 0, count: RandomPool.most + 1)
        let isFilled = unsafe bytes.withUnsafeMutableBytes { unsafe RandomPool.shared.fill($0) }
        #expect(!isFilled)
        #expect(bytes.allSatisfy { $0 == 0 })
        #expect(Random.bytes(RandomPool.most + 1).contains { $0 != 0 })
    }
}
