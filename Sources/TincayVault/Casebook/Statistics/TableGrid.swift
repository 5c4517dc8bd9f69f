/// The cells of a table of at most three dimensions, with every margin: each dimension has one place more, for its total.
struct TableGrid: Equatable {
    /// The most dimensions of a table.
    static let most = 3

    /// The dimensions.
    let axes: [TableAxis]
    /// How far apart neighbours along each dimension are.
    let strides: [Int]
    /// How many cells there are.
    let count: Int

    /// Lays the cells out.
    init(_ axes: [TableAxis]) {
        self.axes = axes
        var strides: [Int] = []
        var count = 1
        for axis in axes {
            strides.append(count)
            count *= axis.groups.count + 1
        }
        self.strides = strides
        self.count = count
    }

    /// The cell of the total of everything.
    var total: Int { count - 1 }

    /// Where a cell is along each dimension; the place behind the last category is the total.
    func places(of cell: Int) -> [Int] {
        axes.indices.map { cell / strides[$0] % (axes[$0].groups.count + 1) }
    }

    /// The cell at some places.
    func cell(at places: [Int]) -> Int {
        axes.indices.reduce(0) { $0 + places[$1] * strides[$1] }
    }

    /// Calls for every cell that a coded case is counted in.
    @inline(__always) func visit(_ values: UInt64, _ body: (Int) -> Void) {
        var first = 0
        // The way from a category to its total, for each dimension.
        var steps = (0, 0, 0)
        for index in axes.indices {
            guard let place = axes[index].place(of: values) else { return }
            first += place * strides[index]
            let step = (axes[index].groups.count - place) * strides[index]
            switch index {
            case 0: steps.0 = step
            case 1: steps.1 = step
            default: steps.2 = step
            }
        }
        for corner in 0..<(1 << axes.count) {
            body(
                first + (corner & 1 == 0 ? 0 : steps.0) + (corner & 2 == 0 ? 0 : steps.1)
                    + (corner & 4 == 0 ? 0 : steps.2))
        }
    }

    /// What a cell is about, as codes of each dimension's attribute.
    func masks(of cell: Int) -> [(attribute: StatisticAttribute, mask: UInt64)] {
        let places = places(of: cell)
        return axes.indices.map { (axes[$0].attribute, axes[$0].mask(places[$0])) }
    }

    /// What sets a cell apart from the whole: the codes of each dimension along which it is no total.
    func parts(of cell: Int) -> [(attribute: StatisticAttribute, mask: UInt64)] {
        let places = places(of: cell)
        return axes.indices.filter { places[$0] < axes[$0].groups.count }.map {
            (axes[$0].attribute, axes[$0].mask(places[$0]))
        }
    }

    /// Whether a cell counts a part of what another one counts, along one dimension or more.
    func isPart(_ cell: Int, of whole: Int) -> Bool {
        guard cell != whole else { return false }
        let inner = places(of: cell)
        let outer = places(of: whole)
        return axes.indices.allSatisfy { inner[$0] == outer[$0] || outer[$0] == axes[$0].groups.count }
    }

    /// Whether a cell is no total along any dimension.
    func isInner(_ cell: Int) -> Bool {
        let places = places(of: cell)
        return axes.indices.allSatisfy { places[$0] < axes[$0].groups.count }
    }

    /// The line through a cell along a dimension: the categories, then the total.
    func line(through cell: Int, along index: Int) -> (parts: [Int], total: Int) {
        let size = axes[index].groups.count
        let start = cell - cell / strides[index] % (size + 1) * strides[index]
        return ((0..<size).map { start + $0 * strides[index] }, start + size * strides[index])
    }
}
