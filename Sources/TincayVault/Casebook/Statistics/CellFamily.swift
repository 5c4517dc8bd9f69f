/// Cells that somebody could work out from published tables, and how widely the populations that fit them differ in each.
struct CellFamily {
    /// The populations that it is about.
    let covers: [Bool]
    /// The cells.
    let grid: TableGrid
    /// The threshold of each cell.
    let least: [Int32]
    /// The numbers in the population that the search starts from.
    var base: [Int32]
    /// The least number in any population that was found.
    var low: [Int32]
    /// The greatest number in any population that was found.
    var high: [Int32]

    /// Starts without numbers.
    init(covers: [Bool], grid: TableGrid, rules: ProtectionRules) {
        self.covers = covers
        self.grid = grid
        least = rules.thresholds(grid)
        base = [Int32](repeating: 0, count: grid.count)
        low = base
        high = base
    }

    /// Whether nobody can tell that a cell is small, as far as was found out.
    func isSafe(_ cell: Int) -> Bool {
        // Who can bound it from below by the threshold knows no small number; who cannot has a wide interval.
        base[cell] >= 2 * least[cell] || high[cell] - low[cell] >= least[cell]
    }
}

extension CellFamily {
    /// Counts the population that everything starts from.
    mutating func count(_ model: DisclosureModel) {
        for place in model.kinds.indices where covers[Int(model.kinds[place].population)] {
            let count = model.counts[place]
            grid.visit(model.kinds[place].values) { base[$0] += count }
        }
        low = base
        high = base
    }

    /// Takes another population into account.
    mutating func note(_ found: [(kind: DisclosureModel.Kind, difference: Int32)]) {
        var differences: [Int: Int32] = [:]
        for change in found where covers[Int(change.kind.population)] {
            grid.visit(change.kind.values) { differences[$0, default: 0] += change.difference }
        }
        for (cell, difference) in differences {
            low[cell] = min(low[cell], base[cell] + difference)
            high[cell] = max(high[cell], base[cell] + difference)
        }
    }
}
