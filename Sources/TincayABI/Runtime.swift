// swift-format-ignore-file: AlwaysUseLowerCamelCase, NoLeadingUnderscores

// The functions here bear the names that the compiler and the linker look for.
//
// The shipped library is Embedded Swift: what a Swift runtime would bring along is supplied here. None of it is
// exported, so a host's own allocator and random numbers stay as they are.
#if hasFeature(Embedded)
    internal import CPlatform
    internal import TincayCrypto

    /// Frees a block of Swift's heap after wiping all of it: the linker sends every `free` of the library here, so no
    /// array or object leaves a child's words behind in memory that somebody else is given next.
    @_cdecl("__wrap_free")
    public func __wrap_free(_ pointer: UnsafeMutableRawPointer?) {
        guard let pointer = unsafe pointer else { return }
        // SAFETY: the caller gives up the block, and the allocator says how large it is.
        unsafe tincay_wipe(pointer, malloc_usable_size(pointer))
        unsafe __real_free(pointer)
    }

    /// Fills memory with random bytes; Swift's hashing asks for its seed by this name, and a system older than
    /// glibc 2.36 does not have it.
    @_cdecl("arc4random_buf")
    public func arc4random_buf(_ pointer: UnsafeMutableRawPointer?, _ count: Int) {
        guard let pointer = unsafe pointer, count > 0 else { return }
        // SAFETY: the caller owns `count` bytes there.
        unsafe Random.fill(UnsafeMutableRawBufferPointer(start: pointer, count: count))
    }
#endif
