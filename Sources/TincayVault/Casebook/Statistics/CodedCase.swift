/// A case as statistics see it: a quarter, a place and a few codes.
struct CodedCase: Equatable {
    /// The quarter it counts for, as `Quarter` numbers them.
    let quarter: Int32
    /// The code of its commune; 0 when it is not known.
    let unit: UInt32
    /// The codes of all attributes, each at its place.
    let values: UInt64

    /// Puts codes together; a code that has no room is the last there is room for.
    static func values(_ codes: [(attribute: StatisticAttribute, code: Int)]) -> UInt64 {
        codes.reduce(0) { sum, part in
            let code = UInt64(min(max(part.code, 0), StatisticAttribute.most - 1))
            return sum | code << UInt64(part.attribute.shift)
        }
    }

    /// The code of one attribute.
    static func code(_ attribute: StatisticAttribute, in values: UInt64) -> Int {
        Int(truncatingIfNeeded: values >> UInt64(attribute.shift) & UInt64(StatisticAttribute.most - 1))
    }
}
