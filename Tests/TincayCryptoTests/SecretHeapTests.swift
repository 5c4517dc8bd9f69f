import Foundation
import Testing

@testable import TincayCrypto

@Suite struct SecretHeapTests {
    /// A heap of a quarter of a mebibyte, or none where nothing may be locked.
    private func heap() throws -> SecretHeap { SecretHeap([1 << 18]) }

    @Test func blocksAreAlignedApartAndKeepTheirBytes() throws {
        let heap = try heap()
        var blocks: [(UnsafeMutableRawPointer, Int, UInt8)] = []
        for (index, size) in [0, 1, 16, 48, 49, 100, 1000, 4096, 16_384, 40_000].enumerated() {
            guard let block = unsafe heap.block(size) else { continue }
            let address = UInt(bitPattern: block)
            #expect(address % 16 == 0)
            unsafe memset(block, Int32(index + 1), size)
            unsafe blocks.append((block, size, UInt8(index + 1)))
        }
        for (block, size, byte) in unsafe blocks {
            let isKept = unsafe UnsafeRawBufferPointer(start: block, count: size).allSatisfy { $0 == byte }
            #expect(isKept)
            #expect(unsafe heap.give(back: block))
        }
    }

    @Test func blocksAreWipedWhenGivenBackAndTakenAgain() throws {
        let heap = try heap()
        guard let block = unsafe heap.block(200) else { return }
        unsafe memset(block, 7, 200)
        #expect(unsafe heap.give(back: block))
        let again = try #require(unsafe heap.block(200))
        #expect(unsafe again == block)
        let isWiped = unsafe UnsafeRawBufferPointer(start: again, count: 200).allSatisfy { $0 == 0 }
        #expect(isWiped)
    }

    @Test func whatIsTooLargeOrNotItsOwnIsLeftToTheSystem() throws {
        let heap = try heap()
        for size in [-1, 1 << 20, Int.max] { #expect(unsafe heap.block(size) == nil) }
        var outside: UInt8 = 0
        #expect(unsafe !heap.give(back: &outside))
        #expect(unsafe SecretHeap([]).block(1) == nil)
    }

    @Test func aFullHeapGivesWhatCameBackEvenWhenItIsLargerThanNeeded() throws {
        let heap = try heap()
        var blocks: [UnsafeMutableRawPointer] = unsafe []
        while let block = unsafe heap.block(4000) { unsafe blocks.append(block) }
        guard let last = unsafe blocks.popLast() else { return }
        #expect(unsafe heap.give(back: last))
        while let block = unsafe heap.block(10), unsafe block != last {}
        #expect(unsafe heap.block(4000) == nil)
    }

    @Test func threadsThatTakeAndGiveBackNeverHoldTheSameBlock() throws {
        let heap = try heap()
        let threads = 4
        let faults = (0..<threads).map { _ in FaultCount() }
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
            var held: [(UnsafeMutableRawPointer, Int)] = []
            var random = UInt64(thread) + 1
            for _ in 0..<20_000 {
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                if random >> 33 % 2 == 0, unsafe held.count < 20, let block = unsafe heap.block(Int(random >> 40 % 500))
                {
                    let size = Int(random >> 40 % 500)
                    unsafe memset(block, Int32(thread + 1), size)
                    unsafe held.append((block, size))
                } else if let (block, size) = unsafe held.popLast() {
                    let bytes = unsafe UnsafeRawBufferPointer(start: block, count: size)
                    if unsafe !bytes.allSatisfy({ $0 == UInt8(thread + 1) }) { faults[thread].count += 1 }
                    if unsafe !heap.give(back: block) { faults[thread].count += 1 }
                }
            }
        }
        #expect(faults.allSatisfy { $0.count == 0 })
    }

    @Test func memoryIsTakenOnlyWhileAnswersAreHeld() {
        #expect(unsafe SecretHeap.take(10) == nil)
        let given = SecretHeap.holdingAnswers { () -> Bool in
            guard let block = unsafe SecretHeap.take(10) else { return true }
            return unsafe SecretHeap.give(back: block)
        }
        #expect(given)
    }
}

/// How often one thread found what it should not; touched by that thread alone until all are done.
private final class FaultCount: @unchecked Sendable {
    /// How often.
    var count = 0
}
