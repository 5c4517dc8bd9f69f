import TincayIntake

/// What the ledger tells about a file in codes: what it is and which section it belongs to.
struct AttachmentCodes {
    /// What it is.
    let kind: AttachmentKind
    /// The section.
    let section: SectionName

    /// Joins both.
    init(kind: AttachmentKind, section: SectionName) {
        self.kind = kind
        self.section = section
    }

    /// Reads codes.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        guard let kind = AttachmentKind(rawValue: try reader.byte()),
            let section = SectionName(rawValue: try reader.byte())
        else { throw .tooNew }
        self.kind = kind
        self.section = section
    }

    /// The codes as bytes.
    var bytes: [UInt8] { [kind.rawValue, section.rawValue] }
}
