/// An error that can stand for one of SQLite's, so that a transaction and the work in it throw the same type.
public protocol SQLiteFailure: Error {
    /// Says an error of SQLite in this type's words.
    init(_ error: SQLiteError)
}

extension SQLiteError: SQLiteFailure {
    /// Is the error itself.
    public init(_ error: SQLiteError) {
        self = error
    }
}
