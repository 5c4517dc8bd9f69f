/// One field of all cases: a number for each place, and for each number the cases that have it.
struct CodedColumn {
    /// What the numbers stand for.
    private(set) var words = Vocabulary()
    /// The number of each case; 0 for none.
    private(set) var codes: [UInt32] = []
    /// The cases of each number, 0 among them.
    private(set) var places: [PlaceSet] = [PlaceSet()]
    /// Whether cases are looked for by this field.
    private let isSearched: Bool

    /// Starts without cases.
    init(isSearched: Bool = true) {
        self.isSearched = isSearched
    }

    /// What a case has.
    subscript(place: Int) -> [UInt8]? {
        guard codes.indices.contains(place) else { return nil }
        return words[codes[place]]
    }

    /// Makes room for one case more, which is in no set yet.
    mutating func append() {
        codes.append(0)
    }

    /// Sets what a case has; the case counts from now on.
    mutating func set(_ word: [UInt8]?, at place: Int) {
        guard codes.indices.contains(place) else { return }
        let code = word.map { words.insert($0) } ?? 0
        let old = Int(codes[place])
        codes[place] = code
        guard isSearched else { return }
        while places.count < words.count { places.append(PlaceSet()) }
        if old != Int(code) { places[old].remove(place) }
        places[Int(code)].insert(place, of: codes.count)
    }

    /// Makes room for so many cases, which parts of a snapshot fill.
    mutating func prepare(_ count: Int) {
        codes = [UInt32](repeating: 0, count: count)
    }

    /// Sets what the cases among the reports of a part have, which had nothing before: numbers of the part's own words.
    mutating func fill(
        part: Int, _ numbers: [UInt16], of words: FoldWords, cases: ArraySlice<UInt8>
    ) throws(VaultError) {
        // Each string is looked up once for the whole part, when the first case has it.
        var known = [UInt32?](repeating: nil, count: words.words.count + 1)
        known[0] = 0
        var bits = PartPlaces(part: part, values: isSearched ? known.count : 0)
        for (offset, (number, fate)) in zip(numbers, cases).enumerated() where fate == CaseTable.Fate.open.rawValue {
            let number = Int(number)
            guard number < known.count else { throw .badFormat }
            if known[number] == nil, number > 0 { known[number] = self.words.insert(words.words[number - 1]) }
            let code = known[number] ?? 0
            codes[cases.startIndex + offset] = code
            if isSearched { try bits.insert(offset, of: number) }
        }
        guard isSearched else { return }
        while places.count < self.words.count { places.append(PlaceSet()) }
        for (number, code) in known.enumerated() {
            if let code { bits.add(number, to: &places[Int(code)], of: codes.count) }
        }
    }

    /// Takes a case out of every set.
    mutating func clear(_ place: Int) {
        guard codes.indices.contains(place) else { return }
        if isSearched { places[Int(codes[place])].remove(place) }
        codes[place] = 0
    }

    /// Adds the cases that have a number to bits.
    func add(_ code: UInt32, to bits: inout PlaceBits) {
        guard places.indices.contains(Int(code)) else { return }
        places[Int(code)].add(to: &bits)
    }

    /// Adds the cases that have a value, or none for nil, to bits.
    func add(_ word: [UInt8]?, to bits: inout PlaceBits) {
        guard let word else { return add(0, to: &bits) }
        if let code = words.code(of: word) { add(code, to: &bits) }
    }
}
