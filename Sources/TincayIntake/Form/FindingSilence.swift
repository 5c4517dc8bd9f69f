/// Leaves out findings that say nothing beside another one: a value of the wrong type is not also too short.
struct FindingSilence {
    /// The findings about one path.
    private struct Group {
        /// Where they stand in the order of paths.
        var range: Range<Int>
        /// The severity of one that stands for all that is at the path and below it.
        var closing: Severity?
        /// The strongest finding, when the path is that of a single value.
        var best: (rank: Int, severity: Severity)?
    }

    /// What is left.
    private(set) var told: [Finding]
    /// The findings.
    private let findings: [Finding]
    /// Their places in the order of their paths, those about one path as they were found.
    private var order: [Int] = []
    /// The findings about each path.
    private var groups: [Group] = []

    /// Weighs findings against each other.
    init(_ findings: [Finding]) {
        self.findings = findings
        told = findings
        guard findings.count > 1 else { return }
        order = findings.indices.sorted { one, other in
            let (left, right) = (findings[one].path, findings[other].path)
            return left == right ? one < other : left.lexicographicallyPrecedes(right)
        }
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, findings[order[end]].path == findings[order[start]].path { end += 1 }
            groups.append(Group(range: start..<end))
            for place in order[start..<end] { note(findings[place]) }
            start = end
        }
        var places: [Int] = []
        for group in groups { places += worthTelling(group) }
        places.sort()
        told = places.map { findings[$0] }
    }

    /// Notes what a finding says about the path of the last group.
    private mutating func note(_ finding: Finding) {
        let last = groups.count - 1
        if Self.closes(finding.code), groups[last].closing.map({ !Self.covers($0, finding.severity) }) ?? true {
            groups[last].closing = finding.severity
        }
        guard let rank = Self.rank(finding.code) else { return }
        if let best = groups[last].best {
            let isAsSevere = best.severity == finding.severity
            guard isAsSevere ? rank < best.rank : Self.covers(finding.severity, best.severity) else { return }
        }
        groups[last].best = (rank, finding.severity)
    }

    /// The findings about one path that are told, each once.
    private func worthTelling(_ group: Group) -> [Int] {
        guard group.range.count > 1 else {
            return order[group.range].filter { isWorthTelling(findings[$0], group) }
        }
        var seen: Set<[UInt8]> = []
        var places: [Int] = []
        // The more severe of two equal ones is told, and so they are asked first.
        for severity in [Severity.error, .warning, .notice] {
            for place in order[group.range] where findings[place].severity == severity {
                let finding = findings[place]
                guard isWorthTelling(finding, group) else { continue }
                var key = [finding.code.rawValue]
                if finding.code == .compare || finding.path.isEmpty { key += finding.keyword }
                if seen.insert(key).inserted { places.append(place) }
            }
        }
        return places
    }

    /// Whether no other finding says it all.
    private func isWorthTelling(_ finding: Finding, _ group: Group) -> Bool {
        guard finding.code != .depth, finding.code != .limit else { return true }
        // Not even the whole answers' type is told beside everything else that it makes wrong.
        for (position, byte) in finding.path.enumerated() where byte == UInt8(ascii: "/") {
            if let above = closing(finding.path[..<position]), Self.covers(above, finding.severity) { return false }
        }
        // About the answers as a whole any number of rules may be broken, each for itself.
        guard !finding.path.isEmpty, let rank = Self.rank(finding.code), let best = group.best else { return true }
        return rank == best.rank || !Self.covers(best.severity, finding.severity)
    }

    /// The severity of a finding that stands for all that is at a path and below it.
    private func closing(_ path: ArraySlice<UInt8>) -> Severity? {
        var (low, high) = (0, groups.count)
        while low < high {
            let middle = (low + high) / 2
            let other = findings[order[groups[middle].range.lowerBound]].path
            if other.lexicographicallyPrecedes(path) { low = middle + 1 } else { high = middle }
        }
        guard low < groups.count, path.elementsEqual(findings[order[groups[low].range.lowerBound]].path) else {
            return nil
        }
        return groups[low].closing
    }

    /// Whether a finding is as severe as another one.
    private static func covers(_ severity: Severity, _ other: Severity) -> Bool {
        severity.rawValue <= other.rawValue
    }

    /// Whether a finding says all that there is to say about its path and what is below.
    private static func closes(_ code: FindingCode) -> Bool {
        switch code {
        case .unknown, .irrelevant, .never, .type: true
        default: false
        }
    }

    /// How much a finding says about a value, the most first; nil for one that stands beside any other.
    private static func rank(_ code: FindingCode) -> Int? {
        switch code {
        case .irrelevant: 0
        case .unknown: 1
        case .never, .type: 2
        case .text: 3
        case .enum, .const: 4
        case .maxLength: 5
        case .format: 6
        case .pattern: 7
        case .maximum, .exclusiveMaximum, .minimum, .exclusiveMinimum: 8
        case .multipleOf: 9
        case .oneOf, .anyOf: 10
        case .required: 11
        case .dependentRequired: 12
        case .minLength: 13
        case .minItems, .minProperties: 14
        case .contains, .minContains: 15
        case .not: 16
        case .unit: 17
        case .compare: 18
        default: nil
        }
    }
}
