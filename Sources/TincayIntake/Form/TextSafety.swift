/// Finds strings with characters that do not belong into text: control characters, marks that turn the writing
/// direction, and code points that are no characters.
///
/// In forms it also finds text that was once in another encoding, and letters that only look like the right ones.
struct TextSafety {
    /// The most findings; whoever writes so many is no child at a kiosk.
    private static let most = 1_000

    /// What was found.
    private(set) var findings: [Finding] = []
    /// Where the texts stand.
    private var pointers = PointerFinder()
    /// How many bytes the paths of the findings have, of which there are only so many.
    private var pathBytes = 0
    private static let mostPaths = 1 << 18

    /// Looks at all strings of the answers, names included, in the order of the text.
    init(_ answers: JSONValue, looksForMistakes: Bool = false) {
        let document = answers.document
        guard looksForMistakes || TextCheck.mayHaveForbidden(document.text) else { return }
        // SAFETY: the buffer is only read inside.
        unsafe document.bytes.withUnsafeBufferPointer { bytes in
            for index in answers.index..<Int(answers.node.next) {
                let node = document.nodes[index]
                guard node.kind == .string, findings.count < Self.most, pathBytes < Self.mostPaths else { continue }
                // SAFETY: the parser set the range inside the document's own bytes.
                let text = unsafe UnsafeBufferPointer(rebasing: bytes[Int(node.start) + 1..<Int(node.end) - 1])
                if !node.flag, unsafe TextCheck.isPlain(text) { continue }
                let value = JSONValue(document: document, index: index)
                guard node.flag else {
                    unsafe look(text, value, looksForMistakes)
                    continue
                }
                // SAFETY: as above.
                unsafe (value.text ?? []).withUnsafeBufferPointer { unsafe look($0, value, looksForMistakes) }
            }
        }
    }

    /// Where a text stands.
    private mutating func path(of value: JSONValue) -> [UInt8] {
        let path = pointers.pointer(of: value)
        pathBytes += path.count
        return path
    }

    /// Looks at one string.
    private mutating func look(_ text: UnsafeBufferPointer<UInt8>, _ value: JSONValue, _ looksForMistakes: Bool) {
        if unsafe TextCheck.hasForbidden(text) {
            findings.append(Finding(code: .text, path: path(of: value), keyword: []))
        } else if looksForMistakes, let suspicion = unsafe TextSuspicion(text) {
            findings.append(
                Finding(
                    code: .text, path: path(of: value), keyword: [], parameters: suspicion.parameters,
                    severity: .warning))
        }
    }
}
