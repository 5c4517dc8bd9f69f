import CSQLite

/// A compiled SQL statement, good until its connection is closed; then every call is an answer, not a crash.
///
/// Parameters count from 1 and columns from 0, as in SQLite.
@safe public final class Statement {
    /// Whose statement this is; the file stays open while the statement lives, unless it is closed.
    private let handle: Handle
    /// SQLite's statement; closing the connection ends it.
    private let statement: OpaquePointer

    /// Compiles one statement for keeping.
    convenience init(_ sql: StaticString, on handle: Handle) throws(SQLiteError) {
        var compiled: OpaquePointer?
        // SAFETY: a static string ends with NUL, and the connection is open.
        let status = unsafe sqlite3_prepare_v3(
            try handle.open(), Connection.pointer(to: sql), -1, UInt32(SQLITE_PREPARE_PERSISTENT),
            &compiled, nil)
        try handle.check(status)
        guard let compiled = unsafe compiled else { throw .misuse }
        unsafe self.init(compiled, handle)
    }

    /// Takes over a compiled statement; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(_ statement: OpaquePointer, _ handle: Handle) {
        self.handle = handle
        unsafe self.statement = statement
    }

    deinit {
        // SAFETY: a closed connection has ended the statement already.
        if unsafe handle.database != nil { unsafe sqlite3_finalize(statement) }
    }

    /// Sets a parameter to a number.
    public func bind(_ value: Int64, at index: Int) throws(SQLiteError) {
        let place = try begin(index)
        // SAFETY: the statement is alive; SQLite checks the place.
        try handle.check(unsafe sqlite3_bind_int64(statement, place, value))
    }

    /// Sets a parameter to a copy of bytes.
    public func bind(_ bytes: UnsafeRawBufferPointer, at index: Int) throws(SQLiteError) {
        let place = try begin(index)
        // SAFETY: the statement is alive; SQLite copies the bytes during the call.
        try handle.check(
            unsafe tincay_sqlite_bind_blob(statement, place, bytes.baseAddress, bytes.count))
    }

    /// Sets a parameter to a copy of bytes.
    public func bind(_ bytes: [UInt8], at index: Int) throws(SQLiteError) {
        let place = try begin(index)
        // SAFETY: the statement is alive; SQLite copies the bytes during the call.
        try handle.check(unsafe tincay_sqlite_bind_blob(statement, place, bytes, bytes.count))
    }

    /// Sets a parameter to NULL.
    public func bindNull(at index: Int) throws(SQLiteError) {
        let place = try begin(index)
        // SAFETY: the statement is alive.
        try handle.check(unsafe sqlite3_bind_null(statement, place))
    }

    /// Goes to the next row; gives whether there is one, and after the last the statement can be run again.
    public func step() throws(SQLiteError) -> Bool {
        _ = unsafe try handle.open()
        // SAFETY: the connection is open, hence the statement alive.
        let status = unsafe sqlite3_step(statement)
        if status == SQLITE_ROW { return true }
        defer { reset() }
        if status != SQLITE_DONE { try handle.check(status) }
        return false
    }

    /// Runs the statement to its end, leaves its rows unread, and makes it ready to be run again.
    public func run() throws(SQLiteError) {
        while try step() {}
    }

    /// Makes the statement ready to be run again and lets go of the rows; parameters keep their values.
    public func reset() {
        guard unsafe handle.database != nil else { return }
        // SAFETY: the statement is alive; what reset gives repeats the last step's error.
        unsafe sqlite3_reset(statement)
    }

    /// A column of the row as a number; 0 for NULL.
    public func int64(_ column: Int) -> Int64 {
        guard let column = place(column) else { return 0 }
        // SAFETY: the statement is alive and has the column.
        return unsafe sqlite3_column_int64(statement, column)
    }

    /// A copy of a column's bytes; empty for NULL.
    public func blob(_ column: Int) -> [UInt8] {
        // SAFETY: the bytes are copied before the row changes.
        unsafe withBlob(column) { unsafe [UInt8]($0) }
    }

    /// Lends a column's bytes, in SQLite's own memory, until `body` returns.
    public func withBlob<Result: ~Copyable, Failure: Error>(
        _ column: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let column = place(column) else {
            return try unsafe body(UnsafeRawBufferPointer(start: nil, count: 0))
        }
        // SAFETY: the statement is alive and has the column; the bytes stay while the row does.
        let start = unsafe sqlite3_column_blob(statement, column)
        let count = unsafe start == nil ? 0 : Int(sqlite3_column_bytes(statement, column))
        return try unsafe body(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// Whether a column of the row is NULL.
    public func isNull(_ column: Int) -> Bool {
        guard let column = place(column) else { return true }
        // SAFETY: the statement is alive and has the column.
        return unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
    }

    /// Checks that a parameter may be set now; a statement that has rows left is made ready first.
    private func begin(_ index: Int) throws(SQLiteError) -> Int32 {
        _ = unsafe try handle.open()
        // SAFETY: the connection is open, hence the statement alive.
        if unsafe sqlite3_stmt_busy(statement) != 0 { unsafe sqlite3_reset(statement) }
        guard let place = Int32(exactly: index) else { throw .misuse }
        return place
    }

    /// The column's number if the statement is alive and has it.
    private func place(_ column: Int) -> Int32? {
        guard unsafe handle.database != nil, let place = Int32(exactly: column), place >= 0 else {
            return nil
        }
        // SAFETY: the statement is alive.
        return unsafe place < sqlite3_data_count(statement) ? place : nil
    }
}
