import CSQLite

extension Connection {
    /// Makes the file when there is none; gives whether it did.
    static func prepareFile(at path: FilePath, mode: Mode) throws(SQLiteError) -> Bool {
        if mode == .create {
            do throws(SQLiteError) {
                try path.make()
                return true
            } catch {
                guard error == .exists else { throw error }
            }
        }
        do throws(SQLiteError) { try path.inspect() } catch {
            throw mode == .create ? .exists : error
        }
        return false
    }

    /// Opens a file that exists, for reading and writing or not at all.
    static func open(_ path: FilePath) throws(SQLiteError) -> Handle {
        var opened: OpaquePointer?
        let flags =
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE
            | SQLITE_OPEN_EXRESCODE
        // SAFETY: `path.bytes` ends with NUL; SQLite gives a connection even when it fails, unless memory is short.
        let status = unsafe sqlite3_open_v2(path.bytes, &opened, flags, nil)
        guard let connection = unsafe opened else { throw .noMemory }
        guard status == SQLITE_OK else {
            // SAFETY: the connection is closed exactly once, and not used after.
            let error = unsafe SQLiteError(code: status, systemError: sqlite3_system_errno(connection))
            unsafe sqlite3_close_v2(connection)
            throw error
        }
        // SAFETY: the connection is open; a file that may only be read is one that we do not take.
        guard unsafe sqlite3_db_readonly(connection, "main") == 0 else {
            unsafe sqlite3_close_v2(connection)
            throw .access
        }
        return unsafe Handle(connection)
    }

    /// Takes an empty file, or only the file that is asked for.
    func settle(mode: Mode, applicationID: Int32?, pageSize: Int) throws(SQLiteError) {
        switch mode {
        case .create:
            try execute(pragma: "PRAGMA page_size = ", Int64(pageSize))
            guard try integer(of: "PRAGMA page_count") == 0 else { throw .exists }
        case .open:
            if let applicationID {
                guard try self.applicationID() == applicationID else { throw .notADatabase }
            }
            try execute("PRAGMA journal_mode = WAL")
        }
    }

    /// Makes the connection durable, sparing with traces, and wary of what the file holds.
    func configure() throws(SQLiteError) {
        let open = unsafe try handle.open()
        // SAFETY: the connection is open.
        try handle.check(unsafe tincay_sqlite_harden(open))
        unsafe sqlite3_busy_timeout(open, 250)
        let limits: [(Int32, Int32)] = [
            (SQLITE_LIMIT_LENGTH, 128 << 20), (SQLITE_LIMIT_SQL_LENGTH, 1 << 16), (SQLITE_LIMIT_COLUMN, 64),
            (SQLITE_LIMIT_EXPR_DEPTH, 64), (SQLITE_LIMIT_COMPOUND_SELECT, 8), (SQLITE_LIMIT_VDBE_OP, 100_000),
            (SQLITE_LIMIT_FUNCTION_ARG, 16), (SQLITE_LIMIT_ATTACHED, 0),
            (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 64),
            (SQLITE_LIMIT_VARIABLE_NUMBER, 64), (SQLITE_LIMIT_TRIGGER_DEPTH, 1),
            (SQLITE_LIMIT_WORKER_THREADS, 0),
        ]
        for (name, limit) in limits {
            // SAFETY: the connection is open.
            unsafe sqlite3_limit(open, name, limit)
        }
        // The lock is taken at the first read and held until the file is closed, so no shared memory file is needed.
        try execute(
            """
            PRAGMA locking_mode = EXCLUSIVE;
            PRAGMA synchronous = FULL;
            PRAGMA secure_delete = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA mmap_size = 0;
            PRAGMA cell_size_check = ON;
            """)
    }

    /// Runs a pragma with a number, which cannot be bound.
    func execute(pragma: StaticString, _ value: Int64) throws(SQLiteError) {
        var sql: [CChar] = []
        for index in 0..<pragma.utf8CodeUnitCount {
            // SAFETY: the index is below the count of code units.
            unsafe sql.append(CChar(truncatingIfNeeded: pragma.utf8Start[index]))
        }
        for byte in String(value).utf8 { sql.append(CChar(truncatingIfNeeded: byte)) }
        sql.append(0)
        // SAFETY: the connection is open and `sql` ends with NUL.
        try handle.check(unsafe sqlite3_exec(try handle.open(), sql, nil, nil, nil))
    }

    /// A static string as C takes it.
    static func pointer(to text: StaticString) -> UnsafePointer<CChar> {
        // SAFETY: a static string of ours is stored as UTF-8 ended by NUL for the life of the process.
        unsafe UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
    }

    /// Undoes the running transaction; SQLite may have done so by itself.
    func rollBack() {
        guard let open = unsafe handle.database else { return }
        // SAFETY: the connection is open.
        if unsafe sqlite3_get_autocommit(open) == 0 { unsafe sqlite3_exec(open, "ROLLBACK", nil, nil, nil) }
    }
}
