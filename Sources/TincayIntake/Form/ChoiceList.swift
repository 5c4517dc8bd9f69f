/// The answers that a question offers.
struct ChoiceList: Sendable {
    /// One of them.
    struct Choice: Sendable {
        /// The value to answer with.
        let value: JSONValue
        /// What is said about it, when it has a schema of its own.
        let schema: JSONValue?
    }

    /// The answers, in the order of the form.
    private(set) var choices: [Choice] = []

    /// The list that a question's schemas name, of itself or of its elements; nil when they name none.
    init?(in schemas: [JSONValue], resources: SchemaResources) {
        for schema in schemas {
            guard let items = schema["items"], items.kind == .object else { continue }
            var inner = [items]
            var place = (schema: items, resource: resources.owner(of: items))
            while inner.count < 16, let reference = place.schema["$ref"]?.text,
                let target = resources.resolve(reference, from: place.resource)
            {
                place = (target.schema, target.resource)
                inner.append(target.schema)
            }
            guard let list = Self.direct(inner) else { return nil }
            choices = list
            return
        }
        guard let list = Self.direct(schemas) else { return nil }
        choices = list
    }

    /// The first list that schemas write down themselves.
    private static func direct(_ schemas: [JSONValue]) -> [Choice]? {
        for schema in schemas {
            if let branches = schema["oneOf"], branches.count > 0 {
                let all = branches.elements.compactMap { branch in
                    branch["const"].map { Choice(value: $0, schema: branch) }
                }
                if all.count == branches.count { return all }
            }
            if let values = schema["enum"], values.count > 0 {
                return values.elements.map { Choice(value: $0, schema: nil) }
            }
            if let value = schema["const"] { return [Choice(value: value, schema: schema)] }
        }
        return nil
    }

    /// Keeps only what another list offers too.
    mutating func keepOnly(_ other: ChoiceList) {
        let kept = ValueSet(other.choices.map { $0.value })
        choices.removeAll { !kept.holds($0.value) }
    }
}
