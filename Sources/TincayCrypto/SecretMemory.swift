import CPlatform

/// The memory of this process for secrets that come and go: keys and seeds, what a form makes of answers, and a page of
/// a screen.
///
/// One region between guard pages, locked once and kept, because mapping, locking and unlocking memory for each secret
/// costs many times what is done with it. Where little memory may be locked it is smaller, and what finds no place in it
/// gets memory of its own.
@safe
final class SecretMemory: Sendable {
    /// How many slots of each size there are.
    private struct Plan {
        /// How many bytes a slot has: enough for a key; for a result; for a screen.
        static let smallSize = 64, mediumSize = 4 << 10, largeSize = 128 << 10
        /// How many slots there are of each size.
        let small = 64, medium: Int, large: Int

        /// How many bytes all of them have.
        var size: Int { small * Self.smallSize + medium * Self.mediumSize + large * Self.largeSize }
    }

    /// What is asked for, one after the other, until the system lets so much memory be locked; and what is taken anyway.
    private static let plans = [
        Plan(medium: 16, large: 2), Plan(medium: 16, large: 1), Plan(medium: 8, large: 0), Plan(medium: 2, large: 0),
    ]
    private static let least = Plan(medium: 0, large: 0)

    /// The memory of this process.
    static let shared = SecretMemory()

    /// The region and how many bytes it has, for a child process, which inherits memory but not that it is locked.
    private nonisolated(unsafe) static var inherited: UnsafeMutableRawPointer?
    private nonisolated(unsafe) static var inheritedSize = 0

    /// The slots of each size, smallest first.
    private let small: SecretPool
    private let medium: SecretPool
    private let large: SecretPool

    /// Asks the system for a region.
    private init() {
        let (plan, base) = unsafe Self.lockedRegion()
        // SAFETY: the three parts lie one behind the other inside the region.
        let medium = unsafe base.map { unsafe $0 + plan.large * Plan.largeSize }
        let small = unsafe medium.map { unsafe $0 + plan.medium * Plan.mediumSize }
        unsafe large = SecretPool(base, slotSize: Plan.largeSize, slotCount: plan.large)
        unsafe self.medium = SecretPool(medium, slotSize: Plan.mediumSize, slotCount: plan.medium)
        unsafe self.small = SecretPool(small, slotSize: Plan.smallSize, slotCount: plan.small)
        unsafe Self.lockInChildren(base, plan.size)
    }

    /// Takes memory that is all zero; nil when there is no slot of that size left.
    ///
    /// Keys, some of which stay for long, never take the room of results.
    func take(_ count: Int) -> UnsafeMutableRawPointer? {
        if count <= Plan.smallSize { return unsafe small.take(count) }
        return count <= Plan.mediumSize ? unsafe medium.take(count) : unsafe large.take(count)
    }

    /// Wipes memory and gives it back; false for memory that was not taken here.
    func give(back pointer: UnsafeMutableRawPointer) -> Bool {
        unsafe small.give(back: pointer) || medium.give(back: pointer) || large.give(back: pointer)
    }

    /// Asks for the largest region of the plans that can be locked, or else for the least one as it is.
    private static func lockedRegion() -> (Plan, UnsafeMutableRawPointer?) {
        for plan in plans {
            if let base = unsafe LockedMemory.region(plan.size) { return unsafe (plan, base) }
        }
        return unsafe (least, LockedMemory.unlockedRegion(least.size))
    }

    /// Sees to it that a child process locks the region again.
    private static func lockInChildren(_ base: UnsafeMutableRawPointer?, _ size: Int) {
        // SAFETY: written once, before anybody else knows of the region, and read by the only thread of a child.
        unsafe inherited = base
        unsafe inheritedSize = size
        _ = pthread_atfork(nil, nil) {
            // SAFETY: the region is never freed.
            if let base = unsafe SecretMemory.inherited { unsafe LockedMemory.lock(base, SecretMemory.inheritedSize) }
        }
    }
}
