extension PatternParser {
    /// Reads a set in brackets, the first of which was read, and gives its part.
    @_optimize(size) mutating func bracket() throws(PatternError) -> Int {
        let isInverted = read("^")
        var ranges: [ClosedRange<UInt32>] = []
        while !read("]") {
            let first = try member()
            guard next == "-", position + 1 < text.count, text[position + 1] != "]" else {
                add(first, to: &ranges)
                continue
            }
            position += 1
            // A set has no place in a range; the hyphen would have to be escaped.
            guard case .scalar(let from) = first, case .scalar(let to) = try member(), from <= to else { throw .syntax }
            if tree.hasRoom { ranges.append(from...to) }
        }
        let set = ScalarSet(ranges)
        return tree.add(isInverted ? set.inverted : set)
    }

    /// Adds a member to what a set has, which takes room when the member is a set itself.
    @_optimize(size) private mutating func add(_ member: PatternMember, to ranges: inout [ClosedRange<UInt32>]) {
        guard tree.hasRoom else { return ranges = [] }
        switch member {
        case .scalar(let scalar): ranges.append(scalar...scalar)
        case .set(let set):
            tree.spend(1 + set.count / 8)
            ranges += set.ranges
        }
    }

    /// Reads one member of a set in brackets.
    @_optimize(size) private mutating func member() throws(PatternError) -> PatternMember {
        guard let scalar = next else { throw .syntax }
        position += 1
        guard scalar == "\\" else { return .scalar(scalar.value) }
        if read("b") { return .scalar(8) }
        if read("-") { return .scalar(0x2D) }
        if let set = try escapedSet() { return .set(set) }
        return .scalar(try escapedScalar())
    }
}
