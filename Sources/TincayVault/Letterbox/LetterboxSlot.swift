/// A slot without its envelope: what settling looks at.
struct LetterboxSlot {
    /// Where the slot stands in the box.
    let number: Int64
    /// How many bundles had been packed when the slot's day was closed; receipts for those do not count.
    let since: Int64
    /// The desks that have covered the slot's envelope, as bits as the seats have them.
    let covered: Int64

    /// What stands for `since` in a slot that was freed today and holds nothing but noise.
    static let freedToday: Int64 = -1
    /// What stands for `since` in a slot that was freed today and took a report afterwards.
    static let usedAgain: Int64 = -2

    /// Whether the slot was freed today already.
    var wasFreed: Bool { since < 0 }

    /// The slot once it was freed today.
    var freed: LetterboxSlot { LetterboxSlot(number: number, since: Self.freedToday, covered: 0) }
}
