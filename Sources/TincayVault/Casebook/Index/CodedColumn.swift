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
        set(code, at: place)
    }

    /// Sets what a case has by its number in the vocabulary.
    mutating func set(_ code: UInt32, at place: Int) {
        guard codes.indices.contains(place), Int(code) < words.count else { return }
        let old = Int(codes[place])
        codes[place] = code
        guard isSearched else { return }
        while places.count < words.count { places.append(PlaceSet()) }
        if old != Int(code) { places[old].remove(place) }
        places[Int(code)].insert(place, of: codes.count)
    }

    /// Learns a word without giving it to a case; gives its number.
    mutating func learn(_ word: [UInt8]) -> UInt32 {
        words.insert(word)
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
