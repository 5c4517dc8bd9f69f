extension PatternParser {
    /// Reads an escape outside of brackets, its backslash already read, and gives its part.
    @_optimize(size) mutating func escape() throws(PatternError) -> Int {
        if let scalar = next, ("1"..."9").contains(scalar) {
            greatestReference = max(greatestReference, try number())
            isLinear = false
            return PatternTree.nothing
        }
        if read("k") {
            guard read("<") else { throw .syntax }
            references.append(try groupName())
            isLinear = false
            return PatternTree.nothing
        }
        if let set = try escapedSet() { return tree.add(set) }
        return tree.add(.scalar(try escapedScalar()))
    }

    /// The set that an escape stands for, its backslash already read; nil when it stands for one character.
    @_optimize(size) mutating func escapedSet() throws(PatternError) -> ScalarSet? {
        let set: ScalarSet
        if read("p") { return try property() }
        if read("P") { return try property().inverted }
        switch next {
        case "d": set = .digit
        case "D": set = ScalarSet.digit.inverted
        case "w": set = .word
        case "W": set = ScalarSet.word.inverted
        case "s": set = .space
        case "S": set = ScalarSet.space.inverted
        default: return nil
        }
        position += 1
        return set
    }

    /// The character that an escape stands for, its backslash already read.
    @_optimize(size) mutating func escapedScalar() throws(PatternError) -> UInt32 {
        guard let scalar = next else { throw .syntax }
        position += 1
        switch scalar {
        case "t": return 9
        case "n": return 10
        case "v": return 11
        case "f": return 12
        case "r": return 13
        case "0":
            if let scalar = next, ("0"..."9").contains(scalar) { throw .syntax }
            return 0
        case "c":
            guard let letter = next?.value, 0x41...0x5A ~= letter & ~0x20 else { throw .syntax }
            position += 1
            return letter % 32
        case "x": return try hexadecimal(2)
        case "u": return try unicode()
        case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/": return scalar.value
        default: throw .syntax
        }
    }

    /// The character of `\u`, with four digits, a pair of surrogates, or braces.
    @_optimize(size) mutating func unicode() throws(PatternError) -> UInt32 {
        if read("{") {
            var value: UInt32 = 0
            let start = position
            while let digit = next.flatMap(Self.digit) {
                value = value << 4 | digit
                position += 1
                guard value < ScalarSet.limit else { throw .syntax }
            }
            guard position > start, read("}") else { throw .syntax }
            return value
        }
        let high = try hexadecimal(4)
        guard high & 0xFC00 == 0xD800, let low = trailingSurrogate() else { return high }
        return 0x10000 + (high & 0x3FF) << 10 + low & 0x3FF
    }

    /// Reads the escape of the second half of a pair of surrogates, when one is next.
    @_optimize(size) private mutating func trailingSurrogate() -> UInt32? {
        let start = position
        guard read("\\"), read("u"), let low = try? hexadecimal(4), low & 0xFC00 == 0xDC00 else {
            position = start
            return nil
        }
        return low
    }

    /// A number of exactly so many hexadecimal digits.
    @_optimize(size) private mutating func hexadecimal(_ count: Int) throws(PatternError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let digit = next.flatMap(Self.digit) else { throw .syntax }
            value = value << 4 | digit
            position += 1
        }
        return value
    }

    /// The value of a hexadecimal digit.
    @_optimize(size) private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar.value {
        case 0x30...0x39: scalar.value - 0x30
        case 0x41...0x46: scalar.value - 0x37
        case 0x61...0x66: scalar.value - 0x57
        default: nil
        }
    }
}
