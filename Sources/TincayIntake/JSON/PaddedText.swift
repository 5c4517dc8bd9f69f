/// Bytes with a margin behind them, so that they can be read a word or a block at a time up to their end.
///
/// It is a view: whoever makes one keeps the bytes and the margin where they are as long as it is used. Positions come
/// from the parser's own nodes and from programs, never from outside.
@safe struct PaddedText: Sendable {
    /// How many bytes may be read behind the end.
    static let margin = 16

    /// The first byte.
    private nonisolated(unsafe) let start: UnsafePointer<UInt8>
    /// How many bytes there are before the margin.
    let count: Int

    /// Looks at bytes of which the last ones are the margin.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        // An empty buffer has no address; a text has a margin at least, and so one is there.
        if let address = bytes.baseAddress, bytes.count >= Self.margin {
            // SAFETY: the caller keeps the bytes, and the count leaves the margin out.
            unsafe start = address
            count = bytes.count - Self.margin
        } else {
            unsafe start = Self.nothing
            count = 0
        }
    }

    /// Bytes with a margin behind them.
    static func padded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: bytes.count + margin) { memory, count in
            // SAFETY: the memory has room for the bytes and the margin.
            let end = unsafe memory.initialize(fromContentsOf: bytes)
            unsafe memory[end...].initialize(repeating: 0)
            count = bytes.count + margin
        }
    }

    /// A margin without a text before it.
    private nonisolated(unsafe) static let nothing: UnsafePointer<UInt8> = {
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: margin)
        // SAFETY: the memory was just made, and lives as long as the process.
        unsafe memory.initialize(repeating: 0, count: margin)
        return unsafe UnsafePointer(memory)
    }()

    /// The byte at a position, which may be in the margin.
    @inline(__always) subscript(position: Int) -> UInt8 {
        // SAFETY: positions end in the margin.
        unsafe start[position]
    }

    /// Eight bytes from a position on, the first one lowest.
    @inline(__always) func word(at position: Int) -> UInt64 {
        // SAFETY: eight bytes from the end on are in the margin.
        unsafe UInt64(littleEndian: UnsafeRawPointer(start + position).loadUnaligned(as: UInt64.self))
    }

    /// Four bytes from a position on, the first one lowest.
    @inline(__always) func half(at position: Int) -> UInt32 {
        // SAFETY: four bytes from the end on are in the margin.
        unsafe UInt32(littleEndian: UnsafeRawPointer(start + position).loadUnaligned(as: UInt32.self))
    }

    /// Sixteen bytes from a position on.
    @inline(__always) func block(at position: Int) -> SIMD16<UInt8> {
        // SAFETY: sixteen bytes from the end on are in the margin.
        unsafe UnsafeRawPointer(start + position).loadUnaligned(as: SIMD16<UInt8>.self)
    }

    /// A word of which only the first bytes count, at most eight.
    @inline(__always) static func first(_ count: Int, of word: UInt64) -> UInt64 {
        count >= 8 ? word : word & ((1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1)
    }

    /// A part of the bytes.
    @inline(__always) func part(_ position: Int, _ count: Int) -> UnsafeBufferPointer<UInt8> {
        // SAFETY: a part of the text, as long as the text is kept.
        unsafe UnsafeBufferPointer(start: start + position, count: count)
    }

    /// Whether so many bytes are the same in two texts.
    @inline(__always) func isSame(_ position: Int, _ other: PaddedText, _ otherPosition: Int, count: Int) -> Bool {
        var here = position
        var there = otherPosition
        var left = count
        while left > 8 {
            guard word(at: here) == other.word(at: there) else { return false }
            here &+= 8
            there &+= 8
            left &-= 8
        }
        return Self.first(left, of: word(at: here) ^ other.word(at: there)) == 0
    }

    /// How many code points a part has: as many as bytes that continue none.
    func length(_ position: Int, _ count: Int) -> Int {
        var continuing = 0
        var here = position
        var left = count
        while left > 0 {
            let word = Self.first(left, of: word(at: here))
            // A byte continues when its highest bit is set and the next one is not; the product adds all bytes up.
            let marks = (word &>> 7) & ~(word &>> 6) & 0x0101_0101_0101_0101
            continuing &+= Int(truncatingIfNeeded: (marks &* 0x0101_0101_0101_0101) &>> 56)
            here &+= 8
            left &-= 8
        }
        return count - continuing
    }
}
