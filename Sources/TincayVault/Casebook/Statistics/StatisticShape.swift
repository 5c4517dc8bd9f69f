/// Which dimensions may stand in one table.
///
/// There are no others, because tables that overlap in other ways tell more.
struct StatisticShape {
    /// A dimension: an attribute as it is, or the forms of abuse among its concerns.
    enum Dimension {
        /// Every code of an attribute.
        case plain(StatisticAttribute, StaticString)
        /// The forms of abuse; what is no abuse is not in the table.
        case abuse
    }

    /// How queries and tables name it.
    let name: StaticString
    /// Its dimensions besides time and place, at most three.
    let dimensions: [Dimension]
    /// Whether a single quarter may be published.
    let isQuarterly: Bool

    /// Whether it tells nothing but how many there were.
    var isTotal: Bool { dimensions.isEmpty }

    /// The shapes.
    static let all: [StatisticShape] = {
        let form = Dimension.plain(.form, "form")
        let sex = Dimension.plain(.sex, "sex")
        let age = Dimension.plain(.age, "age")
        let concern = Dimension.plain(.concern, "concern")
        let urgency = Dimension.plain(.urgency, "urgency")
        let outcome = Dimension.plain(.outcome, "outcome")
        let timeliness = Dimension.plain(.timeliness, "timeliness")
        let place = Dimension.plain(.place, "place")
        let status = Dimension.plain(.status, "status")
        return [
            StatisticShape(name: "total", dimensions: [], isQuarterly: true),
            StatisticShape(name: "form", dimensions: [form], isQuarterly: true),
            StatisticShape(name: "sex", dimensions: [sex], isQuarterly: true),
            StatisticShape(name: "age", dimensions: [age], isQuarterly: true),
            StatisticShape(name: "concern", dimensions: [concern], isQuarterly: true),
            StatisticShape(name: "urgency", dimensions: [urgency], isQuarterly: true),
            StatisticShape(name: "outcome", dimensions: [outcome], isQuarterly: true),
            StatisticShape(name: "timeliness", dimensions: [timeliness], isQuarterly: true),
            StatisticShape(name: "place", dimensions: [place], isQuarterly: true),
            StatisticShape(name: "status", dimensions: [status], isQuarterly: true),
            StatisticShape(name: "sex_age", dimensions: [sex, age], isQuarterly: true),
            StatisticShape(name: "concern_sex", dimensions: [concern, sex], isQuarterly: true),
            StatisticShape(name: "concern_age", dimensions: [concern, age], isQuarterly: false),
            StatisticShape(name: "concern_urgency", dimensions: [concern, urgency], isQuarterly: true),
            StatisticShape(name: "concern_place", dimensions: [concern, place], isQuarterly: false),
            StatisticShape(name: "concern_outcome", dimensions: [concern, outcome], isQuarterly: false),
            StatisticShape(name: "urgency_timeliness", dimensions: [urgency, timeliness], isQuarterly: true),
            StatisticShape(name: "concern_sex_age", dimensions: [concern, sex, age], isQuarterly: false),
            StatisticShape(name: "0101_sex", dimensions: [.abuse, sex], isQuarterly: true),
            StatisticShape(name: "0101_age", dimensions: [.abuse, age], isQuarterly: false),
            StatisticShape(name: "0101_place", dimensions: [.abuse, place], isQuarterly: false),
        ]
    }()

    /// The tables of an indicator for one period.
    static func indicator(isYear: Bool) -> [StatisticShape] {
        all.filter { StatisticCodes.text($0.name).starts(with: "0101".utf8) && (isYear || $0.isQuarterly) }
    }

    /// The table's dimensions, with the forms that a desk knows and the places of their codes.
    func grid(forms: [(name: [UInt8], code: Int)]) -> TableGrid {
        TableGrid(
            dimensions.map { dimension in
                switch dimension {
                case .plain(.form, let name):
                    let groups = forms.map { TableGroup(name: $0.name, mask: 1 << UInt64($0.code)) }
                    return TableAxis(.form, name: StatisticCodes.text(name), groups: groups)
                case .plain(let attribute, let name):
                    let groups = StatisticCodes.names(attribute).enumerated().map {
                        TableGroup(name: StatisticCodes.text($0.element), mask: 1 << UInt64($0.offset))
                    }
                    return TableAxis(attribute, name: StatisticCodes.text(name), groups: groups)
                case .abuse: return Self.abuse
                }
            })
    }

    /// The forms of abuse that the indicator tells apart: violence, exploitation, sexual abuse, trafficking, abandonment
    /// and neglect, and other forms, which are child marriage and harm online.
    private static var abuse: TableAxis {
        let groups: [(StaticString, [StaticString])] = [
            ("V", ["V"]), ("X", ["X"]), ("S", ["S"]), ("T", ["T"]), ("N", ["N"]), ("OTH", ["M", "O"]),
        ]
        return TableAxis(
            .concern, name: StatisticCodes.text("abuse"),
            groups: groups.map { group in
                let mask = group.1.reduce(UInt64(0)) { mask, code in
                    mask | 1 << UInt64(StatisticCodes.place(.concern, StatisticCodes.text(code)))
                }
                return TableGroup(name: StatisticCodes.text(group.0), mask: mask)
            })
    }
}
