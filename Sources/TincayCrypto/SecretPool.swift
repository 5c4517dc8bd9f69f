import CSodium
import Synchronization

/// Room for small secrets, side by side in one locked region, so that a key that lives for a moment costs no system
/// call: keys, seeds and shared secrets all fit.
@safe
final class SecretPool: @unchecked Sendable {
    // SAFETY: Sendable because a slot belongs to whoever set its bit, and bits change atomically.
    /// The pool of this process.
    static let shared = SecretPool()
    /// How many bytes a slot has.
    static let slotSize = 64
    /// How many slots there are: as many as the map has bits.
    private static let slotCount = UInt64.bitWidth
    /// The region, between guard pages and locked; nil when the system gave none.
    private let base: UnsafeMutableRawPointer?
    /// Which slots are taken.
    private let taken = Atomic<UInt64>(0)

    /// Asks the system for a region.
    init() {
        unsafe base = sodium_init() >= 0 ? sodium_malloc(Self.slotSize * Self.slotCount) : nil
    }

    deinit {
        // SAFETY: the region is ours; sodium_free takes NULL.
        unsafe sodium_free(base)
    }

    /// Takes a slot; nil when the bytes do not fit one or all are taken.
    func take(_ count: Int) -> UnsafeMutableRawPointer? {
        guard count <= Self.slotSize, let base = unsafe base else { return nil }
        var known = taken.load(ordering: .relaxed)
        while known != .max {
            let slot = (~known).trailingZeroBitCount
            let (exchanged, original) = taken.weakCompareExchange(
                expected: known, desired: known | 1 << UInt64(slot), ordering: .acquiring)
            // SAFETY: the slot is inside the region.
            if exchanged { return unsafe base + slot * Self.slotSize }
            known = original
        }
        return nil
    }

    /// Wipes a slot and gives it back; false for memory that is not the pool's.
    func give(back pointer: UnsafeMutableRawPointer) -> Bool {
        guard let base = unsafe base else { return false }
        let offset = unsafe pointer - base
        guard offset >= 0, offset < Self.slotSize * Self.slotCount else { return false }
        // SAFETY: the slot is inside the region and the caller's own.
        unsafe sodium_memzero(pointer, Self.slotSize)
        taken.bitwiseAnd(~(1 << UInt64(offset / Self.slotSize)), ordering: .releasing)
        return true
    }
}
