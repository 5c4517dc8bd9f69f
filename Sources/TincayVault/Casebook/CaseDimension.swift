import TincayIntake

/// By what cases are counted: every case is in one group, and every group counts under one or several labels.
struct CaseDimension {
    /// The periods by which times are counted.
    enum Period: CaseIterable {
        case day, week, month, quarter, year

        /// The name in JSON.
        var name: StaticString {
            switch self {
            case .day: "day"
            case .week: "week"
            case .month: "month"
            case .quarter: "quarter"
            case .year: "year"
            }
        }
    }

    /// What a case without a value is counted under.
    private static let none = Array("null".utf8)

    /// The name in the query.
    let name: [UInt8]
    /// The group of each case by its place.
    private(set) var groups: [UInt32] = []
    /// The labels of each group, as JSON.
    private(set) var labels: [[[UInt8]]] = [[Self.none]]

    /// Looks up the groups of all cases.
    init(_ name: [UInt8], in caseload: Caseload, at now: Moment) {
        self.name = name
        let table = caseload.table
        if Self.isName(name, "urgency") {
            group(table.urgency) { value in Urgency(rawValue: Int(value)).map { Self.json($0.name) } }
        } else if Self.isName(name, "status") {
            group(table.status) { value in CaseStatus(rawValue: value).map { Self.json($0.name) } }
        } else if Self.isName(name, "check") {
            group(table.check) { value in ReportCheck(rawValue: value).map { Self.json($0.name) } }
        } else if Self.isName(name, "unfinished") {
            group(table.flags) { value in Self.json(value & CaseTable.unfinished != 0) }
        } else if Self.isName(name, "doubtful") {
            group(table.flags) { value in Self.json(value & CaseTable.doubtful != 0) }
        } else if Self.isName(name, "overdue") {
            labels = [[Self.json(false)], [Self.json(true)]]
            groups = [UInt32](repeating: 0, count: table.count)
            for place in table.overdue(at: now) { groups[place] = 1 }
        } else if Self.isName(name, "profile") {
            group(table.profile) { Self.json($0) }
        } else if Self.isName(name, "form") {
            group(table.form) { Self.json($0) }
        } else if Self.isName(name, "assigned") {
            group(table.assigned) { Self.json($0) }
        } else if Self.isName(name, "point") {
            group(table.point) { Self.json(caseload.points[$0] ?? []) }
        } else if Self.isName(name, "rules") {
            group(table.facets, FacetColumn.rules)
        } else if let period = Period.allCases.first(where: { Self.isName(name, $0.name) }) {
            group(table.received, by: period)
        } else {
            group(table.facets, name)
        }
    }

    /// The group of a case.
    func group(at place: Int) -> Int {
        groups.indices.contains(place) ? Int(groups[place]) : 0
    }

    /// Groups cases by a small number.
    private mutating func group(_ column: ByteColumn, _ label: (UInt8) -> [UInt8]?) {
        groups = column.values.map { UInt32($0) }
        labels = (0..<16).map { (value: UInt8) in [label(value) ?? Self.none] }
    }

    /// Groups cases by a name.
    private mutating func group(_ column: CodedColumn, _ label: ([UInt8]) -> [UInt8]) {
        groups = column.codes
        labels = [[Self.none]]
        for word in column.words.words.dropFirst() { labels.append([label(word)]) }
    }

    /// Groups cases by a facet.
    private mutating func group(_ column: FacetColumn, _ name: [UInt8]) {
        groups = [UInt32](repeating: 0, count: column.count)
        labels = [[Self.none]]
        for code in column.terms(named: name) {
            let values = column.terms[Int(code)].values.map { column.values[$0] ?? Self.none }
            guard !values.isEmpty, let group = UInt32(exactly: labels.count) else { continue }
            column.places[Int(code)].mark(&groups, with: group)
            labels.append(values)
        }
    }

    /// Groups cases by when they were told.
    private mutating func group(_ times: [Int64], by period: Period) {
        var known: [Int64: UInt32] = [:]
        groups = []
        groups.reserveCapacity(times.count)
        labels = []
        var last: (days: Int64, group: UInt32)?
        for time in times {
            let moment = Moment(milliseconds: time)
            let days = moment.days
            if let last, last.days == days {
                groups.append(last.group)
                continue
            }
            let (number, label) = Self.period(period, of: moment)
            let group = known[number] ?? UInt32(truncatingIfNeeded: labels.count)
            if known[number] == nil {
                known[number] = group
                labels.append([Self.json(label)])
            }
            last = (days, group)
            groups.append(group)
        }
    }

    /// The period that a moment is in: a number that no other one has, and its name.
    private static func period(_ period: Period, of moment: Moment) -> (number: Int64, label: [UInt8]) {
        let text = moment.dateText
        let days = moment.days
        let year = text[0..<4].reduce(0) { $0 * 10 + Int64($1 &- 0x30) }
        let month = text[5..<7].reduce(0) { $0 * 10 + Int64($1 &- 0x30) }
        switch period {
        case .day: return (days, text)
        case .month: return (year * 12 + month, [UInt8](text.prefix(7)))
        case .quarter:
            let quarter = (month + 2) / 3
            return (year * 4 + quarter, text.prefix(4) + Array("-Q".utf8) + [UInt8(0x30 + quarter)])
        case .year: return (year, [UInt8](text.prefix(4)))
        case .week:
            // ISO 8601: a week belongs to the year that its Thursday is in; 1970-01-01 was a Thursday.
            let weekday = ((days + 3) % 7 + 7) % 7
            let thursday = days - weekday + 3
            let label = Moment(days: thursday).dateText
            let first = Moment.days(of: label.prefix(4) + Array("-01-01".utf8)) ?? thursday
            let week = (thursday - first) / 7 + 1
            return (thursday, label.prefix(4) + Array("-W".utf8) + [UInt8(0x30 + week / 10), UInt8(0x30 + week % 10)])
        }
    }

    /// Whether a name is one of ours.
    private static func isName(_ name: [UInt8], _ other: StaticString) -> Bool {
        // SAFETY: a static string's bytes live as long as the process.
        unsafe name.elementsEqual(UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
    }

    /// A truth value as JSON.
    private static func json(_ value: Bool) -> [UInt8] {
        Array((value ? "true" : "false").utf8)
    }

    /// A string as JSON.
    private static func json(_ text: [UInt8]) -> [UInt8] {
        var writer = JSONWriter()
        writer.text(text)
        return writer.bytes
    }

    /// A string as JSON.
    private static func json(_ text: StaticString) -> [UInt8] {
        var writer = JSONWriter()
        writer.text(text)
        return writer.bytes
    }
}
