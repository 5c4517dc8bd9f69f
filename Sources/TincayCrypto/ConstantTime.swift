import CSodium

/// Comparison that takes as long for a near miss as for a far one.
public enum ConstantTime {
    /// Whether two values are the same; of different sizes they never are.
    public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        guard !left.isEmpty else { return true }
        // SAFETY: both have `count` bytes.
        return unsafe sodium_memcmp(left, right, left.count) == 0
    }

    /// Whether two secrets are the same; of different sizes they never are.
    public static func equal(_ left: borrowing SecretBytes, _ right: borrowing SecretBytes) -> Bool {
        guard left.count == right.count else { return false }
        // SAFETY: both have `count` bytes.
        return unsafe sodium_memcmp(left.base, right.base, left.count) == 0
    }
}
