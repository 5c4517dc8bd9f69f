extension PatternParser {
    /// What finding a property takes, in steps.
    private static let effort = 64

    /// Reads a property in braces, the letter before them already read, and gives the characters that have it.
    @_optimize(size) mutating func property() throws(PatternError) -> ScalarSet {
        guard read("{") else { throw .syntax }
        let name = propertyName()
        let value = read("=") ? propertyName() : nil
        guard read("}"), let property = named(name, value) else { throw .syntax }
        guard tree.hasRoom else { return ScalarSet() }
        if let last = lastProperty, last.property == property { return last.set }
        tree.spend(Self.effort)
        let set = property.set
        lastProperty = (property, set)
        return set
    }

    /// The property of a name, which is looked for once; nil when there is none.
    @_optimize(size) private mutating func named(_ name: [UInt8], _ value: [UInt8]?) -> UnicodeProperty? {
        let key = value.map { name + [UInt8(ascii: "=")] + $0 } ?? name
        if let known = propertyPlaces[key] { return properties[known] }
        guard let property = UnicodeProperty(name, value: value) else { return nil }
        propertyPlaces[key] = properties.count
        properties.append(property)
        return property
    }

    /// Reads the name of a property or of what it can be.
    @_optimize(size) private mutating func propertyName() -> [UInt8] {
        var name: [UInt8] = []
        while let scalar = next, ScalarSet.isWord(scalar.value) {
            name.append(UInt8(truncatingIfNeeded: scalar.value))
            position += 1
        }
        return name
    }
}
