import CSQLite

/// One SQLite file, held by this connection alone until it is closed.
///
/// The file is taken for hostile: nothing in its schema runs, and a damaged or foreign file is an error.
/// Commits are on the disk when they return. Not for use by two threads at once.
@safe public final class Connection {
    /// What a connection expects at its path.
    public enum Mode: Sendable {
        /// No file, or the empty one that an interrupted creation leaves.
        case create
        /// A database.
        case open
    }

    /// SQLite's connection; nil once closed.
    private(set) var database: OpaquePointer?
    /// Where the file is.
    private let path: FilePath

    /// Opens or creates the file.
    ///
    /// A file is created with mode 0600 and stays in rollback-journal mode until it is opened the next time, so that
    /// making tables and first rows in one `transaction` leaves either all of them or an empty file.
    /// An opened file is in write-ahead mode. `pageSize` counts only when the file is created, `pageLimit` bounds
    /// its growth for tests. An `applicationID` is asked of a file that is opened
    /// before anything in it is touched, so that another program's database stays as it is.
    public init(
        path: [UInt8], mode: Mode, applicationID: Int32? = nil, pageSize: Int = 4096, pageLimit: Int? = nil
    ) throws(SQLiteError) {
        self.path = try FilePath(path)
        let made = try Self.prepareFile(at: self.path, mode: mode)
        do throws(SQLiteError) {
            unsafe database = try Self.open(self.path)
            try configure()
            if mode == .create {
                try execute(pragma: "PRAGMA page_size = ", Int64(pageSize))
                guard try integer(of: "PRAGMA page_count") == 0 else { throw .exists }
            } else {
                if let applicationID {
                    guard try self.applicationID() == applicationID else { throw .notADatabase }
                }
                try execute("PRAGMA journal_mode = WAL")
            }
            if let pageLimit { try execute(pragma: "PRAGMA max_page_count = ", Int64(pageLimit)) }
        } catch {
            close()
            if made { self.path.remove() }
            // Whatever is there and is not empty is somebody's file, also when it is no database.
            throw mode == .create && error == .notADatabase ? .exists : error
        }
    }

    deinit {
        close()
    }

    /// Ends every statement and the connection, and empties the write-ahead log; safe twice.
    public func close() {
        guard let open = unsafe database else { return }
        // SAFETY: `open` is ours; statements look at `database` before they use what is finalised here.
        while let statement = unsafe sqlite3_next_stmt(open, nil) { unsafe sqlite3_finalize(statement) }
        unsafe sqlite3_close_v2(open)
        unsafe database = nil
    }

    /// Closes and removes the file: for a creation that failed.
    public func abandon() {
        close()
        path.remove()
    }

    /// Runs SQL that gives no rows or whose rows do not matter.
    public func execute(_ sql: StaticString) throws(SQLiteError) {
        // SAFETY: a static string ends with NUL and outlives the call.
        try check(unsafe sqlite3_exec(try handle(), Self.pointer(to: sql), nil, nil, nil))
    }

    /// Compiles one SQL statement, to be kept and used again.
    public func prepare(_ sql: StaticString) throws(SQLiteError) -> Statement {
        try Statement(sql, on: self)
    }

    /// Does all of `body`'s changes or none: they are on the disk when this returns, and undone when it throws.
    ///
    /// Transactions do not nest.
    public func transaction<Result, Failure: SQLiteFailure>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        do throws(SQLiteError) { try execute("BEGIN IMMEDIATE") } catch { throw Failure(error) }
        let result: Result
        do throws(Failure) { result = try body() } catch {
            rollBack()
            throw error
        }
        do throws(SQLiteError) { try execute("COMMIT") } catch {
            rollBack()
            throw Failure(error)
        }
        return result
    }

    /// How many rows the last statement inserted, changed or deleted.
    public var changes: Int {
        guard let open = unsafe database else { return 0 }
        // SAFETY: `open` is ours.
        return Int(unsafe sqlite3_changes(open))
    }

    /// Moves the write-ahead log into the file and cuts it to nothing, so that no older version of a page remains.
    public func checkpoint() throws(SQLiteError) {
        // SAFETY: the connection is open.
        try check(unsafe sqlite3_wal_checkpoint_v2(try handle(), nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil))
    }

    /// The mark that tells whose file this is; 0 when none was set.
    public func applicationID() throws(SQLiteError) -> Int32 {
        Int32(truncatingIfNeeded: try integer(of: "PRAGMA application_id"))
    }

    /// The version of the file's layout; 0 when none was set.
    public func userVersion() throws(SQLiteError) -> Int32 {
        Int32(truncatingIfNeeded: try integer(of: "PRAGMA user_version"))
    }

    /// Sets the mark that tells whose file this is, inside the running transaction if there is one.
    public func setApplicationID(_ value: Int32) throws(SQLiteError) {
        try execute(pragma: "PRAGMA application_id = ", Int64(value))
    }

    /// Sets the version of the file's layout, inside the running transaction if there is one.
    public func setUserVersion(_ value: Int32) throws(SQLiteError) {
        try execute(pragma: "PRAGMA user_version = ", Int64(value))
    }

    /// The one number that a statement gives.
    public func integer(of sql: StaticString) throws(SQLiteError) -> Int64 {
        let statement = try prepare(sql)
        guard try statement.step() else { throw .notADatabase }
        let value = statement.int64(0)
        statement.reset()
        return value
    }

    /// Fails unless the file's schema is exactly these `CREATE` statements, in the order in which they were run.
    public func verifySchema(_ expected: [StaticString]) throws(SQLiteError) {
        let statement = try prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
        for sql in expected {
            guard try statement.step() else { throw .notADatabase }
            // SAFETY: the bytes are compared while the row is there.
            let same = unsafe statement.withBlob(0) { bytes in
                unsafe bytes.elementsEqual(
                    UnsafeBufferPointer(start: sql.utf8Start, count: sql.utf8CodeUnitCount))
            }
            guard same else { throw .notADatabase }
        }
        guard try !statement.step() else { throw .notADatabase }
    }

    /// SQLite's connection, or an answer for a closed one.
    func handle() throws(SQLiteError) -> OpaquePointer {
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
