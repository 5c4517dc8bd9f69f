/// A slot without its envelope: what settling looks at.
struct LetterboxSlot {
    /// Where the slot stands in the box.
    let number: Int64
    /// How many bundles had been packed when the slot's day was closed; receipts for those do not count.
    let since: Int64
    /// The desks that have covered the slot's envelope, as bits in the order of the setup.
    let covered: Int64
}
