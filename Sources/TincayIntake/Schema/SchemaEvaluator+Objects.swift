extension SchemaEvaluator {
    /// Takes a step that is for an object.
    mutating func object(_ index: Int32, _ place: Int32, _ value: Int32, _ frame: Int) -> Bool {
        let step = steps[index]
        let node = node(value)
        guard spend(node.count + Int(node.end &- node.start) >> 5) else { return false }
        switch step.operation {
        case .members: return members(program.plans[step.first], place, value, node.count, frame)
        case .maxProperties:
            guard node.count > Int(step.first) else { return true }
            note(.maxProperties, place, step.keyword, value)
            return false
        case .minProperties:
            guard node.count < Int(step.first) else { return true }
            note(.minProperties, place, step.keyword, value)
            return false
        case .propertyNames: return propertyNames(step, place, value, node)
        case .dependentRequired:
            guard has(program.lists[step.first], value, node) else { return true }
            var valid = true
            for index in step.first + 1..<step.first + 1 + step.second {
                guard spend(node.count), !has(program.lists[index], value, node) else { continue }
                valid = false
                guard collecting else { return false }
                note(.dependentRequired, place, step.keyword, value, missing: program.lists[index])
            }
            return valid
        case .dependentSchema:
            return !has(step.first, value, node) || check(step.second, value, frame)
        default: return true
        }
    }

    /// Asks the schemas of all members by their names, in one pass, and sees whether all that have to be there are.
    @inline(__always) private mutating func members(
        _ plan: MemberPlan, _ place: Int32, _ value: Int32, _ count: Int, _ frame: Int
    ) -> Bool {
        var valid = true
        var found: Int32 = 0
        var name = value + 1
        for position in 0..<count {
            let child = name &+ 1
            var isLookedAt = false
            if let entry = find(plan.names, name) {
                if entry.isRequired { found &+= 1 }
                if entry.place >= 0 {
                    isLookedAt = true
                    if !descend(entry.place, child, name, from: place, .properties) { valid = false }
                }
            }
            if plan.matchingCount > 0, matching(plan, place, name, &isLookedAt) == false { valid = false }
            if !isLookedAt, plan.additional >= 0 {
                isLookedAt = true
                if !descend(plan.additional, child, name, from: place, .additionalProperties) { valid = false }
            }
            if isLookedAt, frame >= 0 { marks.mark(position, in: frame) }
            guard valid || collecting else { return false }
            name = self.node(child).next
        }
        guard found < plan.requiredCount else { return valid }
        if collecting { noteMissing(plan, place, value, node(value)) }
        return false
    }

    /// Asks the schemas of the patterns that a name matches.
    private mutating func matching(
        _ plan: MemberPlan, _ place: Int32, _ name: Int32, _ isLookedAt: inout Bool
    ) -> Bool {
        var valid = true
        let text = JSONValue(document: document, index: Int(name)).text ?? []
        for index in plan.matching..<plan.matching + plan.matchingCount {
            let entry = program.matching[index]
            guard left >= 0 else { return false }
            // SAFETY: the buffer is only read inside.
            guard unsafe text.withUnsafeBufferPointer({ unsafe matches(entry.pattern, $0) }) else { continue }
            isLookedAt = true
            if !descend(entry.place, name + 1, name, from: place, .patternProperties) { valid = false }
        }
        return valid
    }

    /// Notes every member that has to be there and is not.
    private mutating func noteMissing(_ plan: MemberPlan, _ place: Int32, _ value: Int32, _ node: JSONNode) {
        let isMuch = Int(plan.requiredCount) * node.count > 4_096
        let there = isMuch ? slotsThere(plan.names, value, node) : []
        guard spend(Int(plan.requiredCount) + node.count) else { return }
        for index in plan.required..<plan.required + plan.requiredCount {
            let name = program.lists[index]
            guard isMuch || spend(node.count) else { continue }
            guard isMuch ? !there[slot(of: name, in: plan.names)] : !has(name, value, node) else { continue }
            note(.required, place, .required, value, missing: name)
        }
    }

    /// Which slots of a table an object has the names of, found in one pass.
    private mutating func slotsThere(_ table: NameTable, _ value: Int32, _ node: JSONNode) -> [Bool] {
        var there = [Bool](repeating: false, count: Int(table.mask) + 1)
        var member = value + 1
        for _ in 0..<node.count {
            if let found = find(table, member) { there[slot(of: found.name, in: table)] = true }
            member = self.node(member + 1).next
        }
        return there
    }

    /// The slot, counted from the table's first one, of a name that the table has.
    private mutating func slot(of name: Int32, in table: NameTable) -> Int {
        var number = Int32(truncatingIfNeeded: program.nameHashes[name]) & table.mask
        while slots[table.slots &+ number].name != name || slots[table.slots &+ number].length < 0 {
            number = (number &+ 1) & table.mask
        }
        return Int(number)
    }

    /// Whether an object has a member.
    private mutating func has(_ name: Int32, _ value: Int32, _ node: JSONNode) -> Bool {
        let hash = program.nameHashes[name]
        var member = value + 1
        for _ in 0..<node.count {
            let node = self.node(member)
            if node.hash == hash, isName(name, member, node) { return true }
            member = self.node(member + 1).next
        }
        return false
    }

    /// Asks a schema about each name.
    private mutating func propertyNames(
        _ step: SchemaStep, _ place: Int32, _ value: Int32, _ node: JSONNode
    ) -> Bool {
        var valid = true
        var name = value + 1
        for _ in 0..<node.count {
            if !tries(step.first, name) {
                valid = false
                guard collecting else { return false }
                enter(name)
                note(.propertyNames, place, step.keyword, name + 1)
                leave()
            }
            name = self.node(name + 1).next
        }
        return valid
    }

    /// Takes a step about what the other keywords have left.
    mutating func rest(_ index: Int32, _ place: Int32, _ value: Int32, _ frame: Int) -> Bool {
        let step = steps[index]
        let node = node(value)
        let isObject = step.operation == .unevaluatedProperties
        guard frame >= 0, node.kind == (isObject ? .object : .array), spend(node.count) else { return true }
        var valid = true
        var child = value + 1
        for position in 0..<node.count {
            let inner = isObject ? child + 1 : child
            if !marks.isMarked(position, in: frame) {
                marks.mark(position, in: frame)
                let trailed = isObject ? child : ~Int32(truncatingIfNeeded: position)
                if !descend(step.first, inner, trailed, from: place, step.keyword) {
                    valid = false
                    guard collecting else { return false }
                }
            }
            child = self.node(inner).next
        }
        return valid
    }
}
