import CSQLite

/// SQLite's connection, shared by a `Connection` and its statements so that neither outlives it.
@safe final class Handle {
    /// The connection; nil once closed, which everybody looks at before a call.
    private(set) var database: OpaquePointer?

    /// Takes over an open connection.
    init(_ database: OpaquePointer) {
        unsafe self.database = database
    }

    deinit {
        close()
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
