import CSodium
import Synchronization

/// Slots of one size for secrets, side by side in locked memory, so that a secret that lives for a moment costs no
/// system call.
@safe
final class SecretPool: @unchecked Sendable {
    // SAFETY: Sendable because a slot belongs to whoever set its bit, and bits change atomically.
    /// How many bytes a slot has.
    let slotSize: Int
    /// How many slots there are, at most as many as the map has bits.
    private let slotCount: Int
    /// Where the slots begin; nil when the system gave no memory.
    private let base: UnsafeMutableRawPointer?
    /// How many bytes of each slot were asked for; only who has the slot looks.
    private let lengths: UnsafeMutablePointer<Int>
    /// Which slots are taken; bits without a slot are always set.
    private let taken: Atomic<UInt64>

    /// Divides memory that stays where it is, of `slotSize` times `slotCount` bytes that are all zero, into slots.
    init(_ base: UnsafeMutableRawPointer?, slotSize: Int, slotCount: Int) {
        unsafe self.base = base
        self.slotSize = slotSize
        self.slotCount = min(slotCount, UInt64.bitWidth)
        // SAFETY: one number for each slot, written before it is read.
        unsafe lengths = .allocate(capacity: UInt64.bitWidth)
        taken = Atomic(self.slotCount < UInt64.bitWidth ? UInt64.max << UInt64(self.slotCount) : 0)
    }

    deinit { unsafe lengths.deallocate() }

    /// Takes a slot, which is all zero; nil when the bytes do not fit one or all are taken.
    func take(_ count: Int) -> UnsafeMutableRawPointer? {
        guard count >= 0, count <= slotSize, let base = unsafe base else { return nil }
        var known = taken.load(ordering: .relaxed)
        while known != .max {
            let slot = (~known).trailingZeroBitCount
            let (exchanged, original) = taken.weakCompareExchange(
                expected: known, desired: known | 1 << UInt64(slot), ordering: .acquiring)
            // SAFETY: the slot is inside the memory, and from here the caller's own.
            if exchanged {
                unsafe (lengths + slot).initialize(to: count)
                return unsafe base + slot * slotSize
            }
            known = original
        }
        return nil
    }

    /// Wipes a slot and gives it back; false for memory that is not the pool's.
    func give(back pointer: UnsafeMutableRawPointer) -> Bool {
        guard let base = unsafe base else { return false }
        let offset = unsafe pointer - base
        guard offset >= 0, offset < slotSize * slotCount else { return false }
        let slot = offset / slotSize
        // SAFETY: the slot is inside the memory and the caller's own.
        unsafe sodium_memzero(base + slot * slotSize, lengths[slot])
        taken.bitwiseAnd(~(1 << UInt64(slot)), ordering: .releasing)
        return true
    }
}
