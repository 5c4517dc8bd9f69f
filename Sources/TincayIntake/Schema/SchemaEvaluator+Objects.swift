extension SchemaEvaluator {
    /// Asks a keyword about an object.
    mutating func checkObject(
        _ keyword: SchemaKeyword, _ name: StaticString, _ node: SchemaNode, _ instance: JSONValue,
        _ marks: inout ChildMarks
    ) -> Bool {
        var valid = true
        switch keyword {
        case .required(let names):
            for member in names where instance.member(member) == nil {
                valid = false
                guard collecting else { return false }
                note(.required, node, name, below: member)
            }
        case .dependentRequired(let dependencies):
            for dependency in dependencies where instance.member(dependency.name) != nil {
                for member in dependency.required where instance.member(member) == nil {
                    valid = false
                    guard collecting else { return false }
                    note(.dependentRequired, node, name, below: member)
                }
            }
        case .dependentSchemas(let dependencies):
            for dependency in dependencies where instance.member(dependency.name) != nil {
                guard !requires(dependency.schema, instance, &marks) else { continue }
                valid = false
                guard collecting else { return false }
            }
        case .maxProperties(let limit):
            valid = instance.count <= limit
            if !valid { note(.maxProperties, node, name) }
        case .minProperties(let limit):
            valid = instance.count >= limit
            if !valid { note(.minProperties, node, name) }
        case .propertyNames(let place):
            for member in instance.members {
                var unused = ChildMarks(wanted: marks.wanted)
                guard !accepts(place, member.name, &unused) else { continue }
                valid = false
                guard collecting else { return false }
                note(.propertyNames, node, name, below: member.name.text ?? [])
            }
        default:
            return checkMembers(keyword, name, node, instance, &marks)
        }
        return valid
    }

    /// Asks a keyword about each member of an object.
    private mutating func checkMembers(
        _ keyword: SchemaKeyword, _ name: StaticString, _ node: SchemaNode, _ instance: JSONValue,
        _ marks: inout ChildMarks
    ) -> Bool {
        var valid = true
        var position = -1
        for (key, value) in instance.members {
            position += 1
            let member = key.text ?? []
            switch keyword {
            case .properties(let named):
                guard let place = named[member] else { continue }
                marks.mark(position, of: instance.count)
                if !descendOrUnknown(place, value, name, node, member) { valid = false }
            case .patternProperties(let matching):
                for entry in matching where entry.pattern.matches(member) {
                    marks.mark(position, of: instance.count)
                    if !descendOrUnknown(entry.schema, value, name, node, member) { valid = false }
                }
            case .additionalProperties(let place, let named, let matching):
                guard named[member] == nil, !matching.contains(where: { $0.pattern.matches(member) }) else { continue }
                marks.mark(position, of: instance.count)
                if !descendOrUnknown(place, value, name, node, member) { valid = false }
            case .unevaluatedProperties(let place):
                guard !marks.isMarked(position) else { continue }
                marks.mark(position, of: instance.count)
                if !descendOrUnknown(place, value, name, node, member) { valid = false }
            default: return true
            }
            guard valid || collecting else { return false }
        }
        return valid
    }
}
