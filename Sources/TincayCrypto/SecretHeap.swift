import CPlatform
import CSodium
import Synchronization

/// Locked memory for everything that a call makes while answers are in its hands, as far as the system lets memory be
/// locked; blocks of any size, wiped when they are given back.
///
/// Blocks have powers of two for sizes. Those that were given back wait in a stack for each size, and memory that was
/// never used is cut off from the rest; nothing is joined again. All of it works without locks, because a child process
/// may be made while another thread is in here.
@safe
public final class SecretHeap: @unchecked Sendable {
    // SAFETY: Sendable because a block belongs to whoever took it, and everything shared changes atomically.
    /// How long the note before a block is that tells its size: as long as a block's alignment, so that both are aligned.
    static let headerSize = 16
    /// The smallest and the largest block, with their headers, as powers of two.
    static let smallest = 6, largest = 20
    /// How many bytes are asked for, one after the other, until the system lets so many be locked.
    private static let sizes = [2 << 20, 1 << 20, 1 << 19, 1 << 18]

    /// The heap of this process.
    private static let shared = SecretHeap(sizes)
    /// Whether the heap is there: who asks for memory must not be the one who makes it.
    private nonisolated(unsafe) static var isMade = false

    /// How many calls that hold answers are running.
    private let users = Atomic<Int>(0)
    /// Where the memory begins; nil when none can be locked.
    private let base: UnsafeMutableRawPointer?
    /// How many bytes there are.
    private let size: Int
    /// How many bytes were cut off so far.
    private let cut = Atomic<Int>(0)
    /// The top of each stack: where the block lies, and how often the stack was changed, so that a block that came back
    /// meanwhile is not taken for one that never went.
    private let tops: UnsafeMutablePointer<Atomic<UInt64>>

    /// Asks for memory of the first size that can be locked.
    init(_ sizes: [Int]) {
        var base: UnsafeMutableRawPointer?
        var size = 0
        for wanted in sizes where unsafe base == nil {
            unsafe base = LockedMemory.region(wanted)
            size = wanted
        }
        unsafe self.base = base
        self.size = size
        // SAFETY: one number for each power of two, written before it is read, and never freed.
        unsafe tops = .allocate(capacity: Self.largest + 1)
        for power in 0...Self.largest { unsafe (tops + power).initialize(to: Atomic(0)) }
        // A child process inherits memory, but not that it is locked.
        _ = pthread_atfork(nil, nil) { SecretHeap.lockAgain() }
    }

    /// Does what holds answers: what Swift asks for until it ends is taken here.
    public static func holdingAnswers<Result>(_ body: () -> Result) -> Result {
        shared.users.add(1, ordering: .relaxed)
        // SAFETY: only ever set, and only after the heap was made.
        unsafe isMade = true
        defer { shared.users.subtract(1, ordering: .relaxed) }
        return body()
    }

    /// Takes memory while answers are held; nil at other times, and when there is none left or none so large.
    public static func take(_ count: Int) -> UnsafeMutableRawPointer? {
        // SAFETY: read as it is; who sees the old value gets memory elsewhere.
        guard unsafe isMade, shared.users.load(ordering: .relaxed) > 0 else { return nil }
        return unsafe shared.block(count)
    }

    /// Wipes memory and gives it back; false for memory that was not taken here.
    public static func give(back pointer: UnsafeMutableRawPointer) -> Bool {
        // SAFETY: who has a block has seen the heap made.
        unsafe isMade && shared.give(back: pointer)
    }

    /// Takes memory; nil when there is none left or none so large.
    func block(_ count: Int) -> UnsafeMutableRawPointer? {
        guard let base = unsafe base, count >= 0, count <= 1 << Self.largest - Self.headerSize else { return nil }
        var power = Self.smallest
        while 1 << power < count + Self.headerSize { power += 1 }
        let wanted = power
        if let offset = pop(wanted) ?? cutOff(wanted) { return unsafe open(base, offset, wanted) }
        // Better a block that is too large than memory that is not locked.
        while power < Self.largest {
            power += 1
            if let offset = pop(power) { return unsafe open(base, offset, power) }
        }
        return nil
    }

    /// Wipes memory and gives it back; false for memory that was not taken here.
    func give(back pointer: UnsafeMutableRawPointer) -> Bool {
        guard let base = unsafe base else { return false }
        let offset = unsafe pointer - base
        guard offset >= Self.headerSize, offset < size else { return false }
        // SAFETY: the pointer was given out here, behind a header that nobody else writes.
        let power = unsafe Int((pointer - Self.headerSize).load(as: UInt8.self))
        guard power >= Self.smallest, power <= Self.largest else { return false }
        unsafe sodium_memzero(pointer, 1 << power - Self.headerSize)
        unsafe push(offset - Self.headerSize, power, base)
        return true
    }

    /// Writes the header of a block; gives the memory behind it.
    private func open(_ base: UnsafeMutableRawPointer, _ offset: Int, _ power: Int) -> UnsafeMutableRawPointer {
        // SAFETY: the block lies inside the memory and is the caller's own.
        unsafe (base + offset).storeBytes(of: UInt8(truncatingIfNeeded: power), as: UInt8.self)
        // The place of the next block in the stack is nobody's business any longer.
        unsafe (base + offset + Self.headerSize).storeBytes(of: 0, as: UInt32.self)
        return unsafe base + offset + Self.headerSize
    }

    /// Cuts a block off from memory that was never used; nil when there is not so much left.
    private func cutOff(_ power: Int) -> Int? {
        var known = cut.load(ordering: .relaxed)
        while known + 1 << power <= size {
            let (exchanged, original) = cut.weakCompareExchange(
                expected: known, desired: known + 1 << power, ordering: .relaxed)
            if exchanged { return known }
            known = original
        }
        return nil
    }

    /// Takes the top block off a stack; nil when it is empty.
    private func pop(_ power: Int) -> Int? {
        guard let base = unsafe base else { return nil }
        var known = unsafe tops[power].load(ordering: .acquiring)
        while case let place = known & 0xffff_ffff, place != 0 {
            // SAFETY: places are of blocks, which stay inside the memory; one that somebody has taken meanwhile holds
            // anything, and then the exchange fails.
            let next = unsafe (base + Int(place - 1) + Self.headerSize).load(as: UInt32.self)
            let changed = (known >> 32 &+ 1) << 32 | UInt64(next)
            let (exchanged, original) = unsafe tops[power].weakCompareExchange(
                expected: known, desired: changed, ordering: .acquiringAndReleasing)
            if exchanged { return Int(place - 1) }
            known = original
        }
        return nil
    }

    /// Puts a block on its stack; its place is counted from 1, because 0 stands for none.
    private func push(_ offset: Int, _ power: Int, _ base: UnsafeMutableRawPointer) {
        var known = unsafe tops[power].load(ordering: .relaxed)
        while true {
            // SAFETY: the block is the caller's own until the exchange.
            unsafe (base + offset + Self.headerSize).storeBytes(
                of: UInt32(truncatingIfNeeded: known & 0xffff_ffff), as: UInt32.self)
            let changed = (known >> 32 &+ 1) << 32 | UInt64(offset + 1)
            let (exchanged, original) = unsafe tops[power].weakCompareExchange(
                expected: known, desired: changed, ordering: .acquiringAndReleasing)
            if exchanged { return }
            known = original
        }
    }

    /// Locks the memory of a child process.
    private static func lockAgain() {
        // SAFETY: a child has one thread, and the memory is never freed.
        if unsafe isMade, let base = unsafe shared.base { unsafe LockedMemory.lock(base, shared.size) }
    }
}
