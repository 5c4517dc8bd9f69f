extension SchemaEvaluator {
    /// Takes a step that is for every value.
    mutating func common(_ index: Int32, _ place: Int32, _ value: Int32, _ frame: Int) -> Bool {
        let step = steps[index]
        switch step.operation {
        case .enumeration:
            guard !isListed(step.first, value) else { return true }
            note(step.keyword == .const ? .const : .enum, place, step.keyword, value)
            return false
        case .reference: return check(step.first, value, frame)
        case .dynamicReference: return check(dynamicTarget(step), value, frame)
        case .allOf:
            var valid = true
            for index in step.first..<step.first + step.second where !check(program.lists[index], value, frame) {
                valid = false
                guard collecting else { return false }
            }
            return valid
        case .anyOf: return anyOf(step, place, value, frame)
        case .oneOf: return oneOf(step, place, value, frame)
        case .not:
            guard tries(step.first, value) else { return true }
            note(.not, place, step.keyword, value)
            return false
        case .condition:
            let next = tries(step.first, value, frame) ? step.second : step.third
            return next < 0 || check(next, value, frame)
        default: return true
        }
    }

    /// Whether one schema of a list holds at least.
    private mutating func anyOf(_ step: SchemaStep, _ place: Int32, _ value: Int32, _ frame: Int) -> Bool {
        var valid = false
        // Every branch is asked when marks are wanted, because every one that holds marks its own.
        for index in step.first..<step.first + step.second where tries(program.lists[index], value, frame) {
            valid = true
            guard frame >= 0 else { return true }
        }
        if !valid { explain(.anyOf, step, place, value, frame) }
        return valid
    }

    /// Whether exactly one schema of a list holds.
    private mutating func oneOf(_ step: SchemaStep, _ place: Int32, _ value: Int32, _ frame: Int) -> Bool {
        var matches = 0
        for index in step.first..<step.first + step.second where tries(program.lists[index], value, frame) {
            matches += 1
            guard matches < 2 || frame >= 0 else { break }
        }
        if matches == 0 { explain(.oneOf, step, place, value, frame) }
        if matches > 1 { note(.oneOf, place, step.keyword, value) }
        return matches == 1
    }

    /// Says why no schema of a list holds: inside the one that was meant, when that can be told.
    private mutating func explain(
        _ code: FindingCode, _ step: SchemaStep, _ place: Int32, _ value: Int32, _ frame: Int
    ) {
        guard collecting else { return }
        guard let meant = branchMeant(step, value) else { return note(code, place, step.keyword, value) }
        // Work that runs out in between must not make the value look right.
        if check(meant, value, frame) { note(code, place, step.keyword, value) }
    }

    /// The schema of a list that a value was meant for: the only one of its type, or the only one whose constants the
    /// value has.
    private mutating func branchMeant(_ step: SchemaStep, _ value: Int32) -> Int32? {
        let node = node(value)
        var fitting: [Int32] = []
        for index in step.first..<step.first + step.second {
            let code = program.codes[program.lists[index]]
            guard code.verdict != false, Self.allows(code, node.kind) else { continue }
            fitting.append(program.lists[index])
        }
        if fitting.count == 1 { return fitting[0] }
        guard node.kind == .object, fitting.count <= 64 else { return nil }
        var told: [Int32] = []
        for branch in fitting where hasConstants(of: branch, value, node) { told.append(branch) }
        return told.count == 1 ? told[0] : nil
    }

    /// Whether a schema that has a type has this one.
    private static func allows(_ code: SchemaCode, _ kind: JSONKind) -> Bool {
        switch kind {
        case .null: code.types.contains(.null)
        case .boolean: code.types.contains(.boolean)
        case .string: code.types.contains(.string)
        case .array: code.types.contains(.array)
        case .object: code.types.contains(.object)
        case .number: code.types.contains(.number) || code.types.contains(.integer)
        }
    }

    /// Whether an object has at least one of the constants that a schema asks its members for, and none otherwise.
    private mutating func hasConstants(of branch: Int32, _ value: Int32, _ node: JSONNode) -> Bool {
        var code = program.codes[branch]
        for _ in 0..<8 {
            guard code.end == code.begin + 1, program.steps[code.begin].operation == .reference else { break }
            code = program.codes[program.steps[code.begin].first]
        }
        var matches = 0
        var index = code.arrayEnd
        while index < code.objectEnd {
            let step = program.steps[index]
            index += 1
            guard step.operation == .members else { continue }
            var child = value + 1
            for _ in 0..<node.count {
                let name = child
                child = self.node(name + 1).next
                guard let entry = find(program.plans[step.first].names, name), entry.place >= 0 else { continue }
                let inner = program.codes[entry.place]
                guard inner.isConstant else { continue }
                guard isListed(program.steps[inner.begin].first, name + 1) else { return false }
                matches += 1
            }
        }
        return matches > 0
    }

    /// The schema that a dynamic reference leads to: the outermost open resource that has its anchor decides, if the
    /// reference's own target is such an anchor.
    private mutating func dynamicTarget(_ step: SchemaStep) -> Int32 {
        for resource in scope {
            for target in program.dynamicPlaces where target.resource == resource && target.anchor == step.second {
                return target.place
            }
        }
        return step.first
    }
}
