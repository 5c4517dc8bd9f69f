/// One dimension of a table.
struct TableAxis: Equatable {
    /// What it is about.
    let attribute: StatisticAttribute
    /// How the published table names it.
    let name: [UInt8]
    /// The categories; none shares a code with another.
    ///
    /// Cases in none of them are not in the table.
    let groups: [TableGroup]
    /// All codes of all categories.
    let all: UInt64
    /// The category of each code; -1 for none.
    private let places: [Int8]

    /// Joins categories.
    init(_ attribute: StatisticAttribute, name: [UInt8], groups: [TableGroup]) {
        self.attribute = attribute
        self.name = name
        self.groups = groups
        var places = [Int8](repeating: -1, count: StatisticAttribute.most)
        var all: UInt64 = 0
        for (place, group) in groups.enumerated() {
            for code in places.indices where group.mask >> UInt64(code) & 1 == 1 {
                places[code] = Int8(truncatingIfNeeded: place)
            }
            all |= group.mask
        }
        self.places = places
        self.all = all
    }

    /// The category of a coded case; nil when it is not in the table.
    @inline(__always) func place(of values: UInt64) -> Int? {
        let place = places[CodedCase.code(attribute, in: values)]
        return place < 0 ? nil : Int(place)
    }

    /// The codes of a category, or of all for the place behind the last.
    func mask(_ place: Int) -> UInt64 { groups.indices.contains(place) ? groups[place].mask : all }
}
