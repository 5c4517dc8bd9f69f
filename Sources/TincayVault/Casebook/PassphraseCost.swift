import TincayCrypto

/// What it costs to try a passphrase: Argon2id's parameters, inside the bounds that every desk keeps.
struct PassphraseCost: Equatable {
    /// The cost when nobody asks for another.
    static let standard = PassphraseCost(memory: 64, passes: 3)

    /// Mebibytes of memory.
    let memory: UInt32
    /// Passes over that memory.
    let passes: UInt32

    /// Takes parameters that are known to be inside the bounds.
    private init(memory: UInt32, passes: UInt32) {
        self.memory = memory
        self.passes = passes
    }

    /// Takes parameters from outside; nil when they are too cheap to be safe or could exhaust the machine.
    init?(mebibytes: Int64, passes: Int64) {
        guard let memory = UInt32(exactly: mebibytes), memory <= 1 << 20,
            PassphraseKey.memory.contains(Int(memory) << 20), let count = UInt32(exactly: passes),
            PassphraseKey.passes.contains(Int(count))
        else { return nil }
        self.init(memory: memory, passes: count)
    }

    /// Reads what `bytes` gave.
    init(_ reader: inout ByteReader) throws(VaultError) {
        let memory = try reader.number(UInt32.self)
        let passes = try reader.number(UInt32.self)
        guard let cost = PassphraseCost(mebibytes: Int64(memory), passes: Int64(passes)) else { throw .badFormat }
        self = cost
    }

    /// Both numbers, 4 bytes each.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 8)
        writer.append(number: memory)
        writer.append(number: passes)
        return writer.bytes
    }

    /// Derives the key of a passphrase, and of a key file that belongs to it.
    func derive(
        _ passphrase: UnsafeRawBufferPointer, keyFile: UnsafeRawBufferPointer?, salt: [UInt8]
    ) throws(VaultError) -> SecretBytes {
        guard let keyFile = unsafe keyFile else { return try unsafe derive(passphrase, salt: salt) }
        let mixed = try unsafe KeyFile.mix(passphrase, keyFile)
        return try unsafe mixed.withBytes { (mixed) throws(VaultError) in try unsafe derive(mixed, salt: salt) }
    }

    /// Derives the key of what stands for a passphrase.
    private func derive(_ passphrase: UnsafeRawBufferPointer, salt: [UInt8]) throws(VaultError) -> SecretBytes {
        PassphraseGate.enter()
        defer { PassphraseGate.leave() }
        do throws(CryptoError) {
            return try unsafe PassphraseKey.derive(
                passphrase: passphrase, salt: salt, memory: Int(memory) << 20, passes: Int(passes))
        } catch {
            throw VaultError(error)
        }
    }
}
