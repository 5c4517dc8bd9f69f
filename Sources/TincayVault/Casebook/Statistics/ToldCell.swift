/// A cell that a published table tells something about.
struct ToldCell {
    /// What it counts.
    let box: CellBox
    /// How many there are at least; 0 when there is nobody.
    let least: Int32
}
