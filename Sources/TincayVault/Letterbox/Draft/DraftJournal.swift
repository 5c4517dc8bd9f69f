import TincayCrypto

/// The answers of a draft in the order in which they were given, in locked memory that is wiped.
///
/// A step is the lengths of path and value, 4 bytes each, a byte that is 1 when it is the host's, and both; a taken back
/// answer has no value, and all ones for its length. Nothing is kept twice: the answers are put together anew whenever
/// they are needed.
struct DraftJournal: ~Copyable {
    /// The most bytes of steps: as many as answers may have, twice.
    private static let sizeLimit = 2 << 20
    /// Stands for the length of a value that is not there.
    private static let none = UInt32.max
    /// The steps, one behind the other.
    private var memory: SecretBytes
    /// How many bytes of them are written.
    private var used = 0
    /// Where each step begins.
    private var starts: [Int] = []

    /// Starts without answers.
    init() throws(CryptoError) {
        memory = try SecretBytes(count: 4 << 10)
    }

    /// How many steps there are.
    var count: Int { starts.count }

    /// Adds a step; fails when there are more than anybody answers.
    mutating func append(_ step: DraftStep) throws(VaultError) {
        let size = 9 + step.path.count + (step.value?.count ?? 0)
        guard used + size <= Self.sizeLimit else { throw .tooLarge }
        try makeRoom(for: size)
        starts.append(used)
        put(number: UInt32(truncatingIfNeeded: step.path.count))
        put(number: step.value.map { UInt32(truncatingIfNeeded: $0.count) } ?? Self.none)
        put([step.isHosts ? 1 : 0])
        put(step.path)
        if let value = step.value { put(value) }
    }

    /// Takes the last step off; nil when there is none.
    mutating func removeLast() -> DraftStep? {
        guard let start = starts.popLast() else { return nil }
        let step = self.step(at: start)
        // SAFETY: what is wiped lies inside the memory.
        unsafe memory.withMutableBytes { memory in
            for place in start..<used { unsafe memory[place] = 0 }
        }
        used = start
        return step
    }

    /// Each step from the first on.
    func forEach(_ body: (DraftStep) -> Void) {
        for start in starts { body(step(at: start)) }
    }

    /// Sees to it that so many bytes more fit.
    private mutating func makeRoom(for size: Int) throws(VaultError) {
        guard used + size > memory.count else { return }
        var larger: SecretBytes
        do throws(CryptoError) { larger = try SecretBytes(count: max(memory.count * 2, used + size)) } catch {
            throw VaultError(error)
        }
        // SAFETY: the new memory is larger than the old.
        unsafe memory.withBytes { source in
            unsafe larger.withMutableBytes { target in unsafe target.copyMemory(from: source) }
        }
        memory = larger
    }

    /// Writes bytes at the end.
    private mutating func put(_ bytes: [UInt8]) {
        // SAFETY: room was made for the whole step.
        unsafe memory.withMutableBytes { memory in
            for place in bytes.indices { unsafe memory[used + place] = bytes[place] }
        }
        used += bytes.count
    }

    /// Writes a length at the end.
    private mutating func put(number: UInt32) {
        put((0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32($0 * 8)) })
    }

    /// Reads a step.
    private func step(at start: Int) -> DraftStep {
        // SAFETY: every place lies inside what was written by `append`.
        unsafe memory.withBytes { memory in
            func number(_ place: Int) -> UInt32 {
                (0..<4).reduce(0) { unsafe $0 | UInt32(memory[place + $1]) << UInt32($1 * 8) }
            }
            let path = start + 9..<start + 9 + Int(number(start))
            let length = number(start + 4)
            let value = length == Self.none ? nil : path.upperBound..<path.upperBound + Int(length)
            return unsafe DraftStep(
                path: [UInt8](UnsafeRawBufferPointer(rebasing: memory[path])),
                value: value.map { unsafe [UInt8](UnsafeRawBufferPointer(rebasing: memory[$0])) },
                isHosts: memory[start + 8] == 1)
        }
    }
}
