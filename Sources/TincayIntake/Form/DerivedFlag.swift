/// A derived fact that is a condition: a member of the `flags` of `x-tincay-derive`.
///
/// A flag that looks at another one is worked out after it, in whatever order they are written: JSON gives the members
/// of an object no order, and tools that write a form anew change it.
struct DerivedFlag: Sendable {
    /// A flag that is not yet in its place.
    private struct Waiting {
        /// Its name.
        let name: [UInt8]
        /// Its condition.
        let value: JSONValue
        /// The flags that have to come before it.
        let needs: Set<[UInt8]>
        /// Whether it may look at others without naming them.
        let isIndirect: Bool
    }

    /// Keywords that can look at a fact without naming it, or that lead to schemas that may.
    private static let indirect: [StaticString] = [
        "$ref", "$dynamicRef", "$recursiveRef", "patternProperties", "additionalProperties", "unevaluatedProperties",
        "propertyNames", "minProperties", "maxProperties",
    ]

    /// Its name.
    let name: [UInt8]
    /// Its name as facts are written down with it.
    let fact: FactName
    /// Its condition.
    let condition: Int
    /// The condition as the form has it.
    let source: JSONValue
    /// Whether the condition may look at flags before it, so that these have to be written down first.
    let looksBack: Bool
    /// Whether it may look at others without naming them.
    let isIndirect: Bool

    /// Puts the flags of a form into an order in which each comes after those that it looks at.
    ///
    /// A flag that may look at others without naming them comes after all that are written before it.
    @_optimize(size) static func ordered(
        _ list: [(name: [UInt8], value: JSONValue)], under key: [UInt8], _ conditions: inout FormConditions
    ) throws(FormError) -> [DerivedFlag] {
        let names = Set(list.map { $0.name })
        var waiting: [Waiting] = []
        var before: Set<[UInt8]> = []
        for flag in list {
            var needs: Set<[UInt8]> = []
            collect(names, flag.value, under: key, isInside: false, into: &needs)
            let isIndirect = mayLookAt([], flag.value)
            if isIndirect { needs.formUnion(before) }
            waiting.append(Waiting(name: flag.name, value: flag.value, needs: needs, isIndirect: isIndirect))
            before.insert(flag.name)
        }
        var flags: [DerivedFlag] = []
        var known: Set<[UInt8]> = []
        while let first = waiting.first {
            guard let place = waiting.firstIndex(where: { $0.needs.isSubset(of: known) }) else {
                throw .refused(.circular, at: first.value)
            }
            let next = waiting.remove(at: place)
            flags.append(
                DerivedFlag(
                    name: next.name, fact: FactName(next.name), condition: try conditions.number(of: next.value),
                    source: next.value,
                    looksBack: !known.isEmpty && mayLookAt(known, next.value), isIndirect: next.isIndirect))
            known.insert(next.name)
        }
        return flags
    }

    /// Collects the facts that a schema names where it speaks of the facts; goes as deep as the form, which its parser
    /// has limited.
    private static func collect(
        _ names: Set<[UInt8]>, _ value: JSONValue, under key: [UInt8], isInside: Bool, into found: inout Set<[UInt8]>
    ) {
        if isInside, let text = value.text, names.contains(text) { found.insert(text) }
        for member in value.members {
            let name = member.name.text ?? []
            if isInside, names.contains(name) { found.insert(name) }
            collect(names, member.value, under: key, isInside: isInside || name == key, into: &found)
        }
        for element in value.elements { collect(names, element, under: key, isInside: isInside, into: &found) }
    }

    /// Whether a schema may look at one of some facts, by name or not; goes as deep as the form.
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
