/// Puts findings in the order in which a form asks its questions.
struct FindingOrder {
    /// The questions.
    private let questionnaire: Questionnaire

    /// Prepares to sort.
    init(_ questionnaire: Questionnaire) {
        self.questionnaire = questionnaire
    }

    /// The findings about the answers as a whole first, then those about questions, then what the form does not have.
    func sorted(_ findings: [Finding]) -> [Finding] {
        guard findings.count > 1 else { return findings }
        let keyed = findings.enumerated().map { (key: key(of: $1.path), place: $0, finding: $1) }
        return keyed.sorted { one, other in
            if one.key == other.key { return one.place < other.place }
            return one.key.lexicographicallyPrecedes(other.key)
        }.map { $0.finding }
    }

    /// The places of the questions and elements that a path leads through.
    private func key(of path: [UInt8]) -> [Int] {
        var names = JSONPointer.names(path)[...]
        guard let first = names.popFirst() else { return [] }
        guard let place = questionnaire.place(first) else { return [Int.max] }
        var key = [place]
        var question = questionnaire.questions[place]
        while let name = names.popFirst() {
            if let position = question.repeats || question.members.isEmpty ? Self.number(name) : nil {
                key.append(position)
            } else if let inner = question.place(name) {
                key.append(inner)
                question = question.members[inner]
            } else {
                return key + [Int.max]
            }
        }
        return key
    }

    /// The position that a token stands for.
    private static func number(_ token: [UInt8]) -> Int? {
        guard !token.isEmpty, token.count <= 9 else { return nil }
        var number = 0
        for byte in token {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }
}
