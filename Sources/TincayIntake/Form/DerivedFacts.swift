/// What follows from the answers and is asked about by conditions, under one reserved name that nobody can answer.
struct DerivedFacts: Sendable {
    /// The reserved name.
    private let key: [UInt8]
    /// The pointer of the birth date.
    private let birth: [UInt8]?
    /// The pointer of the age in years.
    private let years: [UInt8]?
    /// Facts that are true when a condition holds: their names, and the program's further entries.
    private let flags: [(name: [UInt8], entry: Int)]

    /// Reads a form's `x-tincay-derive`; without it nothing is derived.
    init(_ value: JSONValue?, conditions: inout [JSONValue]) throws(FormError) {
        key = value?["key"]?.text ?? Array("derived".utf8)
        birth = value?["age"]?["birth"]?.text
        years = value?["age"]?["years"]?.text
        var flags: [(name: [UInt8], entry: Int)] = []
        for member in value?["flags"].map({ Array($0.members) }) ?? [] {
            flags.append((member.name.text ?? [], conditions.count))
            conditions.append(member.value)
        }
        self.flags = flags
    }

    /// The answers with the derived facts beside them; what a host has put in their place is left out.
    func join(_ answers: JSONValue, at moment: Moment, program: SchemaProgram) -> JSONDocument? {
        var writer = JSONWriter()
        writer.beginObject()
        for member in answers.members {
            let name = member.name.text ?? []
            guard name != key else { continue }
            writer.name(name)
            writer.raw(member.value.json)
        }
        writer.name(key)
        writer.beginObject()
        if let age = age(answers, at: moment) {
            writer.name("age_min")
            writer.integer(Int64(age.least))
            writer.name("age_max")
            writer.integer(Int64(age.most))
            writer.name("legal_class")
            writer.text(age.legalClass)
        } else {
            writer.name("legal_class")
            writer.text("UNK")
        }
        for flag in flags {
            writer.name(flag.name)
            writer.boolean(program.accepts(answers, entry: flag.entry))
        }
        writer.endObject()
        writer.endObject()
        return try? JSONDocument(parsing: writer.bytes, limits: .any)
    }

    /// The age by the birth date, else as it was told.
    private func age(_ answers: JSONValue, at moment: Moment) -> AgeInterval? {
        birth.flatMap { answers.at(pointer: $0) }.flatMap { AgeInterval(birth: $0, at: moment) }
            ?? years.flatMap { answers.at(pointer: $0) }.flatMap { AgeInterval(years: $0) }
    }
}
