public import TincaySQLite

extension VaultError: SQLiteFailure {
    /// Says an error of the file in the vault's words.
    public init(_ error: SQLiteError) {
        switch error {
        case .noMemory: self = .noMemory
        case .notFound: self = .notFound
        case .exists: self = .exists
        case .busy: self = .busy
        case .access: self = .access
        case .diskFull: self = .diskFull
        case .inputOutput: self = .inputOutput
        case .notADatabase: self = .badFormat
        case .tooLarge: self = .tooLarge
        // Values are checked before they are stored, so only a file that somebody edited can break a table's rules.
        case .constraint: self = .badFormat
        case .misuse: self = .defect
        }
    }
}

extension VaultError {
    /// Does what may fail with SQLite's error, and fails with the vault's.
    static func sqlite<Result: ~Copyable>(
        _ body: () throws(SQLiteError) -> Result
    ) throws(VaultError) -> Result {
        do throws(SQLiteError) { return try body() } catch { throw VaultError(error) }
    }
}
