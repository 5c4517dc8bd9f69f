/// Why SQLite did not do what it was asked.
public enum SQLiteError: Error, Equatable, Sendable {
    /// The system gave no memory.
    case noMemory
    /// There is no such file, and none was to be made.
    case notFound
    /// A file is already there.
    case exists
    /// Another connection holds the file.
    case busy
    /// The file or folder may not be read or written.
    case access
    /// The disk has no room left.
    case diskFull
    /// The disk or the file system failed.
    case inputOutput
    /// The file is not a database, or a damaged one.
    case notADatabase
    /// A value is too large for a row.
    case tooLarge
    /// A constraint of a table does not hold.
    case constraint
    /// Anything else: a defect of ours.
    case misuse
}
