/// A derived fact that is a condition: a member of the `flags` of `x-tincay-derive`.
struct DerivedFlag: Sendable {
    /// Keywords that can look at a fact without naming it, or that lead to schemas that may.
    private static let indirect: [StaticString] = [
        "$ref", "$dynamicRef", "$recursiveRef", "patternProperties", "additionalProperties", "unevaluatedProperties",
        "propertyNames", "minProperties", "maxProperties",
    ]

    /// Its name.
    let name: [UInt8]
    /// Its condition.
    let condition: Int
    /// The condition as the form has it.
    let source: JSONValue
    /// Whether the condition may look at flags before it, so that these have to be written down first.
    let looksBack: Bool

    /// Reads a flag that comes after others.
    init(_ name: [UInt8], _ source: JSONValue, condition: Int, after earlier: Set<[UInt8]>) {
        self.name = name
        self.condition = condition
        self.source = source
        looksBack = !earlier.isEmpty && Self.mayLookAt(earlier, source)
    }

    /// Whether a schema may look at one of some facts; goes as deep as the form, which its parser has limited.
    private static func mayLookAt(_ names: Set<[UInt8]>, _ value: JSONValue) -> Bool {
        if let text = value.text { return names.contains(text) }
        for member in value.members {
            if indirect.contains(where: { member.name.isText($0) }) { return true }
            if names.contains(member.name.text ?? []) || mayLookAt(names, member.value) { return true }
        }
        for element in value.elements where mayLookAt(names, element) { return true }
        return false
    }
}
