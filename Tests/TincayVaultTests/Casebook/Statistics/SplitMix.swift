/// Numbers that are the same for the same seed.
struct SplitMix {
    /// Where it is.
    private var state: UInt64

    /// Starts with a seed.
    init(seed: UInt64) {
        state = seed
    }

    /// The next number below another.
    mutating func next(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: (mixed ^ mixed >> 31) % UInt64(limit))
    }
}
