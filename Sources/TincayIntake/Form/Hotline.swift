/// A telephone number to show.
struct Hotline: Sendable {
    /// The most numbers of a form.
    private static let most = 256

    /// The number.
    let number: [UInt8]
    /// Whose number it is: the code of a destination, when it is one's.
    private let destination: [UInt8]?
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
    @_optimize(size) private init(_ source: JSONValue) throws(FormError) {
        guard let number = source["number"]?.text, !number.isEmpty else { throw .refused(.annotation, at: source) }
        self.number = number
        self.source = source
        destination = source["destination"]?.text
        if let value = source["destination"], destination?.isEmpty ?? true { throw .refused(.annotation, at: value) }
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

    /// The numbers to show now, as their places in a form's list: those that the rules name, those that they send to, in
    /// that order, then the others that fit.
    static func fitting(_ outcome: TriageOutcome, of hotlines: [Hotline], _ codes: TriageCodes) -> [Int] {
        var isShown = [Bool](repeating: false, count: hotlines.count)
        var fitting: [Int] = []
        func show(_ place: Int) {
            // A number that stands in the list more than once is shown once.
            guard !isShown[place], !fitting.contains(where: { hotlines[$0].number == hotlines[place].number }) else {
                return
            }
            isShown[place] = true
            fitting.append(place)
        }
        for code in outcome.numbers + outcome.destinations {
            let text = codes.texts[code]
            for place in hotlines.indices
            where hotlines[place].number == text || hotlines[place].destination == text { show(place) }
        }
        for place in hotlines.indices {
            let fits = outcome.urgency.map { hotlines[place].urgencies.contains($0) } ?? false
            if hotlines[place].isAlways || fits { show(place) }
        }
        return fitting
    }
}
