/// How the text of each answer is put in order, by the place of its question.
struct NormalizationPlan: Sendable {
    /// One question.
    struct Place: Sendable {
        /// Its name.
        let name: [UInt8]
        /// The hash of its name, as parsed texts have it.
        let hash: UInt32
        /// How its texts are put in order; nil when nothing is said.
        var kind: NormalizationKind?
        /// The questions inside it.
        var inner: [Int] = []
    }

    /// The questions that something is said about, or about what is inside them; the first is the form itself.
    private(set) var places: [Place] = [Place(name: [], hash: 0)]

    /// Sorts kinds by the pointers of their questions; elements of lists have their list's.
    init(_ kinds: [[UInt8]: NormalizationKind]) {
        for (path, kind) in kinds {
            var here = 0
            for token in path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
                here = place(Self.name(token), inside: here)
            }
            places[here].kind = kind
        }
    }

    /// The question inside another one that a member belongs to; nil when nothing is said about it.
    func inner(_ place: Int, _ name: JSONValue) -> Int? {
        let hash = name.node.hash
        for inner in places[place].inner where places[inner].hash == hash && name.equals(unescaped: places[inner].name)
        {
            return inner
        }
        return nil
    }

    /// The place of a question, new when there is none yet.
    private mutating func place(_ name: [UInt8], inside place: Int) -> Int {
        if let known = places[place].inner.first(where: { places[$0].name == name }) { return known }
        places.append(Place(name: name, hash: JSONNameHash.hash(name, seed: JSONNameHash.seed)))
        places[place].inner.append(places.count - 1)
        return places.count - 1
    }

    /// The name that a token of a pointer stands for.
    private static func name(_ token: ArraySlice<UInt8>) -> [UInt8] {
        var name: [UInt8] = []
        var isEscaped = false
        for byte in token {
            if isEscaped {
                name.append(byte == UInt8(ascii: "1") ? UInt8(ascii: "/") : UInt8(ascii: "~"))
                isEscaped = false
            } else if byte == UInt8(ascii: "~") {
                isEscaped = true
            } else {
                name.append(byte)
            }
        }
        return name
    }
}
