/// How a form works out facts that nobody is asked for: `x-tincay-derive`.
///
/// They stand under one reserved key beside the answers when rules look at them, and are never kept as if told.
struct Derivation: Sendable {
    /// A fact that is a condition.
    private struct Flag: Sendable {
        /// Its name.
        let name: [UInt8]
        /// Its condition.
        let condition: Int
        /// Whether the condition may look at flags before it, so that these have to be written down first.
        let looksBack: Bool
    }

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
    /// Facts that are a condition each, in the order of the form.
    private let flags: [Flag]

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
        self.key = key
        birth = try Self.pointer(source["age"]?["birth"])
        years = try Self.pointer(source["age"]?["years"])
        number = try Self.pointer(source["identity"]?["number"])
        var counts: [(name: [UInt8], pointer: [UInt8])] = []
        if let list = source["counts"] {
            guard list.kind == .object else { throw .refused(.annotation, at: list) }
            for member in list.members {
                guard let pointer = try Self.pointer(member.value) else { continue }
                counts.append((member.name.text ?? [], pointer))
            }
        }
        self.counts = counts
        var words: [WordFact] = []
        if let list = source["words"] {
            guard list.kind == .object else { throw .refused(.annotation, at: list) }
            for member in list.members { words.append(try WordFact(member.name.text ?? [], member.value)) }
        }
        self.words = words
        var flags: [Flag] = []
        if let list = source["flags"] {
            guard list.kind == .object else { throw .refused(.annotation, at: list) }
            for member in list.members {
                let looksBack = Self.mentions(member.value, key) || Self.mentions(member.value, Array("$ref".utf8))
                flags.append(
                    Flag(
                        name: member.name.text ?? [], condition: try conditions.number(of: member.value),
                        looksBack: looksBack && !flags.isEmpty))
            }
        }
        self.flags = flags
    }

    /// The answers with the facts beside them, as rules see them; an answer under the reserved key is left out.
    func facts(_ answers: JSONValue, _ program: SchemaProgram, at moment: Moment) -> JSONValue {
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
        base(answers, at: moment, &facts)
        var sheet = Self.sheet(told, facts) ?? answers
        var isWrittenDown = true
        for flag in flags {
            if flag.looksBack, !isWrittenDown {
                sheet = Self.sheet(told, facts) ?? sheet
                isWrittenDown = true
            }
            facts.name(flag.name)
            facts.boolean(program.accepts(sheet, entry: flag.condition, undecided: true))
            isWrittenDown = false
        }
        return isWrittenDown ? sheet : Self.sheet(told, facts) ?? sheet
    }

    /// The facts that are no conditions.
    private func base(_ answers: JSONValue, at moment: Moment, _ writer: inout JSONWriter) {
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
            writer.integer(Int64(answers.at(pointer: count.pointer)?.count ?? 0))
        }
        for fact in words {
            writer.name(fact.name)
            writer.boolean(fact.occurs(in: answers))
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

    /// Whether a member of this name stands anywhere in a value; goes as deep as the form, which its parser has limited.
    private static func mentions(_ value: JSONValue, _ name: [UInt8]) -> Bool {
        for member in value.members {
            if member.name.equals(unescaped: name) || mentions(member.value, name) { return true }
        }
        for element in value.elements where mentions(element, name) { return true }
        return false
    }

    /// A pointer that need not be there.
    private static func pointer(_ value: JSONValue?) throws(FormError) -> [UInt8]? {
        guard let value else { return nil }
        guard let text = value.text, text.first == UInt8(ascii: "/") else { throw .refused(.annotation, at: value) }
        return text
    }
}
