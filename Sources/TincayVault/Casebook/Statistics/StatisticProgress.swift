/// How far a case is, as far as statistics ask.
struct StatisticProgress {
    /// Whether somebody acted before the deadline that the report came with.
    let isInTime: Bool
    /// What came of the case, as a code of its attribute.
    private(set) var outcome: UInt8

    /// Starts with what somebody did first.
    init(isInTime: Bool, outcome: UInt8? = nil) {
        self.isInTime = isInTime
        self.outcome = outcome ?? UInt8(truncatingIfNeeded: StatisticCodes.place(.outcome, nil))
    }

    /// Takes in the detail of a status: behind it stands what came of the case, when that is its end.
    mutating func end(_ detail: [UInt8]?) {
        let code = [UInt8](detail?.dropFirst() ?? [])
        outcome = UInt8(truncatingIfNeeded: StatisticCodes.place(.outcome, code.isEmpty ? nil : code))
    }
}
