/// The age bands by which lists and counts know a child: `bands` of the ages that a form derives.
struct AgeBands: Sendable {
    /// The name under which lists and counts have them.
    static let facet: StaticString = "age_band"
    /// The most bands of a form.
    private static let most = 32

    /// The bands from the youngest on, each with the age at which the next one begins.
    private let list: [(code: [UInt8], under: Int64?)]

    /// Reads `[{code, under}, ..]`, of which only the last may go on for ever.
    @_optimize(size) init(_ source: JSONValue) throws(FormError) {
        guard source.kind == .array, (1...Self.most).contains(source.count) else {
            throw .refused(.annotation, at: source)
        }
        var list: [(code: [UInt8], under: Int64?)] = []
        for band in source.elements {
            let under = band["under"]?.integer
            guard band.kind == .object, let code = band["code"]?.text, Self.isCode(code),
                band.count == (under == nil ? 1 : 2), !list.contains(where: { $0.code == code })
            else { throw .refused(.annotation, at: band) }
            if let last = list.last {
                guard let start = last.under, start < under ?? .max else { throw .refused(.annotation, at: band) }
            }
            list.append((code, under))
        }
        self.list = list
    }

    /// The code of the band of somebody of some ages; nil when nothing is known, or when there is no such band.
    ///
    /// It is that of the oldest age that fits, which is the age by the year of birth, as people are asked for it.
    func code(of age: AgeInterval) -> [UInt8]? {
        guard let oldest = age.oldest else { return nil }
        return list.first { oldest < $0.under ?? .max }?.code
    }

    /// Whether a text is a code and can be no word about somebody.
    private static func isCode(_ text: [UInt8]) -> Bool {
        (1...16).contains(text.count) && text.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    }
}
