import CSQLite

/// The path of a database file as the system takes it: absolute, its folder free of links, ended by NUL.
struct FilePath {
    /// The path's bytes and their NUL.
    let bytes: [CChar]

    /// Follows the links in the folder's path; the file itself need not exist.
    init(_ path: [UInt8]) throws(SQLiteError) {
        guard !path.isEmpty, !path.contains(0) else { throw .notFound }
        let given = path.map { CChar(truncatingIfNeeded: $0) } + [0]
        var resolved = [CChar](repeating: 0, count: Int(TINCAY_SQLITE_PATH_SIZE))
        // SAFETY: `given` ends with NUL and `resolved` has the room that the wrapper asks for.
        let status = unsafe tincay_sqlite_resolve(given, &resolved)
        guard status == 0 else { throw SQLiteError(systemError: status) }
        bytes = resolved
    }

    /// Makes an empty file of mode 0600, and fails when anything is there already.
    func make() throws(SQLiteError) {
        // SAFETY: `bytes` ends with NUL.
        let status = unsafe tincay_sqlite_make(bytes)
        guard status == 0 else { throw SQLiteError(systemError: status) }
    }

    /// Fails unless a regular file is there, which is no link.
    func inspect() throws(SQLiteError) {
        // SAFETY: `bytes` ends with NUL.
        let status = unsafe tincay_sqlite_inspect(bytes)
        guard status == 0 else { throw SQLiteError(systemError: status) }
    }

    /// Removes the file and what SQLite may have laid beside it.
    func remove() {
        // SAFETY: every array ends with NUL.
        unsafe unlink(bytes)
        for suffix: StaticString in ["-wal", "-shm", "-journal"] { unsafe unlink(beside(suffix)) }
    }

    /// Whether there is a write-ahead log with anything in it, or something that cannot be looked at.
    var hasLog: Bool {
        let (size, error) = lengthenLog(to: 0)
        return size > 0 || (error != 0 && error != ENOENT)
    }

    /// Writes zeros behind the write-ahead log's end until it has `size` bytes, as far as there is room; gives how many
    /// bytes it has then, and the system's error number when it could not be made longer.
    func lengthenLog(to size: Int) -> (size: Int, error: Int32) {
        var error: Int32 = 0
        // SAFETY: the array ends with NUL.
        let size = unsafe tincay_sqlite_lengthen(beside("-wal"), off_t(clamping: size), &error)
        return (Int(clamping: size), error)
    }

    /// The path of a file beside this one.
    private func beside(_ suffix: StaticString) -> [CChar] {
        var path = Array(bytes.prefix { $0 != 0 })
        for index in 0..<suffix.utf8CodeUnitCount {
            // SAFETY: the index is below the count of code units.
            unsafe path.append(CChar(truncatingIfNeeded: suffix.utf8Start[index]))
        }
        path.append(0)
        return path
    }
}
