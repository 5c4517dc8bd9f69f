/// Answers whose texts are in order, as a form looks at and keeps them.
struct OrderedAnswers {
    /// The answers in order.
    let answers: JSONValue
    /// What was done to them.
    private let changes: [AnswerNormalizer.Change]
    /// The answers in order with what was typed beside them; nil when they are the same.
    private let typed: [UInt8]?

    /// Puts answers in order; without a normalizer they stay as they are.
    init(_ given: JSONValue, _ normalizer: AnswerNormalizer?) {
        // What was put in order is JSON as before, three times as long at most.
        guard let order = normalizer?.normalize(given),
            let document = try? JSONDocument(parsing: order.json, limits: .any)
        else {
            answers = given
            changes = []
            typed = nil
            return
        }
        answers = document.root
        changes = order.changes
        typed = order.kept
    }

    /// The answers as they are kept: in order, and beside some of them what was typed.
    var kept: JSONValue {
        guard let typed, let document = try? JSONDocument(parsing: typed, limits: .any) else { return answers }
        return document.root
    }

    /// Writes what was done, as the member of a result.
    func write(_ writer: inout JSONWriter) {
        writer.name("normalized")
        writer.beginArray()
        for change in changes {
            writer.beginObject()
            writer.name("path")
            writer.text(change.path)
            writer.name("steps")
            change.steps.write(&writer)
            writer.endObject()
        }
        writer.endArray()
    }
}
