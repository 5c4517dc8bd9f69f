/// A member that a form declares: what is asked.
struct Question: Sendable {
    /// One place where it is declared.
    struct Declaration: Sendable {
        /// Its schema and those that it refers to, nearest first.
        let schemas: [JSONValue]
        /// When it counts.
        let conditions: [QuestionCondition]
    }

    /// The member's name.
    let name: [UInt8]
    /// Everywhere it is declared, in the order of the form.
    var declarations: [Declaration] = []
    /// When it has to be answered; each is a reason of its own.
    var demands: [[QuestionCondition]] = []
    /// The members of its answer, when that is an object.
    var members: [Question] = []

    /// All its schemas, the later declarations first because they are the more particular ones.
    var schemas: [JSONValue] { declarations.reversed().flatMap { $0.schemas } }

    /// What an annotation says, wherever it stands first.
    func annotation(_ name: StaticString) -> JSONValue? {
        for schema in schemas {
            if let value = schema[name] { return value }
        }
        return nil
    }
}
