extension SchemaCompiler {
    /// Compiles the keywords for the members of objects.
    @_optimize(size) mutating func members(
        _ schema: SchemaKeywords, _ code: SchemaCode, _ steps: inout SchemaSteps
    ) throws(FormError) {
        try plan(schema, code, &steps)
        if let value = schema[.propertyNames] {
            let inner = try place(of: value, from: Int(code.resource))
            steps.object.append(SchemaStep(operation: .propertyNames, keyword: .propertyNames, first: inner))
        }
        for keyword in [SchemaKeyword.dependentRequired, .dependentSchemas, .dependencies] {
            guard let value = schema[keyword] else { continue }
            guard value.kind == .object else { throw .refused(.schema, at: value) }
            for member in value.members {
                let name = parts.names.number(of: member.name)
                if keyword == .dependentRequired || keyword == .dependencies && member.value.kind == .array {
                    let names = try names(member.value)
                    let first = parts.keep([name] + names)
                    steps.object.append(
                        SchemaStep(
                            operation: .dependentRequired, keyword: keyword, first: first,
                            second: Int32(truncatingIfNeeded: names.count)))
                } else {
                    let inner = try place(of: member.value, from: Int(code.resource))
                    steps.object.append(
                        SchemaStep(operation: .dependentSchema, keyword: keyword, first: name, second: inner))
                }
            }
        }
    }

    /// Compiles what is looked up by a member's name, in one plan.
    @_optimize(size) private mutating func plan(
        _ schema: SchemaKeywords, _ code: SchemaCode, _ steps: inout SchemaSteps
    ) throws(FormError) {
        var names: [(name: Int32, place: Int32, isRequired: Bool)] = []
        var plan = MemberPlan()
        if let value = schema[.properties] {
            guard value.kind == .object else { throw .refused(.schema, at: value) }
            for member in value.members {
                names.append(
                    (parts.names.number(of: member.name), try place(of: member.value, from: Int(code.resource)), false))
            }
        }
        if let value = schema[.required] {
            let required = try self.names(value)
            plan.required = parts.keep(required)
            plan.requiredCount = Int32(truncatingIfNeeded: required.count)
            parts.marks.clear()
            for (position, member) in names.enumerated() { parts.marks.note(position, of: member.name) }
            for name in required {
                if let position = parts.marks.place(of: name) {
                    names[position].isRequired = true
                } else {
                    names.append((name, -1, true))
                }
            }
        }
        var matching: [MemberPlan.Matching] = []
        if let value = schema[.patternProperties] {
            guard value.kind == .object else { throw .refused(.schema, at: value) }
            for member in value.members {
                let inner = try place(of: member.value, from: Int(code.resource))
                matching.append(MemberPlan.Matching(pattern: try pattern(member.name), place: inner))
            }
        }
        if let value = schema[.additionalProperties] {
            plan.additional = try place(of: value, from: Int(code.resource))
        }
        guard !names.isEmpty || !matching.isEmpty || plan.additional >= 0 else { return }
        plan.names = parts.table(names)
        plan.matching = Int32(truncatingIfNeeded: parts.matching.count)
        plan.matchingCount = Int32(truncatingIfNeeded: matching.count)
        parts.matching += matching
        let number = Int32(truncatingIfNeeded: parts.plans.count)
        parts.plans.append(plan)
        steps.object.append(SchemaStep(operation: .members, keyword: .properties, first: number))
    }
}
