import TincayCrypto
import TincaySQLite

/// A box's SQLite file: its tables and the statements on them.
///
/// A slot's number is its only order. Marks are kept beside the slots, so that counting who covered a slot does not
/// rewrite the slot; today's slots have one only while some desks, but not all, have covered them.
final class LetterboxFile {
    /// Marks the file as a box: "TcBx".
    static let applicationID: Int32 = 0x5463_4278
    /// The layout that this library writes.
    static let version: Int32 = 3
    /// The tables, word for word as they stand in the file.
    static let schema: [StaticString] = [
        "CREATE TABLE setup (id INTEGER PRIMARY KEY CHECK (id = 1), seed BLOB NOT NULL, body BLOB NOT NULL) STRICT",
        "CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1), body BLOB NOT NULL) STRICT",
        "CREATE TABLE slot (number INTEGER PRIMARY KEY, id BLOB NOT NULL, envelope BLOB NOT NULL) STRICT",
        "CREATE TABLE mark (number INTEGER PRIMARY KEY, since INTEGER NOT NULL, covered INTEGER NOT NULL) STRICT",
        "CREATE TABLE desk (bit INTEGER PRIMARY KEY, id BLOB NOT NULL, body BLOB NOT NULL) STRICT",
        "CREATE TABLE notice (name TEXT PRIMARY KEY, number INTEGER NOT NULL, body BLOB NOT NULL) STRICT",
    ]

    /// Where the tables are.
    let connection: Connection
    /// How many bytes of write-ahead log are taken ahead whenever it was emptied; 0 until the setup is known.
    var ahead = 0
    /// Whether the write-ahead log may still hold pages that were to be forgotten.
    var owesForgetting = false

    /// Makes an empty file without tables.
    convenience init(creating path: [UInt8]) throws(VaultError) {
        self.init(
            try VaultError.sqlite { () throws(SQLiteError) in try Connection(path: path, mode: .create) })
    }

    /// Opens a box's file, and refuses any other.
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

    /// Makes the tables and writes the setup, inside a transaction.
    func fill(
        seed: borrowing SecretBytes, setup: [UInt8], desks: [Recipient], state: LetterboxState
    ) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            // Together with the tables: by itself it would write a page, and be left alone by a power cut.
            try connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            for sql in Self.schema { try connection.execute(sql) }
            try connection.setApplicationID(Self.applicationID)
            try connection.setUserVersion(Self.version)
            let stating = try connection.statement("INSERT INTO state (id, body) VALUES (1, ?1)")
            try stating.bind(state.bytes, at: 1)
            try stating.run()
            let insertion = try connection.statement("INSERT INTO setup (id, seed, body) VALUES (1, ?1, ?2)")
            // SAFETY: SQLite copies the seed, which is to stand in the file.
            try unsafe seed.withBytes { bytes throws(SQLiteError) in try unsafe insertion.bind(bytes, at: 1) }
            try insertion.bind(setup, at: 2)
            try insertion.run()
            // The bit of a desk is its place in the setup, until a directory says otherwise.
            let numbering = try connection.statement("INSERT INTO desk (bit, id, body) VALUES (?1, ?2, x'')")
            for (bit, desk) in desks.enumerated() {
                try numbering.bind(Int64(bit), at: 1)
                try numbering.bind(desk.deskID, at: 2)
                try numbering.run()
            }
        }
    }

    /// The setup as it was written.
    func setup() throws(VaultError) -> [UInt8] {
        try VaultError.sqlite { () throws(SQLiteError) in try row("SELECT body FROM setup").blob(0) }
    }

    /// The seed of the point's signing key.
    func seed() throws(VaultError) -> SecretBytes {
        let row = try VaultError.sqlite { () throws(SQLiteError) in try self.row("SELECT seed FROM setup") }
        return try VaultError.crypto { () throws(CryptoError) in
            // SAFETY: the bytes are copied into secret memory while the row is there.
            try unsafe row.withBlob(0) { bytes throws(CryptoError) in try unsafe SecretBytes(copying: bytes) }
        }
    }

    /// The state as it was written last.
    func state() throws(VaultError) -> [UInt8] {
        try VaultError.sqlite { () throws(SQLiteError) in try row("SELECT body FROM state").blob(0) }
    }

    /// Overwrites the state.
    func save(_ state: LetterboxState) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement("UPDATE state SET body = ?1 WHERE id = 1")
            try statement.bind(state.bytes, at: 1)
            try statement.run()
            guard connection.changes == 1 else { throw .notADatabase }
        }
    }

    /// Moves the write-ahead log into the file and empties it, so that no page of before remains beside the file.
    func forget() throws(VaultError) {
        owesForgetting = true
        // Also when it fails: a day that could not be forgotten yet has urgent reports as well.
        defer { try? connection.reserveLog(ahead) }
        try VaultError.sqlite { () throws(SQLiteError) in try connection.checkpoint() }
        owesForgetting = false
    }

    /// Gives pages that hold nothing back to the file system.
    func shrink() throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in try connection.execute("PRAGMA incremental_vacuum")
        }
    }

    /// What a step reads; nil when a page that it needs is damaged.
    func unlessDamaged<Result>(_ step: () throws(VaultError) -> Result) throws(VaultError) -> Result? {
        do throws(VaultError) { return try step() } catch {
            guard error == .badFormat else { throw error }
            return nil
        }
    }

    /// The first row of a query that must have one.
    func row(_ sql: StaticString) throws(SQLiteError) -> Statement {
        let statement = try connection.prepare(sql)
        guard try statement.step() else { throw .notADatabase }
        return statement
    }
}
