import TincaySQLite

extension LetterboxFile {
    /// Brings a file of the first layout to the latest, all of it or nothing.
    @_optimize(size) func upgrade(desks: [Recipient], state: LetterboxState) throws(VaultError) {
        guard try isOutdated() else { return }
        try connection.transaction { () throws(VaultError) in
            try VaultError.sqlite { () throws(SQLiteError) in
                for sql in Self.schema.dropFirst(Self.firstSchemaCount) { try connection.execute(sql) }
                try connection.setUserVersion(Self.version)
            }
            try number(desks)
            try save(state)
        }
    }

    /// Whether the file is of an earlier layout than the latest.
    @_optimize(size) func isOutdated() throws(VaultError) -> Bool {
        try VaultError.sqlite { () throws(SQLiteError) in try connection.userVersion() } < Self.version
    }

    /// Gives each desk the bit that its place in the setup stands for.
    @_optimize(size) func number(_ desks: [Recipient]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            let insertion = try connection.prepare("INSERT INTO desk (bit, id, body) VALUES (?1, ?2, x'')")
            for (bit, desk) in desks.enumerated() {
                insertion.reset()
                try insertion.bind(Int64(bit), at: 1)
                try insertion.bind(desk.deskID, at: 2)
                try insertion.run()
            }
        }
    }
}
