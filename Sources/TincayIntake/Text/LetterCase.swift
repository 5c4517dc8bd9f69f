/// The small letters of Latin capitals, which is all that Vietnamese and the languages beside it need.
enum LetterCase {
    /// A capital's small letter, and any other character as it is.
    static func small(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A: return scalar + 0x20
        case 0..<0xC0, 0xD7: return scalar
        case 0xC0...0xDE: return scalar + 0x20
        case 0x100...0x137, 0x14A...0x177: return scalar == 0x130 || scalar == 0x131 ? scalar : scalar | 1
        case 0x139...0x148, 0x179...0x17E, 0x1CD...0x1DC: return scalar + scalar % 2
        case 0x178: return 0xFF
        case 0x189: return 0x256
        case 0x1A0, 0x1AF: return scalar + 1
        case 0x1DE...0x1EF, 0x1F8...0x21F, 0x222...0x233: return scalar | 1
        case 0x243: return 0x180
        case 0x1E00...0x1E95, 0x1EA0...0x1EFF: return scalar | 1
        default: return scalar
        }
    }
}
