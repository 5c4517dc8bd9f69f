/// Finds out what a form asks, and when, by walking the keywords that apply to the answers as a whole.
struct QuestionScanner {
    /// How many schemas are walked before a form is refused.
    private static let most = 25_000
    /// How many members and choices are noted before a form is refused.
    private static let mostMembers = 30_000
    /// How many schemas may refer to one another.
    private static let deepest = 48
    /// How many schemas may apply to one answer together.
    private static let widest = 16
    /// How far groups inside groups are questions.
    private static let innermost = 4

    /// How many questions a form has at most.
    private static let mostQuestions = 10_000
    /// How many members of groups are told.
    private static let mostNested = 5_000

    /// Where references lead.
    var references: ReferenceTable
    /// The conditions met on the way, together with those that the form has elsewhere.
    var conditions: FormConditions
    /// What the questions depend on.
    var when = QuestionConditions()
    /// The member that chooses a branch, if any does, by the place of the list of branches.
    var discriminators: [JSONIdentity: Discriminator?] = [:]
    /// How many schemas were walked.
    private var steps = 0
    /// How many members and choices were noted.
    private var memberSteps = 0
    /// How many members of groups were found.
    private var nested = 0
    /// The schemas that are being walked, so that a circle ends.
    private var open: Set<JSONIdentity> = []

    /// Prepares to walk a form.
    init(_ document: JSONDocument, options: SchemaOptions, conditions: FormConditions) throws(FormError) {
        references = try ReferenceTable(document, options: options)
        self.conditions = conditions
    }

    /// The questions of a schema that describes an object.
    mutating func questions(of schema: JSONValue) throws(FormError) -> [Question] {
        var found = QuestionSet()
        try scan(schema, references.owner(of: schema), Scope(), &found)
        guard found.questions.count <= Self.mostQuestions else { throw .refused(.tooLarge, at: schema) }
        let own = Set(together(schema, references.owner(of: schema)).map { $0.identity })
        return try withMembers(found.questions, around: [own])
    }

    /// Where a schema is met.
    struct Scope {
        /// The numbers of the conditions under which it applies.
        var when: [Int] = []
        /// How many groups are around its object.
        var level = 0
        /// How many schemas are around it.
        var depth = 0

        /// The same one schema further in, perhaps under one more condition.
        func inside(_ condition: Int? = nil) -> Scope {
            var scope = self
            scope.depth += 1
            if let condition, !when.contains(condition) { scope.when.append(condition) }
            return scope
        }
    }

    /// Questions together with those inside their answers; `around` holds the schemas of each group around them.
    ///
    /// Of a group that is inside itself one turn is told, and of too many members only some are.
    private mutating func withMembers(
        _ questions: [Question], around: [Set<JSONIdentity>]
    ) throws(FormError) -> [Question] {
        guard around.count <= Self.innermost else { return questions }
        var questions = questions
        for place in questions.indices where nested < Self.mostNested {
            let schemas = inside(questions[place])
            guard around.count(where: { !$0.isDisjoint(with: schemas) }) < 2 else { continue }
            let found = try members(of: questions[place], level: around.count)
            guard !found.questions.isEmpty else { continue }
            nested += found.questions.count
            questions[place].repeats = found.repeats
            questions[place].members = try withMembers(found.questions, around: around + [schemas])
        }
        return questions
    }

    /// The schemas of a question's answer and of the elements of it.
    private mutating func inside(_ question: Question) -> Set<JSONIdentity> {
        var schemas: Set<JSONIdentity> = []
        for declaration in question.declarations where declaration.choices == nil {
            for schema in declaration.schemas { schemas.insert(schema.identity) }
            guard let items = declaration.schemas.lazy.compactMap({ $0["items"] }).first else { continue }
            for schema in together(items, references.owner(of: items)) { schemas.insert(schema.identity) }
        }
        return schemas
    }

    /// The questions inside a group, or else inside each element of a list.
    private mutating func members(
        of question: Question, level: Int
    ) throws(FormError) -> (questions: [Question], repeats: Bool) {
        var own = QuestionSet()
        var each = QuestionSet()
        for declaration in question.declarations where declaration.choices == nil {
            let scope = Scope(when: declaration.when, level: level)
            guard let schema = declaration.schemas.first else { continue }
            try scan(schema, references.owner(of: schema), scope, &own)
            guard let items = declaration.schemas.lazy.compactMap({ $0["items"] }).first else { continue }
            try scan(items, references.owner(of: items), scope, &each)
        }
        return own.questions.isEmpty ? (each.questions, true) : (own.questions, false)
    }

    /// Walks one schema and those that apply to the same object.
    @_optimize(size) mutating func scan(
        _ schema: JSONValue, _ resource: Int, _ scope: Scope, _ found: inout QuestionSet
    ) throws(FormError) {
        guard schema.kind == .object, scope.depth < Self.deepest, open.insert(schema.identity).inserted else { return }
        defer { open.remove(schema.identity) }
        steps += 1
        guard steps <= Self.most else { throw .refused(.tooLarge, at: schema) }
        if let target = references.target(of: schema, from: resource) {
            try scan(target.schema, target.resource, scope.inside(), &found)
        }
        for member in Self.members(schema["properties"]) {
            // A long name is read again wherever it is met.
            try step(member.value, 1 + member.name.source.count >> 6)
            let name = member.name.text ?? []
            if member.value.boolean == false {
                found.ban(name, scope.when)
            } else {
                let declaration = declaration(of: member.value, resource, scope)
                try step(member.value, declaration.choices?.choices.count ?? 0)
                found.declare(name, declaration)
            }
        }
        let required = Self.elements(schema["required"])
        try step(schema, required.count)
        for name in required {
            try step(name, name.source.count >> 6)
            found.demand(name.text ?? [], scope.when)
        }
        for member in Self.members(schema["dependentRequired"]) {
            let reason = scope.inside(when.number(.answered(member.name.text ?? []), level: scope.level))
            try step(member.value, member.value.count + 1 + member.name.source.count >> 6)
            for name in member.value.elements {
                try step(name, name.source.count >> 6)
                found.demand(name.text ?? [], reason.when)
            }
        }
        for branch in Self.elements(schema["allOf"]) {
            try scan(branch, references.owner(of: branch, from: resource), scope.inside(), &found)
        }
        try scanBranches(schema, resource, scope, &found)
    }

    /// Counts what was noted.
    private mutating func step(_ place: JSONValue, _ count: Int = 1) throws(FormError) {
        memberSteps += count
        guard memberSteps <= Self.mostMembers else { throw .refused(.tooLarge, at: place) }
    }

    /// What a schema declares about a member.
    mutating func declaration(
        of schema: JSONValue, _ resource: Int, _ scope: Scope
    ) -> Question.Declaration {
        let schemas = together(schema, references.owner(of: schema, from: resource))
        var list = schemas
        if let items = schemas.lazy.compactMap({ $0["items"] }).first, items.kind == .object {
            list = together(items, references.owner(of: items, from: resource))
        }
        return Question.Declaration(schemas: schemas, when: scope.when, choices: ChoiceList(list))
    }

    /// A schema and those that always apply together with it, nearest first.
    mutating func together(_ schema: JSONValue, _ resource: Int) -> [JSONValue] {
        var schemas = [schema]
        var position = 0
        while position < schemas.count, schemas.count < Self.widest {
            let here = schemas[position]
            let owner = references.owner(of: here, from: resource)
            position += 1
            guard here.kind == .object else { continue }
            if let target = references.target(of: here, from: owner) { schemas.append(target.schema) }
            for inner in Self.elements(here["allOf"]) where schemas.count < Self.widest { schemas.append(inner) }
        }
        return schemas
    }

    /// The members of an object that need not be there.
    static func members(_ object: JSONValue?) -> [(name: JSONValue, value: JSONValue)] {
        object?.members.map { $0 } ?? []
    }

    /// The elements of a list that need not be there.
    static func elements(_ list: JSONValue?) -> [JSONValue] {
        list?.elements.map { $0 } ?? []
    }
}
