/// Which characters an expression does not tell apart: each class of them has a number.
struct ScalarClasses: Sendable {
    /// The classes of the first 128 code points.
    let ascii: [UInt16]
    /// Where ranges of the same class begin, ascending from zero.
    let borders: [UInt32]
    /// The class of each range.
    let numbers: [UInt16]
    /// How many classes there are.
    let count: Int

    /// Numbers the classes of ranges that follow each other, from the partition's own numbers.
    init?(borders: [UInt32], labels: [Int]) {
        var numberOf = [Int](repeating: -1, count: (labels.max() ?? 0) + 1)
        var count = 0
        var kept: [UInt32] = []
        var numbers: [UInt16] = []
        for place in 0..<min(borders.count, labels.count) {
            let label = labels[place]
            if numberOf[label] < 0 {
                numberOf[label] = count
                count += 1
            }
            guard let number = UInt16(exactly: numberOf[label]) else { return nil }
            if numbers.last == number { continue }
            kept.append(borders[place])
            numbers.append(number)
        }
        self.borders = kept
        self.numbers = numbers
        self.count = count
        ascii = (0..<128).map { numbers[Self.place(of: $0, in: kept)] }
    }

    /// The class of a code point.
    func number(of scalar: UInt32) -> Int {
        Int(numbers[Self.place(of: scalar, in: borders)])
    }

    /// The last place whose border is not behind a code point.
    static func place(of scalar: UInt32, in borders: [UInt32]) -> Int {
        var (low, high) = (0, borders.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if borders[middle] <= scalar { low = middle } else { high = middle }
        }
        return low
    }
}
