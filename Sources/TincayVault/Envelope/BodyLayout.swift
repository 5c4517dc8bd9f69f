import TincayCrypto

/// How a sealed report is laid out.
enum BodyLayout: UInt8, CaseIterable {
    /// One key opens everything.
    case whole = 1
    /// Each section has a key of its own, and cells behind the index say who has which.
    case sectioned = 2

    /// How many bytes its index has.
    var plainSize: Int {
        switch self {
        case .whole: 128
        case .sectioned: 256
        }
    }

    /// How many bytes its sealed index has.
    var sealedSize: Int { plainSize + Seal.overhead }

    /// Where its head begins.
    var start: Int {
        switch self {
        case .whole: sealedSize
        case .sectioned: sealedSize + SectionCells.size
        }
    }

    /// What the seal of its index is for.
    var use: StaticString {
        switch self {
        case .whole: "tincay index 1"
        case .sectioned: "tincay index 2"
        }
    }
}
