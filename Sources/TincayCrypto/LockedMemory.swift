import CSodium

/// Memory between guard pages that is never paged out and left out of core files.
enum LockedMemory {
    /// Asks for so many bytes, all zero; nil when the system does not let so many be locked.
    static func region(_ size: Int) -> UnsafeMutableRawPointer? {
        guard let base = unsafe unlockedRegion(size) else { return nil }
        // SAFETY: the region has so many bytes; sodium_malloc has locked it unless that is not allowed.
        if unsafe sodium_mlock(base, size) == 0 { return unsafe base }
        unsafe sodium_free(base)
        return nil
    }

    /// Asks for so many bytes, all zero, locked or not; nil when there are none.
    static func unlockedRegion(_ size: Int) -> UnsafeMutableRawPointer? {
        guard sodium_init() >= 0, let base = unsafe sodium_malloc(size) else { return nil }
        // SAFETY: the region has so many writable bytes.
        unsafe sodium_memzero(base, size)
        return unsafe base
    }
}
