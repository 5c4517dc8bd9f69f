/// Puts the texts of answers in order, each as its question asks; names of members are never touched.
struct AnswerNormalizer: Sendable {
    /// One answer that was changed; what it was and is stays out of it.
    struct Change: Sendable {
        /// The JSON Pointer of the answer.
        let path: [UInt8]
        /// What was done.
        let steps: NormalizationSteps
    }

    /// The most changes that are told, and the most bytes of their paths; all are made.
    private static let most = (changes: 1_000, bytes: 65_536)

    /// How each question's texts are put in order.
    private let plan: NormalizationPlan

    /// Takes the kinds of the questions that say one, by their pointers, and where texts go as they were typed; all
    /// others are text.
    init(kinds: [[UInt8]: NormalizationKind], typed: [TypedText] = []) {
        plan = NormalizationPlan(kinds, typed: typed)
    }

    /// Answers in order, what was done to them, and the same with what was typed beside them where that is kept; nil
    /// when there is nothing to do.
    func normalize(_ answers: JSONValue) -> (json: [UInt8], changes: [Change], kept: [UInt8]?)? {
        let document = answers.document
        // SAFETY: the buffer is only read inside.
        let isSettled = unsafe document.bytes.withUnsafeBufferPointer { bytes in
            unsafe self.isSettled(answers.index, document, bytes, 0, .text)
        }
        guard !isSettled else { return nil }
        var work = Work(answers)
        walk(answers, 0, .text, &work)
        guard work.isChanged else { return nil }
        work.copy(upTo: answers.source.upperBound)
        return (work.json, work.changes, work.kept)
    }

    /// Whether all texts of a value are seen to be in order; goes as deep as the value, which its parser has limited.
    private func isSettled(
        _ index: Int, _ document: JSONDocument, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int?,
        _ kind: NormalizationKind
    ) -> Bool {
        let node = document.nodes[index]
        switch node.kind {
        case .string: return unsafe Self.isSettled(node, bytes, kind)
        case .array:
            var next = index + 1
            for _ in 0..<node.count {
                guard unsafe isSettled(next, document, bytes, place, kind) else { return false }
                next = Int(document.nodes[next].next)
            }
        case .object:
            var next = index + 1
            for _ in 0..<node.count {
                let inner = inner(place, next, document)
                guard unsafe isSettled(next + 1, document, bytes, inner, kindInside(inner)) else { return false }
                next = Int(document.nodes[next + 1].next)
            }
        default: break
        }
        return true
    }

    /// Whether a string is seen to be in order.
    private static func isSettled(
        _ node: JSONNode, _ bytes: UnsafeBufferPointer<UInt8>, _ kind: NormalizationKind
    ) -> Bool {
        // SAFETY: the parser set the range inside the document's own bytes.
        let text = unsafe UnsafeBufferPointer(rebasing: bytes[Int(node.start) + 1..<Int(node.end) - 1])
        guard node.flag else { return unsafe SettledText.isSettled(text, kind) }
        switch kind {
        case .none: return true
        // Escapes that are letters stand for ASCII, which composes with nothing.
        case .narrative: return unsafe SettledText.hasNoNumbers(text) && SettledText.isSettled(text, kind)
        default: return false
        }
    }

    /// The question inside another one that the member named by a node belongs to.
    private func inner(_ place: Int?, _ name: Int, _ document: JSONDocument) -> Int? {
        guard let place, !plan.places[place].inner.isEmpty else { return nil }
        return plan.inner(place, JSONValue(document: document, index: name))
    }

    /// How the texts of a question are put in order.
    private func kindInside(_ place: Int?) -> NormalizationKind {
        guard let place else { return .text }
        return plan.places[place].kind ?? .text
    }

    /// Puts the texts of a value in order; goes as deep as the value.
    private func walk(_ value: JSONValue, _ place: Int?, _ kind: NormalizationKind, _ work: inout Work) {
        switch value.kind {
        case .string:
            // SAFETY: the buffer is only read inside.
            let isSettled = unsafe value.document.bytes.withUnsafeBufferPointer { bytes in
                unsafe Self.isSettled(value.node, bytes, kind)
            }
            guard !isSettled, let text = value.text, let normal = TextNormalizer.normalized(text, kind) else { return }
            work.replace(value, normal.text)
            guard work.changes.count < Self.most.changes, work.pathBytes < Self.most.bytes else { return }
            work.note(normal.steps)
        case .array:
            work.trail.append((value, 0))
            for element in value.elements {
                walk(element, place, kind, &work)
                work.trail[work.trail.count - 1].position += 1
            }
            work.trail.removeLast()
        case .object:
            for member in value.members {
                let inner = inner(place, member.name.index, member.name.document)
                work.trail.append((member.name, 0))
                walk(member.value, inner, kindInside(inner), &work)
                work.trail.removeLast()
                if let inner, let typed = plan.places[inner].typed, value.member(typed.name) == nil {
                    work.keep(member.value, typed)
                }
            }
        default: break
        }
    }

    /// Answers that are being put in order.
    private struct Work {
        /// The answers as they are.
        let source: JSONDocument
        /// The answers in order, up to where they were copied.
        var json: [UInt8] = []
        /// What was done.
        var changes: [Change] = []
        /// How many bytes the paths of the changes have.
        var pathBytes = 0
        /// Whether anything was changed.
        var isChanged = false
        /// The way to the value that is looked at: names of members, and lists with the position in them.
        var trail: [(step: JSONValue, position: Int)] = []
        /// Up to where the answers were copied.
        private var copied: Int
        /// The answers in order with what was typed beside them, up to the last text that is kept so.
        private var typed: [UInt8] = []
        /// Up to where of the answers in order that is.
        private var typedEnd = 0

        /// Starts with nothing copied.
        init(_ answers: JSONValue) {
            source = answers.document
            copied = answers.source.lowerBound
        }

        /// Copies what was not copied yet.
        mutating func copy(upTo end: Int) {
            guard copied < end else { return }
            json += source.bytes[copied..<end]
            copied = end
        }

        /// Puts a text in another one's place.
        mutating func replace(_ value: JSONValue, _ text: [UInt8]) {
            copy(upTo: value.source.lowerBound)
            var writer = JSONWriter()
            writer.text(text)
            json += writer.bytes
            copied = value.source.upperBound
            isChanged = true
        }

        /// Keeps what was typed, when it is what was just put in order.
        mutating func keep(_ value: JSONValue, _ other: TypedText) {
            guard isChanged, copied == value.source.upperBound, let text = value.text, let member = other.member(text)
            else { return }
            typed += json[typedEnd...]
            typed += member
            typedEnd = json.count
        }

        /// The answers in order with what was typed beside them; nil when nothing of it is kept.
        var kept: [UInt8]? { typed.isEmpty ? nil : typed + json[typedEnd...] }

        /// Notes what was done to the value that is looked at.
        mutating func note(_ steps: NormalizationSteps) {
            var path: [UInt8] = []
            for entry in trail {
                let isList = entry.step.kind == .array
                path += JSONPointer.token(isList ? Array("\(entry.position)".utf8) : entry.step.text ?? [])
            }
            pathBytes += path.count
            changes.append(Change(path: path, steps: steps))
        }
    }
}
