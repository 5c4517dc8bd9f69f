/// A part of a secret of 32 bytes by Shamir's scheme: so many of them give the secret, and fewer give nothing.
///
/// Each byte of the secret is the value at 0 of a random polynomial over the field of 256 elements, and a share is the
/// polynomials' values at its own place. The share at 0 is the secret itself.
public final class SecretShare: Sendable {
    /// How many bytes a secret has.
    public static let size = 32
    /// Where the polynomials were evaluated; 0 for the secret itself.
    public let place: UInt8
    /// The values there.
    public let bytes: SecretBytes

    /// Takes over a share, or a secret as the share at 0.
    public init(place: UInt8, bytes: consuming SecretBytes) {
        self.place = place
        self.bytes = bytes
    }

    /// Splits a secret so that any `need` of the shares at these places give it back.
    public static func split(
        _ secret: borrowing SecretBytes, need: Int, at places: [UInt8]
    ) throws(CryptoError) -> [SecretShare] {
        guard secret.count == size, need >= 1, need <= places.count, !places.contains(0),
            Set(places).count == places.count
        else { throw .badParameter }
        // The coefficients from the first power on, one behind the other.
        let coefficients = try SecretBytes(randomCount: size * (need - 1))
        var shares: [SecretShare] = []
        for place in places {
            var share = try SecretBytes(count: size)
            // By Horner: from the highest power down to the secret.
            for power in (1..<need).reversed() { add(coefficients, at: size * (power - 1), to: &share, times: place) }
            add(secret, at: 0, to: &share, times: place)
            shares.append(SecretShare(place: place, bytes: share))
        }
        return shares
    }

    /// The secret that shares at different places give; something else entirely when they do not belong together or are
    /// too few.
    public static func combine(_ shares: [SecretShare]) throws(CryptoError) -> SecretBytes {
        guard !shares.isEmpty, shares.allSatisfy({ $0.bytes.count == size }),
            Set(shares.map({ $0.place })).count == shares.count
        else { throw .badParameter }
        var secret = try SecretBytes(count: size)
        for share in shares {
            // Lagrange's weight at 0; places are no secret.
            var weight: UInt8 = 1
            for other in shares where other.place != share.place {
                let distance = GaloisField.inverse(share.place ^ other.place)
                weight = GaloisField.multiply(weight, GaloisField.multiply(other.place, distance))
            }
            add(share.bytes, to: &secret, weighing: weight)
        }
        return secret
    }

    /// One step of Horner's: multiplies the sum by a factor and adds the bytes at an offset.
    private static func add(
        _ bytes: borrowing SecretBytes, at offset: Int, to sum: inout SecretBytes, times factor: UInt8
    ) {
        combine(bytes, at: offset, into: &sum) { (word, sum) in GaloisField.multiply(sum, by: factor) ^ word }
    }

    /// Adds bytes times a weight.
    private static func add(_ bytes: borrowing SecretBytes, to sum: inout SecretBytes, weighing weight: UInt8) {
        combine(bytes, at: 0, into: &sum) { (word, sum) in sum ^ GaloisField.multiply(word, by: weight) }
    }

    /// Goes through bytes and a sum of 32 bytes, eight at a time.
    @inline(__always) private static func combine(
        _ bytes: borrowing SecretBytes, at offset: Int, into sum: inout SecretBytes,
        _ step: (_ word: UInt64, _ sum: UInt64) -> UInt64
    ) {
        unsafe bytes.withBytes { bytes in
            unsafe sum.withMutableBytes { sum in
                for index in stride(from: 0, to: size, by: 8) {
                    // SAFETY: both have 32 bytes from where they are read; every caller has checked that.
                    let word = unsafe bytes.loadUnaligned(fromByteOffset: offset + index, as: UInt64.self)
                    let before = unsafe sum.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    unsafe sum.storeBytes(of: step(word, before), toByteOffset: index, as: UInt64.self)
                }
            }
        }
    }
}
