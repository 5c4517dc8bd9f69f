/// The places of the codes of forms, which stay the same for as long as there are tables with them.
struct StatisticForms {
    /// The forms and the places of their codes, in the order of these.
    private(set) var list: [(name: [UInt8], code: Int)] = []

    /// Takes the places over that published tables have given.
    init(_ tables: [PublishedTable]) {
        for axis in tables.flatMap({ $0.grid.axes }) where axis.attribute == .form {
            for group in axis.groups where !list.contains(where: { $0.name == group.name }) {
                list.append((group.name, group.mask.trailingZeroBitCount))
            }
        }
    }

    /// Gives a place to a form that has none, as long as there is room.
    mutating func add(_ name: [UInt8]) {
        guard !list.contains(where: { $0.name == name }) else { return }
        let code = (list.map { $0.code }.max() ?? -1) + 1
        guard code < StatisticCodes.otherForm else { return }
        list.append((name, code))
    }

    /// The place of a form's code.
    func code(of name: [UInt8]) -> Int {
        list.first { $0.name == name }?.code ?? StatisticCodes.otherForm
    }
}
