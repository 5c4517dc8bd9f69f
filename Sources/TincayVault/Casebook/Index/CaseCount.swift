import TincayIntake

/// How many cases there are of each combination of values.
struct CaseCount {
    /// The most rows of a table.
    private static let most = 100_000
    /// Up to how many combinations of groups are counted in an array.
    private static let direct = 1 << 18

    /// The rows: values as JSON, and how many cases.
    private(set) var rows: [[[UInt8]]: Int64] = [:]

    /// Counts cases by one to three dimensions; a case with several values of a facet counts once in each.
    init(_ cases: PlaceBits, by dimensions: [CaseDimension]) throws(VaultError) {
        var sizes: [Int] = []
        var product = 1
        for dimension in dimensions {
            let size = max(1, dimension.labels.count)
            let (next, overflows) = product.multipliedReportingOverflow(by: size)
            // Beyond what fits into a word there cannot be as many rows as are allowed, either.
            guard !overflows else { throw .tooLarge }
            product = next
            sizes.append(size)
        }
        if product <= Self.direct {
            var counts = [Int64](repeating: 0, count: product)
            for place in cases { counts[Self.index(of: place, dimensions, sizes)] += 1 }
            for (index, count) in counts.enumerated() where count > 0 { try add(count, at: index, dimensions, sizes) }
        } else {
            var counts: [Int: Int64] = [:]
            for place in cases { counts[Self.index(of: place, dimensions, sizes), default: 0] += 1 }
            for (index, count) in counts { try add(count, at: index, dimensions, sizes) }
        }
    }

    /// The number of the combination of groups that a case is in.
    private static func index(of place: Int, _ dimensions: [CaseDimension], _ sizes: [Int]) -> Int {
        var index = 0
        for (number, dimension) in dimensions.enumerated() {
            index = index * sizes[number] + min(dimension.group(at: place), sizes[number] - 1)
        }
        return index
    }

    /// Adds the cases of a combination of groups to all rows that they belong to.
    private mutating func add(
        _ count: Int64, at index: Int, _ dimensions: [CaseDimension], _ sizes: [Int]
    ) throws(VaultError) {
        var left = index
        var combinations: [[[UInt8]]] = [[]]
        for (number, dimension) in dimensions.enumerated().reversed() {
            let group = left % sizes[number]
            left /= sizes[number]
            guard dimension.labels.indices.contains(group) else { continue }
            let labels = dimension.labels[group]
            combinations = combinations.flatMap { row in labels.map { [$0] + row } }
        }
        for row in combinations { rows[row, default: 0] += count }
        guard rows.count <= Self.most else { throw .tooLarge }
    }
}
