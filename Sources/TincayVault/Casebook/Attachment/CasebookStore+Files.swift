import TincaySQLite

extension CasebookStore {
    /// Where the file with the tables is.
    var location: [UInt8] { connection.location }

    /// Adds the key of a file under the number of the entry that tells of it.
    func addFile(_ number: Int64, key: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run("INSERT INTO file (number, key) VALUES (?1, ?2)", number, key)
        }
    }

    /// The key of a file; all zero once it is destroyed.
    func file(_ number: Int64) throws(VaultError) -> [UInt8]? {
        try blob("SELECT key FROM file WHERE number = ?1", number)
    }

    /// Overwrites the key of a file where it lies, as those of reports are.
    func destroyFile(_ number: Int64, keySize: Int) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run("UPDATE file SET key = ?2 WHERE number = ?1", number, [UInt8](repeating: 0, count: keySize))
        }
    }
}
