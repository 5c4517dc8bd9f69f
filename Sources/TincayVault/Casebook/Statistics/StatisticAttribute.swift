/// What published tables may know about a case: codes, never words.
///
/// The number of each is its place in a coded case and in the ledger.
enum StatisticAttribute: Int, CaseIterable {
    /// The form that was answered.
    case form = 0
    /// The sex of the child.
    case sex = 1
    /// The age band of the child.
    case age = 2
    /// What the case is about, at the first level.
    case concern = 3
    /// How urgent it was found.
    case urgency = 4
    /// What came of it.
    case outcome = 5
    /// Whether somebody acted before the first deadline.
    case timeliness = 6
    /// In what kind of place it happened.
    case place = 7
    /// How far the work was.
    case status = 8

    /// How many bits the code of one attribute takes.
    static let bits = 6
    /// The most codes that an attribute has.
    static let most = 1 << bits

    /// Where the code stands in a coded case.
    var shift: Int { rawValue * Self.bits }
}
