/// The codes that statistics know of each attribute, in an order that never changes: their places are in the ledger.
enum StatisticCodes {
    /// Stands for what is not known.
    static let unknown: StaticString = "UNK"
    /// The place of a form of which there are too many others.
    static let otherForm = StatisticAttribute.most - 1

    /// The codes of an attribute; none of forms, which every desk has of its own.
    static func names(_ attribute: StatisticAttribute) -> [StaticString] {
        switch attribute {
        case .form: []
        case .sex: ["M", "F", "U"]
        case .age: ["A0", "A3", "A6", "A11", "A13", "A16", "A18", unknown]
        case .concern: concerns
        case .urgency: ["U0", "U1", "U2", "U3", "U4", "U5", "NONE"]
        case .outcome: outcomes
        case .timeliness: ["IN_TIME", "LATE", "NO_DEADLINE"]
        case .place: places
        case .status:
            ["OPEN", "ASSESSING", "PLAN_APPROVED", "IN_SUPPORT", "REVIEW", "CLOSED", "REOPENED", "TRANSFERRED"]
        }
    }

    /// What a case is about.
    ///
    /// A case of several counts once, for the first of them in this order.
    static let concerns: [StaticString] = [
        "S", "T", "X", "V", "N", "M", "O", "L", "H", "I", "D", "E", "J", "P", unknown,
    ]
    /// How cases end; the last is for those that have not ended.
    private static let outcomes: [StaticString] = [
        "SAFE_HOME", "SAFE_KIN", "ALT_CARE", "INSTITUTION", "REUNIFIED", "SERVICE_DONE", "TRANSFERRED", "MOVED_AWAY",
        "AGED_OUT", "REFUSED", "LOST_CONTACT", "UNFOUNDED", "DECEASED", "OTH", "NONE",
    ]
    /// In what kind of place it happened.
    private static let places: [StaticString] = [
        "HOME", "SCHOOL", "SCHOOLWAY", "PUBLIC", "NEIGHBOURHOOD", "WORKPLACE", "FACILITY", "ONLINE", "TRANSPORT",
        "WATER", "OTH", unknown,
    ]

    /// The place of a code; that of the last one for any other.
    static func place(_ attribute: StatisticAttribute, _ code: [UInt8]?) -> Int {
        let names = names(attribute)
        guard let code else { return names.count - 1 }
        return names.firstIndex { equals(code, $0) } ?? names.count - 1
    }

    /// Whether a text is a word.
    static func equals(_ text: [UInt8], _ word: StaticString) -> Bool {
        // SAFETY: a static string's bytes live as long as the process.
        unsafe text.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    /// A word as a text.
    static func text(_ word: StaticString) -> [UInt8] {
        // SAFETY: a static string's bytes live as long as the process.
        unsafe [UInt8](UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
}
