/// The values of an `enum` or `const`, to look one up however long the list is.
struct ValueTable: BitwiseCopyable, Sendable {
    /// The strings.
    var texts = NameTable()
    /// Whether null, true and false are on the list.
    var hasNull = false
    var hasTrue = false
    var hasFalse = false
    /// The number of the set with all other values; below zero for none.
    var others: Int32 = -1
}
