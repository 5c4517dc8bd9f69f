import TincayIntake

/// Turns what lists are made of into the codes that statistics know.
enum StatisticCoder {
    /// The code of the status of cases that repeat others, which no table counts.
    static let duplicate = StatisticAttribute.most - 1

    /// The codes of a case but for its form; there is no progress as long as nobody has acted.
    static func codes(of record: CaseRecord, progress: StatisticProgress?) -> UInt64 {
        let facets = (try? JSONDocument(parsing: record.facets, limits: .any))?.root
        let timeliness = record.due == nil ? 2 : progress?.isInTime == true ? 0 : 1
        return CodedCase.values([
            (.sex, StatisticCodes.place(.sex, facets?["child_sex"]?.text)),
            (.age, StatisticCodes.place(.age, facets?["age_band"]?.text)),
            (.concern, concern(facets?["concerns"])),
            (.urgency, StatisticCodes.place(.urgency, record.urgency.map { StatisticCodes.text($0.name) })),
            (.outcome, Int(progress?.outcome ?? UInt8(truncatingIfNeeded: StatisticCodes.place(.outcome, nil)))),
            (.timeliness, timeliness),
            (.place, StatisticCodes.place(.place, facets?["incident_place_type"]?.text)),
            (
                .status,
                record.status == .duplicate
                    ? duplicate : StatisticCodes.place(.status, StatisticCodes.text(record.status.name))
            ),
        ])
    }

    /// The commune of a case: where it happened, or else where the child lives; 0 when neither is known.
    static func unit(of record: CaseRecord) -> UInt32 {
        let facets = (try? JSONDocument(parsing: record.facets, limits: .any))?.root
        return commune(facets?["incident_commune"]) ?? commune(facets?["child_commune"]) ?? 0
    }

    /// A commune's code as a number.
    static func commune(_ value: JSONValue?) -> UInt32? {
        guard let text = value?.text, text.count == 5, text.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let number = text.reduce(UInt32(0)) { $0 * 10 + UInt32($1 &- 0x30) }
        return number == 0 ? nil : number
    }

    /// The first concern of a case in the order of the list; harm online of a sexual kind is sexual abuse.
    private static func concern(_ value: JSONValue?) -> Int {
        let last = StatisticCodes.concerns.count - 1
        guard let value else { return last }
        var first = last
        for concern in value.kind == .array ? [JSONValue](value.elements) : [value] {
            guard let text = concern.text, let letter = text.first, letter != UInt8(ascii: "U") else { continue }
            // UNK, PNS and OTH are no concerns of the first level, though they begin like some.
            guard text.count == 1 || text.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
            let isSexual = text == [0x4F, 0x32] || text == [0x4F, 0x33]
            first = min(first, StatisticCodes.place(.concern, isSexual ? [0x53] : [letter]))
        }
        return first
    }
}
