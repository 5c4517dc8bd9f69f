import TincayIntake

/// The orders in which cases were listed so far, each made once and put right after every event.
struct CaseOrders {
    /// The orders, by their numbers; nil as long as nobody has asked for one.
    fileprivate var sorted = [SortedPlaces?](repeating: nil, count: CaseOrder.allCases.count)
}

extension CaseTable {
    /// Takes a case out of every order, before what it is sorted by changes.
    mutating func leave(_ place: Int) {
        guard fate(at: place) == .open, let number = UInt32(exactly: place) else { return }
        for order in CaseOrder.allCases {
            guard var list = orders.sorted[order.rawValue].take() else { continue }
            list.remove(number) { precedes($0, $1, in: order) }
            orders.sorted[order.rawValue] = list
        }
    }

    /// Puts a case into every order again.
    mutating func enter(_ place: Int) {
        guard fate(at: place) == .open, let number = UInt32(exactly: place) else { return }
        for order in CaseOrder.allCases { orders.sorted[order.rawValue]?.add(number) }
    }

    /// The cases among some in an order, from behind one of them on, at most so many and one more.
    mutating func page(
        of bits: PlaceBits, in order: CaseOrder, isReversed: Bool, after start: Int?, limit: Int
    ) -> [Int] {
        let matching = bits.count
        // Going through the order until the page is full, or sorting what matches: whichever looks at less.
        let steps = matching > limit ? count / max(1, matching / limit) : count
        if matching * 8 * (Int.bitWidth - matching.leadingZeroBitCount) < steps {
            return sortedPage(of: bits, in: order, isReversed: isReversed, after: start, limit: limit)
        }
        settle(order)
        guard let list = orders.sorted[order.rawValue] else { return [] }
        var page: [Int] = []
        let start = start.flatMap { UInt32(exactly: $0) }
        if isReversed {
            var position =
                start.map { list.first(behind: $0, orAt: true) { precedes($0, $1, in: order) } } ?? list.sorted.count
            while position > 0, page.count <= limit {
                position -= 1
                if bits.contains(Int(list.sorted[position])) { page.append(Int(list.sorted[position])) }
            }
        } else {
            var position = start.map { list.first(behind: $0, orAt: false) { precedes($0, $1, in: order) } } ?? 0
            while position < list.sorted.count, page.count <= limit {
                if bits.contains(Int(list.sorted[position])) { page.append(Int(list.sorted[position])) }
                position += 1
            }
        }
        return page
    }

    /// The same by sorting the few that match.
    private func sortedPage(
        of bits: PlaceBits, in order: CaseOrder, isReversed: Bool, after start: Int?, limit: Int
    ) -> [Int] {
        var places: [UInt32] = []
        let start = start.flatMap { UInt32(exactly: $0) }
        for place in bits {
            guard let place = UInt32(exactly: place) else { continue }
            if let start {
                let isBehind = isReversed ? precedes(place, start, in: order) : precedes(start, place, in: order)
                guard isBehind else { continue }
            }
            places.append(place)
        }
        places.sort { isReversed ? precedes($1, $0, in: order) : precedes($0, $1, in: order) }
        return places.prefix(limit + 1).map { Int($0) }
    }

    /// Makes an order that nobody has asked for yet, and puts right one that is there.
    private mutating func settle(_ order: CaseOrder) {
        if var list = orders.sorted[order.rawValue].take() {
            list.settle { precedes($0, $1, in: order) }
            orders.sorted[order.rawValue] = list
            return
        }
        var rows: [(key: CaseOrder.Key, place: UInt32)] = []
        rows.reserveCapacity(count)
        for place in open { rows.append((key(of: place, in: order), UInt32(truncatingIfNeeded: place))) }
        rows.sort { left, right in
            if left.key.first != right.key.first { return left.key.first < right.key.first }
            if left.key.second != right.key.second { return left.key.second < right.key.second }
            return isLower(left.place, right.place)
        }
        orders.sorted[order.rawValue] = SortedPlaces(rows.map { $0.place })
    }

    /// Whether a case comes before another one.
    private func precedes(_ left: UInt32, _ right: UInt32, in order: CaseOrder) -> Bool {
        let (leftKey, rightKey) = (key(of: Int(left), in: order), key(of: Int(right), in: order))
        if leftKey.first != rightKey.first { return leftKey.first < rightKey.first }
        if leftKey.second != rightKey.second { return leftKey.second < rightKey.second }
        return isLower(left, right)
    }

    /// Whether the identifier of a case is lower than that of another one.
    private func isLower(_ left: UInt32, _ right: UInt32) -> Bool {
        let size = ReportID.size
        let (left, right) = (Int(left) * size, Int(right) * size)
        guard max(left, right) + size <= reports.bytes.count else { return left < right }
        return reports.bytes[left..<left + size].lexicographicallyPrecedes(reports.bytes[right..<right + size])
    }

    /// What a case is compared by.
    private func key(of place: Int, in order: CaseOrder) -> CaseOrder.Key {
        guard received.indices.contains(place) else { return CaseOrder.Key(first: .max, second: .max) }
        let urgency = urgency(at: place).map { UInt64($0.rank) } ?? 7
        return switch order {
        case .urgency: CaseOrder.Key(first: urgency << 61 | Self.short(due[place]), second: Self.long(received[place]))
        case .due: CaseOrder.Key(first: Self.long(due[place]), second: urgency << 61 | Self.short(received[place]))
        case .received:
            CaseOrder.Key(first: Self.long(received[place]), second: urgency << 61 | Self.short(due[place]))
        case .changed: CaseOrder.Key(first: UInt64(UInt32.max - last[place]), second: 0)
        }
    }

    /// A time as a number whose order is that of times.
    private static func long(_ time: Int64) -> UInt64 { UInt64(bitPattern: time) ^ 1 << 63 }

    /// A time as a number of 61 bits, in order as far as clocks go.
    private static func short(_ time: Int64) -> UInt64 { UInt64(min(max(time, 0), 1 << 61 - 1)) }
}
