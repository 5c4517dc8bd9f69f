import TincayIntake

/// The coded answers of all cases, and the rules that fired for them: for each case its terms, for each term its cases.
///
/// A term is a name and a value as it was written, so that a list of values is one term too.
struct FacetColumn {
    /// A name with a value.
    struct Term {
        /// The number of the name.
        let name: UInt32
        /// The value as JSON.
        let json: [UInt8]
        /// The numbers of what is counted: the value, or the values in a list, each once.
        let values: [UInt32]
    }

    /// The name that rules are kept under, which no answer can have: it is no text.
    static let rules: [UInt8] = [0xFF]
    /// The most values of one facet of one case that are counted.
    private static let most = 32

    /// The names.
    private(set) var names = Vocabulary()
    /// The values as JSON that is the same however they were written.
    private(set) var values = Vocabulary()
    /// The terms by their numbers.
    private(set) var terms: [Term] = []
    /// The cases of each term.
    private(set) var places: [PlaceSet] = []
    /// The terms of each name.
    private var termsOfName: [[UInt32]] = [[]]
    /// The numbers of terms, by name and value.
    private var codes: [[UInt8]: UInt32] = [:]
    /// The terms of all cases, one behind the other.
    private var list: [UInt32] = []
    /// Where those of each case begin.
    private var starts: [UInt32] = []
    /// How many each case has.
    private var counts: [UInt32] = []

    /// How many cases there is room for.
    var count: Int { starts.count }

    /// Makes room for one case more, which has no term yet.
    mutating func append() {
        starts.append(0)
        counts.append(0)
    }

    /// Makes room for so many cases, which parts of a snapshot fill.
    mutating func prepare(_ count: Int) {
        starts = [UInt32](repeating: 0, count: count)
        counts = [UInt32](repeating: 0, count: count)
    }

    /// Sets what the cases among the reports of a part have, which had nothing before: how many terms each report has, then
    /// which, as numbers of terms that were learnt for the part.
    mutating func fill(
        part: Int, _ reader: inout FoldReader, of learnt: [UInt32], cases: ArraySlice<UInt8>
    ) throws(VaultError) {
        var bits = PartPlaces(part: part, values: learnt.count)
        for (offset, fate) in cases.enumerated() {
            let numbers = try reader.numbers(try reader.count(of: 4), UInt32.self)
            guard fate == CaseTable.Fate.open.rawValue else { continue }
            guard let start = UInt32(exactly: list.count), list.count + numbers.count < Int(UInt32.max) else {
                throw .tooLarge
            }
            starts[cases.startIndex + offset] = start
            counts[cases.startIndex + offset] = UInt32(truncatingIfNeeded: numbers.count)
            for number in numbers {
                try bits.insert(offset, of: Int(number))
                list.append(learnt[Int(number)])
            }
        }
        for (number, code) in learnt.enumerated() { bits.add(number, to: &places[Int(code)], of: starts.count) }
    }

    /// The numbers of a case's terms.
    func terms(at place: Int) -> ArraySlice<UInt32> {
        guard starts.indices.contains(place) else { return [] }
        let start = Int(starts[place])
        return list[start..<start + Int(counts[place])]
    }

    /// The terms with a name.
    func terms(named name: [UInt8]) -> [UInt32] {
        guard let code = names.code(of: name), termsOfName.indices.contains(Int(code)) else { return [] }
        return termsOfName[Int(code)]
    }

    /// The number of a name with a value, which it gets if it has none; nil when the value is no JSON.
    mutating func learn(_ name: [UInt8], json: [UInt8]) -> UInt32? {
        let key = name + [0] + json
        if let code = codes[key] { return code }
        guard let code = UInt32(exactly: terms.count),
            let value = (try? JSONDocument(parsing: json, limits: .any))?.root
        else { return nil }
        var values: [UInt32] = []
        if value.kind == .array {
            for element in value.elements.prefix(Self.most) {
                let value = self.values.insert(Self.canonical(element))
                if !values.contains(value) { values.append(value) }
            }
        } else {
            values.append(self.values.insert(Self.canonical(value)))
        }
        let nameCode = names.insert(name)
        while termsOfName.count < names.count { termsOfName.append([]) }
        termsOfName[Int(nameCode)].append(code)
        terms.append(Term(name: nameCode, json: json, values: values))
        places.append(PlaceSet())
        codes[key] = code
        return code
    }

    /// Sets what a case has: terms that were learnt.
    private mutating func set(_ codes: [UInt32], at place: Int) {
        clear(place)
        guard starts.indices.contains(place), let start = UInt32(exactly: list.count),
            let count = UInt32(exactly: codes.count), list.count + codes.count < Int(UInt32.max)
        else { return }
        starts[place] = start
        counts[place] = count
        list += codes
        for code in codes where places.indices.contains(Int(code)) {
            places[Int(code)].insert(place, of: starts.count)
        }
    }

    /// Sets what a case has: the names of its rules, a JSON array, and its coded answers, a JSON object.
    mutating func set(rules: [UInt8], facets: [UInt8], at place: Int) {
        var codes: [UInt32] = []
        if rules.first == UInt8(ascii: "["), let code = learn(Self.rules, json: rules) { codes.append(code) }
        if let root = (try? JSONDocument(parsing: facets, limits: .any))?.root {
            for member in root.members {
                if let name = member.name.text, let code = learn(name, json: member.value.json) { codes.append(code) }
            }
        }
        set(codes, at: place)
    }

    /// Takes a case out of every set, and forgets what it had.
    mutating func clear(_ place: Int) {
        guard starts.indices.contains(place) else { return }
        for position in Int(starts[place])..<Int(starts[place]) + Int(counts[place]) {
            let code = Int(list[position])
            if places.indices.contains(code) { places[code].remove(place) }
            list[position] = 0
        }
        starts[place] = 0
        counts[place] = 0
    }

    /// Adds the cases that have one of some values under a name to bits; nil among them stands for none.
    func add(_ name: [UInt8], _ wanted: [[UInt8]?], of all: PlaceBits, to bits: inout PlaceBits) {
        let known = terms(named: name)
        let codes = wanted.compactMap { value in value.flatMap { values.code(of: $0) } }
        for code in known where terms[Int(code)].values.contains(where: { codes.contains($0) }) {
            places[Int(code)].add(to: &bits)
        }
        guard wanted.contains(nil) else { return }
        var told = PlaceBits(room: all.words.count * 64)
        for code in known where !terms[Int(code)].values.isEmpty { places[Int(code)].add(to: &told) }
        var untold = all
        untold.subtract(told)
        bits.formUnion(untold)
    }

    /// The names of the rules of a case: a JSON array.
    func rules(at place: Int) -> [UInt8] {
        let name = names.code(of: Self.rules)
        for code in terms(at: place) where terms[Int(code)].name == name { return terms[Int(code)].json }
        return Array("[]".utf8)
    }

    /// The coded answers of a case: a JSON object.
    func json(at place: Int) -> [UInt8] {
        let rules = names.code(of: Self.rules)
        var writer = JSONWriter()
        writer.beginObject()
        for code in terms(at: place) {
            let term = terms[Int(code)]
            guard term.name != rules, let name = names[term.name] else { continue }
            writer.name(name)
            writer.raw(term.json)
        }
        writer.endObject()
        return writer.bytes
    }

    /// A value as JSON that is the same however it was written.
    static func canonical(_ value: JSONValue) -> [UInt8] {
        guard let text = value.text else { return value.json }
        var writer = JSONWriter()
        writer.text(text)
        return writer.bytes
    }
}
