import TincaySQLite

extension CasebookStore {
    /// What the file says before it is unlocked.
    func header() throws(VaultError) -> [UInt8] {
        try only("SELECT header FROM desk")
    }

    /// What the desk was set up with, sealed.
    func setup() throws(VaultError) -> [UInt8] {
        try only("SELECT setup FROM desk")
    }

    /// Where the ledger ends, as its last row says; empty when that says nothing.
    func end() throws(VaultError) -> [UInt8] {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement("SELECT number, head FROM ledger ORDER BY number DESC LIMIT 1")
            defer { statement.reset() }
            guard try statement.step() else { return [] }
            endNumber = statement.int64(0)
            return statement.blob(1)
        }
    }

    /// Says in the ledger's last row where it ends, and nowhere else any more.
    func setEnd(_ body: [UInt8], at number: Int64) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            if let endNumber { try run("UPDATE ledger SET head = NULL WHERE number = ?1", endNumber) }
            try run("UPDATE ledger SET head = ?2 WHERE number = ?1", number, body)
            guard connection.changes == 1 else { throw .notADatabase }
            endNumber = number
        }
    }

    /// Adds an entry's row at the end of the ledger.
    func addEntry(_ number: Int64, _ row: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            guard let filed = filedKey else {
                return try run("INSERT INTO ledger (number, entry) VALUES (?1, ?2)", number, row)
            }
            guard filed.number == number else { throw .misuse }
            filedKey = nil
            try run("INSERT INTO ledger (number, entry, key) VALUES (?1, ?2, ?3)", number, row, filed.key)
        }
    }

    /// An entry's row.
    func entry(_ number: Int64) throws(VaultError) -> [UInt8]? {
        try blob("SELECT entry FROM ledger WHERE number = ?1", number)
    }

    /// Goes through the ledger in the order of its numbers, from one on, until a step says that it has seen enough.
    func walk(
        from first: Int64 = .min, _ step: (_ number: Int64, _ row: [UInt8]) throws(VaultError) -> Bool
    ) throws(VaultError) {
        let statement = try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.prepare(
                "SELECT number, entry FROM ledger WHERE number >= ?1 ORDER BY number")
            try statement.bind(first, at: 1)
            return statement
        }
        defer { statement.reset() }
        while try VaultError.sqlite({ () throws(SQLiteError) in try statement.step() }) {
            guard try step(statement.int64(0), statement.blob(1)) else { return }
        }
    }

    /// Adds a report under the number of the entry that files it, which must be the next that is added.
    func addReport(_ number: Int64, key: [UInt8], body: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run("INSERT INTO body (number, body) VALUES (?1, ?2)", number, body)
        }
        filedKey = (number, key)
        takesReports = true
    }

    /// The keys of a report; all zero once they are destroyed.
    func key(_ number: Int64) throws(VaultError) -> [UInt8]? {
        try blob("SELECT key FROM ledger WHERE number = ?1 AND key IS NOT NULL", number)
    }

    /// A sealed report.
    func body(_ number: Int64) throws(VaultError) -> [UInt8]? {
        try blob("SELECT body FROM body WHERE number = ?1", number)
    }

    /// Overwrites the keys of a report where they lie, with others that take as many bytes.
    func replaceKey(_ number: Int64, _ key: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run("UPDATE ledger SET key = ?2 WHERE number = ?1 AND length(key) = length(?2)", number, key)
            guard connection.changes == 1 else { throw .notADatabase }
        }
    }

    /// Overwrites the keys of a report where they lie, and deletes what they opened.
    ///
    /// They take as many bytes as before, so that SQLite writes over them and moves nothing.
    func destroy(_ number: Int64, keySize: Int) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run(
                "UPDATE ledger SET key = ?2 WHERE number = ?1", number, [UInt8](repeating: 0, count: keySize))
            try run("DELETE FROM body WHERE number = ?1", number)
        }
    }

    /// Adds a form, or puts another row in its place.
    func setForm(_ id: [UInt8], _ body: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run("INSERT INTO form (id, body) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET body = ?2", id, body)
        }
    }

    /// A sealed form.
    func form(_ id: [UInt8]) throws(VaultError) -> [UInt8]? {
        try blob("SELECT body FROM form WHERE id = ?1", id)
    }

    /// The bytes of the row of an identifier.
    func blob(_ sql: StaticString, _ id: [UInt8]) throws(VaultError) -> [UInt8]? {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement(sql)
            defer { statement.reset() }
            try statement.bind(id, at: 1)
            return try statement.step() ? statement.blob(0) : nil
        }
    }

    /// The bytes of the row of a number.
    func blob(_ sql: StaticString, _ number: Int64) throws(VaultError) -> [UInt8]? {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement(sql)
            defer { statement.reset() }
            try statement.bind(number, at: 1)
            return try statement.step() ? statement.blob(0) : nil
        }
    }

    /// The bytes of a table's only row.
    private func only(_ sql: StaticString) throws(VaultError) -> [UInt8] {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement(sql)
            defer { statement.reset() }
            guard try statement.step() else { throw .notADatabase }
            return statement.blob(0)
        }
    }
}
