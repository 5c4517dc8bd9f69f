/// Splits all code points into classes, such that each of some sets is made of whole classes.
struct ScalarPartition {
    /// The most that is done: ranges that are put into another class.
    private static let mostMoves = 1 << 20

    /// Where ranges begin that no set splits, ascending from zero.
    private let borders: [UInt32]
    /// The class of each range so far.
    private var labels: [Int]
    /// The class that the current set makes of each class, or -1.
    private var moved = [-1]
    /// How many ranges were put into another class.
    private(set) var moves = 0

    /// Starts with one class for all, and the borders of all sets and characters that are going to split it.
    init(_ sets: [ScalarSet], scalars: [UInt32]) {
        var all: [UInt32] = [0]
        for set in sets { all += set.borders }
        for scalar in scalars { all += [scalar, scalar + 1] }
        all.sort()
        var distinct: [UInt32] = []
        for border in all where border != distinct.last && border < ScalarSet.limit { distinct.append(border) }
        borders = distinct
        labels = [Int](repeating: 0, count: distinct.count)
    }

    /// Splits the classes at a set; false when it would take too much.
    mutating func split(at set: ScalarSet) -> Bool {
        var touched: [Int] = []
        for pair in 0..<set.count {
            let end = set.borders[2 * pair + 1]
            var place = ScalarClasses.place(of: set.borders[2 * pair], in: borders)
            while place < borders.count, borders[place] < end {
                let label = labels[place]
                if moved[label] < 0 {
                    moved[label] = moved.count
                    moved.append(-1)
                    touched.append(label)
                }
                labels[place] = moved[label]
                moves += 1
                place += 1
            }
            guard moves < Self.mostMoves else { return false }
        }
        for label in touched { moved[label] = -1 }
        return true
    }

    /// The classes; nil when there are too many.
    var classes: ScalarClasses? { ScalarClasses(borders: borders, labels: labels) }
}
