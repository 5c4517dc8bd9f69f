/// The lists of a program while it is put together.
struct SchemaParts {
    /// All schemas that can be reached; they name each other by their place.
    var codes: [SchemaCode] = []
    /// Each schema as it was written.
    var sources: [JSONValue] = []
    /// All steps, those of one schema side by side.
    var steps: [SchemaStep] = []
    /// Lists of places and of names that steps refer to.
    var lists: [Int32] = []
    /// What is asked about members.
    var plans: [MemberPlan] = []
    /// Schemas for names that match.
    var matching: [MemberPlan.Matching] = []
    /// The slots of all tables of names.
    var slots: [NameTable.Slot] = []
    /// All names, one behind the other, and where each begins; the last number is their end.
    var nameBytes: [UInt8] = []
    var nameStarts: [Int32] = [0]
    /// The hash of each name.
    var nameHashes: [UInt32] = []
    /// The lists of values.
    var values: [ValueTable] = []
    /// The values of these lists that are no strings.
    var sets: [ValueSet] = []
    /// What numbers are compared with, and divided by.
    var limits: [NumberLimit] = []
    var divisors: [DecimalDivisor] = []
    /// What strings are matched with.
    var patterns: [Pattern] = []
    var formats: [Format] = []
    var contents: [ContentRule] = []
    /// The numbers of the names.
    private var names: [[UInt8]: Int32] = [:]

    /// A name's number; equal names have the same.
    mutating func number(ofName name: [UInt8]) -> Int32 {
        if let known = names[name] { return known }
        let number = Int32(truncatingIfNeeded: nameStarts.count - 1)
        names[name] = number
        nameBytes += name
        nameHashes.append(JSONNameHash.hash(name, seed: JSONNameHash.seed))
        nameStarts.append(Int32(truncatingIfNeeded: nameBytes.count))
        return number
    }

    /// Keeps a list of places or names, and tells where it begins.
    mutating func keep(_ list: [Int32]) -> Int32 {
        let first = Int32(truncatingIfNeeded: lists.count)
        lists += list
        return first
    }

    /// Keeps names with what belongs to each; every name stands there once.
    mutating func table(_ list: [(name: [UInt8], place: Int32, isRequired: Bool)]) -> NameTable {
        guard !list.isEmpty else { return NameTable() }
        // Room enough that most names are found at once; long lists, such as those of communes, have less.
        var size = 4
        while size < list.count * (list.count <= 256 ? 4 : 2) { size *= 2 }
        let table = NameTable(
            slots: Int32(truncatingIfNeeded: slots.count), mask: Int32(truncatingIfNeeded: size - 1))
        let first = slots.count
        slots += [NameTable.Slot](repeating: NameTable.Slot(), count: size)
        for member in list {
            let name = number(ofName: member.name)
            let hash = nameHashes[Int(name)]
            var slot = Int(hash) & (size - 1)
            while slots[first + slot].length >= 0 { slot = (slot + 1) & (size - 1) }
            slots[first + slot] = NameTable.Slot(
                hash: hash, start: nameStarts[Int(name)], length: Int32(truncatingIfNeeded: member.name.count),
                place: member.place, name: name, isRequired: member.isRequired)
        }
        return table
    }

    /// Keeps a list of values, and tells its number.
    mutating func keep(values list: [JSONValue]) -> Int32 {
        var table = ValueTable()
        var texts: [(name: [UInt8], place: Int32, isRequired: Bool)] = []
        var known: Set<[UInt8]> = []
        var others: [JSONValue] = []
        for value in list {
            switch value.kind {
            case .null: table.hasNull = true
            case .boolean:
                if value.boolean == true { table.hasTrue = true } else { table.hasFalse = true }
            case .string:
                let text = value.text ?? []
                if known.insert(text).inserted { texts.append((text, -1, false)) }
            default: others.append(value)
            }
        }
        table.texts = self.table(texts)
        if !others.isEmpty {
            table.others = Int32(truncatingIfNeeded: sets.count)
            sets.append(ValueSet(others))
        }
        values.append(table)
        return Int32(truncatingIfNeeded: values.count - 1)
    }
}
