extension QuestionScanner {
    /// Walks the schemas that apply only sometimes.
    @_optimize(size) mutating func scanBranches(
        _ schema: JSONValue, _ resource: Int, _ scope: Scope, _ found: inout QuestionSet
    ) throws(FormError) {
        for member in Self.members(schema["dependentSchemas"]) {
            let inner = scope.inside(when.number(.answered(member.name.text ?? []), level: scope.level))
            try scan(member.value, references.owner(of: member.value, from: resource), inner, &found)
        }
        if let condition = schema["if"] {
            for (name, holds) in [("then", true), ("else", false)] as [(StaticString, Bool)] {
                guard let branch = schema[name] else { continue }
                let number = try conditions.number(of: condition)
                let inner = scope.inside(when.number(.schema(number, holds: holds), level: scope.level))
                try scan(branch, references.owner(of: branch, from: resource), inner, &found)
            }
        }
        if let banned = schema["not"] { ban(banned, scope, &found) }
        for name in ["anyOf", "oneOf"] as [StaticString] {
            guard let list = schema[name], list.count > 0 else { continue }
            if discriminators[list.identity] == nil {
                discriminators[list.identity] = .some(try discriminator(list, resource))
            }
            if let discriminator = discriminators[list.identity] ?? nil {
                try scan(discriminator, resource, scope, &found)
            } else {
                if name.isSame(as: "anyOf") { try demandOne(of: list, scope, &found) }
                for branch in list.elements {
                    // What one of several branches declares may be asked; what only one demands may not be.
                    var inner = QuestionSet()
                    try scan(branch, references.owner(of: branch, from: resource), scope.inside(), &inner)
                    found.join(inner, withDemands: false)
                }
            }
        }
    }

    /// Notes what `not` together with `required` forbids: one member, or each of several.
    private func ban(_ schema: JSONValue, _ scope: Scope, _ found: inout QuestionSet) {
        for name in Self.banned(schema) { found.ban(name, scope.when) }
    }

    /// The members that may not be there by a schema under `not`, when that is all that it says.
    static func banned(_ schema: JSONValue) -> [[UInt8]] {
        var names: [[UInt8]] = []
        let alternatives = elements(schema["anyOf"])
        for alternative in alternatives.isEmpty ? [schema] : alternatives {
            guard alternative.count == 1, let list = alternative["required"], list.count == 1,
                let name = list[at: 0]?.text
            else { return [] }
            names.append(name)
        }
        return schema.count == 1 ? names : []
    }

    /// Notes that one of several members has to be there: the first of them is demanded while none is.
    private mutating func demandOne(
        of list: JSONValue, _ scope: Scope, _ found: inout QuestionSet
    ) throws(FormError) {
        let wanted = Self.alternatives(list)
        guard !wanted.isEmpty else { return }
        var inner = scope
        for branch in list.elements {
            let number = try conditions.number(of: branch)
            inner = inner.inside(when.number(.schema(number, holds: false), level: scope.level))
        }
        for name in wanted { found.demand(name, inner.when) }
    }

    /// The members that the first branch requires, in a list of branches that do nothing but require members.
    static func alternatives(_ list: JSONValue) -> [[UInt8]] {
        guard list.count <= 16 else { return [] }
        for branch in list.elements {
            guard branch.count == 1, let names = branch["required"], names.count > 0 else { return [] }
        }
        return list[at: 0]?["required"]?.elements.compactMap { $0.text } ?? []
    }

    /// Walks branches of which a member's value chooses one; the member itself is always asked.
    private mutating func scan(
        _ discriminator: Discriminator, _ resource: Int, _ scope: Scope, _ found: inout QuestionSet
    ) throws(FormError) {
        var schemas: [JSONValue] = []
        var choices: [ChoiceList.Choice] = []
        var sets: [QuestionSet] = []
        for branch in discriminator.branches {
            when.note(branch.values, of: branch.schema)
            let test = QuestionCondition.Test.value(discriminator.name, branch: branch.schema.identity)
            let number = when.number(test, level: scope.level)
            let owner = references.owner(of: branch.schema, from: resource)
            var inner = QuestionSet()
            try scan(branch.schema, owner, scope.inside(number), &inner)
            sets.append(inner)
            guard let chooser = inner.questions.first(where: { $0.name == discriminator.name }) else { continue }
            if schemas.isEmpty { schemas = chooser.schemas }
            choices += chooser.declarations.first?.choices?.choices ?? []
        }
        let declaration = Question.Declaration(
            schemas: schemas, when: scope.when, choices: ChoiceList(choices: choices))
        found.declare(discriminator.name, declaration)
        found.demand(discriminator.name, scope.when)
        for inner in sets { found.join(inner, withDemands: true, without: discriminator.name) }
    }

    /// The member that chooses among branches: required in all of them, with values that no two of them share.
    private mutating func discriminator(_ list: JSONValue, _ resource: Int) throws(FormError) -> Discriminator? {
        guard list.count > 1, list.count <= 64, let first = list[at: 0] else { return nil }
        for name in chosenBy(first, resource) {
            var branches: [Discriminator.Branch] = []
            var seen: Set<[UInt8]> = []
            for schema in list.elements {
                guard chosenBy(schema, resource).contains(name), let values = values(of: name, in: schema, resource)
                else { break }
                guard values.allSatisfy({ seen.insert(CanonicalJSON.bytes(of: $0)).inserted }) else { break }
                let entry = try conditions.number(of: schema)
                branches.append(Discriminator.Branch(values: ValueSet(values), schema: schema, entry: entry))
            }
            if branches.count == list.count { return Discriminator(name: name, branches: branches) }
        }
        return nil
    }

    /// The members that a branch requires, at most a few.
    private mutating func chosenBy(_ branch: JSONValue, _ resource: Int) -> [[UInt8]] {
        let schemas = together(branch, references.owner(of: branch, from: resource))
        var names: [[UInt8]] = []
        for schema in schemas {
            for name in Self.elements(schema["required"]).prefix(8) where names.count < 8 {
                if let name = name.text { names.append(name) }
            }
        }
        return names
    }

    /// The values that a branch allows a member, when it lists them.
    private mutating func values(of name: [UInt8], in branch: JSONValue, _ resource: Int) -> [JSONValue]? {
        for schema in together(branch, references.owner(of: branch, from: resource)) {
            guard let property = schema["properties"].flatMap({ references.member(name, of: $0) })
            else { continue }
            let owner = references.owner(of: property, from: resource)
            if let list = ChoiceList(together(property, owner)) { return list.choices.map { $0.value } }
        }
        return nil
    }
}
