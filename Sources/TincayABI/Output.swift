internal import CTincay
internal import TincayCrypto
internal import TincayIntake
internal import TincayVault

/// Where a function leaves bytes that become the caller's.
@unsafe struct Output {
    /// The caller's structure.
    private let bytes: UnsafeMutablePointer<tincay_bytes>

    /// Takes the caller's structure and empties it, so that every later failure leaves it empty.
    init(_ bytes: UnsafeMutablePointer<tincay_bytes>?) throws(Status) {
        guard let bytes = unsafe bytes else { throw .misuse }
        // SAFETY: the caller promises one structure there, whatever it holds.
        unsafe bytes.initialize(to: tincay_bytes(data: nil, size: 0))
        unsafe self.bytes = bytes
    }

    /// Takes two structures of the caller and empties both, also when one of them is missing or is the other.
    static func pair(
        _ first: UnsafeMutablePointer<tincay_bytes>?, _ second: UnsafeMutablePointer<tincay_bytes>?
    ) throws(Status) -> (Output, Output) {
        let last = unsafe try? Output(second)
        let output = try unsafe Output(first)
        guard let last = unsafe last, unsafe first != second else { throw .misuse }
        return unsafe (output, last)
    }

    /// Wipes and empties what was given already, because the call fails after all.
    func takeBack() {
        unsafe tincay_bytes_free(bytes)
    }

    /// Gives a copy of bytes, in memory that is wiped when it is freed; call it last.
    func give(_ content: [UInt8]) throws(Status) {
        try unsafe content.span.withUnsafeBytes { (content: UnsafeRawBufferPointer) throws(Status) in
            try unsafe give(content)
        }
    }

    /// Gives the result of dropping a report, and then fails with what stood in the way of keeping it, if anything did.
    func give(_ submitted: Submitted) throws(Status) {
        try unsafe give(submitted.result)
        guard submitted.checked.accepted else { throw .invalidReport }
        if let obstacle = submitted.obstacle { throw Status(obstacle) }
    }

    /// Gives what a draft shows, and then fails with what stood in the way of securing it, if anything did.
    func give(_ screen: DraftScreen) throws(Status) {
        try unsafe give(screen.json)
        if let failure = screen.failure { throw Status(failure) }
    }

    /// Gives a copy of bytes, in memory that is wiped when it is freed; call it last.
    func give(_ content: UnsafeRawBufferPointer) throws(Status) {
        let (size, overflow) = content.count.addingReportingOverflow(1)
        guard !overflow else { throw .noMemory }
        do throws(CryptoError) {
            // One byte more than the content, because a NUL follows it: the memory arrives zeroed.
            var memory = try SecretBytes(count: size)
            unsafe memory.withMutableBytes { memory in unsafe memory.copyMemory(from: content) }
            let data = unsafe memory.release()
            // SAFETY: the memory is the caller's from here; its size is that of the content.
            unsafe bytes.initialize(
                to: tincay_bytes(data: data.assumingMemoryBound(to: UInt8.self), size: content.count))
        } catch {
            throw Status(error)
        }
    }
}
