extension SchemaEvaluator {
    /// Asks one keyword about a value.
    mutating func check(
        _ keyword: SchemaKeyword, _ name: StaticString, _ node: SchemaNode, _ instance: JSONValue,
        _ marks: inout ChildMarks
    ) -> Bool {
        switch keyword {
        case .reference(let place): return requires(place, instance, &marks)
        case .dynamicReference(let anchor, let place):
            return requires(dynamicTarget(anchor, place), instance, &marks)
        case .allOf(let places):
            var valid = true
            for place in places where !requires(place, instance, &marks) {
                valid = false
                guard collecting else { return false }
            }
            return valid
        case .anyOf(let places):
            var valid = false
            // Every branch is asked when marks are wanted, because every one that holds marks its own.
            for place in places where accepts(place, instance, &marks) {
                valid = true
                guard marks.wanted else { return true }
            }
            if !valid { note(.anyOf, node, name) }
            return valid
        case .oneOf(let places):
            var matches = 0
            for place in places where accepts(place, instance, &marks) { matches += 1 }
            if matches != 1 { note(.oneOf, node, name) }
            return matches == 1
        case .not(let place):
            var unused = ChildMarks(wanted: marks.wanted)
            guard accepts(place, instance, &unused) else { return true }
            note(.not, node, name)
            return false
        case .condition(let condition, let then, let otherwise):
            guard let next = accepts(condition, instance, &marks) ? then : otherwise else { return true }
            return requires(next, instance, &marks)
        case .properties, .patternProperties, .additionalProperties, .propertyNames, .required, .dependentRequired,
            .dependentSchemas, .maxProperties, .minProperties, .unevaluatedProperties:
            guard instance.kind == .object else { return true }
            return checkObject(keyword, name, node, instance, &marks)
        case .prefixItems, .items, .contains, .maxItems, .minItems, .uniqueItems, .unevaluatedItems:
            guard instance.kind == .array else { return true }
            return checkArray(keyword, name, node, instance, &marks)
        default:
            guard let code = failure(of: keyword, instance) else { return true }
            note(code, node, name)
            return false
        }
    }

    /// What is wrong with a value by a keyword that looks at nothing else; nil when nothing is.
    private func failure(of keyword: SchemaKeyword, _ instance: JSONValue) -> FindingCode? {
        switch keyword {
        case .type(let types): return types.holds(instance) ? nil : .type
        case .enumeration(let values, let code, _): return values.holds(instance) ? nil : code
        default: break
        }
        switch instance.kind {
        case .number: return failure(of: keyword, number: JSONDecimal(instance.slice))
        case .string: return failure(of: keyword, text: instance)
        default: return nil
        }
    }

    /// What is wrong with a number.
    private func failure(of keyword: SchemaKeyword, number: JSONDecimal) -> FindingCode? {
        switch keyword {
        case .multipleOf(let divisor): divisor.divides(number) ? nil : .multipleOf
        case .maximum(let limit): number <= limit ? nil : .maximum
        case .exclusiveMaximum(let limit): number < limit ? nil : .exclusiveMaximum
        case .minimum(let limit): number >= limit ? nil : .minimum
        case .exclusiveMinimum(let limit): number > limit ? nil : .exclusiveMinimum
        default: nil
        }
    }

    /// What is wrong with a string; lengths are in code points.
    private func failure(of keyword: SchemaKeyword, text: JSONValue) -> FindingCode? {
        switch keyword {
        case .maxLength(let limit): return Self.length(text) <= limit ? nil : .maxLength
        case .minLength(let limit): return Self.length(text) >= limit ? nil : .minLength
        case .pattern(let pattern): return pattern.matches(text.text ?? []) ? nil : .pattern
        case .format(let format): return format.holds(text.text ?? []) ? nil : .format
        default: return nil
        }
    }

    /// How many code points a string has.
    private static func length(_ text: JSONValue) -> Int {
        (text.text ?? []).reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }
}
