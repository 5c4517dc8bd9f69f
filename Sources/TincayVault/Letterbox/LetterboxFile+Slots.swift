import TincaySQLite

extension LetterboxFile {
    /// Adds a slot.
    func add(_ number: Int64, _ envelope: [UInt8]) throws(VaultError) {
        try put(envelope, number, "INSERT INTO slot (number, id, envelope) VALUES (?1, ?2, ?3)")
    }

    /// Puts another envelope of the same size into a slot, which nobody has covered then.
    func replace(_ number: Int64, _ envelope: [UInt8]) throws(VaultError) {
        try uncover(number)
        try put(envelope, number, Self.replacement)
    }

    /// Puts other noise into a slot; one that somebody has taken out of the file stays away.
    func refill(_ number: Int64, _ noise: [UInt8]) throws(VaultError) {
        _ = try write(noise, number, Self.replacement)
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

    /// Every slot of a range whose envelope is among `ids`, in the order of their numbers.
    func slots(
        _ numbers: ClosedRange<Int64> = .min ... .max, holding ids: Set<ReportID>
    ) throws(VaultError) -> [LetterboxSlot] {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement(
                """
                SELECT slot.number, slot.id, ifnull(mark.since, 0), ifnull(mark.covered, 0)
                FROM slot LEFT JOIN mark ON mark.number = slot.number
                WHERE slot.number BETWEEN ?1 AND ?2 ORDER BY slot.number
                """)
            defer { statement.reset() }
            try statement.bind(numbers.lowerBound, at: 1)
            try statement.bind(numbers.upperBound, at: 2)
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

    /// Lends the next envelopes that wait to be carried, behind a slot, which becomes the last of them.
    ///
    /// Slots that were freed today do not wait, and rows of another size hold no envelope.
    func visitWaiting(
        after number: inout Int64, limit: Int, size: Int, _ visit: (UnsafeRawBufferPointer) throws(VaultError) -> Void
    ) throws(VaultError) {
        let statement = try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement(
                """
                SELECT envelope, slot.number FROM slot LEFT JOIN mark ON mark.number = slot.number
                WHERE slot.number > ?1 AND ifnull(mark.since, 0) <> ?4 AND length(envelope) = ?3
                ORDER BY slot.number LIMIT ?2
                """)
            try Self.bind(statement, number, limit: limit, size: size)
            return statement
        }
        try unsafe Self.visit(statement, last: &number, visit)
    }

    /// Whether an envelope behind a slot waits to be carried.
    func isWaiting(after number: Int64, size: Int) throws(VaultError) -> Bool {
        try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement(
                """
                SELECT 1 FROM slot LEFT JOIN mark ON mark.number = slot.number
                WHERE slot.number > ?1 AND ifnull(mark.since, 0) <> ?4 AND length(envelope) = ?3 LIMIT ?2
                """)
            defer { statement.reset() }
            try Self.bind(statement, number, limit: 1, size: size)
            return try statement.step()
        }
    }

    /// Lends the envelopes that were freed since a slot, the first of today, at most so many of them.
    func visitFreed(
        since first: Int64, limit: Int, size: Int, _ visit: (UnsafeRawBufferPointer) throws(VaultError) -> Void
    ) throws(VaultError) {
        let statement = try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement(
                """
                SELECT envelope, slot.number FROM mark JOIN slot ON slot.number = mark.number
                WHERE mark.number >= ?1 AND mark.since = ?4 AND length(envelope) = ?3
                ORDER BY mark.number LIMIT ?2
                """)
            try Self.bind(statement, first, limit: limit, size: size)
            return statement
        }
        var last: Int64 = 0
        try unsafe Self.visit(statement, last: &last, visit)
    }

    /// Sets what the statements about envelopes ask for.
    private static func bind(
        _ statement: Statement, _ number: Int64, limit: Int, size: Int
    ) throws(SQLiteError) {
        try statement.bind(number, at: 1)
        try statement.bind(Int64(limit), at: 2)
        try statement.bind(Int64(size), at: 3)
        try statement.bind(LetterboxSlot.freedToday, at: 4)
    }

    /// Lends the envelopes of a statement's rows, and notes the number of each behind it.
    private static func visit(
        _ statement: Statement, last: inout Int64, _ visit: (UnsafeRawBufferPointer) throws(VaultError) -> Void
    ) throws(VaultError) {
        defer { statement.reset() }
        while try VaultError.sqlite({ () throws(SQLiteError) in try statement.step() }) {
            // SAFETY: the bytes are lent while the row is there.
            try unsafe statement.withBlob(0) { (envelope) throws(VaultError) in try unsafe visit(envelope) }
            last = statement.int64(1)
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

    /// Puts another envelope where one is.
    private static let replacement: StaticString = "UPDATE slot SET id = ?2, envelope = ?3 WHERE number = ?1"

    /// Writes an envelope into the one slot that a statement names.
    private func put(_ envelope: [UInt8], _ number: Int64, _ sql: StaticString) throws(VaultError) {
        guard try write(envelope, number, sql) == 1 else { throw .badFormat }
    }

    /// Writes an envelope into the slots that a statement names; gives how many those were.
    private func write(_ envelope: [UInt8], _ number: Int64, _ sql: StaticString) throws(VaultError) -> Int {
        guard let id = Envelope.identifier(of: envelope) else { throw .defect }
        return try VaultError.sqlite { () throws(SQLiteError) in
            let statement = try connection.statement(sql)
            try statement.bind(number, at: 1)
            try statement.bind(id.bytes, at: 2)
            try statement.bind(envelope, at: 3)
            try statement.run()
            return connection.changes
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
