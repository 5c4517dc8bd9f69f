extension PatternParser {
    /// What finding a property takes, in steps.
    private static let effort = 64

    /// Reads a property in braces, the letter before them already read, and gives the characters that have it.
    mutating func property() throws(PatternError) -> ScalarSet {
        guard read("{") else { throw .syntax }
        let name = propertyName()
        let value = read("=") ? propertyName() : nil
        guard read("}"), let property = UnicodeProperty(name, value: value) else { throw .syntax }
        guard tree.hasRoom else { return ScalarSet() }
        if let last = lastProperty, last.property == property { return last.set }
        tree.spend(Self.effort)
        let set = property.set
        lastProperty = (property, set)
        return set
    }

    /// Reads the name of a property or of what it can be.
    private mutating func propertyName() -> [UInt8] {
        var name: [UInt8] = []
        while let scalar = next, ScalarSet.isWord(scalar.value) {
            name.append(UInt8(truncatingIfNeeded: scalar.value))
            position += 1
        }
        return name
    }
}
