/// What a Vietnamese personal identification number (số định danh cá nhân) of twelve digits says about its holder:
/// where the birth was registered, sex and birth year.
///
/// It has no check digit. Mergers of provinces do not change numbers that were given, so the 63 provinces up to
/// June 2025 stay the known ones for ever.
struct PersonalNumber: Equatable, Sendable {
    /// The three digits that say where the birth was registered: a province's old code, or another country's.
    let province: Int
    /// Whether the number is a female's.
    let isFemale: Bool
    /// The year of birth.
    let birthYear: Int

    /// Reads a number of exactly twelve ASCII digits; nothing else is one.
    init?(_ text: [UInt8]) {
        guard text.count == 12, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let digits = text.map { Int($0 & 0x0F) }
        province = digits[0] * 100 + digits[1] * 10 + digits[2]
        isFemale = digits[3] % 2 == 1
        birthYear = 1900 + digits[3] / 2 * 100 + digits[4] * 10 + digits[5]
    }

    /// Whether the registration was in one of the 63 provinces; other codes, such as those of countries, are possible
    /// and worth a second look.
    var isKnownProvince: Bool { OldProvinces.contain(province) }
}
