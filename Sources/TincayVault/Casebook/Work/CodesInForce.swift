import TincayIntake

/// Codes that may be named as long as somebody's word for them is in force, such as what a referral is for.
struct CodesInForce {
    /// The codes.
    private let codes: [[UInt8]]
    /// The first and the last day on which they may be named, in days since 1970-01-01.
    private let validity: ClosedRange<Int64>

    /// Reads a row; nil for one that makes no sense.
    private init?(_ row: JSONValue) {
        guard let from = StepDeadline.day(row["valid_from"], .min), let until = StepDeadline.day(row["valid_to"], .max),
            from <= until, let list = row["codes"]
        else { return nil }
        codes = list.elements.compactMap { $0.text }
        validity = from...until
    }

    /// Reads the rows of a list; one that makes no sense refuses all.
    static func all(_ list: JSONValue?) throws(VaultError) -> [CodesInForce] {
        var all: [CodesInForce] = []
        for row in list?.elements.map({ $0 }) ?? [] {
            guard let codes = CodesInForce(row) else { throw .invalidInput }
            all.append(codes)
        }
        return all
    }

    /// Whether a code may be named on a day.
    func contains(_ code: [UInt8], on day: Int64) -> Bool {
        validity.contains(day) && codes.contains(code)
    }
}
