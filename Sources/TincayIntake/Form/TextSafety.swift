/// Finds strings with characters that do not belong into text: control characters, marks that turn the writing
/// direction, and code points that are no characters.
struct TextSafety {
    /// The most findings; whoever writes so many is no child at a kiosk.
    private static let most = 1_000

    /// What was found.
    private(set) var findings: [Finding] = []

    /// Looks at all strings of the answers, names included, in the order of the text.
    init(_ answers: JSONValue) {
        let document = answers.document
        for index in answers.index..<Int(answers.node.next) {
            let node = document.nodes[index]
            guard node.kind == .string else { continue }
            let value = JSONValue(document: document, index: index)
            guard Self.hasForbidden(value, node), findings.count < Self.most else { continue }
            findings.append(Finding(code: .text, path: value.field, keyword: []))
        }
    }

    /// Whether a string has a character that does not belong there.
    private static func hasForbidden(_ value: JSONValue, _ node: JSONNode) -> Bool {
        guard !node.flag else { return TextCheck.hasForbidden(value.text ?? []) }
        // SAFETY: the parser set the range inside the document's own bytes.
        return unsafe value.document.bytes.withUnsafeBufferPointer { bytes in
            unsafe TextCheck.hasForbidden(UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)]))
        }
    }
}
