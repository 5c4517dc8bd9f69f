/// A property of Unicode that a pattern names.
enum UnicodeProperty: Equatable {
    /// A general category, or a group of them, by its place among the names.
    case category(Int)
    /// The script that a character is of, by its place among the names.
    case script(Int)
    /// A script that a character is used with, by its place among the names.
    case extensions(Int)
    /// A property that a character has or has not, by its place among the names.
    case binary(Int)

    /// Finds a property by its name, or by the name of what it can be; nil when there is none.
    @_optimize(size) init?(_ name: [UInt8], value: [UInt8]?) {
        guard let value else {
            if let place = PropertyText.entry(of: name, in: PropertyData.categoryNames) {
                self = .category(place)
            } else if let place = PropertyText.entry(of: name, in: PropertyData.binaryNames) {
                self = .binary(place)
            } else {
                return nil
            }
            return
        }
        switch PropertyText.entry(of: name, in: "General_Category=gc!Script=sc!Script_Extensions=scx!") {
        case 0:
            guard let place = PropertyText.entry(of: value, in: PropertyData.categoryNames) else { return nil }
            self = .category(place)
        case 1:
            guard let place = PropertyText.entry(of: value, in: PropertyData.scriptNames) else { return nil }
            self = .script(place)
        case 2:
            guard let place = PropertyText.entry(of: value, in: PropertyData.scriptNames) else { return nil }
            self = .extensions(place)
        default: return nil
        }
    }

    /// The code points that have the property.
    var set: ScalarSet {
        switch self {
        case .category(let place):
            var reader = PropertyText(PropertyData.categoryMasks, entry: place)
            return Self.categories(reader.mask())
        case .script(let place):
            var reader = PropertyText(PropertyData.scripts, entry: place)
            return reader.set()
        case .extensions(let place):
            var reader = PropertyText(PropertyData.scripts, entry: place)
            var flips = PropertyText(PropertyData.extensions, entry: place)
            return reader.set().differing(from: flips.set())
        case .binary(let place):
            var reader = PropertyText(PropertyData.binaries, entry: place)
            let mask = reader.mask()
            return Self.categories(mask).differing(from: reader.set())
        }
    }

    /// The code points of some categories, a bit for each.
    private static func categories(_ mask: Int) -> ScalarSet {
        guard mask != 0 else { return ScalarSet() }
        var reader = PropertyText(PropertyData.categories)
        var borders: [UInt32] = []
        var border = 0
        var isIn = false
        while !reader.isAtEnd {
            let digit = reader.digit()
            if (mask >> (digit / 3) & 1 != 0) != isIn {
                borders.append(UInt32(truncatingIfNeeded: border))
                isIn.toggle()
            }
            border += digit % 3 + 1
            if digit % 3 == 2 { border += reader.number() }
        }
        if isIn { borders.append(ScalarSet.limit) }
        return ScalarSet(ascending: borders)
    }
}
