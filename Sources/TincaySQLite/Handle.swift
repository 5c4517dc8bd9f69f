import CSQLite

/// SQLite's connection, shared by a `Connection` and its statements so that neither outlives it.
@safe final class Handle {
    /// The connection; nil once closed, which everybody looks at before a call.
    private(set) var database: OpaquePointer?
    /// How many frames of the write-ahead log are in use, kept up by SQLite.
    private let frames: UnsafeMutablePointer<Int32>

    /// Takes over an open connection.
    init(_ database: OpaquePointer) {
        unsafe self.database = database
        unsafe frames = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
        unsafe frames.initialize(to: 0)
        // SAFETY: the connection is open, and closed before the number is freed.
        unsafe tincay_sqlite_watch(database, frames)
    }

    deinit {
        close()
        // SAFETY: the connection is closed, so nothing writes there any more.
        unsafe frames.deallocate()
    }

    /// How many frames of the write-ahead log are in use; the next ones are written behind them.
    var usedFrames: Int {
        // SAFETY: the number lives as long as this object.
        get { Int(unsafe frames.pointee) }
        set { unsafe frames.pointee = Int32(clamping: newValue) }
    }

    /// Ends every statement and the connection, and with it the write-ahead log; safe twice.
    func close() {
        guard let open = unsafe database else { return }
        // SAFETY: `open` is ours; a statement looks at `database` before it uses what is finalised here.
        while let statement = unsafe sqlite3_next_stmt(open, nil) { unsafe sqlite3_finalize(statement) }
        unsafe sqlite3_close_v2(open)
        unsafe database = nil
    }

    /// The connection, or an answer for a closed one.
    func open() throws(SQLiteError) -> OpaquePointer {
        guard let open = unsafe database else { throw .misuse }
        return unsafe open
    }

    /// Throws what a result code means, and returns for success.
    func check(_ code: Int32) throws(SQLiteError) {
        guard code != SQLITE_OK else { return }
        guard let open = unsafe database else { throw .misuse }
        // SAFETY: `open` is ours.
        throw SQLiteError(
            code: unsafe sqlite3_extended_errcode(open), systemError: unsafe sqlite3_system_errno(open))
    }
}
