/// Answers whose texts are in order, as a form looks at and keeps them.
struct OrderedAnswers {
    /// The answers in order.
    let answers: JSONValue
    /// What was done to them.
    private let changes: [AnswerNormalizer.Change]

    /// Puts answers in order; without a normalizer they stay as they are.
    init(_ given: JSONValue, _ normalizer: AnswerNormalizer?) {
        // What was put in order is JSON as before, three times as long at most.
        guard let order = normalizer?.normalize(given),
            let document = try? JSONDocument(parsing: order.json, limits: .any)
        else {
            answers = given
            changes = []
            return
        }
        answers = document.root
        changes = order.changes
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
