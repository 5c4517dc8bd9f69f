@testable import TincayVault

/// Small dimensions, populations and draws for tests of tables.
enum StatisticSketch {
    /// The first concern is one that needs more protection.
    static let rules = ProtectionRules(
        least: 5, leastSensitive: 10, sensitive: [(.concern, 0b1)], base: 5, share: 90,
        harmless: [.form, .timeliness, .status])

    /// A dimension of so many categories.
    static func axis(_ attribute: StatisticAttribute, _ count: Int) -> TableAxis {
        TableAxis(
            attribute, name: Array("\(attribute)".utf8),
            groups: (0..<count).map { TableGroup(name: Array("\($0)".utf8), mask: 1 << UInt64($0)) })
    }

    /// A table's dimensions: two sexes, two ages, three concerns.
    static func grid(_ attributes: StatisticAttribute...) -> TableGrid {
        TableGrid(attributes.map { axis($0, $0 == .concern ? 3 : 2) })
    }

    /// Cases of one kind.
    static func cases(
        _ count: Int, quarter: Int32 = 0, unit: UInt32 = 1, sex: Int = 0, age: Int = 0, concern: Int = 1
    ) -> [CodedCase] {
        let values = CodedCase.values([(.sex, sex), (.age, age), (.concern, concern)])
        return (0..<count).map { _ in CodedCase(quarter: quarter, unit: unit, values: values) }
    }

    /// Everything in a quarter, or in several.
    static func scope(_ quarters: ClosedRange<Int32> = 0...0, _ unit: UInt32? = nil) -> ReleaseScope {
        ReleaseScope(
            quarters: quarters,
            units: unit.map { UnitSet(communes: [$0], hasUnknown: false) } ?? .everything)
    }

    /// A draw below five that depends on the cell and on a seed alone.
    static func draw(_ seed: UInt64) -> ([UInt8]) -> Int32 {
        { cell in
            var state = cell.reduce(seed &+ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            state ^= state >> 29
            state = state &* 0xBF58_476D_1CE4_E5B9
            return Int32((state ^ state >> 32) % 5)
        }
    }
}
