extension ProtectionRules {
    /// The days after a period before anything about it is published.
    static let lag: Int64 = 90
    /// So many children have to live where cases are told apart by what happened to them.
    static let children: Int64 = 20_000
    /// A unit that is called a province has at least so many communes.
    static let communes = 10

    /// The rules that every desk publishes by: sexual abuse, harm online, which much of it is, and disability are more
    /// dangerous to be recognised by.
    static let standard = ProtectionRules(
        least: 5, leastSensitive: 10,
        sensitive: [
            (
                .concern,
                StatisticCodes.concerns.enumerated().reduce(0) { mask, entry in
                    let code = StatisticCodes.text(entry.element)
                    let isSensitive = code == [0x53] || code == [0x4F] || code == [0x44]
                    return isSensitive ? mask | 1 << UInt64(entry.offset) : mask
                }
            )
        ], base: 5, share: 90, harmless: [.form, .timeliness, .status])
}
