import TincayIntake

/// What a search found, kept for the pages that follow the first.
struct FoundCases {
    /// The query without what only says which page.
    let key: [UInt8]
    /// The cases.
    var bits: PlaceBits
    /// In which sections each of them has it, one bit for each section and the lowest for what people wrote.
    var places: [Int: UInt8] = [:]
    /// How many reports were opened.
    var opened = 0
    /// How many of them did not open: they are damaged, or came by a referral whose day has passed.
    var unreadable = 0
}
