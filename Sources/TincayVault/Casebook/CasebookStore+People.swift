import TincaySQLite

extension CasebookStore {
    /// The most people, and generations of keys, of a file that this library has written.
    static let mostRows = 4096
    /// The most numbers of whom wrong passphrases are remembered.
    private static let mostFailures: Int64 = 256

    /// Lets a person in, or puts another row in the place of the person's.
    func setPerson(_ row: PersonRow) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run(
                """
                INSERT INTO person (id, slot, wrap, endorsement) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT (id) DO UPDATE SET slot = ?2, wrap = ?3, endorsement = ?4
                """, row.id, row.slot, row.wrap, row.endorsement)
        }
    }

    /// Takes a person's row away, with what is remembered of wrong passphrases.
    func removePerson(_ id: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run("DELETE FROM person WHERE id = ?1", id)
            try run("DELETE FROM failure WHERE id = ?1", id)
        }
    }

    /// A person's row.
    func person(_ id: [UInt8]) throws(VaultError) -> PersonRow? {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement("SELECT slot, wrap, endorsement FROM person WHERE id = ?1")
            defer { statement.reset() }
            try statement.bind(id, at: 1)
            guard try statement.step() else { return nil }
            return PersonRow(id: id, slot: statement.blob(0), wrap: statement.blob(1), endorsement: statement.blob(2))
        }
    }

    /// Every row of the table of people.
    func people() throws(VaultError) -> [PersonRow] {
        var rows: [PersonRow] = []
        let statement = try VaultError.sqlite { () throws(SQLiteError) in
            try connection.statement("SELECT id, slot, wrap, endorsement FROM person ORDER BY id")
        }
        defer { statement.reset() }
        while try VaultError.sqlite({ () throws(SQLiteError) in try statement.step() }) {
            guard rows.count < Self.mostRows else { throw .tampered }
            rows.append(
                PersonRow(
                    id: statement.blob(0), slot: statement.blob(1), wrap: statement.blob(2),
                    endorsement: statement.blob(3)))
        }
        return rows
    }

    /// What is remembered of somebody's wrong passphrases.
    func failures(of id: [UInt8]) throws(VaultError) -> FailedUnlocks? {
        guard let row = try blob("SELECT body FROM failure WHERE id = ?1", id) else { return nil }
        return try FailedUnlocks(row)
    }

    /// What is remembered of everybody's wrong passphrases.
    func failures() throws(VaultError) -> [(id: [UInt8], failures: FailedUnlocks)] {
        var found: [(id: [UInt8], failures: FailedUnlocks)] = []
        let statement = try VaultError.sqlite { () throws(SQLiteError) in
            try connection.statement("SELECT id, body FROM failure ORDER BY id")
        }
        defer { statement.reset() }
        while try VaultError.sqlite({ () throws(SQLiteError) in try statement.step() }) {
            guard found.count <= Int(Self.mostFailures), statement.blob(0).count == 16 else { throw .badFormat }
            found.append((statement.blob(0), try FailedUnlocks(statement.blob(1))))
        }
        return found
    }

    /// Remembers somebody's wrong passphrases; when too many names were tried, those of nobody here are forgotten.
    func setFailures(_ failures: FailedUnlocks, of id: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            if try connection.integer(of: "SELECT count(*) FROM failure") >= Self.mostFailures {
                try run(
                    """
                    DELETE FROM failure WHERE id = (SELECT id FROM failure WHERE id <> ?1 AND id NOT IN
                    (SELECT id FROM person) ORDER BY rowid LIMIT 1)
                    """, id)
            }
            try run(
                "INSERT INTO failure (id, body) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET body = ?2", id,
                failures.bytes)
        }
    }

    /// Takes back a try that was counted beforehand and was right.
    func takeBack(_ failures: FailedUnlocks, of id: [UInt8]) throws(VaultError) {
        try transaction { () throws(VaultError) in try setFailures(failures, of: id) }
    }

    /// Forgets somebody's wrong passphrases.
    func removeFailures(of id: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in try run("DELETE FROM failure WHERE id = ?1", id) }
    }

    /// Every generation of the keys, from the first on and without gaps.
    func generations() throws(VaultError) -> [GenerationRow] {
        var rows: [GenerationRow] = []
        let statement = try VaultError.sqlite { () throws(SQLiteError) in
            try connection.statement("SELECT number, body FROM generation ORDER BY number")
        }
        defer { statement.reset() }
        while try VaultError.sqlite({ () throws(SQLiteError) in try statement.step() }) {
            guard rows.count < Self.mostRows, statement.int64(0) == Int64(rows.count + 1) else { throw .tampered }
            rows.append(try GenerationRow(statement.blob(1)))
        }
        return rows
    }

    /// Adds a generation, or puts another row in its place.
    func setGeneration(_ number: UInt32, _ row: GenerationRow) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run(
                "INSERT INTO generation (number, body) VALUES (?1, ?2) ON CONFLICT (number) DO UPDATE SET body = ?2",
                Int64(number), row.bytes)
        }
    }

    /// Puts what the desk was set up with under another key.
    func setSetup(_ setup: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in try run("UPDATE desk SET setup = ?1", setup) }
    }

    /// Puts an entry under another key; it is as long as before.
    func replaceEntry(_ number: Int64, _ row: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run("UPDATE ledger SET entry = ?2 WHERE number = ?1 AND length(entry) = length(?2)", number, row)
            guard connection.changes == 1 else { throw .notADatabase }
        }
    }

    /// Puts a form under another key, which also names its row.
    func replaceForm(_ id: [UInt8], by newID: [UInt8], _ body: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run("UPDATE form SET id = ?2, body = ?3 WHERE id = ?1", id, newID, body)
        }
    }

    /// Takes a notice's row away.
    func removeNotice(_ id: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in try run("DELETE FROM notice WHERE id = ?1", id) }
    }
}
