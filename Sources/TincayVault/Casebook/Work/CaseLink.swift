import TincayIntake

/// How another case has to do with one.
struct CaseLink: Equatable {
    /// In what way.
    enum Kind: UInt8, CaseIterable {
        case sameChild = 1
        case sibling = 2
        case sameAccused = 3
        case sameEvent = 4
        case other = 5
        /// This case tells what the other one told before.
        case duplicateOf = 6
        /// The other case tells what this one told before.
        case original = 7

        /// The name in JSON.
        var name: StaticString {
            switch self {
            case .sameChild: "SAME_CHILD"
            case .sibling: "SIBLING"
            case .sameAccused: "SAME_ACCUSED"
            case .sameEvent: "SAME_EVENT"
            case .other: "OTH"
            case .duplicateOf: "DUPLICATE_OF"
            case .original: "ORIGINAL_OF"
            }
        }
    }

    /// The other case.
    let id: ReportID
    /// In what way.
    let kind: Kind

    /// Links to a case.
    init(_ id: ReportID, _ kind: Kind) {
        self.id = id
        self.kind = kind
    }

    /// Reads an event that was checked.
    init?(_ root: JSONValue) {
        if let of = root["of"]?.text {
            guard let id = ReportID(hexadecimal: of) else { return nil }
            self.init(id, .duplicateOf)
            return
        }
        guard let id = root["with"]?.text.flatMap({ ReportID(hexadecimal: $0) }),
            let kind = Kind.allCases.first(where: { root["kind"]?.isText($0.name) == true })
        else { return nil }
        self.init(id, kind)
    }

    /// Reads a detail.
    init(_ detail: [UInt8]) throws(VaultError) {
        var reader = ByteReader(detail[...])
        guard let kind = Kind(rawValue: try reader.byte()) else { throw .tooNew }
        guard let id = ReportID(bytes: try reader.bytes(ReportID.size)) else { throw .badFormat }
        self.init(id, kind)
    }

    /// The detail.
    var bytes: [UInt8] { [kind.rawValue] + id.bytes }

    /// The same link seen from the other case.
    func reversed(_ own: ReportID) -> CaseLink {
        switch kind {
        case .duplicateOf: CaseLink(own, .original)
        case .original: CaseLink(own, .duplicateOf)
        default: CaseLink(own, kind)
        }
    }

    /// Writes it as a case's history and its work show it.
    func write(to writer: inout JSONWriter) {
        writer.name("with")
        writer.text(id.hexadecimal)
        writer.name("kind")
        writer.text(kind.name)
    }
}
