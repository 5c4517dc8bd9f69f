import TincayCrypto

/// The outer part of an envelope and of a bundle: a key, wrapped so that only the recipients can take it out.
///
/// There are always as many wraps, and those that nobody can open look like the others, so that nobody sees for how
/// many desks something is, or that one was left out.
struct KeyWraps {
    /// How many wraps there are, and so how many recipients there can be.
    static let count = 8
    /// A wrapped key and its tag.
    private static let wrapSize = Seal.keySize + Seal.overhead
    /// Suite, identifier, ephemeral key, commitment, wraps.
    static let size = 1 + ReportID.size + 2 * 32 + count * wrapSize
    /// What the keys of wraps are for.
    private static let purpose: StaticString = "tincay wrap 1 "
    /// X25519, XChaCha20-Poly1305, BLAKE2b.
    static let suite: UInt8 = 1

    /// Wraps a key for its recipients with a pair that is used for nothing else.
    static func seal(
        _ key: borrowing SecretBytes, id: ReportID, domain: StaticString, to recipients: [Recipient],
        ephemeral: borrowing AgreementKeyPair
    ) throws(VaultError) -> [UInt8] {
        try seal(key, id: id, domain: domain, to: recipients, ephemeral: ephemeral) { (_, _) throws(VaultError) in }
    }

    /// Wraps a key for its recipients, and lends what was agreed on with each of them for whatever else is sealed to it.
    static func seal(
        _ key: borrowing SecretBytes, id: ReportID, domain: StaticString, to recipients: [Recipient],
        ephemeral: borrowing AgreementKeyPair,
        also: (_ place: Int, _ agreement: borrowing KeyAgreement) throws(VaultError) -> Void
    ) throws(VaultError) -> [UInt8] {
        guard !recipients.isEmpty, recipients.count <= count else { throw .invalidInput }
        var wraps: [[UInt8]] = []
        var header = ByteWriter(capacity: size)
        header.append([suite])
        header.append(id.bytes)
        header.append(ephemeral.publicKey)
        let associated = header.bytes
        do throws(CryptoError) {
            header.append(try commitment(to: key, associated, domain))
        } catch {
            throw VaultError(error)
        }
        for (place, recipient) in recipients.enumerated() {
            let agreement = try VaultError.crypto { () throws(CryptoError) in
                try KeyAgreement(sealing: ephemeral, to: recipient.sealKey)
            }
            do throws(CryptoError) {
                wraps.append(try wrap(key, associated, agreement.key(purpose, domain)))
            } catch {
                throw VaultError(error)
            }
            try also(place, agreement)
        }
        while wraps.count < count { wraps.append(Random.bytes(wrapSize)) }
        for place in 0..<count {
            // Shuffled, so that a wrap's place says nothing about whose it is.
            let other = Int(Random.uniform(below: UInt32(count - place)))
            wraps.swapAt(place, place + other)
            header.append(wraps[place])
        }
        return header.bytes
    }

    /// What looks like `seal`, and nobody can open.
    static func noise() throws(VaultError) -> [UInt8] {
        var header = ByteWriter(capacity: size)
        header.append([suite])
        header.append(ReportID().bytes)
        // A real public key: random bytes are no point of the curve half of the time, and so could be told apart.
        header.append(try VaultError.crypto { () throws(CryptoError) in try AgreementKeyPair().publicKey })
        header.append(Random.bytes(size - header.bytes.count))
        return header.bytes
    }

    /// The identifier, which stands in clear.
    static func identifier(of header: ArraySlice<UInt8>) -> ReportID? {
        guard header.count >= size, header.first == suite else { return nil }
        return ReportID(bytes: [UInt8](header.dropFirst().prefix(ReportID.size)))
    }

    /// Takes the key out, when one of the wraps is for this pair; nil when none is.
    static func open(
        _ header: ArraySlice<UInt8>, domain: StaticString, with pair: borrowing AgreementKeyPair
    ) throws(VaultError) -> SecretBytes? {
        guard let agreement = try agreement(header, with: pair) else { return nil }
        return try open(header, domain: domain, by: agreement)
    }

    /// Agrees with whoever sealed; nil when there is nothing to agree on, and so nothing for this pair.
    static func agreement(
        _ header: ArraySlice<UInt8>, with pair: borrowing AgreementKeyPair
    ) throws(VaultError) -> KeyAgreement? {
        guard let suite = header.first, header.count >= size else { throw .badFormat }
        // There is no mark that says what this is, so only a suite that may come one day is called newer.
        guard suite == Self.suite else { throw (2...8).contains(suite) ? .tooNew : .badFormat }
        let ephemeral = [UInt8](header.dropFirst(1 + ReportID.size).prefix(AgreementKeyPair.keySize))
        do throws(CryptoError) { return try KeyAgreement(reading: pair, from: ephemeral) } catch {
            guard error == .forged else { throw VaultError(error) }
            return nil
        }
    }

    /// Takes the key out, when one of the wraps is for who agreed; nil when none is.
    static func open(
        _ header: ArraySlice<UInt8>, domain: StaticString, by agreement: borrowing KeyAgreement
    ) throws(VaultError) -> SecretBytes? {
        var reader = ByteReader(header)
        let associated = try reader.bytes(1 + ReportID.size + AgreementKeyPair.keySize)
        let commitment = try reader.bytes(Hash.size)
        let wraps = try reader.take(count * wrapSize)
        do throws(CryptoError) {
            let wrapKey = try agreement.key(purpose, domain)
            for place in 0..<count {
                let wrap = [UInt8](wraps.dropFirst(place * wrapSize).prefix(wrapSize))
                guard let key = try unwrap(wrap, associated, wrapKey) else { continue }
                guard ConstantTime.equal(try Self.commitment(to: key, associated, domain), commitment) else {
                    throw CryptoError.forged
                }
                return key
            }
            return nil
        } catch {
            throw VaultError(error)
        }
    }

    /// Binds the header to one key, so that no header opens to two different contents for two readers.
    private static func commitment(
        to key: borrowing SecretBytes, _ associated: [UInt8], _ domain: StaticString
    ) throws(CryptoError) -> [UInt8] {
        var hash = try Hash(key: key)
        hash.update("tincay commitment 1 ", domain)
        hash.update(associated)
        return hash.finish()
    }

    /// Seals the key; the wrap key seals once, so its nonce may be all zero.
    private static func wrap(
        _ key: borrowing SecretBytes, _ associated: [UInt8], _ wrapKey: borrowing SecretBytes
    ) throws(CryptoError) -> [UInt8] {
        var wrap = [UInt8](repeating: 0, count: wrapSize)
        unsafe try key.withBytes { (key) throws(CryptoError) in
            // SAFETY: both buffers are lent for the call.
            unsafe try wrap.withUnsafeMutableBufferPointer { (target) throws(CryptoError) in
                unsafe try Seal.seal(
                    key, into: UnsafeMutableRawBufferPointer(target), nonce: Seal.onlyNonce, associated: associated,
                    key: wrapKey)
            }
        }
        return wrap
    }

    /// Opens one wrap; nil when it is for somebody else.
    private static func unwrap(
        _ wrap: [UInt8], _ associated: [UInt8], _ wrapKey: borrowing SecretBytes
    ) throws(CryptoError) -> SecretBytes? {
        var key = try SecretBytes(count: Seal.keySize)
        do throws(CryptoError) {
            unsafe try key.withMutableBytes { (target) throws(CryptoError) in
                // SAFETY: both buffers are lent for the call.
                unsafe try wrap.withUnsafeBufferPointer { (source) throws(CryptoError) in
                    unsafe try Seal.open(
                        UnsafeRawBufferPointer(source), into: target, nonce: Seal.onlyNonce, associated: associated,
                        key: wrapKey)
                }
            }
        } catch {
            guard error == .forged else { throw error }
            return nil
        }
        return key
    }
}
