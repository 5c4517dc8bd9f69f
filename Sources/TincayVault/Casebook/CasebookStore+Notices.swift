import TincaySQLite

extension CasebookStore {
    /// The sealed notice of a name.
    func notice(_ id: [UInt8]) throws(VaultError) -> [UInt8]? {
        try blob("SELECT body FROM notice WHERE id = ?1", id)
    }

    /// Puts a sealed notice in the place of the one that had its name.
    func setNotice(_ id: [UInt8], _ body: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run("INSERT OR REPLACE INTO notice (id, body) VALUES (?1, ?2)", id, body)
        }
    }
}
