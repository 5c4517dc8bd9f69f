/// Whom a table is about: some quarters, somewhere.
struct ReleaseScope: Equatable {
    /// The quarters, as `Quarter` numbers them; a year has four.
    let quarters: ClosedRange<Int32>
    /// Where.
    let units: UnitSet

    /// Whether a case could be counted in both.
    func overlaps(_ other: ReleaseScope) -> Bool {
        quarters.overlaps(other.quarters) && units.overlaps(other.units)
    }

    /// Whether a case is counted, as far as time and place go.
    func contains(_ coded: CodedCase) -> Bool {
        quarters.contains(coded.quarter) && units.contains(coded.unit)
    }

    /// The scope as bytes that are the same for the same scope.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.append(number: UInt32(bitPattern: quarters.lowerBound))
        writer.append(number: UInt32(bitPattern: quarters.upperBound))
        writer.append(units.bytes)
        return writer.bytes
    }
}
