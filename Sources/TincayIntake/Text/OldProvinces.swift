/// The two-digit codes of the 63 provinces up to June 2025, which numbers and places from before still carry.
enum OldProvinces {
    /// The codes below 64, a bit each.
    private static let low: UInt64 = 0x555B_757E_CF5A_DD56
    /// The codes from 64 on, a bit each.
    private static let high: UInt64 = 0x0001_FADD_AD5D

    /// Whether a province had this code.
    static func contain(_ code: Int) -> Bool {
        switch code {
        case 0..<64: low >> UInt64(code) & 1 == 1
        case 64..<128: high >> UInt64(code - 64) & 1 == 1
        default: false
        }
    }
}
