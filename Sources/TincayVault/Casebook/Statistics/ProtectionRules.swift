/// The numbers that published tables are protected by.
struct ProtectionRules {
    /// Fewer cases than this are never told, and no interval that can be worked out is narrower.
    let least: Int32
    /// The same for what is more dangerous to be recognised by.
    let leastSensitive: Int32
    /// What is more dangerous: codes of attributes.
    let sensitive: [(attribute: StatisticAttribute, mask: UInt64)]
    /// Published numbers are multiples of this.
    let base: Int32
    /// From so many per cent on, one category tells about everybody in a group.
    let share: Int32
    /// Attributes that tell about the office and not about a child, for which groups may be of one kind.
    let harmless: [StatisticAttribute]

    /// The threshold of a cell with some codes.
    func least(_ masks: [(attribute: StatisticAttribute, mask: UInt64)], of grid: TableGrid) -> Int32 {
        for (index, part) in masks.enumerated() where part.mask != grid.axes[index].all {
            for entry in sensitive where entry.attribute == part.attribute && entry.mask & part.mask != 0 {
                return leastSensitive
            }
        }
        return least
    }

    /// The thresholds of all cells.
    func thresholds(_ grid: TableGrid) -> [Int32] {
        (0..<grid.count).map { least(grid.masks(of: $0), of: grid) }
    }

    /// What a published number says about the true one, which was not below its threshold.
    func interval(published: Int32, least: Int32) -> ClosedRange<Int32> {
        guard published > 0 else { return 0...0 }
        let low = max(published - base + 1, least)
        return low...max(low, published + base - 1)
    }
}
