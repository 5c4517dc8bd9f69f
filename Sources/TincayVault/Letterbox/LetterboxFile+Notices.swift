import TincaySQLite

extension LetterboxFile {
    /// Every notice that is kept.
    func notices() throws(VaultError) -> [[UInt8]] {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.prepare("SELECT body FROM notice ORDER BY name")
            var found: [[UInt8]] = []
            while try statement.step() { found.append(statement.blob(0)) }
            return found
        }
    }

    /// Puts a notice in the place of the one that had its name.
    func setNotice(_ name: [UInt8], number: Int64, _ body: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement(
                "INSERT OR REPLACE INTO notice (name, number, body) VALUES (CAST(?1 AS TEXT), ?2, ?3)")
            try statement.bind(name, at: 1)
            try statement.bind(number, at: 2)
            try statement.bind(body, at: 3)
            try statement.run()
        }
    }

    /// Which bit stands for which desk.
    func seats() throws(VaultError) -> [LetterboxSeat] {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.prepare("SELECT bit, id FROM desk ORDER BY bit")
            var seats: [LetterboxSeat] = []
            while try statement.step() {
                let bit = statement.int64(0)
                guard (0..<Int64(DirectoryDesk.most)).contains(bit) else { throw .notADatabase }
                seats.append(LetterboxSeat(deskID: statement.blob(1), bit: bit))
            }
            return seats
        }
    }

    /// Takes a desk's bit out of every mark, so that another desk can have it.
    func remove(_ seat: LetterboxSeat) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            let clearing = try connection.statement("UPDATE mark SET covered = covered & ~?1 WHERE covered & ?1 != 0")
            try clearing.bind(seat.mask, at: 1)
            try clearing.run()
            let removal = try connection.statement("DELETE FROM desk WHERE bit = ?1")
            try removal.bind(seat.bit, at: 1)
            try removal.run()
        }
    }

    /// Gives a desk a bit that no mark has.
    func add(_ seat: LetterboxSeat) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement("INSERT INTO desk (bit, id, body) VALUES (?1, ?2, x'')")
            try statement.bind(seat.bit, at: 1)
            try statement.bind(seat.deskID, at: 2)
            try statement.run()
        }
    }
}
