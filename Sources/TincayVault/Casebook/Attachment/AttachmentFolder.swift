import CPlatform
import TincayCrypto

/// The folder beside a desk's file with the sealed files: `<desk>.files`, which only its owner may enter.
///
/// A file that the ledger tells of bears 32 digits that say nothing. One that is about to be entered, or taken away, bears
/// the same digits and `.part`: what finds such a file later asks the ledger which of both it was.
@safe final class AttachmentFolder {
    /// What the folder's name ends with.
    private static let suffix = Array(".files".utf8)
    /// What the names of files end with that no entry tells of yet, or any more.
    private static let reserved = Array(".part".utf8)
    /// How many bytes a name has without its ending.
    private static let nameSize = 32

    /// Where it is.
    private let path: [CChar]
    /// The folder's descriptor, once it is open.
    private var descriptor: Int32 = -1

    /// Stands beside a desk's file; nothing is made yet.
    init(beside desk: [UInt8]) {
        path = Self.terminated(desk + Self.suffix)
    }

    deinit {
        tincay_file_close(descriptor)
    }

    /// Makes the file that a new attachment is written to; gives its descriptor, and whether it has its reserved name.
    ///
    /// The folder is made when there is none. A file is made without a name where the file system can do that, so that
    /// an interrupted run leaves nothing; `named` asks for one that has its reserved name all along.
    func create(_ name: [UInt8], named: Bool = false) throws(VaultError) -> (file: Int32, isNamed: Bool) {
        if descriptor < 0 {
            // SAFETY: the path ends with NUL.
            try VaultError.system(unsafe tincay_folder_make(path))
            try open()
        }
        var file: Int32 = -1
        var named: Int32 = named ? 1 : 0
        let name = Self.terminated(name + Self.reserved)
        // SAFETY: the name ends with NUL; both results are ours.
        try VaultError.system(unsafe tincay_file_make(descriptor, name, &file, &named))
        return (file, named != 0)
    }

    /// Gives a file that has no name its reserved one.
    func link(_ file: Int32, _ name: [UInt8]) throws(VaultError) {
        let name = Self.terminated(name + Self.reserved)
        // SAFETY: the name ends with NUL.
        try VaultError.system(unsafe tincay_file_link(file, descriptor, name))
    }

    /// Gives a file that is entered its own name instead of its reserved one.
    func keep(_ name: [UInt8]) throws(VaultError) {
        try rename(name, from: Self.reserved, to: [])
    }

    /// Gives a file its reserved name, because its entry is about to go.
    func setAside(_ name: [UInt8]) throws(VaultError) {
        try open()
        try rename(name, from: [], to: Self.reserved)
    }

    /// Removes a file under whichever name it has; what is not there is gone.
    func remove(_ name: [UInt8]) {
        guard (try? open()) != nil else { return }
        for ending in [Self.reserved, []] {
            let name = Self.terminated(name + ending)
            // SAFETY: the name ends with NUL.
            _ = unsafe tincay_file_remove(descriptor, name)
        }
    }

    /// Lays names down on the disk.
    func sync() throws(VaultError) {
        try VaultError.system(tincay_file_sync(descriptor))
    }

    /// Opens a file for reading; gives its descriptor and its size.
    func file(_ name: [UInt8]) throws(VaultError) -> (file: Int32, size: Int64) {
        try open()
        do throws(VaultError) { return try file(name, []) } catch {
            // The step that would have given it its own name may have been the one that failed.
            guard error == .notFound else { throw error }
            return try file(name, Self.reserved)
        }
    }

    /// Keeps files under reserved names that the ledger tells of, and removes those that it does not and nobody writes.
    ///
    /// A file under a name of its own is never removed here, whatever the ledger says: the desk's file may be an older
    /// one that somebody put back for a while.
    func tidy(isKnown: (_ name: [UInt8]) throws(VaultError) -> Bool) throws(VaultError) {
        do throws(VaultError) { try open() } catch {
            // No folder, no files.
            guard error == .notFound else { throw error }
            return
        }
        let left = try reservedNames()
        guard !left.isEmpty else { return }
        for name in left {
            if try isKnown(name) {
                try keep(name)
                continue
            }
            let path = Self.terminated(name + Self.reserved)
            // SAFETY: the name ends with NUL.
            if unsafe tincay_file_is_left(descriptor, path) != 0 { _ = unsafe tincay_file_remove(descriptor, path) }
        }
        try sync()
    }

    /// Opens the folder, if it is not.
    private func open() throws(VaultError) {
        guard descriptor < 0 else { return }
        // SAFETY: the path ends with NUL.
        try VaultError.system(unsafe tincay_folder_open(path, &descriptor))
    }

    /// Opens a file under one of its names.
    private func file(_ name: [UInt8], _ ending: [UInt8]) throws(VaultError) -> (file: Int32, size: Int64) {
        var file: Int32 = -1
        var size: Int64 = 0
        let name = Self.terminated(name + ending)
        // SAFETY: the name ends with NUL; both results are ours.
        try VaultError.system(unsafe tincay_file_open(descriptor, name, &file, &size))
        return (file, size)
    }

    /// Gives a file another ending.
    private func rename(_ name: [UInt8], from: [UInt8], to: [UInt8]) throws(VaultError) {
        let old = Self.terminated(name + from)
        let new = Self.terminated(name + to)
        // SAFETY: both names end with NUL.
        try VaultError.system(unsafe tincay_file_rename(descriptor, old, new))
    }

    /// The reserved names in the folder, without their endings.
    private func reservedNames() throws(VaultError) -> [[UInt8]] {
        var listing = unsafe tincay_listing()
        // SAFETY: the listing is begun once and ended once; a name has room for its 256 bytes.
        try VaultError.system(unsafe tincay_listing_begin(descriptor, &listing))
        defer { unsafe tincay_listing_end(&listing) }
        var names: [[UInt8]] = []
        var name = [CChar](repeating: 0, count: 256)
        while unsafe tincay_listing_next(&listing, &name) != 0 {
            let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            guard bytes.count == Self.nameSize + Self.reserved.count,
                bytes.suffix(Self.reserved.count) == Self.reserved[...]
            else { continue }
            names.append([UInt8](bytes.prefix(Self.nameSize)))
        }
        return names
    }

    /// Bytes as the system takes them, with a NUL at their end.
    private static func terminated(_ bytes: [UInt8]) -> [CChar] {
        bytes.map { CChar(bitPattern: $0) } + [0]
    }
}
