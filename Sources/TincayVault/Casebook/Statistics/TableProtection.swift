/// Makes a table that can be published out of cases, or says why none can be.
///
/// It knows nothing of desks, keys or time: cases and earlier tables go in, a table comes out.
struct TableProtection {
    /// The numbers to protect by.
    let rules: ProtectionRules
    /// How much may be looked at before the answer is no.
    var budget: Int64 = 400_000_000
    /// Whether cells are left out so that totals do not give others back; only a test turns it off.
    var isComplementary = true
    /// Whether earlier tables count; only a test turns it off.
    var isRemembering = true

    /// Makes a table; `rounding` gives a number below the base for a cell, always the same one.
    func publish(
        _ grid: TableGrid, _ scope: ReleaseScope, cases: [CodedCase], earlier: [PublishedTable],
        rounding: ([UInt8]) -> Int32
    ) throws(DisclosureRefusal) -> PublishedTable {
        var counts = [Int32](repeating: 0, count: grid.count)
        for coded in cases where scope.contains(coded) { grid.visit(coded.values) { counts[$0] += 1 } }
        let least = rules.thresholds(grid)
        var draft = TableDraft(grid: grid, scope: scope, counts: counts, least: least)
        draft.hideSmall()
        let even = draft.hideUniform(rules)
        draft.round(rules, rounding)
        if isComplementary {
            let related = isRemembering ? Self.related(to: scope, earlier) : []
            var defence = try TableDefence(draft, earlier: related, cases: cases, rules: rules, budget: budget)
            try defence.protect(even: even)
            draft = defence.draft
        }
        guard draft.isTelling else { throw .empty }
        return draft.table
    }

    /// The earlier tables that have something to do with a scope, also by way of others.
    static func related(to scope: ReleaseScope, _ earlier: [PublishedTable]) -> [PublishedTable] {
        var scopes = [scope]
        var isRelated = [Bool](repeating: false, count: earlier.count)
        var next = 0
        while next < scopes.count {
            for (place, table) in earlier.enumerated() where !isRelated[place] && table.scope.overlaps(scopes[next]) {
                isRelated[place] = true
                if !scopes.contains(table.scope) { scopes.append(table.scope) }
            }
            next += 1
        }
        return earlier.indices.filter { isRelated[$0] }.map { earlier[$0] }
    }
}
