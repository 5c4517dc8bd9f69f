/// One category of a table: one or more codes of an attribute that are counted together.
struct TableGroup: Equatable {
    /// How the published table names it.
    let name: [UInt8]
    /// The codes, a bit each.
    let mask: UInt64
}
