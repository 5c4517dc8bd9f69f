import TincayIntake

/// What a referral is about in codes, of which lists and counts are made.
struct ReferralTerms {
    /// The layout that this library writes.
    private static let version: UInt8 = 1
    /// The most codes of a kind, and the most bytes of one.
    private static let most = (codes: 8, bytes: 40)

    /// The sections that were given.
    let sections: [SectionName]
    /// What for: codes of services.
    let purposes: [[UInt8]]
    /// By what right: codes of legal bases.
    let bases: [[UInt8]]
    /// The last day on which it may be taken on, counted from 1970-01-01.
    let expires: Int64
    /// The last day for an answer.
    let answerBy: Int64
    /// Whether somebody consented; otherwise somebody wrote why it went without.
    let hasConsent: Bool
    /// By what the same request is known again.
    let fingerprint: [UInt8]
    /// The other desk's name.
    let name: [UInt8]

    /// Describes a referral.
    init(
        sections: [SectionName], purposes: [[UInt8]], bases: [[UInt8]], expires: Int64, answerBy: Int64,
        hasConsent: Bool, fingerprint: [UInt8], name: [UInt8]
    ) {
        self.sections = sections
        self.purposes = purposes
        self.bases = bases
        self.expires = expires
        self.answerBy = answerBy
        self.hasConsent = hasConsent
        self.fingerprint = fingerprint
        self.name = name
    }

    /// Reads terms.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        let version = try reader.byte()
        guard version == Self.version else { throw version == 0 ? .badFormat : .tooNew }
        let mask = try reader.byte()
        hasConsent = try reader.byte() == 1
        let purposeCount = Int(try reader.byte())
        let basisCount = Int(try reader.byte())
        try reader.zeros(3)
        guard let expires = Int64(exactly: try reader.number(UInt64.self)),
            let answerBy = Int64(exactly: try reader.number(UInt64.self))
        else { throw .badFormat }
        self.expires = expires
        self.answerBy = answerBy
        fingerprint = try reader.bytes(16)
        sections = SectionName.allCases.filter { mask & 1 << $0.rawValue != 0 }
        purposes = try Self.codes(purposeCount, &reader)
        bases = try Self.codes(basisCount, &reader)
        name = [UInt8](reader.rest)
    }

    /// The terms as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 256)
        let mask = sections.reduce(UInt8(0)) { $0 | 1 << $1.rawValue }
        writer.append([
            Self.version, mask, hasConsent ? 1 : 0, UInt8(truncatingIfNeeded: purposes.count),
            UInt8(truncatingIfNeeded: bases.count), 0, 0, 0,
        ])
        writer.append(number: UInt64(bitPattern: expires) & UInt64(Int64.max))
        writer.append(number: UInt64(bitPattern: answerBy) & UInt64(Int64.max))
        writer.append(fingerprint)
        for code in purposes + bases {
            writer.append([UInt8(truncatingIfNeeded: code.count)])
            writer.append(code)
        }
        writer.append(name)
        return writer.bytes
    }

    /// Writes the terms as lists and histories show them.
    func write(to writer: inout JSONWriter) {
        writer.name("name")
        writer.text(name)
        writer.name("sections")
        writer.beginArray()
        for section in sections { writer.text(section.name) }
        writer.endArray()
        writer.name("purpose")
        writer.beginArray()
        for code in purposes { writer.text(code) }
        writer.endArray()
        writer.name("legal_basis")
        writer.beginArray()
        for code in bases { writer.text(code) }
        writer.endArray()
        writer.name("consent")
        writer.boolean(hasConsent)
        writer.name("expires")
        writer.text(Moment(days: expires).dateText)
        writer.name("answer_by")
        writer.text(Moment(days: answerBy).dateText)
    }

    /// Reads so many codes.
    private static func codes(_ count: Int, _ reader: inout ByteReader) throws(VaultError) -> [[UInt8]] {
        guard count <= most.codes else { throw .badFormat }
        var codes: [[UInt8]] = []
        for _ in 0..<count {
            let size = Int(try reader.byte())
            guard size <= most.bytes else { throw .badFormat }
            codes.append(try reader.bytes(size))
        }
        return codes
    }
}
