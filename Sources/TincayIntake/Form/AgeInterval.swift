/// The ages that somebody may have, in full years.
struct AgeInterval: Equatable, Sendable {
    /// The youngest that fits.
    let youngest: Int64
    /// The oldest that fits; nil when nothing is known.
    let oldest: Int64?

    /// Nothing is known.
    static let unknown = AgeInterval(youngest: 0, oldest: nil)

    /// Names the ages between two.
    init(youngest: Int64, oldest: Int64?) {
        self.youngest = youngest
        self.oldest = oldest
    }

    /// The ages that fit a birth date, of which only the year may be known; nil when it is none or lies ahead.
    init?(birth: JSONValue, on today: CivilDate) {
        let parts: (year: Int64, month: Int64?, day: Int64?)
        if let text = birth.text {
            guard let date = Self.parts(text) else { return nil }
            parts = date
        } else {
            guard let year = birth["year"]?.integer else { return nil }
            parts = (year, birth["month"]?.integer, birth["day"]?.integer)
        }
        guard (1_900...9_999).contains(parts.year), (1...12).contains(parts.month ?? 1) else { return nil }
        let lastMonth = parts.month ?? 12
        let length = CivilDate.length(ofMonth: lastMonth, year: parts.year)
        let day = parts.month == nil ? nil : parts.day
        guard (1...length).contains(day ?? 1) else { return nil }
        let first = CivilDate(year: parts.year, month: parts.month ?? 1, day: day ?? 1)
        let last = CivilDate(year: parts.year, month: lastMonth, day: day ?? length)
        let oldest = first.years(to: today)
        guard oldest >= 0 else { return nil }
        self.init(youngest: max(0, last.years(to: today)), oldest: oldest)
    }

    /// The ages that fit an estimate, which counts the year of birth: the birthday may be still to come.
    init?(estimate: JSONValue) {
        guard let years = estimate.integer, (0...150).contains(years) else { return nil }
        self.init(youngest: max(0, years - 1), oldest: years)
    }

    /// Whom the law takes somebody of these ages for: a child is under sixteen, a minor under eighteen.
    var legalClass: StaticString {
        if let oldest, oldest < 16 { return "CHILD16" }
        if let oldest, oldest < 18, youngest >= 16 { return "MINOR18" }
        return youngest >= 18 ? "ADULT" : "UNK"
    }

    /// The numbers of a date such as 2010-05-31.
    private static func parts(_ text: [UInt8]) -> (year: Int64, month: Int64?, day: Int64?)? {
        let fields = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard fields.count <= 3, let year = number(fields.first, 4) else { return nil }
        guard fields.count > 1 else { return (year, nil, nil) }
        guard let month = number(fields[1], 2) else { return nil }
        guard fields.count > 2 else { return (year, month, nil) }
        guard let day = number(fields[2], 2) else { return nil }
        return (year, month, day)
    }

    /// A number of exactly so many digits.
    private static func number(_ digits: ArraySlice<UInt8>?, _ count: Int) -> Int64? {
        guard let digits, digits.count == count else { return nil }
        var number: Int64 = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            number = number * 10 + Int64(digit - 0x30)
        }
        return number
    }
}
