import TincayIntake

extension CaseTable {
    /// The cases of which a time is in a range; times may be one for each place.
    func cases(where times: [Int64], isIn range: ClosedRange<Int64>) -> PlaceBits {
        var bits = open
        for (place, time) in times.enumerated() where !range.contains(time) { bits.remove(place) }
        return bits
    }

    /// The cases of which a deadline has passed while somebody should have acted.
    func overdue(at now: Moment) -> PlaceBits {
        var bits = PlaceBits(room: open.words.count * 64)
        for value in CaseStatus.allCases where value.isActive { status.add(value.rawValue, to: &bits) }
        // Nothing is due before the first moment there is.
        guard now.milliseconds > Int64.min else { return PlaceBits(room: 0) }
        bits.formIntersection(cases(where: due, isIn: Int64.min...now.milliseconds - 1))
        return bits
    }
}
