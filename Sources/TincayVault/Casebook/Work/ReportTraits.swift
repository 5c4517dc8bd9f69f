import TincayIntake

/// What tells one report's people from another's, as far as it was told.
struct ReportTraits {
    /// How many digits of a telephone number are compared: what stays the same however it is written.
    private static let phoneTail = 8

    /// The child's name.
    private let name: FoldedName?
    /// The child's personal number.
    private let number: [UInt8]?
    /// The child's date of birth as far as it is known: year, month, day.
    private let birth: (year: Int64, month: Int64?, day: Int64?)?
    /// The years in which the child may have been born.
    private let years: ClosedRange<Int64>?
    /// The child's sex.
    private let sex: [UInt8]?
    /// The commune where the child lives, with all that it became since.
    private let communes: [[UInt8]]
    /// The commune where it happened, with all that it became since.
    private let places: [[UInt8]]
    /// The ends of the telephone numbers.
    private let phones: [[UInt8]]
    /// What was said about the person of concern.
    private let accused: FoldedName?
    /// Who that person is to the child.
    private let relation: [UInt8]?

    /// Finds the traits in the sections of a report that are open.
    init(_ sections: [ReportSection], _ paths: JSONValue, received: Moment, units: UnitTable?) {
        let answers = AnswerPointers(sections)
        let child = paths["child"]
        name = FoldedName(answers.first(child?["name"])?.text)
        number = answers.first(child?["number"])?.text.flatMap { Self.digits($0, least: 9) }
        let told = answers.first(child?["birth"])
        if let year = told?["year"]?.integer, (1_900...2_200).contains(year) {
            birth = (year, told?["month"]?.integer, told?["day"]?.integer)
            years = year...year
        } else {
            birth = nil
            let age = answers.first(child?["age"])?.integer
            let year = received.year
            // A told age may count the year of birth, or not, and may be a year off.
            years = age.flatMap { (0...25).contains($0) ? year - $0 - 1...year - $0 + 1 : nil }
        }
        sex = answers.first(child?["sex"])?.text
        communes = Self.communes(answers.first(child?["commune"])?.text, units)
        places = Self.communes(answers.first(paths["place"])?.text, units)
        var phones: [[UInt8]] = []
        for pointer in paths["phone"]?.elements.map({ $0 }) ?? [] {
            guard let pointer = pointer.text, let text = answers[pointer]?.text,
                let digits = Self.digits(text, least: Self.phoneTail)
            else { continue }
            phones.append([UInt8](digits.suffix(Self.phoneTail)))
        }
        self.phones = phones
        accused = FoldedName(answers.first(paths["accused"]?["name"])?.text)
        relation = answers.first(paths["accused"]?["relation"])?.text
    }

    /// What this report and another have in common, and what tells them apart.
    func reasons(_ other: ReportTraits) -> [SimilarityReason] {
        var reasons: [SimilarityReason] = []
        if let number, number == other.number { reasons.append(.sameNumber) }
        if let name, let their = other.name { reasons += name.reasons(their) }
        if phones.contains(where: { other.phones.contains($0) }) { reasons.append(.samePhone) }
        reasons += ageReasons(other)
        if let sex, let their = other.sex, sex != their, Self.isTold(sex), Self.isTold(their) {
            reasons.append(.otherSex)
        }
        if let reason = Self.reason(communes, other.communes) { reasons.append(reason) }
        if Self.reason(places, other.places) != nil { reasons.append(.samePlace) }
        if let accused, let their = other.accused, accused.meets(their) {
            reasons.append(.sameAccused)
            if let relation, relation == other.relation { reasons.append(.sameRelation) }
        }
        return reasons
    }

    /// What the ages say.
    private func ageReasons(_ other: ReportTraits) -> [SimilarityReason] {
        guard let years, let theirs = other.years else { return [] }
        guard years.overlaps(theirs) else { return [.otherAge] }
        guard let birth, let their = other.birth else { return [.nearAge] }
        guard let month = birth.month, let day = birth.day else { return [.sameBirthYear] }
        return month == their.month && day == their.day ? [.sameBirthDate] : [.sameBirthYear]
    }

    /// What two communes, each with what it became, have in common.
    private static func reason(_ own: [[UInt8]], _ other: [[UInt8]]) -> SimilarityReason? {
        guard let first = own.first, let second = other.first else { return nil }
        if first == second { return .sameCommune }
        return own.contains { other.contains($0) } ? .mergedCommune : nil
    }

    /// A commune as it was told, and all units that it became.
    private static func communes(_ told: [UInt8]?, _ units: UnitTable?) -> [[UInt8]] {
        guard let told, !told.isEmpty else { return [] }
        guard told.count == 5, told.allSatisfy({ (0x30...0x39).contains($0) }) else {
            // A name is compared with its marks: without them different communes become one.
            let key = VietnameseText.comparisonKey(told)
            return key == Array("unk".utf8) ? [] : [key]
        }
        return [told] + (units?.successors(of: told) ?? [])
    }

    /// Whether a sex was told.
    private static func isTold(_ sex: [UInt8]) -> Bool { sex == Array("M".utf8) || sex == Array("F".utf8) }

    /// The digits of a text; nil when there are too few.
    private static func digits(_ text: [UInt8], least: Int) -> [UInt8]? {
        let digits = text.prefix(200).filter { (0x30...0x39).contains($0) }
        return digits.count >= least ? digits : nil
    }
}
