/// How far somebody has come with some questions.
struct StateProgress {
    /// How many questions are shown.
    private var shown: Int64 = 0
    /// How many of these are answered.
    private var answered: Int64 = 0
    /// How many of these have to be answered and are not.
    private var missing: Int64 = 0

    /// Counts a question that is shown.
    mutating func count(required: Bool, answered isAnswered: Bool) {
        shown += 1
        if isAnswered { answered += 1 } else if required { missing += 1 }
    }

    /// Writes the numbers as members of an object.
    func write(_ writer: inout JSONWriter) {
        writer.name("shown")
        writer.integer(shown)
        writer.name("answered")
        writer.integer(answered)
        writer.name("missing")
        writer.integer(missing)
    }
}
