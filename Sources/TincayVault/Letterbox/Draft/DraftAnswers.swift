import TincayIntake

/// A draft's answers at one moment, and what a screen shows after them.
struct DraftAnswers {
    /// The answers: a JSON object.
    let json: [UInt8]
    /// What the last of them changed on the screen: a JSON object; nil when it has to be asked for.
    let screen: [UInt8]?

    /// The questions of the screen, and whether each is asked.
    var questions: [(path: [UInt8], isVisible: Bool)] {
        guard let screen, let questions = (try? JSONDocument(parsing: screen, limits: .any))?.root["questions"] else {
            return []
        }
        var found: [(path: [UInt8], isVisible: Bool)] = []
        for question in questions.elements {
            if let path = question["path"]?.text { found.append((path, question["visible"]?.boolean != false)) }
        }
        return found
    }

    /// Where there are answers to questions that are not asked; the last first, because elements of an array move when
    /// one before them goes.
    var hidden: [[UInt8]] {
        guard let answers = try? JSONDocument(parsing: json, limits: .any) else { return [] }
        let hidden = questions.filter { !$0.isVisible }.map { $0.path }
        return hidden.filter { answers.root.at(pointer: $0) != nil }.reversed()
    }
}
