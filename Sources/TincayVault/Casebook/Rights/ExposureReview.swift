import TincayIntake

/// Which reports a breach may have exposed, found out from what the ledger has without opening any.
struct ExposureReview {
    /// The cases.
    private(set) var cases: PlaceBits
    /// How many searches were made, and how many reports they opened together.
    private(set) var searches: (count: Int64, opened: Int64) = (0, 0)

    /// Starts with the cases that filters let through.
    init(_ cases: PlaceBits) {
        self.cases = cases
    }

    /// Keeps the cases that some people, or anybody, opened in a time.
    mutating func keep(openedBy people: [UInt32]?, in time: ClosedRange<Int64>, _ caseload: Caseload) {
        let entries = caseload.entries
        for place in cases {
            var number = caseload.table.last[place]
            var isOpened = false
            while number > 0, !isOpened, entries.types.indices.contains(Int(number) - 1) {
                let index = Int(number) - 1
                isOpened =
                    LedgerEntryType(rawValue: entries.types[index])?.opensReport == true
                    && time.contains(entries.times[index]) && people?.contains(entries.persons[index]) ?? true
                guard entries.before[index] < number else { break }
                number = entries.before[index]
            }
            if !isOpened { cases.remove(place) }
        }
    }

    /// Notes a search that was made in that time.
    mutating func note(_ search: SearchedEntry) {
        searches.count += 1
        searches.opened += Int64(search.opened)
    }
}
