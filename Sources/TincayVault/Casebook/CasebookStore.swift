import TincaySQLite

/// Where a desk's rows lie: all of its SQL, and nothing that knows what a row means.
///
/// Everything in a row is sealed or public. Keys and bodies lie under the number of the entry that filed the report,
/// so that no identifier stands in the file, rows are only ever added at the end, and no page with a key is divided.
/// A commit waits for every page that it changes: therefore a report's keys lie in the row of the entry that filed it, and
/// the end of the ledger in its last row.
final class CasebookStore {
    /// Marks the file as a desk: "TcDk".
    static let applicationID: Int32 = 0x5463_446B
    /// The layout that this library writes and reads.
    static let version: Int32 = 3
    /// Two sealed reports of the usual size share a page.
    private static let pageSize = 8192
    /// The tables, word for word as they stand in the file.
    static let schema: [StaticString] = [
        "CREATE TABLE desk (id INTEGER PRIMARY KEY CHECK (id = 1), header BLOB NOT NULL, setup BLOB NOT NULL) STRICT",
        """
        CREATE TABLE person (id BLOB PRIMARY KEY, slot BLOB NOT NULL, wrap BLOB NOT NULL, \
        endorsement BLOB NOT NULL) STRICT
        """,
        "CREATE TABLE generation (number INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT",
        "CREATE TABLE failure (id BLOB PRIMARY KEY, body BLOB NOT NULL) STRICT",
        "CREATE TABLE ledger (number INTEGER PRIMARY KEY, entry BLOB NOT NULL, key BLOB, head BLOB) STRICT",
        "CREATE TABLE body (number INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT",
        "CREATE TABLE form (id BLOB PRIMARY KEY, body BLOB NOT NULL) STRICT",
        "CREATE TABLE notice (id BLOB PRIMARY KEY, body BLOB NOT NULL) STRICT",
        "CREATE TABLE fold (number INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT",
        "CREATE TABLE facts_sieve (number INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT",
        "CREATE TABLE identity_sieve (number INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT",
        "CREATE TABLE file (number INTEGER PRIMARY KEY, key BLOB NOT NULL) STRICT",
    ]

    /// Where the tables are.
    let connection: Connection
    /// Whether the write-ahead log may still hold pages that were to be forgotten.
    private(set) var owesForgetting = false
    /// The keys of the report that the next entry files.
    var filedKey: (number: Int64, key: [UInt8])?
    /// The number of the row with the ledger's end, once it is known.
    var endNumber: Int64?
    /// Whether a report was added since the file was opened.
    var takesReports = false
    /// How many bytes of write-ahead log are taken ahead at a time, and how many a usual change needs at most.
    private static let logStep = 1 << 20, logLeast = 8 * 8192

    /// Makes an empty file without tables.
    convenience init(creating path: [UInt8]) throws(VaultError) {
        self.init(
            try VaultError.sqlite { () throws(SQLiteError) in
                try Connection(path: path, mode: .create, pageSize: Self.pageSize)
            })
    }

    /// Opens a desk's file, and refuses any other.
    convenience init(opening path: [UInt8], pageLimit: Int?) throws(VaultError) {
        let connection = try VaultError.sqlite { () throws(SQLiteError) in
            try Connection(path: path, mode: .open, applicationID: Self.applicationID, pageLimit: pageLimit)
        }
        let version = try VaultError.sqlite { () throws(SQLiteError) in try connection.userVersion() }
        guard version == Self.version else { throw version > Self.version ? .tooNew : .badFormat }
        try VaultError.sqlite { () throws(SQLiteError) in try connection.verifySchema(Self.schema) }
        self.init(connection)
    }

    /// Takes over a connection; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(_ connection: Connection) {
        self.connection = connection
    }

    /// Makes the tables, inside a transaction.
    func fill(header: [UInt8], setup: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            for sql in Self.schema { try connection.execute(sql) }
            try connection.setApplicationID(Self.applicationID)
            try connection.setUserVersion(Self.version)
            try run("INSERT INTO desk (id, header, setup) VALUES (1, ?1, ?2)", header, setup)
        }
    }

    /// Does all of a step's changes or none.
    func transaction<Result>(_ step: () throws(VaultError) -> Result) throws(VaultError) -> Result {
        if owesForgetting { try? forget() }
        // Who comes to look at a case needs no room, and who brings reports brings more. On a full disk the change itself tells
        // that there is none.
        if takesReports { try? connection.reserveLog(atLeast: Self.logLeast, step: Self.logStep) }
        let endNumber = endNumber
        do throws(VaultError) {
            return try connection.transaction(step)
        } catch {
            filedKey = nil
            self.endNumber = endNumber
            throw error
        }
    }

    /// Whether an interrupted run may have left older pages in the write-ahead log.
    var wasInterrupted: Bool { connection.wasInterrupted }

    /// Moves the write-ahead log into the file and empties it, so that no page of before remains beside the file.
    func forget() throws(VaultError) {
        owesForgetting = true
        try VaultError.sqlite { () throws(SQLiteError) in try connection.checkpoint() }
        owesForgetting = false
    }

    /// Does the same for a change that is on the disk already, and whose caller must be told what came of it: when it
    /// fails it is done before the next change, and at the latest when the file is closed or opened.
    func forgetSoon() {
        try? forget()
    }

    /// Gives up the pages in memory, so that what is read next is read from the file.
    func reread() throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in try connection.execute("PRAGMA shrink_memory") }
    }

    /// Closes and removes the file: for a creation that failed.
    func abandon() {
        connection.abandon()
    }

    /// Closes the file.
    func close() {
        connection.close()
    }

    /// Runs a statement with bytes for its parameters.
    func run(_ sql: StaticString, _ values: [UInt8]...) throws(SQLiteError) {
        let statement = try connection.statement(sql)
        for (place, value) in values.enumerated() { try statement.bind(value, at: place + 1) }
        try statement.run()
    }

    /// Runs a statement with a number and bytes for its parameters.
    func run(_ sql: StaticString, _ number: Int64, _ values: [UInt8]...) throws(SQLiteError) {
        let statement = try connection.statement(sql)
        try statement.bind(number, at: 1)
        for (place, value) in values.enumerated() { try statement.bind(value, at: place + 2) }
        try statement.run()
    }
}
