extension PatternParser {
    /// Reads what stands behind an opening parenthesis and says what kind of group it is.
    @_optimize(size) mutating func group() throws(PatternError) -> PatternGroup {
        guard read("?") else {
            captures += 1
            return .plain
        }
        if read(":") { return .plain }
        if read("=") { return .ahead(isNegated: false) }
        if read("!") { return .ahead(isNegated: true) }
        guard read("<") else { return try modifiers() }
        if read("=") || read("!") { return .behind }
        captures += 1
        try insert(groupName())
        return .plain
    }

    /// Reads the name of a group and the bracket behind it.
    @_optimize(size) mutating func groupName() throws(PatternError) -> [UInt32] {
        var name: [UInt32] = []
        while !read(">") {
            guard let scalar = next else { throw .syntax }
            position += 1
            let value: UInt32
            if scalar == "\\" {
                guard read("u") else { throw .syntax }
                value = try unicode()
            } else {
                value = scalar.value
            }
            guard isNamePart(value, isFirst: name.isEmpty) else { throw .syntax }
            name.append(value)
        }
        guard !name.isEmpty else { throw .syntax }
        return name
    }

    /// Whether a character can stand in the name of a group.
    @_optimize(size) private mutating func isNamePart(_ scalar: UInt32, isFirst: Bool) -> Bool {
        switch scalar {
        case 0x24, 0x5F, 0x41...0x5A, 0x61...0x7A: return true
        case 0x30...0x39, 0x200C, 0x200D: return !isFirst
        case ..<0x80: return false
        default:
            // Both sets are worked out once for an expression, however many names it has.
            if nameParts == nil {
                nameParts = (Self.named("ID_Start"), Self.named("ID_Continue"))
            }
            return (isFirst ? nameParts?.first : nameParts?.others)?.contains(scalar) ?? false
        }
    }

    /// The characters that have a property.
    @_optimize(size) private static func named(_ name: StaticString) -> ScalarSet {
        UnicodeProperty(name.bytes, value: nil)?.set ?? ScalarSet()
    }

    /// Reads flags that are set or cleared for a group, each at most once; what they do is not supported.
    @_optimize(size) private mutating func modifiers() throws(PatternError) -> PatternGroup {
        var seen: [Unicode.Scalar] = []
        var isClearing = false
        while let scalar = next, scalar != ":" {
            position += 1
            switch scalar {
            case "-" where !isClearing: isClearing = true
            case "i", "m", "s":
                guard !seen.contains(scalar) else { throw .syntax }
                seen.append(scalar)
            default: throw .syntax
            }
        }
        guard read(":"), !seen.isEmpty else { throw .syntax }
        isLinear = false
        return .plain
    }
}
