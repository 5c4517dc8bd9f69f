import CPlatform
import CSodium
import Synchronization

/// Randomness that was asked for ahead, for what needs no locked memory: nonces, salts, identifiers.
///
/// A request to the system costs as much as sealing half a kilobyte, and a report needs ten. Bytes are wiped as they are
/// handed out.
@safe
final class RandomPool: @unchecked Sendable {
    // SAFETY: Sendable because only who has set `isBusy` touches the bytes.
    /// How many bytes are asked for at a time.
    private static let size = 512
    /// The most that are handed out at once.
    static let most = 64

    /// The pool of this process.
    static let shared = RandomPool()

    /// The bytes.
    private let base: UnsafeMutableRawPointer
    /// How many of them are gone.
    private var used = RandomPool.size
    /// Which process they are for: a child must not use its parent's.
    private var process: pid_t = 0
    /// Whether somebody is taking bytes.
    private let isBusy = Atomic<Bool>(false)

    /// Starts with nothing.
    private init() {
        unsafe base = .allocate(byteCount: Self.size, alignment: 16)
    }

    deinit { unsafe base.deallocate() }

    /// Fills a buffer of at most `most` bytes; false when another thread is here, which happens rarely.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Bool {
        guard buffer.count <= Self.most, let target = buffer.baseAddress,
            !isBusy.exchange(true, ordering: .acquiring)
        else { return false }
        defer { isBusy.store(false, ordering: .releasing) }
        let caller = getpid()
        if process != caller || used + buffer.count > Self.size {
            unsafe randombytes_buf(base, Self.size)
            process = caller
            used = 0
        }
        // SAFETY: so many bytes are left, and nobody else is here.
        let start = unsafe base + used
        unsafe target.copyMemory(from: start, byteCount: buffer.count)
        unsafe sodium_memzero(start, buffer.count)
        used += buffer.count
        return true
    }
}
