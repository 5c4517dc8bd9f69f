import TincayCrypto
import TincayIntake

/// The notices that are in force at a box or a desk: of each name the one with the highest number.
struct NoticeBoard {
    /// The most names, so that a bundle can tell what is held.
    private static let most = 32

    /// A notice in force.
    struct Entry {
        /// What it says of itself.
        let title: NoticeTitle
        /// The hash of what was signed.
        let hash: [UInt8]
        /// The notice, to be carried on.
        let notice: Notice
        /// What it says.
        let content: NoticeContent
    }

    /// The notices, the oldest first.
    private(set) var entries: [Entry] = []

    /// The directory, once there is one.
    var directory: Directory? {
        for entry in entries { if case .directory(let directory) = entry.content { return directory } }
        return nil
    }

    /// The packs, the oldest first.
    var packs: [Pack] {
        var packs: [Pack] = []
        for entry in entries { if case .pack(let pack) = entry.content { packs.append(pack) } }
        return packs
    }

    /// Reads a notice and tells whether it is new here: false for the very one that is in force already.
    ///
    /// Fails with `outdated` when what is in force is newer, or is another of the same number.
    @_optimize(size) func read(_ notice: Notice) throws(VaultError) -> (entry: Entry, isNew: Bool) {
        let content = try NoticeContent(notice.kind, body: notice.body)
        let entry = Entry(title: content.title, hash: notice.hash, notice: notice, content: content)
        guard let held = held(entry.title.nameHash) else {
            guard entries.count < Self.most else { throw .tooLarge }
            return (entry, true)
        }
        if held.hash == entry.hash { return (entry, false) }
        guard held.title.number < entry.title.number else { throw .outdated }
        return (entry, true)
    }

    /// The notice in force that has a name.
    func held(_ nameHash: [UInt8]) -> Entry? {
        entries.first { $0.title.nameHash == nameHash }
    }

    /// Writes the members by which a report names what was in force: the directory's number and the hashes of packs.
    func writeNames(to writer: inout JSONWriter) {
        guard !entries.isEmpty else { return }
        writer.name("directory")
        if let directory { writer.integer(directory.title.number) } else { writer.null() }
        writer.name("packs")
        writer.beginArray()
        for entry in entries where entry.title.kind == .pack { writer.text(Hexadecimal.text(entry.hash)) }
        writer.endArray()
    }

    /// The notices that somebody who holds others should hear of, the directory first.
    func newer(than held: [HeldNotice]) -> [Entry] {
        let lacking = entries.filter { entry in
            let known = held.first { $0.nameHash == entry.title.nameHash }
            return known.map { $0.number < UInt64(clamping: entry.title.number) } ?? true
        }
        return lacking.filter { $0.title.kind == .directory } + lacking.filter { $0.title.kind != .directory }
    }

    /// Puts a notice in the place of the one that had its name.
    mutating func post(_ entry: Entry) {
        entries.removeAll { $0.title.nameHash == entry.title.nameHash }
        entries.append(entry)
        entries.sort { left, right in
            (left.title.issued, left.title.number) != (right.title.issued, right.title.number)
                ? (left.title.issued, left.title.number) < (right.title.issued, right.title.number)
                : left.title.name.lexicographicallyPrecedes(right.title.name)
        }
    }
}
