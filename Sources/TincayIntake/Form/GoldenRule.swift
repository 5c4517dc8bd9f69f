/// What may stand in the way of an urgent report: only answers that cannot be read or do not belong, never one that is
/// missing or does not yet fit the others.
struct GoldenRule: Sendable {
    /// The nodes of the form's schemas in which nothing stands in the way: `x-tincay-relax`.
    private let relaxed: [Range<Int>]
    /// The form.
    private let document: JSONDocument

    /// Looks for the schemas that say so.
    init(_ document: JSONDocument) {
        self.document = document
        var relaxed: [Range<Int>] = []
        for index in 0..<document.nodes.count where document.nodes[index].kind == .object {
            guard JSONValue(document: document, index: index)["x-tincay-relax"]?.boolean == true else { continue }
            relaxed.append(index..<Int(document.nodes[index].next))
        }
        self.relaxed = relaxed
    }

    /// A finding about an urgent report.
    func soften(_ finding: Finding, _ answers: JSONValue) -> Finding {
        guard finding.severity == .error, isRelaxed(finding) || Self.isAboutCompleteness(finding, answers) else {
            return finding
        }
        var softened = finding
        softened.severity = .warning
        return softened
    }

    /// Whether the schema that complains stands in one that is relaxed.
    private func isRelaxed(_ finding: Finding) -> Bool {
        guard let schema = finding.schema, schema.document === document else { return false }
        return relaxed.contains { $0.contains(schema.index) }
    }

    /// Whether a finding tells of something missing, or of answers that do not fit one another.
    ///
    /// Where several schemas are tried on an object, what fails is how its members go together; on anything else it is
    /// a value that is none of those possible.
    private static func isAboutCompleteness(_ finding: Finding, _ answers: JSONValue) -> Bool {
        switch finding.code {
        case .required, .dependentRequired, .minLength, .minItems, .minProperties, .contains, .minContains: return true
        case .maxItems, .uniqueItems, .not, .compare: return true
        case .anyOf, .oneOf: return answers.at(pointer: finding.path)?.kind == .object
        default: return false
        }
    }
}
