extension DisclosureModel {
    /// What a bounded cell counts.
    func box(of bound: Int) -> CellBox {
        var low = 0
        var high = tables.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if tables[middle].first <= bound { low = middle } else { high = middle }
        }
        guard tables.indices.contains(low) else { return CellBox(covers: [], masks: []) }
        let table = tables[low]
        return CellBox(covers: table.covers, masks: table.grid.masks(of: bound - table.first))
    }
}
