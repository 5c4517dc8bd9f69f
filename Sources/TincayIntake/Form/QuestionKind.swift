/// How a question is answered on a screen.
enum QuestionKind: Sendable {
    case choice, choices, text, number, boolean, date, group

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
        }
    }

    /// What a question's schemas ask for.
    init(of schemas: [JSONValue], resources: SchemaResources) {
        if ChoiceList(in: schemas, resources: resources) != nil {
            self = Self.isArray(schemas) ? .choices : .choice
            return
        }
        switch Self.type(schemas) {
        case let type? where type.isText("integer") || type.isText("number"): self = .number
        case let type? where type.isText("boolean"): self = .boolean
        case let type? where type.isText("object") || type.isText("array"): self = .group
        case nil where schemas.contains { $0["properties"] != nil || $0["items"] != nil }: self = .group
        default: self = schemas.contains { $0["format"]?.isText("date") == true } ? .date : .text
        }
    }

    /// Whether answers are lists.
    private static func isArray(_ schemas: [JSONValue]) -> Bool {
        type(schemas)?.isText("array") ?? schemas.contains { $0["items"] != nil }
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
