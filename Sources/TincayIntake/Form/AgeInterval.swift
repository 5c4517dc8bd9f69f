/// Between which ages a child must be, by what is known of its birth.
struct AgeInterval: Equatable, Sendable {
    /// The least age in years.
    let least: Int
    /// The greatest age in years.
    let most: Int

    /// Counts from a birth of which perhaps only the year is known; nil when that makes no sense.
    init?(birth: JSONValue, at moment: Moment) {
        guard let year = birth["year"]?.integer, (1900...9999).contains(year) else { return nil }
        let today = moment.civilDate
        let month = birth["month"]?.integer
        let day = birth["day"]?.integer
        // The earliest birthday there can be gives the greatest age, the latest the least.
        let whole = today.year - Int(year)
        let earliest = (Int64(today.month), Int64(today.day)) >= (month ?? 1, day ?? 1)
        let latest = (Int64(today.month), Int64(today.day)) >= (month ?? 12, day ?? 31)
        most = max(whole - (earliest ? 0 : 1), 0)
        least = max(whole - (latest ? 0 : 1), 0)
    }

    /// Takes an age as it was told or estimated.
    init?(years: JSONValue) {
        guard let age = years.integer, (0...150).contains(age) else { return nil }
        least = Int(age)
        most = Int(age)
    }

    /// The class that the law makes of the age: a child under 16, a minor under 18, an adult, or not known.
    var legalClass: StaticString {
        if most < 16 { return "CHILD16" }
        if least >= 16, most < 18 { return "MINOR18" }
        return least >= 18 ? "ADULT" : "UNK"
    }
}
