/// Leaves out findings that say nothing beside another one: a value of the wrong type is not also too short.
struct FindingSilence {
    /// What is left.
    private(set) var told: [Finding] = []
    /// The findings that stand for all that is at their path and below it.
    private var closing: [[UInt8]: Severity] = [:]
    /// How long their paths are, so that others are not compared in vain.
    private var closingSizes: [Bool] = []
    /// The strongest finding about each single value.
    private var single: [[UInt8]: (rank: Int, severity: Severity)] = [:]
    /// What was told already, by path, code and keyword.
    private var seen: Set<[UInt8]> = []

    /// Weighs findings against each other.
    init(_ findings: [Finding]) {
        for finding in findings {
            if Self.closes(finding.code) {
                while closingSizes.count <= finding.path.count { closingSizes.append(false) }
                closingSizes[finding.path.count] = true
                closing[finding.path] =
                    closing[finding.path].map { Self.covers($0, finding.severity) ? $0 : finding.severity }
                    ?? finding.severity
            }
            if let rank = Self.rank(finding.code) { note(rank, finding) }
        }
        var places: [Int] = []
        // The more severe of two equal ones is told, and so they are asked first.
        for severity in [Severity.error, .warning, .notice] {
            for (place, finding) in findings.enumerated() where finding.severity == severity {
                guard isWorthTelling(finding) else { continue }
                var key = finding.path + [0xff, finding.code.rawValue]
                if finding.code == .compare || finding.path.isEmpty { key += finding.keyword }
                guard seen.insert(key).inserted else { continue }
                places.append(place)
            }
        }
        places.sort()
        told = places.map { findings[$0] }
    }

    /// Notes the strongest finding about a single value.
    private mutating func note(_ rank: Int, _ finding: Finding) {
        if let other = single[finding.path] {
            let isAsSevere = other.severity == finding.severity
            guard isAsSevere ? rank < other.rank : Self.covers(finding.severity, other.severity) else { return }
        }
        single[finding.path] = (rank, finding.severity)
    }

    /// Whether no other finding says it all.
    private func isWorthTelling(_ finding: Finding) -> Bool {
        guard finding.code != .depth, finding.code != .limit else { return true }
        for (position, byte) in finding.path.enumerated() where byte == UInt8(ascii: "/") && position > 0 {
            guard position < closingSizes.count, closingSizes[position] else { continue }
            if let above = closing[Array(finding.path[..<position])], Self.covers(above, finding.severity) {
                return false
            }
        }
        // Not even the whole answers' type is told beside everything else that it makes wrong.
        if !finding.path.isEmpty, let root = closing[[]], Self.covers(root, finding.severity) { return false }
        // About the answers as a whole any number of rules may be broken, each for itself.
        guard !finding.path.isEmpty, let rank = Self.rank(finding.code), let best = single[finding.path] else {
            return true
        }
        return rank == best.rank || !Self.covers(best.severity, finding.severity)
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
