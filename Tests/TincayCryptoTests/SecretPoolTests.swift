import Testing

@testable import TincayCrypto

@Suite struct SecretPoolTests {
    /// Memory for a pool that is never freed, all zero.
    private static func memory(_ size: Int) -> UnsafeMutableRawPointer {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
        unsafe memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
        return unsafe memory
    }

    @Test func slotsAreApartAndWipedWhenGivenBack() throws {
        let pool = unsafe SecretPool(Self.memory(64 * 64), slotSize: 64, slotCount: 64)
        let first = try #require(pool.take(64))
        let second = try #require(pool.take(1))
        #expect(unsafe abs(second - first) >= 64)
        unsafe first.storeBytes(of: 7, as: UInt8.self)
        #expect(unsafe pool.give(back: first))
        let again = try #require(pool.take(32))
        #expect(unsafe again == first)
        #expect(unsafe again.load(as: UInt8.self) == 0)
    }

    @Test(arguments: [64, 5]) func whatDoesNotFitOrIsNotThePoolsIsLeftToTheSystem(count: Int) throws {
        let pool = unsafe SecretPool(Self.memory(64 * count), slotSize: 64, slotCount: count)
        #expect(unsafe pool.take(65) == nil)
        var slots: Set<UnsafeMutableRawPointer> = unsafe []
        while let slot = unsafe pool.take(16) { unsafe slots.insert(slot) }
        #expect(unsafe slots.count == count)
        var outside: UInt8 = 0
        #expect(unsafe !pool.give(back: &outside))
        for slot in unsafe slots { #expect(unsafe pool.give(back: slot)) }
        #expect(unsafe pool.take(16) != nil)
    }

    @Test func aPoolWithoutMemoryGivesNone() {
        let pool = unsafe SecretPool(nil, slotSize: 64, slotCount: 64)
        #expect(unsafe pool.take(1) == nil)
    }

    @Test(arguments: [1, 64, 65, 1024, 1025, 16_384, 65_536, 65_537, 200_000])
    func memoryOfEverySizeIsAllZeroAndKeepsItsBytes(size: Int) throws {
        for _ in 0..<3 {
            var secret = try SecretBytes(count: size)
            let isZero = unsafe secret.withBytes { unsafe $0.allSatisfy { $0 == 0 } }
            #expect(isZero)
            _ = unsafe secret.withMutableBytes { unsafe $0.initializeMemory(as: UInt8.self, repeating: 7) }
            let isKept = unsafe secret.withBytes { unsafe $0.allSatisfy { $0 == 7 } }
            #expect(isKept)
        }
    }

    @Test func moreSecretsThanThePoolHoldsKeepTheirBytes() throws {
        /// Holds a secret, so that many can be held at once.
        final class Holder {
            let secret: SecretBytes
            init(_ byte: UInt8) throws { secret = try SecretBytes(copying: [UInt8](repeating: byte, count: 32)) }
        }
        let holders = try (0..<200).map { try Holder(UInt8($0)) }
        for (index, holder) in holders.enumerated() {
            #expect(
                unsafe holder.secret.withBytes { unsafe [UInt8]($0) } == [UInt8](repeating: UInt8(index), count: 32))
        }
    }

    @Test func largeRandomBytesAreNotTheSameTwice() {
        let first = Random.bytes(4096)
        #expect(first != Random.bytes(4096))
        #expect(Set(first).count > 200)
    }

    @Test func secretsOfManyThreadsDoNotMix() async {
        let right = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<8 {
                group.addTask {
                    for _ in 0..<2000 {
                        guard
                            let secret = try? SecretBytes(copying: [UInt8](repeating: UInt8(number), count: 32)),
                            unsafe secret.withBytes({ unsafe $0.allSatisfy { $0 == UInt8(number) } })
                        else { return false }
                    }
                    return true
                }
            }
            return await group.reduce(true) { $0 && $1 }
        }
        #expect(right)
    }
}
