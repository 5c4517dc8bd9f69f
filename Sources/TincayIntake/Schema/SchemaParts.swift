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
    /// All names.
    var names = NamePool()
    /// Where names stand in the list that is being put together.
    var marks = NameMarks()
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

    /// Keeps a list of places or names, and tells where it begins.
    mutating func keep(_ list: [Int32]) -> Int32 {
        let first = Int32(truncatingIfNeeded: lists.count)
        lists += list
        return first
    }

    /// Keeps names by their numbers, with what belongs to each; every name stands there once.
    mutating func table(_ list: [(name: Int32, place: Int32, isRequired: Bool)]) -> NameTable {
        guard !list.isEmpty else { return NameTable() }
        // Room enough that most names are found at once; long lists, such as those of communes, have less.
        var size = 4
        while size < list.count * (list.count <= 256 ? 4 : 2) { size *= 2 }
        let table = NameTable(
            slots: Int32(truncatingIfNeeded: slots.count), mask: Int32(truncatingIfNeeded: size - 1))
        let first = slots.count
        slots += [NameTable.Slot](repeating: NameTable.Slot(), count: size)
        for member in list {
            let hash = names.hashes[Int(member.name)]
            var slot = Int(hash) & (size - 1)
            while slots[first + slot].length >= 0 { slot = (slot + 1) & (size - 1) }
            slots[first + slot] = NameTable.Slot(
                hash: hash, start: names.starts[Int(member.name)], length: names.length(of: member.name),
                place: member.place, name: member.name, isRequired: member.isRequired)
        }
        return table
    }

    /// Keeps a list of values, and tells its number.
    mutating func keep(values list: [JSONValue]) -> Int32 {
        var table = ValueTable()
        var texts: [JSONValue] = []
        var others: [JSONValue] = []
        for value in list {
            switch value.kind {
            case .null: table.hasNull = true
            case .boolean:
                if value.boolean == true { table.hasTrue = true } else { table.hasFalse = true }
            case .string: texts.append(value)
            default: others.append(value)
            }
        }
        table.texts = self.table(numbers(ofNames: texts).map { ($0, -1, false) })
        if !others.isEmpty {
            table.others = Int32(truncatingIfNeeded: sets.count)
            sets.append(ValueSet(others))
        }
        values.append(table)
        return Int32(truncatingIfNeeded: values.count - 1)
    }

    /// The numbers of the names that strings spell, each once.
    mutating func numbers(ofNames list: [JSONValue]) -> [Int32] {
        var numbers: [Int32] = []
        numbers.reserveCapacity(list.count)
        marks.clear()
        for name in list {
            let number = names.number(of: name)
            guard marks.place(of: number) == nil else { continue }
            marks.note(numbers.count, of: number)
            numbers.append(number)
        }
        return numbers
    }
}
