import CPlatform

/// Memory between guard pages that is never paged out and left out of core files.
enum LockedMemory {
    /// Asks for so many bytes, all zero; nil when the system does not let so many be locked.
    static func region(_ size: Int) -> UnsafeMutableRawPointer? {
        guard let base = unsafe unlockedRegion(size) else { return nil }
        if unsafe lock(base, size) { return unsafe base }
        // SAFETY: the region is of this size, and nobody knows of it.
        unsafe tincay_memory_unmap(base, size)
        return nil
    }

    /// Asks for so many bytes, all zero, locked or not; nil when there are none.
    static func unlockedRegion(_ size: Int) -> UnsafeMutableRawPointer? {
        size > 0 ? unsafe tincay_memory_map(size) : nil
    }

    /// Locks a region, for a child process once more; false when the system does not let so many bytes be locked.
    @discardableResult
    static func lock(_ base: UnsafeMutableRawPointer, _ size: Int) -> Bool {
        // SAFETY: the region has so many bytes.
        unsafe tincay_memory_lock(base, size) == 0
    }
}
