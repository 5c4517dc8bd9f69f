extension SchemaEvaluator {
    /// How much work it is to look a value up in a list.
    func comparing(_ list: Int32, _ node: JSONNode) -> Int {
        let size = Int(node.end &- node.start)
        switch node.kind {
        case .null, .boolean: return 0
        case .string: return node.flag ? size >> 1 : size >> 6
        case .number: return size + 12
        case .array, .object: return program.values[list].others >= 0 ? size * 2 : 0
        }
    }

    /// Whether a value is on a list.
    func isListed(_ list: Int32, _ value: Int32, _ node: JSONNode) -> Bool {
        let table = program.values[list]
        switch node.kind {
        case .null: return table.hasNull
        case .boolean: return node.flag ? table.hasTrue : table.hasFalse
        case .string:
            guard table.texts.mask >= 0 else { return false }
            guard !node.flag else {
                let text = JSONValue(document: document, index: Int(value)).text ?? []
                // SAFETY: the buffer is only read inside.
                return unsafe text.withUnsafeBufferPointer { unsafe find(table.texts, $0) } != nil
            }
            return unsafe find(table.texts, plain(node)) != nil
        case .number, .array, .object:
            guard table.others >= 0 else { return false }
            return program.sets[Int(table.others)].holds(JSONValue(document: document, index: Int(value)))
        }
    }

    /// The entry of a name in a table.
    @inline(__always) func find(_ table: NameTable, _ name: Int32) -> NameTable.Entry? {
        place(in: table, name).map { program.entries[$0] }
    }

    /// The place of a name's entry in a table.
    @inline(__always) func place(in table: NameTable, _ name: Int32) -> Int32? {
        guard table.mask >= 0 else { return nil }
        let node = node(name)
        var slot = Int32(truncatingIfNeeded: node.hash) & table.mask
        while true {
            let number = program.slots[table.slots + slot]
            guard number >= 0 else { return nil }
            let entry = program.entries[number]
            if entry.hash == node.hash, isName(entry.name, name, node) { return number }
            slot = (slot + 1) & table.mask
        }
    }

    /// The entry of a text in a table.
    private func find(_ table: NameTable, _ text: UnsafeBufferPointer<UInt8>) -> NameTable.Entry? {
        let hash = unsafe JSONNameHash.hash(text, seed: seed)
        var slot = Int32(truncatingIfNeeded: hash) & table.mask
        while true {
            let number = program.slots[table.slots + slot]
            guard number >= 0 else { return nil }
            let entry = program.entries[number]
            if entry.hash == hash, unsafe isName(entry.name, text) { return entry }
            slot = (slot + 1) & table.mask
        }
    }

    /// Whether a name node spells a name of the program.
    @inline(__always) func isName(_ number: Int32, _ name: Int32, _ node: JSONNode) -> Bool {
        guard !node.flag else { return JSONValue(document: document, index: Int(name)).text == program.name(number) }
        return unsafe isName(number, plain(node))
    }

    /// Whether a text spells a name of the program.
    @inline(__always) private func isName(_ number: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(program.nameStarts[number])
        guard Int(program.nameStarts[number + 1]) - start == text.count else { return false }
        // SAFETY: both run over as many bytes as the text has.
        let bytes = unsafe program.nameBytes.buffer
        for place in 0..<text.count where unsafe bytes[start + place] != text[place] { return false }
        return true
    }

    /// What stands between the quotation marks of a string without escapes; valid while the evaluator is.
    @inline(__always) func plain(_ node: JSONNode) -> UnsafeBufferPointer<UInt8> {
        // SAFETY: the document keeps its bytes, which never change or move, as long as the evaluator keeps the document.
        unsafe document.bytes.withUnsafeBufferPointer { bytes in
            unsafe UnsafeBufferPointer(rebasing: bytes[Int(node.start) + 1..<Int(node.end) - 1])
        }
    }

    /// Takes a step that is for a number.
    mutating func number(_ step: SchemaStep, _ place: Int32, _ value: Int32, _ node: JSONNode) -> Bool {
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
    private func compare(_ node: JSONNode, _ limit: NumberLimit) -> Int {
        if let whole = limit.whole, let own = small(node) { return own < whole ? -1 : own > whole ? 1 : 0 }
        let own = decimal(node)
        return own < limit.decimal ? -1 : limit.decimal < own ? 1 : 0
    }

    /// A number that is written as at most 18 digits.
    private func small(_ node: JSONNode) -> Int64? {
        guard !node.flag, node.end &- node.start <= 18 else { return nil }
        var number: Int64 = 0
        var isNegative = false
        for position in Int(node.start)..<Int(node.end) {
            let byte = document.bytes[position]
            if byte == UInt8(ascii: "-") {
                isNegative = true
            } else {
                number = number &* 10 &+ Int64(byte &- 0x30)
            }
        }
        return isNegative ? -number : number
    }

    /// A number, exactly.
    private func decimal(_ node: JSONNode) -> JSONDecimal {
        JSONDecimal(document.bytes[Int(node.start)..<Int(node.end)])
    }

    /// Takes a step that is for a string; lengths are in code points.
    mutating func string(_ step: SchemaStep, _ place: Int32, _ value: Int32, _ node: JSONNode) -> Bool {
        // Escapes are read anew for each step.
        guard spend(reading(step, Int(node.end &- node.start), isEscaped: node.flag)) else { return false }
        let code: FindingCode
        switch step.operation {
        case .maxLength: code = .maxLength
        case .minLength: code = .minLength
        case .pattern: code = .pattern
        default: code = .format
        }
        let holds: Bool
        if node.flag {
            let text = JSONValue(document: document, index: Int(value)).text ?? []
            // SAFETY: the buffer is only read inside.
            holds = unsafe text.withUnsafeBufferPointer { unsafe self.holds(step, $0) }
        } else {
            holds = unsafe self.holds(step, plain(node))
        }
        if !holds { note(code, place, step.keyword, value) }
        return holds
    }

    /// How much work it is to read a text for a step.
    private func reading(_ step: SchemaStep, _ size: Int, isEscaped: Bool) -> Int {
        if step.operation == .content { return size * 2 }
        if step.operation == .format, case .regex = program.formats[Int(step.first)] { return size * 6 }
        return size >> (isEscaped ? 1 : 4)
    }

    /// Whether a text is as a step asks.
    @inline(__always) private mutating func holds(_ step: SchemaStep, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch step.operation {
        case .maxLength: unsafe text.count <= Int(step.first) || Self.length(text) <= Int(step.first)
        case .minLength: unsafe text.count >= Int(step.first) && Self.length(text) >= Int(step.first)
        case .pattern: unsafe matches(step.first, text)
        case .format: unsafe program.formats[Int(step.first)].holds(text)
        case .content: unsafe program.contents[Int(step.first)].holds([UInt8](text))
        default: true
        }
    }

    /// How many code points a text has: as many as bytes that continue none.
    private static func length(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        for place in 0..<text.count where unsafe text[place] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
