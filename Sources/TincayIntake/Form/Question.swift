/// One question of a form as it is to be asked: the schemas that describe it, nearest first.
struct Question: Sendable {
    /// The name of the answer.
    let name: [UInt8]
    /// The schemas, and those that they refer to.
    private let schemas: [JSONValue]

    /// Gathers the schemas of a question; goes a bounded way along references.
    init(_ name: [UInt8], _ places: [Int], _ program: SchemaProgram) {
        self.name = name
        var schemas: [JSONValue] = []
        for start in places {
            var place = start
            for _ in 0..<8 {
                let node = program.nodes[place]
                schemas.append(node.source)
                guard let next = Self.reference(node) else { break }
                place = next
            }
        }
        self.schemas = schemas
    }

    /// Where a schema refers to.
    private static func reference(_ node: SchemaNode) -> Int? {
        for (_, keyword) in node.keywords {
            if case .reference(let place) = keyword { return place }
        }
        return nil
    }

    /// The first of the schemas' values of a name.
    func value(_ name: StaticString) -> JSONValue? {
        for schema in schemas {
            if let value = schema[name] { return value }
        }
        return nil
    }

    /// A text in a language.
    func text(_ name: StaticString, _ language: LanguageTag) -> [UInt8]? {
        for schema in schemas {
            if let found = language.text(name, in: schema["x-tincay-i18n"]) { return found.text }
        }
        return nil
    }

    /// Whether the question is for a profile; without profiles it is for everybody.
    func isFor(_ profile: [UInt8]) -> Bool {
        guard let profiles = value("x-tincay-profiles"), !profile.isEmpty else { return true }
        return profiles.elements.contains { $0.text == profile }
    }

    /// The list of constants to choose from, of the question itself or of its elements.
    func choices(_ program: SchemaProgram, _ places: [Int]) -> (kind: StaticString, list: JSONValue?) {
        if let list = value("oneOf") ?? value("anyOf"), list[at: 0]?["const"] != nil { return ("choice", list) }
        if let list = value("enum") { return ("choice", list) }
        guard let type = value("type") else { return ("text", nil) }
        if type.isText("boolean") { return ("boolean", nil) }
        if type.isText("integer") || type.isText("number") { return ("number", nil) }
        if type.isText("object") { return ("group", nil) }
        guard type.isText("array") else { return (value("format")?.isText("date") == true ? "date" : "text", nil) }
        // The narrowest list wins: a place in the form may allow less than the question as such.
        for place in places {
            for (_, keyword) in program.nodes[place].keywords {
                guard case .items(let inner, _) = keyword else { continue }
                let element = Question(name, [inner], program)
                let list = element.value("oneOf") ?? element.value("enum")
                if list != nil { return ("choices", list) }
            }
        }
        return ("choices", Self.list(in: places, program, name))
    }

    /// The list of the elements in what a question refers to.
    private static func list(in places: [Int], _ program: SchemaProgram, _ name: [UInt8]) -> JSONValue? {
        for place in places {
            guard let next = reference(program.nodes[place]) else { continue }
            for (_, keyword) in program.nodes[next].keywords {
                guard case .items(let inner, _) = keyword else { continue }
                let element = Question(name, [inner], program)
                return element.value("oneOf") ?? element.value("enum")
            }
        }
        return nil
    }
}
