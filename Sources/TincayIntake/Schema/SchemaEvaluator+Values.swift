extension SchemaEvaluator {
    /// How much work it is to look a value up in a list.
    mutating func comparing(_ list: Int32, _ node: JSONNode) -> Int {
        let size = Int(node.end &- node.start)
        switch node.kind {
        case .null, .boolean: return 0
        case .string: return node.flag ? size >> 1 : size >> 6
        case .number: return size + 12
        case .array, .object: return program.values[list].others >= 0 ? size * 2 : 0
        }
    }

    /// Whether a value is on a list.
    mutating func isListed(_ list: Int32, _ value: Int32) -> Bool {
        let table = program.values[list]
        let node = node(value)
        switch node.kind {
        case .null: return table.hasNull
        case .boolean: return node.flag ? table.hasTrue : table.hasFalse
        case .string:
            guard table.texts.mask >= 0 else { return false }
            guard !node.flag else { return find(table.texts, unescaped(value)) != nil }
            let hash = JSONNameHash.hash(text, node.contentStart, node.contentCount, seed: seed)
            return find(table.texts, hash, node) != nil
        case .number, .array, .object:
            guard table.others >= 0 else { return false }
            return program.sets[Int(table.others)].holds(JSONValue(document: document, index: Int(value)))
        }
    }

    /// The characters of a string that is written with escapes.
    @inline(never) mutating func unescaped(_ value: Int32) -> [UInt8] {
        JSONValue(document: document, index: Int(value)).text ?? []
    }

    /// The slot of a member's name in a table.
    @inline(__always) mutating func find(_ table: NameTable, _ name: Int32) -> NameTable.Slot? {
        guard table.mask >= 0 else { return nil }
        let node = node(name)
        guard !node.flag else { return find(table, unescaped(name)) }
        return find(table, node.hash, node)
    }

    /// The slot of a string without escapes in a table that has names.
    @inline(__always) private mutating func find(
        _ table: NameTable, _ hash: UInt32, _ node: JSONNode
    ) -> NameTable.Slot? {
        var number = Int32(truncatingIfNeeded: hash) & table.mask
        while true {
            let slot = slots[table.slots &+ number]
            guard slot.length >= 0 else { return nil }
            if slot.hash == hash, Int(slot.length) == node.contentCount,
                names.isSame(Int(slot.start), text, node.contentStart, count: node.contentCount)
            {
                return slot
            }
            number = (number &+ 1) & table.mask
        }
    }

    /// The slot of a text in a table that has names.
    @inline(never) private mutating func find(_ table: NameTable, _ text: [UInt8]) -> NameTable.Slot? {
        let hash = JSONNameHash.hash(text, seed: seed)
        var number = Int32(truncatingIfNeeded: hash) & table.mask
        while true {
            let slot = slots[table.slots &+ number]
            guard slot.length >= 0 else { return nil }
            if slot.hash == hash, program.name(slot.name) == text { return slot }
            number = (number &+ 1) & table.mask
        }
    }

    /// Whether a name node spells a name of the program.
    @inline(__always) mutating func isName(_ number: Int32, _ name: Int32, _ node: JSONNode) -> Bool {
        guard !node.flag else { return unescaped(name) == program.name(number) }
        let start = program.nameStarts[number]
        guard Int(program.nameStarts[number &+ 1] &- start) == node.contentCount else { return false }
        return names.isSame(Int(start), text, node.contentStart, count: node.contentCount)
    }

    /// What stands between the quotation marks of a string without escapes; valid while the evaluator is.
    @inline(__always) func plain(_ node: JSONNode) -> UnsafeBufferPointer<UInt8> {
        // SAFETY: the document keeps its bytes, which never change or move, as long as the evaluator keeps the document.
        unsafe text.part(node.contentStart, node.contentCount)
    }

    /// Takes a step that is for a number.
    mutating func number(_ index: Int32, _ place: Int32, _ value: Int32) -> Bool {
        let step = steps[index]
        let node = node(value)
        guard spend(1 + Int(node.end &- node.start) >> 1) else { return false }
        let holds: Bool
        let code: FindingCode
        switch step.operation {
        case .maximum: (holds, code) = (compare(node, program.limits[Int(step.first)]) <= 0, .maximum)
        case .exclusiveMaximum:
            (holds, code) = (compare(node, program.limits[Int(step.first)]) < 0, .exclusiveMaximum)
        case .minimum: (holds, code) = (compare(node, program.limits[Int(step.first)]) >= 0, .minimum)
        case .exclusiveMinimum:
            (holds, code) = (compare(node, program.limits[Int(step.first)]) > 0, .exclusiveMinimum)
        case .multipleOf:
            guard spend(Int(node.end &- node.start)) else { return false }
            (holds, code) = (program.divisors[Int(step.first)].divides(decimal(node)), .multipleOf)
        default: return true
        }
        if !holds { note(code, place, step.keyword, value) }
        return holds
    }

    /// Whether a number is below a limit (-1), equal to it (0), or above it (1).
    private mutating func compare(_ node: JSONNode, _ limit: NumberLimit) -> Int {
        if let whole = limit.whole, let own = small(node) { return own < whole ? -1 : own > whole ? 1 : 0 }
        let own = decimal(node)
        return own < limit.decimal ? -1 : limit.decimal < own ? 1 : 0
    }

    /// A number that is written as at most 18 digits.
    private mutating func small(_ node: JSONNode) -> Int64? {
        guard !node.flag, node.end &- node.start <= 18 else { return nil }
        let isNegative = text[Int(node.start)] == UInt8(ascii: "-")
        var number: Int64 = 0
        var position = Int(node.start) &+ (isNegative ? 1 : 0)
        while position < Int(node.end) {
            number = number &* 10 &+ Int64(text[position] &- 0x30)
            position &+= 1
        }
        return isNegative ? 0 &- number : number
    }

    /// A number, exactly.
    mutating func decimal(_ node: JSONNode) -> JSONDecimal {
        JSONDecimal(document.bytes[Int(node.start)..<Int(node.end)])
    }

    /// Takes a step that is for a string; lengths are in code points.
    mutating func string(_ index: Int32, _ place: Int32, _ value: Int32) -> Bool {
        let step = steps[index]
        let node = node(value)
        // Escapes are read anew for each step.
        guard spend(reading(step, node.contentCount, isEscaped: node.flag)) else { return false }
        let holds: Bool
        let code: FindingCode
        switch step.operation {
        case .maxLength: (holds, code) = (isAtMost(Int(step.first), value, node), .maxLength)
        case .minLength: (holds, code) = (isAtLeast(Int(step.first), value, node), .minLength)
        case .pattern: (holds, code) = (matches(step, value, node), .pattern)
        default: (holds, code) = (matches(step, value, node), .format)
        }
        if !holds { note(code, place, step.keyword, value) }
        return holds
    }

    /// How much work it is to read a text for a step.
    private mutating func reading(_ step: SchemaStep, _ size: Int, isEscaped: Bool) -> Int {
        if step.operation == .content { return size * 2 }
        if step.operation == .format, case .regex = program.formats[Int(step.first)] { return size * 6 }
        return size >> (isEscaped ? 1 : 4)
    }

    /// Whether a string has at most so many code points; each has one byte at least, and four at most.
    @inline(__always) private mutating func isAtMost(_ limit: Int, _ value: Int32, _ node: JSONNode) -> Bool {
        node.contentCount <= limit || length(value, node) <= limit
    }

    /// Whether a string has at least so many code points.
    @inline(__always) private mutating func isAtLeast(_ limit: Int, _ value: Int32, _ node: JSONNode) -> Bool {
        if !node.flag, node.contentCount >= 4 &* limit { return true }
        return node.contentCount >= limit && length(value, node) >= limit
    }

    /// How many code points a string has.
    @inline(never) private mutating func length(_ value: Int32, _ node: JSONNode) -> Int {
        guard node.flag else { return text.length(node.contentStart, node.contentCount) }
        return unescaped(value).count { $0 & 0xC0 != 0x80 }
    }

    /// Whether a string is as a pattern, a format or its content asks.
    private mutating func matches(_ step: SchemaStep, _ value: Int32, _ node: JSONNode) -> Bool {
        guard node.flag else { return unsafe holds(step, plain(node)) }
        // SAFETY: the buffer is only read inside.
        return unsafe unescaped(value).withUnsafeBufferPointer { unsafe holds(step, $0) }
    }

    /// Whether a text is as a step asks.
    @inline(__always) private mutating func holds(_ step: SchemaStep, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch step.operation {
        case .pattern: unsafe matches(step.first, text)
        case .format: unsafe program.formats[Int(step.first)].holds(text)
        case .content: unsafe program.contents[Int(step.first)].holds([UInt8](text))
        default: true
        }
    }
}
