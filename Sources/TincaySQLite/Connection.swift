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

    /// SQLite's side of it.
    let handle: Handle
    /// Where the file is.
    let path: FilePath
    /// Whether the file had a write-ahead log when it was opened: of a process that did not come to close it.
    public let wasInterrupted: Bool
    /// How many bytes the write-ahead log is known to have on the disk, used or not.
    var logSize = 0
    /// How many bytes a frame of the write-ahead log has: a page and 24 more.
    lazy var frameSize = 24 + Int((try? integer(of: "PRAGMA page_size")) ?? 4096)
    /// How a transaction begins.
    ///
    /// While a file is being made, beginning writes nothing: some settings are taken only before the first page is there.
    private let begin: StaticString
    /// The statements that are used again and again, each known by where its SQL stands in memory.
    private var kept: [(place: UInt, statement: Statement)] = []

    /// Opens or creates the file.
    ///
    /// A file is created with mode 0600 and stays in rollback-journal mode until it is opened the next time, so that
    /// making tables and first rows in one `transaction` leaves either all of them or an empty file.
    /// An opened file is in write-ahead mode. `pageSize` counts only when the file is created, `pageLimit` bounds
    /// its growth for tests. An `applicationID` is asked of a file that is opened before anything in it is touched,
    /// so that another program's database stays as it is.
    public convenience init(
        path: [UInt8], mode: Mode, applicationID: Int32? = nil, pageSize: Int = 4096, pageLimit: Int? = nil
    ) throws(SQLiteError) {
        let path = try FilePath(path)
        let made = try Self.prepareFile(at: path, mode: mode)
        let hasLog = path.hasLog
        let handle: Handle
        do throws(SQLiteError) { handle = try Self.open(path) } catch {
            if made { path.remove() }
            throw error
        }
        self.init(handle, path, hasLog, begin: mode == .create ? "BEGIN" : "BEGIN IMMEDIATE")
        do throws(SQLiteError) {
            try configure()
            try settle(mode: mode, applicationID: applicationID, pageSize: pageSize)
            if let pageLimit { try execute(pragma: "PRAGMA max_page_count = ", Int64(pageLimit)) }
        } catch {
            close()
            if made { path.remove() }
            // Whatever is there and is not empty is somebody's file, also when it is no database.
            throw mode == .create && error == .notADatabase ? .exists : error
        }
    }

    /// Takes over an open database; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(_ handle: Handle, _ path: FilePath, _ wasInterrupted: Bool, begin: StaticString) {
        self.handle = handle
        self.path = path
        self.wasInterrupted = wasInterrupted
        self.begin = begin
    }

    deinit {
        close()
    }

    /// Ends every statement and the connection, and empties the write-ahead log; safe twice.
    public func close() {
        kept = []
        handle.close()
    }

    /// Closes and removes the file: for a creation that failed.
    public func abandon() {
        close()
        path.remove()
    }

    /// Runs SQL that gives no rows or whose rows do not matter.
    public func execute(_ sql: StaticString) throws(SQLiteError) {
        // SAFETY: a static string ends with NUL and outlives the call.
        try handle.check(unsafe sqlite3_exec(try handle.open(), Self.pointer(to: sql), nil, nil, nil))
    }

    /// Compiles one SQL statement, to be kept and used again.
    public func prepare(_ sql: StaticString) throws(SQLiteError) -> Statement {
        try Statement(sql, on: handle)
    }

    /// The connection's own statement of some SQL, compiled at its first use and ready to be run.
    ///
    /// For statements that are run to their end at once: the same SQL at the same place of a program gives the same
    /// statement, and rows left unread would stand in the way of a checkpoint.
    public func statement(_ sql: StaticString) throws(SQLiteError) -> Statement {
        // SAFETY: the pointer is taken as a number and not read.
        let place = unsafe UInt(bitPattern: sql.utf8Start)
        if let known = kept.first(where: { $0.place == place }) {
            known.statement.reset()
            return known.statement
        }
        let statement = try prepare(sql)
        kept.append((place, statement))
        return statement
    }

    /// Does all of `body`'s changes or none: they are on the disk when this returns, and undone when it throws.
    ///
    /// Transactions do not nest.
    public func transaction<Result, Failure: SQLiteFailure>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        do throws(SQLiteError) { try statement(begin).run() } catch { throw Failure(error) }
        let result: Result
        do throws(Failure) { result = try body() } catch {
            rollBack()
            throw error
        }
        do throws(SQLiteError) { try statement("COMMIT").run() } catch {
            rollBack()
            throw Failure(error)
        }
        return result
    }

    /// Where the file is: its absolute path, its folder free of links.
    public var location: [UInt8] { path.bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) } }

    /// How many rows the last statement inserted, changed or deleted.
    public var changes: Int {
        guard let open = unsafe handle.database else { return 0 }
        // SAFETY: `open` is ours.
        return Int(unsafe sqlite3_changes(open))
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
}
