import TincaySQLite

extension LetterboxFile {
    /// Adds a slot.
    func add(_ number: Int64, _ envelope: [UInt8]) throws(VaultError) {
        try put(envelope, number, "INSERT INTO slot (number, id, envelope) VALUES (?1, ?2, ?3)")
    }

    /// Puts another envelope of the same size into a slot, which nobody has covered then.
    func replace(_ number: Int64, _ envelope: [UInt8]) throws(VaultError) {
        try uncover(number)
        try put(envelope, number, "UPDATE slot SET id = ?2, envelope = ?3 WHERE number = ?1")
    }

    /// Marks a range of slots as closed, covered by nobody.
    func close(_ numbers: Range<Int64>, since sequence: Int64) throws(VaultError) {
        try run(
            """
            INSERT OR REPLACE INTO mark (number, since, covered)
            SELECT number, ?3, 0 FROM slot WHERE number >= ?1 AND number < ?2
            """, numbers.lowerBound, numbers.upperBound, sequence)
    }

    /// Notes which desks have covered a slot.
    func mark(_ slot: LetterboxSlot, covered: Int64) throws(VaultError) {
        try run(
            "INSERT OR REPLACE INTO mark (number, since, covered) VALUES (?1, ?2, ?3)", slot.number,
            slot.since,
            covered)
    }

    /// Deletes a slot.
    func delete(_ number: Int64) throws(VaultError) {
        try run("DELETE FROM mark WHERE number = ?1", number)
        try run("DELETE FROM slot WHERE number = ?1", number)
    }

    /// Every slot whose envelope is among `ids`, in the order of their numbers.
    func slots(holding ids: Set<ReportID>) throws(VaultError) -> [LetterboxSlot] {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.prepare(
                """
                SELECT slot.number, slot.id, ifnull(mark.since, 0), ifnull(mark.covered, 0)
                FROM slot LEFT JOIN mark ON mark.number = slot.number ORDER BY slot.number
                """)
            var found: [LetterboxSlot] = []
            while try statement.step() {
                guard let id = ReportID(bytes: statement.blob(1)), ids.contains(id) else { continue }
                found.append(
                    LetterboxSlot(
                        number: statement.int64(0), since: statement.int64(2), covered: statement.int64(3)))
            }
            return found
        }
    }

    /// The envelopes of the first slots, at most `limit` of them; what was freed since the slot `today` comes last, and
    /// rows of another size hold none and are passed over.
    func envelopes(limit: Int, size: Int, today: Int64) throws(VaultError) -> [[UInt8]] {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.prepare(
                """
                SELECT envelope FROM (
                    SELECT slot.number AS chosen FROM slot LEFT JOIN mark ON mark.number = slot.number
                    WHERE length(envelope) = ?4
                    ORDER BY slot.number >= ?2 AND ifnull(mark.since, 0) = ?3, slot.number LIMIT ?1
                ) JOIN slot ON slot.number = chosen
                """)
            try statement.bind(Int64(limit), at: 1)
            try statement.bind(today, at: 2)
            try statement.bind(LetterboxSlot.freedToday, at: 3)
            try statement.bind(Int64(size), at: 4)
            var found: [[UInt8]] = []
            while try statement.step() { found.append(statement.blob(0)) }
            return found
        }
    }

    /// The envelope in one slot; nil when there is no such slot.
    func envelope(_ number: Int64) throws(VaultError) -> [UInt8]? {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement("SELECT envelope FROM slot WHERE number = ?1")
            defer { statement.reset() }
            try statement.bind(number, at: 1)
            return try statement.step() ? statement.blob(0) : nil
        }
    }

    /// How many slots of closed days there are.
    func closedCount(before first: Int64) throws(VaultError) -> Int64 {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.prepare("SELECT count(*) FROM mark WHERE number < ?1")
            try statement.bind(first, at: 1)
            guard try statement.step() else { throw .notADatabase }
            return statement.int64(0)
        }
    }

    /// Writes an envelope into the one slot that a statement names.
    private func put(_ envelope: [UInt8], _ number: Int64, _ sql: StaticString) throws(VaultError) {
        guard let id = Envelope.identifier(of: envelope) else { throw .defect }
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement(sql)
            try statement.bind(number, at: 1)
            try statement.bind(id.bytes, at: 2)
            try statement.bind(envelope, at: 3)
            try statement.run()
            guard connection.changes == 1 else { throw .notADatabase }
        }
    }

    /// Forgets who has covered a slot, but not that it was freed today.
    private func uncover(_ number: Int64) throws(VaultError) {
        try run(
            "UPDATE mark SET since = CASE WHEN since < 0 THEN ?2 ELSE since END, covered = 0 WHERE number = ?1", number,
            LetterboxSlot.usedAgain)
    }

    /// Runs a statement with numbers for its parameters.
    private func run(_ sql: StaticString, _ numbers: Int64...) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement(sql)
            for (index, number) in numbers.enumerated() { try statement.bind(number, at: index + 1) }
            try statement.run()
        }
    }
}
