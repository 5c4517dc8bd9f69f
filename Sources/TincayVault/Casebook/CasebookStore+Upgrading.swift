import TincaySQLite

extension CasebookStore {
    /// Brings a desk's file to the layout that this library writes, all of it or nothing, and refuses any other file.
    @_optimize(size) static func upgrade(_ connection: Connection) throws(VaultError) {
        let version = try VaultError.sqlite { () throws(SQLiteError) in try connection.userVersion() }
        guard version <= Self.version else { throw .tooNew }
        guard version > 0 else { throw .badFormat }
        if version == 1 {
            let tables = Array(schema.dropLast(added.count))
            try VaultError.sqlite { () throws(SQLiteError) in try connection.verifySchema(tables) }
            try connection.transaction { () throws(VaultError) in
                try VaultError.sqlite { () throws(SQLiteError) in
                    for sql in added { try connection.execute(sql) }
                    try connection.setUserVersion(Self.version)
                }
            }
        }
        try VaultError.sqlite { () throws(SQLiteError) in try connection.verifySchema(schema) }
    }
}
