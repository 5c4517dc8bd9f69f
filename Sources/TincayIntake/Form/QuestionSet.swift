/// Questions while they are being found, each once, in the order of the form.
struct QuestionSet {
    /// The questions so far.
    var questions: [Question] = []
    /// Where each of them is.
    private var places: [[UInt8]: Int] = [:]
    /// What was said about members that are not declared yet.
    private var early: [[UInt8]: Question] = [:]

    /// Notes a declaration; the same one over again says nothing new.
    mutating func declare(_ name: [UInt8], _ declaration: Question.Declaration) {
        guard let place = places[name] else {
            places[name] = questions.count
            var question = early.removeValue(forKey: name) ?? Question(name: name)
            question.declarations.append(declaration)
            questions.append(question)
            return
        }
        let schema = declaration.schemas.first?.identity
        for earlier in questions[place].declarations.suffix(8)
        where earlier.schemas.first?.identity == schema && earlier.when == declaration.when {
            return
        }
        questions[place].declarations.append(declaration)
    }

    /// Notes that a question has to be answered.
    mutating func demand(_ name: [UInt8], _ when: [Int]) {
        if let place = places[name] {
            questions[place].demands.append(when)
        } else {
            early[name, default: Question(name: name)].demands.append(when)
        }
    }

    /// Notes that a question must not be answered.
    mutating func ban(_ name: [UInt8], _ when: [Int]) {
        if let place = places[name] {
            questions[place].bans.append(when)
        } else {
            early[name, default: Question(name: name)].bans.append(when)
        }
    }

    /// Notes all declarations of another set, and its demands and bans when they count on their own.
    mutating func join(_ other: QuestionSet, withDemands: Bool, without skipped: [UInt8]? = nil) {
        for question in other.questions where question.name != skipped {
            for declaration in question.declarations { declare(question.name, declaration) }
        }
        guard withDemands else { return }
        for question in other.questions + other.early.values where question.name != skipped {
            for when in question.demands { demand(question.name, when) }
            for when in question.bans { ban(question.name, when) }
        }
    }
}
