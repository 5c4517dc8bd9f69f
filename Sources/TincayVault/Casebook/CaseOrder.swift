import TincayIntake

/// In which order cases are listed; every order ends with the identifier, so that pages neither repeat nor skip.
enum CaseOrder: CaseIterable {
    /// The most urgent first, then those due soonest.
    case urgency
    /// Those due soonest first.
    case due
    /// Those that wait longest first.
    case received

    /// What a case is compared by.
    struct Place {
        /// The urgency, the deadline and the time of the report, in the order that counts.
        let keys: (Int64, Int64, Int64)
        /// Decides between cases that are alike.
        let id: [UInt8]
    }

    /// The name in JSON.
    var name: StaticString {
        switch self {
        case .urgency: "urgency"
        case .due: "due"
        case .received: "received"
        }
    }

    /// Where a case stands.
    func place(of record: CaseRecord) -> Place {
        let urgency = record.urgency.map { Int64($0.place) } ?? Int64.max
        let due = record.due?.milliseconds ?? Int64.max
        let received = record.received.milliseconds
        let keys =
            switch self {
            case .urgency: (urgency, due, received)
            case .due: (due, urgency, received)
            case .received: (received, urgency, due)
            }
        return Place(keys: keys, id: record.id.bytes)
    }
}

extension CaseOrder.Place: Comparable {
    /// Whether both are the same case.
    static func == (left: Self, right: Self) -> Bool {
        left.keys == right.keys && left.id == right.id
    }

    /// Whether the left one is listed first.
    static func < (left: Self, right: Self) -> Bool {
        guard left.keys == right.keys else { return left.keys < right.keys }
        return left.id.lexicographicallyPrecedes(right.id)
    }
}
