import Foundation
import Testing

@testable import TincayCrypto

@Suite struct LockedMemoryTests {
    private let size = 64 << 10

    /// How many pages of a region the system has given memory to.
    private func resident(_ region: UnsafeMutableRawPointer) -> Int {
        var pages = [UInt8](repeating: 0, count: size / 4096 + 1)
        guard unsafe mincore(region, size, &pages) == 0 else { return -1 }
        return pages.count { $0 & 1 == 1 }
    }

    @Test func aRegionIsAllZeroAndCanBeWrittenToItsEnds() throws {
        guard let region = unsafe LockedMemory.region(size) else { return }
        let isZero = unsafe UnsafeRawBufferPointer(start: region, count: size).allSatisfy { $0 == 0 }
        #expect(isZero)
        unsafe memset(region, 7, size)
        #expect(unsafe region.load(fromByteOffset: size - 1, as: UInt8.self) == 7)
    }

    @Test func aRegionTakesNoMemoryBeforeItIsUsed() throws {
        guard let region = unsafe LockedMemory.region(size) else { return }
        #expect(unsafe resident(region) == 0)
        unsafe memset(region, 7, 1)
        #expect(unsafe resident(region) == 1)
    }

    @Test func moreThanThereCanBeIsRefused() {
        for size in [0, -1, Int.max, Int.max - 4096] { #expect(unsafe LockedMemory.region(size) == nil) }
    }
}
