/// Names to look one up in by its hash: a part of a program's slots, with open addressing.
struct NameTable: BitwiseCopyable, Sendable {
    /// A slot of a table: a name and what belongs to it, or nothing.
    struct Slot: BitwiseCopyable, Sendable {
        /// The hash of the name.
        var hash: UInt32 = 0
        /// Where the name begins among the program's names, and how long it is; below zero for an empty slot.
        var start: Int32 = 0
        var length: Int32 = -1
        /// The schema for the member; below zero for none.
        var place: Int32 = -1
        /// The name's number.
        var name: Int32 = 0
        /// Whether the member has to be there.
        var isRequired = false
    }

    /// Where its slots begin.
    var slots: Int32 = 0
    /// The number of slots, a power of two, less one; below zero for a table without names.
    var mask: Int32 = -1
}
