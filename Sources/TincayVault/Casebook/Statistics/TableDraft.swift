/// A table on its way to being published: the true numbers, what is left out, and what would be told.
struct TableDraft {
    /// Its dimensions and cells.
    let grid: TableGrid
    /// Whom it is about.
    let scope: ReleaseScope
    /// The true numbers.
    let counts: [Int32]
    /// The threshold of each cell.
    let least: [Int32]
    /// What is not told.
    private(set) var isHidden: [Bool]
    /// The numbers as they would be told.
    private(set) var rounded: [Int32]

    /// Starts with everything to be told as it is.
    init(grid: TableGrid, scope: ReleaseScope, counts: [Int32], least: [Int32]) {
        self.grid = grid
        self.scope = scope
        self.counts = counts
        self.least = least
        isHidden = [Bool](repeating: false, count: grid.count)
        rounded = counts
    }

    /// Hides small numbers, and zeros that tell about few others.
    mutating func hideSmall() {
        for cell in 0..<grid.count {
            let count = counts[cell]
            isHidden[cell] = count > 0 ? count < least[cell] : isZeroTelling(cell)
        }
    }

    /// Whether a zero says of a few children that they are of another kind.
    private func isZeroTelling(_ cell: Int) -> Bool {
        grid.axes.indices.contains { index in
            let total = grid.line(through: cell, along: index).total
            return counts[total] > 0 && counts[total] < least[total]
        }
    }

    /// Hides groups that are nearly all of one kind; gives the cells with their totals.
    mutating func hideUniform(_ rules: ProtectionRules) -> [(cell: Int, total: Int)] {
        var even: [(cell: Int, total: Int)] = []
        for (index, axis) in grid.axes.enumerated() where !rules.harmless.contains(axis.attribute) {
            for cell in 0..<grid.count where grid.places(of: cell)[index] == 0 {
                let line = grid.line(through: cell, along: index)
                let total = counts[line.total]
                guard total >= least[line.total] else { continue }
                for part in line.parts where Int64(counts[part]) * 100 >= Int64(total) * Int64(rules.share) {
                    for other in line.parts { isHidden[other] = true }
                    even.append((part, line.total))
                }
            }
        }
        return even
    }

    /// Rounds every number by a draw that is always the same for the same cell.
    mutating func round(_ rules: ProtectionRules, _ rounding: ([UInt8]) -> Int32) {
        for cell in 0..<grid.count {
            let rest = counts[cell] % rules.base
            guard rest > 0 else { continue }
            let isUp = rounding(name(of: cell)) < rest
            rounded[cell] = counts[cell] - rest + (isUp ? rules.base : 0)
        }
    }

    /// What a cell counts, as bytes that are the same in whatever table it stands.
    private func name(of cell: Int) -> [UInt8] {
        var writer = ByteWriter()
        writer.append(scope.bytes)
        let parts = grid.parts(of: cell).sorted { $0.attribute.rawValue < $1.attribute.rawValue }
        for part in parts {
            writer.append([UInt8(truncatingIfNeeded: part.attribute.rawValue)])
            writer.append(number: part.mask)
        }
        return writer.bytes
    }

    /// Leaves a cell out.
    mutating func hide(_ cell: Int) { isHidden[cell] = true }

    /// Whether it says anything.
    var isTelling: Bool { isHidden.contains(false) }

    /// The table as it would be given out.
    var table: PublishedTable {
        let cells = (0..<grid.count).map { isHidden[$0] ? PublishedTable.hidden : rounded[$0] }
        return PublishedTable(scope: scope, grid: grid, cells: cells)
    }
}
