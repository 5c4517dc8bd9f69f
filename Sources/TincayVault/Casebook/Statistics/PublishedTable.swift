/// A table as it is given out.
struct PublishedTable: Equatable {
    /// Stands for a number that is not told.
    static let hidden: Int32 = -1

    /// Whom it is about.
    let scope: ReleaseScope
    /// Its dimensions and cells.
    let grid: TableGrid
    /// The published numbers; `hidden` for what is not told.
    let cells: [Int32]

    /// How many numbers are not told.
    var hiddenCount: Int { cells.count { $0 == Self.hidden } }
}
