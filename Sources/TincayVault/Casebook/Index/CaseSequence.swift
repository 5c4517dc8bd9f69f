/// All cases in the order of their filing, each put together when it is looked at.
struct CaseSequence: Sequence {
    /// Goes through the cases.
    struct Iterator: IteratorProtocol {
        /// Where they are kept.
        fileprivate let caseload: Caseload
        /// Which report comes next.
        fileprivate var place = 0

        /// The next case.
        mutating func next() -> CaseRecord? {
            while place < caseload.table.count {
                defer { place += 1 }
                if let record = caseload.record(at: place) { return record }
            }
            return nil
        }
    }

    /// Where they are kept.
    let caseload: Caseload

    /// The cases in the order of their filing.
    func makeIterator() -> Iterator { Iterator(caseload: caseload) }
}
