/// Names to look one up in by its hash: a part of a program's slots and entries.
struct NameTable: BitwiseCopyable, Sendable {
    /// A name in a table.
    struct Entry: BitwiseCopyable, Sendable {
        /// The hash of the name.
        let hash: UInt32
        /// The name's number.
        let name: Int32
        /// The schema for the member; below zero for none.
        var place: Int32 = -1
        /// Whether the member has to be there.
        var isRequired = false
    }

    /// Where its slots begin; each holds the number of an entry, or -1.
    var slots: Int32 = 0
    /// The number of slots, a power of two, less one; below zero for a table without names.
    var mask: Int32 = -1
    /// Where its entries begin.
    var entries: Int32 = 0
    /// How many there are.
    var count: Int32 = 0
}
