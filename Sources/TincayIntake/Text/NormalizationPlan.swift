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
        /// Where its text goes as it was typed; nil when that is not kept.
        var typed: TypedText?
        /// The questions inside it, in the order of their hashes.
        var inner: [Int] = []
    }

    /// The questions that something is said about, or about what is inside them; the first is the form itself.
    private(set) var places: [Place] = [Place(name: [], hash: 0)]

    /// Sorts kinds by the pointers of their questions; elements of lists have their list's.
    @_optimize(size) init(_ kinds: [[UInt8]: NormalizationKind], typed: [TypedText]) {
        // What is text anyway need not be looked up.
        for (path, kind) in kinds where kind != .text { places[place(at: path)].kind = kind }
        for other in typed { places[place(at: other.path)].typed = other }
        let known = places
        for place in places.indices { places[place].inner.sort { known[$0].hash < known[$1].hash } }
    }

    /// The question inside another one that a member belongs to; nil when nothing is said about it.
    func inner(_ place: Int, _ name: JSONValue) -> Int? {
        let hash = name.node.hash
        let inner = places[place].inner
        var low = 0
        var high = inner.count
        while low < high {
            let middle = (low + high) / 2
            if places[inner[middle]].hash < hash { low = middle + 1 } else { high = middle }
        }
        while low < inner.count, places[inner[low]].hash == hash {
            if name.equals(unescaped: places[inner[low]].name) { return inner[low] }
            low += 1
        }
        return nil
    }

    /// The place of a pointer, new when there is none yet.
    private mutating func place(at path: [UInt8]) -> Int {
        var here = 0
        for name in JSONPointer.names(path) { here = place(name, inside: here) }
        return here
    }

    /// The place of a question, new when there is none yet.
    private mutating func place(_ name: [UInt8], inside place: Int) -> Int {
        if let known = places[place].inner.first(where: { places[$0].name == name }) { return known }
        places.append(Place(name: name, hash: JSONNameHash.hash(name, seed: JSONNameHash.seed)))
        places[place].inner.append(places.count - 1)
        return places.count - 1
    }
}
