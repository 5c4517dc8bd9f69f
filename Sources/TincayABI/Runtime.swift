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
        guard let pointer = unsafe pointer, unsafe !SecretHeap.give(back: pointer) else { return }
        // SAFETY: the caller gives up the block, and the allocator says how large it is.
        unsafe tincay_wipe(pointer, malloc_usable_size(pointer))
        unsafe __real_free(pointer)
    }

    /// Takes a block for Swift's heap: the linker sends every such request of the library here, so that what is made of
    /// answers lies in locked memory as far as it reaches.
    @_cdecl("__wrap_posix_memalign")
    public func __wrap_posix_memalign(
        _ block: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ alignment: Int, _ size: Int
    ) -> Int32 {
        // SAFETY: the caller promises room for one pointer; blocks are aligned to 16 bytes.
        if alignment <= 16, let locked = unsafe SecretHeap.take(size) {
            unsafe block.pointee = locked
            return 0
        }
        return unsafe __real_posix_memalign(block, alignment, size)
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
