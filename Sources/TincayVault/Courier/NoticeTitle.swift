import TincayIntake

/// What every notice says of itself: of two with the same name the one with the higher number is in force.
struct NoticeTitle: Equatable {
    /// The highest number of a notice.
    static let most: Int64 = 1 << 48

    /// What it gives notice of.
    let kind: NoticeKind
    /// Its name; there is one directory, and so it needs none.
    let name: [UInt8]
    /// Its number.
    let number: Int64
    /// The day it was issued on, counted from 1970-01-01.
    let issued: Int64
    /// The same as it was written.
    let issuedText: [UInt8]

    /// Reads the title of a body that its schema has accepted.
    @_optimize(size) init(_ kind: NoticeKind, _ body: JSONValue) throws(VaultError) {
        guard let number = body["number"]?.integer, (1...Self.most).contains(number),
            let text = body["issued"]?.text, let issued = Moment.days(of: text)
        else { throw .invalidInput }
        self.kind = kind
        self.number = number
        self.issued = issued
        issuedText = text
        switch kind {
        case .directory: name = []
        case .pack:
            guard let name = body["name"]?.text, (1...200).contains(name.count) else { throw .invalidInput }
            self.name = name
        }
    }

    /// What notices that take each other's place have in common: "directory", or "pack:" and the pack's name.
    var key: [UInt8] { Self.key(kind, name) }

    /// The first 16 bytes of a hash of the key, by which bundles and rows name it.
    var nameHash: [UInt8] { HeldNotice.hash(of: key) }

    /// The key of a kind and a name.
    static func key(_ kind: NoticeKind, _ name: [UInt8]) -> [UInt8] {
        kind == .directory ? Array("directory".utf8) : Array("pack:".utf8) + name
    }

    /// The name for people: that of a pack, or "directory".
    var label: [UInt8] { kind == .directory ? Array("directory".utf8) : name }
}
