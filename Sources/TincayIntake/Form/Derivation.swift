/// How a form works out facts that nobody is asked for: `x-tincay-derive`.
///
/// They stand under one reserved key beside the answers when triage looks at them, and are never kept as if told.
struct Derivation: Sendable {
    /// The reserved key; nil in a form that neither derives nor triages, where every name is free.
    let key: [UInt8]?
    /// The pointer of the birth date.
    private let birth: [UInt8]?
    /// The pointer of the age in years.
    private let years: [UInt8]?
    /// Facts that are a condition each.
    private let flags: [(name: [UInt8], condition: Int)]

    /// Reads a form's annotation; without one, only the reserved key is set.
    init(_ root: JSONValue, _ conditions: inout FormConditions) throws(FormError) {
        guard let source = root["x-tincay-derive"] else {
            key = root["x-tincay-triage"] == nil ? nil : Array("derived".utf8)
            birth = nil
            years = nil
            flags = []
            return
        }
        guard source.kind == .object else { throw .notAForm }
        guard let key = source["key"].map({ $0.text }) ?? Array("derived".utf8), !key.isEmpty else { throw .notAForm }
        self.key = key
        birth = try Self.pointer(source["age"]?["birth"])
        years = try Self.pointer(source["age"]?["years"])
        var flags: [(name: [UInt8], condition: Int)] = []
        if let list = source["flags"] {
            guard list.kind == .object else { throw .notAForm }
            for member in list.members {
                flags.append((member.name.text ?? [], try conditions.number(of: member.value)))
            }
        }
        self.flags = flags
    }

    /// The answers with the facts beside them, as rules see them; an answer under the reserved key is left out.
    func facts(_ answers: JSONValue, _ program: SchemaProgram, at moment: Moment) -> JSONValue {
        var writer = JSONWriter()
        guard let key else { return answers }
        writer.beginObject()
        for member in answers.members {
            guard let name = member.name.text, name != key else { continue }
            writer.name(name)
            writer.raw(member.value.json)
        }
        writer.name(key)
        writer.beginObject()
        let age = age(answers, on: moment.date)
        writer.name("age_min")
        writer.integer(age.youngest)
        if let oldest = age.oldest {
            writer.name("age_max")
            writer.integer(oldest)
        }
        writer.name("legal_class")
        writer.text(age.legalClass)
        for flag in flags {
            writer.name(flag.name)
            writer.boolean(program.accepts(answers, entry: flag.condition, undecided: true))
        }
        writer.endObject()
        writer.endObject()
        return (try? JSONDocument(parsing: writer.bytes, limits: .any))?.root ?? answers
    }

    /// The ages that fit the answers; a birth date goes before an estimate.
    private func age(_ answers: JSONValue, on today: CivilDate) -> AgeInterval {
        if let birth, let told = answers.at(pointer: birth), let age = AgeInterval(birth: told, on: today) {
            return age
        }
        if let years, let told = answers.at(pointer: years), let age = AgeInterval(estimate: told) { return age }
        return .unknown
    }

    /// A pointer that need not be there.
    private static func pointer(_ value: JSONValue?) throws(FormError) -> [UInt8]? {
        guard let value else { return nil }
        guard let text = value.text, text.first == UInt8(ascii: "/") else { throw .notAForm }
        return text
    }
}
