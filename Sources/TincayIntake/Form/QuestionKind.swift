/// How a question is answered on a screen.
enum QuestionKind: Sendable {
    case choice, choices, text, number, boolean, date, group, `repeat`, list

    /// The kind in JSON.
    var name: StaticString {
        switch self {
        case .choice: "choice"
        case .choices: "choices"
        case .text: "text"
        case .number: "number"
        case .boolean: "boolean"
        case .date: "date"
        case .group: "group"
        case .repeat: "repeat"
        case .list: "list"
        }
    }

    /// What a question's schemas ask for.
    init(of question: Question, schemas: [JSONValue]) {
        let type = Self.type(schemas)
        let isArray = type?.isText("array") ?? schemas.contains { $0["items"] != nil }
        if question.declarations.contains(where: { $0.choices != nil }) {
            self = isArray ? .choices : .choice
        } else if isArray {
            self = question.members.isEmpty ? .list : .repeat
        } else if type?.isText("object") ?? schemas.contains(where: { $0["properties"] != nil }) {
            self = .group
        } else if let type, type.isText("integer") || type.isText("number") {
            self = .number
        } else if let type, type.isText("boolean") {
            self = .boolean
        } else {
            self = schemas.contains { $0["format"]?.isText("date") == true } ? .date : .text
        }
    }

    /// The first type that an answer may have, null aside.
    private static func type(_ schemas: [JSONValue]) -> JSONValue? {
        for schema in schemas {
            guard let type = schema["type"] else { continue }
            if type.kind == .string { return type }
            for element in type.elements where !element.isText("null") { return element }
        }
        return nil
    }
}
