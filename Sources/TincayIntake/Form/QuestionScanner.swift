/// Finds out what a form asks, and when, by walking the keywords that apply to the answers as a whole.
struct QuestionScanner {
    /// How many schemas are looked at before a form is refused.
    private static let most = 50_000
    /// How many schemas may refer to one another.
    private static let deepest = 48

    /// Where references lead.
    let resources: SchemaResources
    /// The conditions met on the way, together with those that the form has elsewhere.
    var conditions: FormConditions
    /// How many schemas were looked at.
    private var steps = 0

    /// Prepares to walk a form.
    init(_ document: JSONDocument, options: SchemaOptions, conditions: FormConditions) throws(FormError) {
        resources = try SchemaResources(document, given: options.documents, dialect: options.dialect)
        self.conditions = conditions
    }

    /// The questions of a schema that describes an object.
    mutating func questions(of schema: JSONValue) throws(FormError) -> [Question] {
        try questions(of: [(schema, resources.owner(of: schema))], nested: true)
    }

    /// The questions of several schemas that describe the same object.
    private mutating func questions(
        of schemas: [(schema: JSONValue, resource: Int)], nested: Bool
    ) throws(FormError) -> [Question] {
        var found = QuestionSet()
        for entry in schemas { try scan(entry.schema, entry.resource, [], 0, &found) }
        guard nested else { return found.questions }
        for place in found.questions.indices {
            var members: [(schema: JSONValue, resource: Int)] = []
            for declaration in found.questions[place].declarations {
                for schema in declaration.schemas where schema["properties"] != nil {
                    members.append((schema, resources.owner(of: schema)))
                }
            }
            guard !members.isEmpty else { continue }
            found.questions[place].members = try questions(of: members, nested: false)
        }
        return found.questions
    }

    /// Walks one schema and those that apply to the same object.
    private mutating func scan(
        _ schema: JSONValue, _ resource: Int, _ when: [QuestionCondition], _ depth: Int, _ found: inout QuestionSet
    ) throws(FormError) {
        guard schema.kind == .object, depth < Self.deepest else { return }
        steps += 1
        guard steps <= Self.most else { throw .notAForm }
        if let reference = schema["$ref"]?.text, let target = resources.resolve(reference, from: resource) {
            try scan(target.schema, target.resource, when, depth + 1, &found)
        }
        for member in Self.members(schema["properties"]) {
            let schemas = chain(member.value, resources.owner(of: member.value, from: resource))
            found.declare(member.name.text ?? [], schemas, when)
        }
        for name in Self.elements(schema["required"]) { found.demand(name.text ?? [], when) }
        for member in Self.members(schema["dependentRequired"]) {
            let reason = when + [.answered(member.name.text ?? [])]
            for name in member.value.elements { found.demand(name.text ?? [], reason) }
        }
        for member in Self.members(schema["dependentSchemas"]) {
            let owner = resources.owner(of: member.value, from: resource)
            try scan(member.value, owner, when + [.answered(member.name.text ?? [])], depth + 1, &found)
        }
        for branch in Self.elements(schema["allOf"]) {
            try scan(branch, resources.owner(of: branch, from: resource), when, depth + 1, &found)
        }
        try scanBranches(schema, resource, when, depth, &found)
    }

    /// Walks the schemas that apply only sometimes.
    private mutating func scanBranches(
        _ schema: JSONValue, _ resource: Int, _ when: [QuestionCondition], _ depth: Int, _ found: inout QuestionSet
    ) throws(FormError) {
        if let condition = schema["if"] {
            for (name, holds) in [("then", true), ("else", false)] as [(StaticString, Bool)] {
                guard let branch = schema[name] else { continue }
                let number = try conditions.number(of: condition)
                let owner = resources.owner(of: branch, from: resource)
                try scan(branch, owner, when + [.schema(number, holds: holds)], depth + 1, &found)
            }
        }
        for name in ["anyOf", "oneOf"] as [StaticString] {
            for branch in Self.elements(schema[name]) {
                // What one of several branches declares may be asked; what only one of them demands may not be.
                var branchFound = QuestionSet()
                try scan(branch, resources.owner(of: branch, from: resource), when, depth + 1, &branchFound)
                found.declare(all: branchFound)
            }
        }
    }

    /// The members of an object that need not be there.
    private static func members(_ object: JSONValue?) -> [(name: JSONValue, value: JSONValue)] {
        object?.members.map { $0 } ?? []
    }

    /// The elements of a list that need not be there.
    private static func elements(_ list: JSONValue?) -> [JSONValue] {
        list?.elements.map { $0 } ?? []
    }

    /// A schema and those that it refers to, nearest first.
    private func chain(_ schema: JSONValue, _ resource: Int) -> [JSONValue] {
        var chain = [schema]
        var place = (schema: schema, resource: resource)
        while chain.count < 16, let reference = place.schema["$ref"]?.text,
            let target = resources.resolve(reference, from: place.resource)
        {
            place = (target.schema, target.resource)
            chain.append(target.schema)
        }
        return chain
    }
}
