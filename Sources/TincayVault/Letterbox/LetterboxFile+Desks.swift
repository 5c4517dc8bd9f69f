import TincaySQLite

extension LetterboxFile {
    /// What the box remembers of a desk; nothing yet of one that it does not have.
    func desk(_ id: [UInt8]) throws(VaultError) -> AnsweringDesk {
        let body = try VaultError.sqlite { () throws(SQLiteError) -> [UInt8] in
            let statement = try connection.statement("SELECT body FROM desk WHERE id = ?1 ORDER BY bit DESC LIMIT 1")
            defer { statement.reset() }
            try statement.bind(id, at: 1)
            return try statement.step() ? statement.blob(0) : []
        }
        // A row that somebody damaged is as one of a desk that has not answered yet: it must not hold up reports.
        if let desk = try? AnsweringDesk(body) { return desk }
        return try AnsweringDesk([])
    }

    /// Keeps what the box remembers of a desk that it has.
    func remember(_ desk: AnsweringDesk, _ id: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement("UPDATE desk SET body = ?2 WHERE id = ?1")
            try statement.bind(id, at: 1)
            try statement.bind(desk.bytes, at: 2)
            try statement.run()
        }
    }

    /// Which notices the box holds.
    func heldNotices(limit: Int) throws(VaultError) -> [HeldNotice] {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement("SELECT name, number FROM notice ORDER BY name LIMIT ?1")
            try statement.bind(Int64(limit), at: 1)
            var held: [HeldNotice] = []
            while try statement.step() {
                held.append(HeldNotice(name: statement.blob(0), number: UInt64(clamping: statement.int64(1))))
            }
            return held
        }
    }
}
