/// Finds strings with characters that do not belong into text: control characters, marks that turn the writing
/// direction, and code points that are no characters.
struct TextSafety {
    /// What was found.
    private(set) var findings: [Finding] = []

    /// Looks at all strings of the answers.
    init(_ answers: JSONValue) {
        look(answers, [])
    }

    /// Looks at a value; goes as deep as the value, which its parser has limited.
    private mutating func look(_ value: JSONValue, _ path: [UInt8]) {
        switch value.kind {
        case .string:
            if TextCheck.hasForbidden(value.text ?? []) { note(path) }
        case .array:
            for (position, element) in value.elements.enumerated() {
                look(element, path + JSONPointer.token(Array("\(position)".utf8)))
            }
        case .object:
            for member in value.members {
                let name = member.name.text ?? []
                let inner = path + JSONPointer.token(name)
                if TextCheck.hasForbidden(name) { note(inner) }
                look(member.value, inner)
            }
        default: break
        }
    }

    /// Notes a string that is not safe.
    private mutating func note(_ path: [UInt8]) {
        findings.append(Finding(code: .text, path: path, keyword: []))
    }
}
