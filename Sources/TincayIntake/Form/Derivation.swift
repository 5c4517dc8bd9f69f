/// How a form works out facts that nobody is asked for: `x-tincay-derive`.
///
/// They stand under one reserved key beside the answers when rules look at them, and are never kept as if told.
struct Derivation: Sendable {
    /// The most counts, words and flags of a form; each is worked out for every report.
    private static let most = 256
    /// The facts that need no name from the form.
    private static let known: [StaticString] = [
        "age_min", "age_max", "legal_class", "id_sex", "id_birth_year", "id_province_known",
    ]

    /// The reserved key; nil in a form that neither derives nor triages, where every name is free.
    let key: [UInt8]?
    /// The pointers of the birth date, of the age in years, and of the personal number.
    private let birth: [UInt8]?
    private let years: [UInt8]?
    private let number: [UInt8]?
    /// Facts that are how many elements an answer has.
    private let counts: [(name: [UInt8], pointer: [UInt8])]
    /// Facts that are whether some words occur.
    private let words: [WordFact]
    /// Facts that are a condition each, in an order in which each comes after those that it looks at.
    let flags: [DerivedFlag]

    /// Reads a form's annotation; without one, only the reserved key is set.
    init(_ root: JSONValue, _ conditions: inout FormConditions) throws(FormError) {
        guard let source = root["x-tincay-derive"] else {
            let isTriaged = root["x-tincay-triage"] != nil || root["x-tincay-compare"] != nil
            key = isTriaged ? Array("derived".utf8) : nil
            birth = nil
            years = nil
            number = nil
            counts = []
            words = []
            flags = []
            return
        }
        guard source.kind == .object, let key = source["key"].map({ $0.text }) ?? Array("derived".utf8), !key.isEmpty
        else { throw .refused(.annotation, at: source) }
        // A name that nobody knows would be a fact that rules wait for in vain.
        try Self.check(source, ["key", "age", "identity", "counts", "words", "flags", "$comment"])
        try Self.check(source["age"], ["birth", "years", "$comment"])
        try Self.check(source["identity"], ["number", "$comment"])
        self.key = key
        birth = try Self.pointer(source["age"]?["birth"], besides: key)
        years = try Self.pointer(source["age"]?["years"], besides: key)
        number = try Self.pointer(source["identity"]?["number"], besides: key)
        var names = Set(Self.known.map { $0.bytes })
        var counts: [(name: [UInt8], pointer: [UInt8])] = []
        for fact in try Self.facts(source["counts"], &names) {
            guard let pointer = try Self.pointer(fact.value, besides: key) else { continue }
            counts.append((fact.name, pointer))
        }
        self.counts = counts
        var words: [WordFact] = []
        for fact in try Self.facts(source["words"], &names) {
            words.append(try WordFact(fact.name, fact.value, besides: key))
        }
        self.words = words
        let list = try Self.facts(source["flags"], &names)
        guard names.count <= Self.most else { throw .refused(.tooLarge, at: source) }
        flags = try DerivedFlag.ordered(list, under: key, &conditions)
    }

    /// The answers with the facts beside them, as rules see them; an answer under the reserved key is left out.
    func facts(
        _ answers: JSONValue, _ program: SchemaProgram, at moment: Moment, _ budget: WorkBudget
    ) -> JSONValue {
        guard let key, answers.kind == .object else { return answers }
        var told = JSONWriter()
        told.beginObject()
        for member in answers.members where !member.name.equals(unescaped: key) {
            told.name(member.name.text ?? [])
            told.raw(member.value.json)
        }
        told.name(key)
        var facts = JSONWriter()
        facts.beginObject()
        base(answers, at: moment, budget, &facts)
        // No name is there twice and no limit is near, so the sheet can always be read.
        var sheet = Self.sheet(told, facts) ?? answers
        var isWrittenDown = true
        for flag in flags {
            if flag.looksBack, !isWrittenDown, budget.spend(told.bytes.count * 2) {
                sheet = Self.sheet(told, facts) ?? sheet
                isWrittenDown = true
            }
            facts.name(flag.name)
            facts.boolean(program.accepts(sheet, entry: flag.condition, undecided: true, budget))
            isWrittenDown = false
        }
        return isWrittenDown ? sheet : Self.sheet(told, facts) ?? sheet
    }

    /// The facts that are no conditions.
    private func base(_ answers: JSONValue, at moment: Moment, _ budget: WorkBudget, _ writer: inout JSONWriter) {
        var index = MemberIndex()
        let age = age(answers, on: moment.date)
        writer.name("age_min")
        writer.integer(age.youngest)
        if let oldest = age.oldest {
            writer.name("age_max")
            writer.integer(oldest)
        }
        writer.name("legal_class")
        writer.text(age.legalClass)
        if let number, let text = answers.at(pointer: number)?.text, let identity = PersonalNumber(text) {
            writer.name("id_sex")
            writer.text(identity.isFemale ? "F" : "M")
            writer.name("id_birth_year")
            writer.integer(Int64(identity.birthYear))
            writer.name("id_province_known")
            writer.boolean(identity.isKnownProvince)
        }
        for count in counts {
            writer.name(count.name)
            let told = index.value(at: count.pointer, from: answers)
            writer.integer(Int64(told?.kind == .array ? told?.count ?? 0 : 0))
        }
        // Each text is folded once, however many facts look into it.
        var keys: [[UInt8]: [UInt8]] = [:]
        for place in words.flatMap({ $0.places }) where keys[place] == nil {
            guard let text = index.value(at: place, from: answers)?.text, !text.isEmpty else { continue }
            keys[place] = FoldedLetters.searchKey(text)
        }
        for fact in words {
            writer.name(fact.name)
            writer.boolean(fact.places.contains { place in keys[place].map { fact.occurs(in: $0, budget) } ?? false })
        }
    }

    /// Answers and facts as one text that is parsed.
    private static func sheet(_ told: JSONWriter, _ facts: JSONWriter) -> JSONValue? {
        var facts = facts
        facts.endObject()
        var sheet = told
        sheet.raw(facts.bytes)
        sheet.endObject()
        return (try? JSONDocument(parsing: sheet.bytes, limits: .any))?.root
    }

    /// The ages that fit the answers; a birth date goes before an estimate.
    private func age(_ answers: JSONValue, on today: CivilDate) -> AgeInterval {
        if let birth, let told = answers.at(pointer: birth), let age = AgeInterval(birth: told, on: today) {
            return age
        }
        if let years, let told = answers.at(pointer: years), let age = AgeInterval(estimate: told) { return age }
        return .unknown
    }

    /// Refuses an object with other members than these.
    private static func check(_ value: JSONValue?, _ names: [StaticString]) throws(FormError) {
        guard let value else { return }
        guard value.kind == .object else { throw .refused(.annotation, at: value) }
        for member in value.members where !names.contains(where: { member.name.isText($0) }) {
            throw .refused(.annotation, at: member.value)
        }
    }

    /// The facts of one kind; a name that two facts have would leave rules without any of them.
    private static func facts(
        _ list: JSONValue?, _ names: inout Set<[UInt8]>
    ) throws(FormError) -> [(name: [UInt8], value: JSONValue)] {
        guard let list else { return [] }
        guard list.kind == .object else { throw .refused(.annotation, at: list) }
        var facts: [(name: [UInt8], value: JSONValue)] = []
        for member in list.members {
            guard let name = member.name.text, names.insert(name).inserted else {
                throw .refused(.annotation, at: member.value)
            }
            facts.append((name, member.value))
        }
        return facts
    }

    /// A pointer that need not be there; one to the reserved key would lead to what somebody claims.
    static func pointer(_ value: JSONValue?, besides key: [UInt8]) throws(FormError) -> [UInt8]? {
        guard let value else { return nil }
        guard let text = value.text, text.first == UInt8(ascii: "/"), JSONPointer.names(text).first != key else {
            throw .refused(.annotation, at: value)
        }
        return text
    }
}
