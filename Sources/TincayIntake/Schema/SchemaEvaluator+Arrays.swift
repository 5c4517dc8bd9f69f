extension SchemaEvaluator {
    /// Asks a keyword about an array.
    mutating func checkArray(
        _ keyword: SchemaKeyword, _ name: StaticString, _ node: SchemaNode, _ instance: JSONValue,
        _ marks: inout ChildMarks
    ) -> Bool {
        switch keyword {
        case .maxItems(let limit):
            guard instance.count > limit else { return true }
            note(.maxItems, node, name)
            return false
        case .minItems(let limit):
            guard instance.count < limit else { return true }
            note(.minItems, node, name)
            return false
        case .uniqueItems:
            guard ValueSet(instance.elements).count < instance.count else { return true }
            note(.uniqueItems, node, name)
            return false
        case .contains(let place, let least, let most):
            return checkContains(place, least, most, node, instance, &marks)
        default:
            return checkElements(keyword, name, node, instance, &marks)
        }
    }

    /// Counts the elements that a schema accepts.
    private mutating func checkContains(
        _ place: Int, _ least: Int, _ most: Int, _ node: SchemaNode, _ instance: JSONValue, _ marks: inout ChildMarks
    ) -> Bool {
        var matches = 0
        for (position, element) in instance.elements.enumerated() {
            var unused = ChildMarks(wanted: marks.wanted)
            guard accepts(place, element, &unused) else { continue }
            matches += 1
            marks.mark(position, of: instance.count)
        }
        if matches < least {
            let told = node.source["minContains"] != nil
            note(told ? .minContains : .contains, node, told ? "minContains" : "contains")
        }
        if matches > most { note(.maxContains, node, "maxContains") }
        return matches >= least && matches <= most
    }

    /// Asks a keyword about each element of an array.
    private mutating func checkElements(
        _ keyword: SchemaKeyword, _ name: StaticString, _ node: SchemaNode, _ instance: JSONValue,
        _ marks: inout ChildMarks
    ) -> Bool {
        var valid = true
        for (position, element) in instance.elements.enumerated() {
            let place: Int
            switch keyword {
            case .prefixItems(let places):
                guard position < places.count else { return valid }
                place = places[position]
            case .items(let rest, let first):
                guard position >= first else { continue }
                place = rest
            case .unevaluatedItems(let rest):
                guard !marks.isMarked(position) else { continue }
                place = rest
            default: return true
            }
            marks.mark(position, of: instance.count)
            if !descendOrUnknown(place, element, name, node, Array("\(position)".utf8)) { valid = false }
            guard valid || collecting else { return false }
        }
        return valid
    }
}
