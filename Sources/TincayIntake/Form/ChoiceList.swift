/// The answers that a question offers.
struct ChoiceList: Sendable {
    /// One of them.
    struct Choice: Sendable {
        /// The value to answer with.
        let value: JSONValue
        /// What is said about it, when it has a schema of its own.
        var schema: JSONValue?
    }

    /// The answers, in the order of the form.
    private(set) var choices: [Choice]

    /// Takes a list as it is.
    @_optimize(size) init(choices: [Choice]) {
        self.choices = choices
    }

    /// The answers that all lists of some schemas have, in the order of the nearest list; nil without any list.
    @_optimize(size) init?(_ schemas: [JSONValue]) {
        var offered: ChoiceList?
        for schema in schemas {
            guard let list = Self.list(schema) else { continue }
            if offered == nil { offered = list } else { offered?.keepOnly(list) }
        }
        guard var list = offered else { return nil }
        for schema in schemas {
            guard let other = schema["not"] else { continue }
            if let banned = Self.values(other) { list.remove(ValueSet(banned)) }
        }
        self = list
    }

    /// The list that one schema writes down itself.
    private static func list(_ schema: JSONValue) -> ChoiceList? {
        for name in ["oneOf", "anyOf"] as [StaticString] {
            guard let branches = schema[name], branches.count > 0 else { continue }
            let all = branches.elements.compactMap { branch in
                branch["const"].map { Choice(value: $0, schema: branch) }
            }
            if all.count == branches.count { return ChoiceList(choices: all) }
        }
        if let value = schema["const"] { return ChoiceList(choices: [Choice(value: value, schema: schema)]) }
        return values(schema).map { values in ChoiceList(choices: values.map { Choice(value: $0, schema: nil) }) }
    }

    /// The values of `const` or `enum`.
    static func values(_ schema: JSONValue) -> [JSONValue]? {
        if let value = schema["const"] { return [value] }
        guard let values = schema["enum"], values.count > 0 else { return nil }
        return values.elements.map { $0 }
    }

    /// Keeps only what another list offers too, with the other's words where there are none.
    mutating func keepOnly(_ other: ChoiceList) {
        var schemas: [[UInt8]: JSONValue?] = [:]
        for choice in other.choices { schemas[CanonicalJSON.bytes(of: choice.value)] = choice.schema }
        choices = choices.compactMap { choice in
            guard let schema = schemas[CanonicalJSON.bytes(of: choice.value)] else { return nil }
            return Choice(value: choice.value, schema: Self.hasWords(choice.schema) ? choice.schema : schema)
        }
    }

    /// Takes values out.
    private mutating func remove(_ banned: ValueSet) {
        choices.removeAll { banned.holds($0.value) }
    }

    /// Whether a choice's schema names it for people.
    private static func hasWords(_ schema: JSONValue?) -> Bool {
        schema?["x-tincay-i18n"] != nil || schema?["title"] != nil
    }
}
