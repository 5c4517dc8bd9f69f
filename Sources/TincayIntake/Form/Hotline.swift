/// A telephone number to show.
struct Hotline: Sendable {
    /// The most numbers of a form.
    private static let most = 256

    /// The number.
    let number: [UInt8]
    /// Whether it is shown with every report.
    private let isAlways: Bool
    /// The urgencies with which it is shown.
    private let urgencies: [Urgency]
    /// The number as the form has it.
    let source: JSONValue

    /// Reads all numbers of `x-tincay-hotlines`.
    static func all(_ root: JSONValue) throws(FormError) -> [Hotline] {
        guard let list = root["x-tincay-hotlines"] else { return [] }
        guard list.kind == .array else { throw .refused(.annotation, at: list) }
        guard list.count <= Self.most else { throw .refused(.tooLarge, at: list) }
        var hotlines: [Hotline] = []
        for element in list.elements { hotlines.append(try Hotline(element)) }
        return hotlines
    }

    /// Reads one number.
    private init(_ source: JSONValue) throws(FormError) {
        guard let number = source["number"]?.text, !number.isEmpty else { throw .refused(.annotation, at: source) }
        self.number = number
        self.source = source
        try Wording.check(source["x-tincay-i18n"])
        switch source["always"] {
        case nil: isAlways = false
        case let value?:
            guard let flag = value.boolean else { throw .refused(.annotation, at: value) }
            isAlways = flag
        }
        var urgencies: [Urgency] = []
        if let list = source["urgencies"] {
            guard list.kind == .array else { throw .refused(.annotation, at: list) }
            for element in list.elements {
                guard let urgency = Urgency(element) else { throw .refused(.annotation, at: element) }
                urgencies.append(urgency)
            }
        }
        self.urgencies = urgencies
    }

    /// The numbers to show now, as their places in a form's list: those that the rules send to, in that order, then the
    /// others that fit.
    static func fitting(_ outcome: TriageOutcome, of hotlines: [Hotline], _ codes: TriageCodes) -> [Int] {
        var fitting: [Int] = []
        for code in outcome.destinations {
            if let place = hotlines.firstIndex(where: { $0.number == codes.texts[code] }) { fitting.append(place) }
        }
        for place in hotlines.indices
        where hotlines[place].isAlways || outcome.urgency.map({ hotlines[place].urgencies.contains($0) }) ?? false {
            guard !fitting.contains(where: { hotlines[$0].number == hotlines[place].number }) else { continue }
            fitting.append(place)
        }
        return fitting
    }
}
