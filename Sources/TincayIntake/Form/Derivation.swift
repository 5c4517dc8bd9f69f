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
    private let birth: JSONPath?
    private let years: JSONPath?
    private let number: JSONPath?
    /// The age bands for lists and counts, and the questions that they come from.
    private let bands: (list: AgeBands, questions: [[UInt8]])?
    /// Facts that are how many elements an answer has.
    private let counts: [(name: FactName, path: JSONPath)]
    /// Facts that are whether some words occur.
    private let words: [WordFact]
    /// The answers that words are looked for in, each once.
    private let places: [JSONPath]
    /// The names of the facts that need none from the form, and the reserved key as one.
    private let names: Names
    /// Facts that are a condition each, in an order in which each comes after those that it looks at.
    let flags: [DerivedFlag]

    /// Reads a form's annotation; without one, only the reserved key is set.
    @_optimize(size) init(_ root: JSONValue, _ conditions: inout FormConditions) throws(FormError) {
        guard let source = root["x-tincay-derive"] else {
            let isTriaged = root["x-tincay-triage"] != nil || root["x-tincay-compare"] != nil
            key = isTriaged ? Array("derived".utf8) : nil
            birth = nil
            years = nil
            number = nil
            bands = nil
            counts = []
            words = []
            places = []
            self.names = Names(key: key ?? [])
            flags = []
            return
        }
        guard source.kind == .object, let key = source["key"].map({ $0.text }) ?? Array("derived".utf8), !key.isEmpty
        else { throw .refused(.annotation, at: source) }
        // A name that nobody knows would be a fact that rules wait for in vain.
        try Self.check(source, ["key", "age", "identity", "counts", "words", "flags", "$comment"])
        try Self.check(source["age"], ["birth", "years", "bands", "$comment"])
        try Self.check(source["identity"], ["number", "$comment"])
        self.key = key
        self.names = Names(key: key)
        let birth = try Self.pointer(source["age"]?["birth"], besides: key)
        let years = try Self.pointer(source["age"]?["years"], besides: key)
        self.birth = birth.map { JSONPath($0) }
        self.years = years.map { JSONPath($0) }
        if let list = source["age"]?["bands"] {
            bands = (try AgeBands(list), [birth, years].compactMap { $0.flatMap { JSONPointer.names($0).first } })
        } else {
            bands = nil
        }
        number = try Self.pointer(source["identity"]?["number"], besides: key).map { JSONPath($0) }
        var names = Set(Self.known.map { $0.bytes })
        var counts: [(name: FactName, path: JSONPath)] = []
        for fact in try Self.facts(source["counts"], &names) {
            guard let pointer = try Self.pointer(fact.value, besides: key) else { continue }
            counts.append((FactName(fact.name), JSONPath(pointer)))
        }
        self.counts = counts
        var words: [WordFact] = []
        var places: [[UInt8]] = []
        for fact in try Self.facts(source["words"], &names) {
            words.append(try WordFact(fact.name, fact.value, besides: key, &places))
        }
        self.words = words
        self.places = places.map { JSONPath($0) }
        let list = try Self.facts(source["flags"], &names)
        guard names.count <= Self.most else { throw .refused(.tooLarge, at: source) }
        flags = try DerivedFlag.ordered(list, under: key, &conditions)
    }

    /// The answers with the facts beside them, as rules see them; an answer under the reserved key is left out.
    func facts(
        _ answers: JSONValue, _ conditions: ConditionTree, at moment: Moment, _ budget: WorkBudget = WorkBudget()
    ) -> JSONValue {
        guard let key, answers.kind == .object else { return answers }
        let answers = Self.told(answers, besides: key)
        var facts = FactSheet(answers, key: names.key, room: 6 + counts.count + words.count + flags.count)
        base(answers, at: moment, budget, &facts)
        var sheet = facts.sheet()
        guard !flags.isEmpty else { return sheet }
        var judge = ConditionJudge(conditions, sheet, budget)
        var isWrittenDown = true
        for flag in flags {
            if flag.looksBack, !isWrittenDown, budget.spend(sheet.source.count * 2) {
                sheet = facts.sheet()
                judge = ConditionJudge(conditions, sheet, budget)
                isWrittenDown = true
            }
            facts.note(flag.fact, judge.holds(flag.condition, undecided: true))
            isWrittenDown = false
        }
        return facts.sheet()
    }

    /// The answers as a text of their own without an answer under the reserved key.
    private static func told(_ answers: JSONValue, besides key: [UInt8]) -> JSONValue {
        guard answers.index != 0 || answers.member(key) != nil else { return answers }
        var writer = JSONWriter()
        writer.beginObject()
        for member in answers.members where !member.name.equals(unescaped: key) {
            writer.name(member.name.text ?? [])
            writer.raw(member.value.json)
        }
        writer.endObject()
        // No name is there twice and no limit is near, so it can always be read.
        return (try? JSONDocument(parsing: writer.bytes, limits: .any))?.root ?? answers
    }

    /// The facts that are no conditions.
    private func base(
        _ answers: JSONValue, at moment: Moment, _ budget: WorkBudget, _ facts: inout FactSheet
    ) {
        let age = age(answers, on: moment.date)
        facts.note(names.youngest, age.youngest)
        if let oldest = age.oldest { facts.note(names.oldest, oldest) }
        facts.note(names.legalClass, word: age.legalClass)
        if let number, let text = number.value(in: answers)?.text, let identity = PersonalNumber(text) {
            facts.note(names.sex, word: identity.isFemale ? "F" : "M")
            facts.note(names.birthYear, Int64(identity.birthYear))
            facts.note(names.isKnownProvince, identity.isKnownProvince)
        }
        for count in counts {
            guard budget.spend(answers.count) else { continue }
            let told = count.path.value(in: answers)
            facts.note(count.name, Int64(told?.kind == .array ? told?.count ?? 0 : 0))
        }
        // Each text is folded once, however many facts look into it.
        let keys = places.map { place -> [UInt8] in
            guard budget.spend(answers.count), let text = place.value(in: answers)?.text, !text.isEmpty else {
                return []
            }
            return FoldedLetters.searchKey(text)
        }
        for fact in words { facts.note(fact.fact, fact.places.contains { fact.occurs(in: keys[$0], budget) }) }
    }

    /// The band of the age that fits the answers, for lists and counts.
    func ageBand(_ answers: JSONValue, on today: CivilDate) -> [UInt8]? {
        bands?.list.code(of: age(answers, on: today))
    }

    /// The questions that the age band comes from; nil in a form without any.
    var questionsOfAgeBand: [[UInt8]]? { bands?.questions }

    /// The ages that fit the answers; a birth date goes before an estimate.
    private func age(_ answers: JSONValue, on today: CivilDate) -> AgeInterval {
        if let birth, let told = birth.value(in: answers), let age = AgeInterval(birth: told, on: today) {
            return age
        }
        if let years, let told = years.value(in: answers), let age = AgeInterval(estimate: told) { return age }
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

    /// The names of the facts that need none from the form, and the reserved key as one.
    private struct Names: Sendable {
        /// The reserved key.
        let key: FactName
        /// The ages that fit, in full years.
        let youngest = FactName("age_min")
        let oldest = FactName("age_max")
        /// Whom the law takes the child for.
        let legalClass = FactName("legal_class")
        /// What the personal number says.
        let sex = FactName("id_sex")
        let birthYear = FactName("id_birth_year")
        let isKnownProvince = FactName("id_province_known")

        /// Takes the form's reserved key.
        @_optimize(size) init(key: [UInt8]) {
            self.key = FactName(key)
        }
    }
}
