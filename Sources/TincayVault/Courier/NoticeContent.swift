import TincayIntake

/// What a notice says, once its body was read.
enum NoticeContent {
    /// Who may read, and whom to call.
    case directory(Directory)
    /// A form and the like.
    case pack(Pack)

    /// The layout of bodies that this library reads.
    private static let version: Int64 = 1

    /// Reads a body, and verifies the cards in it.
    @_optimize(size) init(_ kind: NoticeKind, body: [UInt8]) throws(VaultError) {
        let root = try Self.root(of: body)
        guard root["tincay"]?.isText(kind.name) == true else { throw .invalidInput }
        switch kind {
        case .directory: self = .directory(try Directory(root))
        case .pack: self = .pack(try Pack(root))
        }
    }

    /// The kind that a body says it is of.
    @_optimize(size) static func kind(of body: [UInt8]) throws(VaultError) -> NoticeKind {
        let root = try root(of: body)
        guard let name = root["tincay"], let kind = NoticeKind.allCases.first(where: { name.isText($0.name) }) else {
            throw .invalidInput
        }
        return kind
    }

    /// What it says of itself.
    var title: NoticeTitle {
        switch self {
        case .directory(let directory): directory.title
        case .pack(let pack): pack.title
        }
    }

    /// The JSON of a body, when this library knows its layout.
    @_optimize(size) private static func root(of body: [UInt8]) throws(VaultError) -> JSONValue {
        let document = try VaultError.json { () throws(JSONError) in
            try JSONDocument(parsing: body, limits: .any)
        }
        guard let version = document.root["version"]?.integer, version >= 1 else { throw .invalidInput }
        guard version == Self.version else { throw .tooNew }
        return document.root
    }
}
