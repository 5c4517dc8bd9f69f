import TincayCrypto

/// A bundle or a receipt in two halves for two carriers: each half alone is noise.
public enum SplitBundle {
    /// Splits bytes into a random half, and the half that gives the bytes with it.
    public static func split(
        _ bytes: UnsafeRawBufferPointer
    ) throws(VaultError) -> (first: [UInt8], second: [UInt8]) {
        guard bytes.count > 0 else { throw .invalidInput }
        guard bytes.count <= Bundle.largest else { throw .tooLarge }
        let first = Random.bytes(bytes.count)
        // SAFETY: the half is lent for the call.
        let second = unsafe first.withUnsafeBytes { unsafe combine($0, bytes) }
        return (first, second)
    }

    /// Puts two halves together, in whatever order.
    public static func join(
        _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer
    ) throws(VaultError) -> [UInt8] {
        guard first.count > 0, first.count == second.count else { throw .invalidInput }
        guard first.count <= Bundle.largest else { throw .tooLarge }
        return unsafe combine(first, second)
    }

    /// The exclusive or of as many bytes on either side.
    private static func combine(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> [UInt8] {
        let count = min(left.count, right.count)
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { target, filled in
            // SAFETY: every index is below the count of all three.
            for place in 0..<count { unsafe target[place] = left[place] ^ right[place] }
            filled = count
        }
    }
}
