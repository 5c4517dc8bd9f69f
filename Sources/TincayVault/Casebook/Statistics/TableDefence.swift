/// Leaves out as much of a table as it takes so that no cell can be worked out, alone or with earlier tables.
struct TableDefence {
    /// The table.
    private(set) var draft: TableDraft
    /// The numbers to protect by.
    private let rules: ProtectionRules
    /// What is known with the table as it stands.
    private var search: WitnessSearch
    /// The first bound of the table; those of earlier ones come before.
    private let first: Int
    /// The cells that could be worked out.
    private var families: [CellFamily] = []
    /// The cells that are told, by their bounds: no more cases than none, or no fewer than some.
    private var told: [Int: ToldCell] = [:]

    /// Gathers what somebody would know.
    init(
        _ draft: TableDraft, earlier: [PublishedTable], cases: [CodedCase], rules: ProtectionRules, budget: Int64
    ) throws(DisclosureRefusal) {
        self.draft = draft
        self.rules = rules
        let all = earlier + [draft.table]
        let parts = PopulationParts(all.map { $0.scope })
        let tables = all.map { (covers: parts.covers($0.scope), grid: $0.grid) }
        guard Int64(parts.count) * Int64(all.count) <= 1 << 22, tables.reduce(0, { $0 + $1.grid.count }) <= 1 << 18
        else { throw .undecided }
        var model = DisclosureModel(tables: tables, populationCount: parts.count, budget: budget)
        for (table, published) in zip(model.tables, all) {
            let least = rules.thresholds(published.grid)
            for cell in 0..<published.grid.count where published.cells[cell] != PublishedTable.hidden {
                let interval = rules.interval(published: published.cells[cell], least: least[cell])
                model.low[table.first + cell] = interval.lowerBound
                model.high[table.first + cell] = interval.upperBound
                told[table.first + cell] = ToldCell(
                    box: CellBox(covers: table.covers, masks: published.grid.masks(of: cell)),
                    least: interval.lowerBound)
            }
        }
        first = model.tables.last?.first ?? 0
        for coded in cases {
            guard let part = parts.part(of: coded) else { continue }
            model.add(DisclosureModel.Kind(population: part, values: coded.values & model.relevant))
        }
        model.settle()
        search = WitnessSearch(model)
        // Cases of earlier tables that were shredded since are missing: any population that fits will do.
        guard search.adopt() else { throw search.model.budget > 0 ? .discloses : .undecided }
        families = Self.families(all, parts, rules)
        for place in families.indices { families[place].count(search.model) }
    }

    /// The cells of every table, of every quarter of it, and of what lies between two tables.
    private static func families(
        _ tables: [PublishedTable], _ parts: PopulationParts, _ rules: ProtectionRules
    ) -> [CellFamily] {
        var families: [CellFamily] = []
        var names: Set<[UInt8]> = []
        func add(_ covers: [Bool], _ grid: TableGrid) {
            guard covers.contains(true) else { return }
            var name = covers.map { $0 ? UInt8(1) : 0 }
            for axis in grid.axes {
                name.append(UInt8(truncatingIfNeeded: axis.attribute.rawValue))
                for group in axis.groups {
                    for byte in 0..<8 { name.append(UInt8(truncatingIfNeeded: group.mask >> UInt64(byte * 8))) }
                }
            }
            guard names.insert(name).inserted else { return }
            families.append(CellFamily(covers: covers, grid: grid, rules: rules))
        }
        // The newest first: it is what something can still be done about.
        for table in tables.reversed() {
            add(parts.covers(table.scope), table.grid)
            guard table.scope.quarters.count > 1 else { continue }
            for quarter in table.scope.quarters {
                add(parts.covers(quarter...quarter, include: table.scope.units), table.grid)
            }
        }
        guard let newest = tables.last else { return families }
        for table in tables.dropLast() where newest.scope.overlaps(table.scope) {
            let axes = newest.grid.axes.filter { table.grid.axes.contains($0) }
            let quarters = newest.scope.quarters.clamped(to: table.scope.quarters)
            let pairs = [(newest.scope.units, table.scope.units), (table.scope.units, newest.scope.units)]
            for (set, other) in pairs where set != other {
                add(parts.covers(quarters, include: set, other: (other, false)), TableGrid(axes))
                add(parts.covers(quarters, include: set, other: (other, true)), TableGrid(axes))
            }
        }
        return families
    }

    /// Goes through all cells, and leaves more out until none can be worked out.
    mutating func protect(even: [(cell: Int, total: Int)]) throws(DisclosureRefusal) {
        for family in families.indices {
            for cell in 0..<families[family].grid.count {
                while !families[family].isSafe(cell) {
                    if isOpen(cell, family) { break }
                    guard try !widen(cell, family) else { continue }
                    try leaveOut(cell, family)
                }
            }
        }
        for line in even { try blur(line) }
        guard search.model.budget > 0 else { throw .undecided }
    }

    /// Whether what is told says by itself that a cell is not small, or that there is nobody in it.
    private func isOpen(_ cell: Int, _ place: Int) -> Bool {
        let family = families[place]
        let base = family.base[cell]
        guard base == 0 || base >= family.least[cell] else { return false }
        let least = family.least[cell]
        let box = CellBox(covers: family.covers, masks: family.grid.masks(of: cell))
        return told.values.contains { cell in
            base == 0
                ? cell.least == 0 && cell.box.includes(box)
                : cell.least >= least && box.includes(cell.box)
        }
    }

    /// Finds populations with other numbers in a cell; whether there are enough.
    private mutating func widen(_ cell: Int, _ place: Int) throws(DisclosureRefusal) -> Bool {
        let least = families[place].least[cell]
        let box = CellBox(covers: families[place].covers, masks: families[place].grid.masks(of: cell))
        let base = families[place].base[cell]
        // Up as far as it takes, then down, then up again by what is still missing.
        for isUp in [true, false, true] {
            let family = families[place]
            let bounds =
                isUp ? family.low[cell] + least...DisclosureModel.unbounded : 0...max(0, family.high[cell] - least)
            guard isUp || base > 0 else { continue }
            if let found = search.find(box, from: base, within: bounds) { note(found) }
            if families[place].isSafe(cell) { return true }
            guard search.model.budget > 0 else { throw .undecided }
            guard !isUp, base > 0, families[place].low[cell] > 0 else { continue }
            if let found = search.find(box, from: base, within: 0...0) { note(found) }
        }
        return families[place].isSafe(cell)
    }

    /// Finds a population in which a group is not nearly all of one kind.
    private mutating func blur(_ line: (cell: Int, total: Int)) throws(DisclosureRefusal) {
        let box = CellBox(covers: families[0].covers, masks: draft.grid.masks(of: line.cell))
        let most = Int32(truncatingIfNeeded: (Int64(draft.counts[line.total]) * Int64(rules.share) - 1) / 100)
        while search.find(box, from: draft.counts[line.cell], within: 0...max(0, most)) == nil {
            guard search.model.budget > 0 else { throw .undecided }
            try leaveOut(line.cell, 0)
        }
    }

    /// Takes another population into account.
    private mutating func note(_ found: [(kind: DisclosureModel.Kind, difference: Int32)]) {
        for place in families.indices { families[place].note(found) }
    }

    /// Leaves out another cell, one of those that stood in the way.
    private mutating func leaveOut(_ cell: Int, _ place: Int) throws(DisclosureRefusal) {
        var chosen: Int?
        func consider(_ candidate: Int) {
            guard !draft.isHidden[candidate] else { return }
            guard let best = chosen else { return chosen = candidate }
            let key = (draft.counts[candidate] == 0 ? 1 : 0, draft.counts[candidate])
            if key < (draft.counts[best] == 0 ? 1 : 0, draft.counts[best]) { chosen = candidate }
        }
        let obstacles = search.obstacles.map { Int($0) - first }.filter { draft.isHidden.indices.contains($0) }
        for obstacle in obstacles where !draft.isHidden[obstacle] {
            if draft.grid.isInner(obstacle) { consider(obstacle) }
            for part in 0..<draft.grid.count where draft.grid.isInner(part) && draft.grid.isPart(part, of: obstacle) {
                consider(part)
            }
        }
        if chosen == nil { for obstacle in obstacles { consider(obstacle) } }
        if chosen == nil {
            let family = families[place]
            let box = CellBox(covers: family.covers, masks: family.grid.masks(of: cell))
            for other in 0..<draft.grid.count where box.meets(draft.grid.masks(of: other)) { consider(other) }
        }
        guard let chosen else { throw .discloses }
        draft.hide(chosen)
        search.model.unbind(first + chosen)
        told[first + chosen] = nil
    }
}
