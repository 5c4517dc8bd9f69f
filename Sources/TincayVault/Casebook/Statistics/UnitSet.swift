/// Which communes a table is about.
struct UnitSet: Equatable {
    /// The codes in order; nil for everything that the desk has.
    let communes: [UInt32]?
    /// Whether cases of which the commune is not known belong.
    let hasUnknown: Bool

    /// Everything that the desk has.
    static let everything = UnitSet(communes: nil, hasUnknown: true)

    /// Whether a commune belongs; 0 stands for one that is not known.
    func contains(_ unit: UInt32) -> Bool {
        guard let communes else { return true }
        guard unit != 0 else { return hasUnknown }
        var low = 0
        var high = communes.count
        while low < high {
            let middle = (low + high) / 2
            if communes[middle] < unit { low = middle + 1 } else { high = middle }
        }
        return low < communes.count && communes[low] == unit
    }

    /// Whether a case could be counted in both.
    func overlaps(_ other: UnitSet) -> Bool {
        guard let communes, let others = other.communes else { return true }
        if hasUnknown, other.hasUnknown { return true }
        return communes.contains { other.contains($0) } || (communes.isEmpty && others.isEmpty)
    }

    /// The set as bytes that are the same for the same set.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.append([communes == nil ? 1 : 0, hasUnknown ? 1 : 0, 0, 0])
        writer.append(number: UInt32(truncatingIfNeeded: communes?.count ?? 0))
        for commune in communes ?? [] { writer.append(number: commune) }
        return writer.bytes
    }
}
