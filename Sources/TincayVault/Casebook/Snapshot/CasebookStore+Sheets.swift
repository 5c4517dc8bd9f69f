import TincaySQLite

extension CasebookStore {
    /// Adds a sheet of the snapshot.
    func addSheet(_ number: Int64, _ body: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run("INSERT INTO fold (number, body) VALUES (?1, ?2)", number, body)
        }
    }

    /// Overwrites a sheet where it lies; gives whether it was there.
    func replaceSheet(_ number: Int64, _ body: [UInt8]) throws(VaultError) -> Bool {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run("UPDATE fold SET body = ?2 WHERE number = ?1 AND length(body) = length(?2)", number, body)
            return connection.changes == 1
        }
    }

    /// Overwrites all sheets where they lie, and then takes them away.
    func clearSheets() throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run("UPDATE fold SET body = zeroblob(length(body))")
            try run("DELETE FROM fold")
        }
    }

    /// How many pages the file has: at least one for each sheet.
    func pageCount() throws(VaultError) -> Int64 {
        try VaultError.sqlite { () throws(SQLiteError) in try connection.integer(of: "PRAGMA page_count") }
    }

    /// Goes through the sheets in the order of their numbers.
    func walkSheets(
        _ step: (_ number: Int, _ sealed: UnsafeRawBufferPointer) throws(VaultError) -> Void
    ) throws(VaultError) {
        let statement = try VaultError.sqlite { () throws(SQLiteError) in
            try connection.statement("SELECT number, body FROM fold ORDER BY number")
        }
        defer { statement.reset() }
        while try VaultError.sqlite({ () throws(SQLiteError) in try statement.step() }) {
            let number = Int(statement.int64(0))
            // SAFETY: the bytes are looked at while the row is there.
            try unsafe statement.withBlob(1) { (sealed) throws(VaultError) in unsafe try step(number, sealed) }
        }
    }

    /// Whether there is any sheet.
    func hasSheets() throws(VaultError) -> Bool {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement("SELECT 1 FROM fold LIMIT 1")
            defer { statement.reset() }
            return try statement.step()
        }
    }

    /// The number of the ledger's first row; nil when it has none.
    func firstEntry() throws(VaultError) -> Int64? {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement("SELECT min(number) FROM ledger")
            defer { statement.reset() }
            guard try statement.step(), !statement.isNull(0) else { return nil }
            return statement.int64(0)
        }
    }
}
