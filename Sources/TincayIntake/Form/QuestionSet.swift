/// Questions while they are being found, each once, in the order of the form.
struct QuestionSet {
    /// The questions so far.
    var questions: [Question] = []
    /// Where each of them is.
    private var places: [[UInt8]: Int] = [:]
    /// Demands for members that are not declared yet.
    private var early: [[UInt8]: [[QuestionCondition]]] = [:]

    /// Notes a declaration.
    mutating func declare(_ name: [UInt8], _ schemas: [JSONValue], _ when: [QuestionCondition]) {
        let declaration = Question.Declaration(schemas: schemas, conditions: when)
        if let place = places[name] {
            questions[place].declarations.append(declaration)
        } else {
            places[name] = questions.count
            questions.append(
                Question(name: name, declarations: [declaration], demands: early.removeValue(forKey: name) ?? []))
        }
    }

    /// Notes that a question has to be answered.
    mutating func demand(_ name: [UInt8], _ when: [QuestionCondition]) {
        if let place = places[name] {
            questions[place].demands.append(when)
        } else {
            early[name, default: []].append(when)
        }
    }

    /// Notes all declarations of another set.
    mutating func declare(all other: QuestionSet) {
        for question in other.questions {
            for declaration in question.declarations {
                declare(question.name, declaration.schemas, declaration.conditions)
            }
        }
    }
}
