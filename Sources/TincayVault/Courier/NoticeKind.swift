/// What an authority gives notice of.
enum NoticeKind: UInt8, CaseIterable {
    /// Who may read, whom to call, and which points are revoked.
    case directory = 1
    /// A form, data that forms need, or words in more languages.
    case pack = 2

    /// How many different signers of the authority it needs: nobody adds a reader alone.
    var signersNeeded: Int {
        switch self {
        case .directory: 2
        case .pack: 1
        }
    }

    /// What the body calls itself.
    var name: StaticString {
        switch self {
        case .directory: "directory"
        case .pack: "pack"
        }
    }
}
