import CSQLite

extension SQLiteError {
    /// Reads SQLite's extended result code, and the system's error number where that says more.
    init(code: Int32, systemError: Int32) {
        switch code & 0xff {
        case SQLITE_NOMEM: self = tincay_sqlite_has_memory() != 0 ? .notADatabase : .noMemory
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH: self = .access
        case SQLITE_FULL: self = .diskFull
        // Our own SQL never changes and is tested, so an error in it is a file whose format or schema is another one.
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT, SQLITE_ERROR, SQLITE_SCHEMA: self = .notADatabase
        case SQLITE_TOOBIG: self = .tooLarge
        case SQLITE_CONSTRAINT, SQLITE_MISMATCH: self = .constraint
        case SQLITE_CANTOPEN, SQLITE_IOERR:
            // 12 << 8 is SQLITE_IOERR_NOMEM's detail; the macro is an expression that Swift does not import.
            self =
                code == SQLITE_IOERR | (12 << 8) ? .noMemory : SQLiteError(systemError: systemError)
        default: self = .misuse
        }
    }

    /// Reads the system's error number of a call on a file.
    public init(systemError: Int32) {
        switch systemError {
        case ENOENT, ENOTDIR: self = .notFound
        case EEXIST: self = .exists
        case EACCES, EPERM, EROFS, EISDIR, ELOOP, ENAMETOOLONG, ETXTBSY: self = .access
        case ENOSPC, EDQUOT, EFBIG: self = .diskFull
        case ENOMEM: self = .noMemory
        case EINVAL: self = .notADatabase
        default: self = .inputOutput
        }
    }
}
