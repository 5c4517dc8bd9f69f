import TincaySQLite

extension CasebookStore {
    /// A sheet of sieves.
    func sieve(_ part: ReportPart, _ number: Int) throws(VaultError) -> [UInt8]? {
        switch part {
        case .facts: try blob("SELECT body FROM facts_sieve WHERE number = ?1", Int64(number))
        case .identity: try blob("SELECT body FROM identity_sieve WHERE number = ?1", Int64(number))
        }
    }

    /// Writes a sheet where it lies, or at the end; one for which there is no place yet is left out.
    ///
    /// Sheets are only ever added at the end, so that no page is rebuilt.
    func setSieve(_ part: ReportPart, _ number: Int, _ body: [UInt8]) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            switch part {
            case .facts:
                try run(
                    "UPDATE facts_sieve SET body = ?2 WHERE number = ?1 AND length(body) = length(?2)", Int64(number),
                    body)
                if connection.changes == 1 { return }
                try run(
                    "INSERT INTO facts_sieve SELECT ?1, ?2 WHERE ?1 = (SELECT coalesce(max(number), -1) + 1 FROM facts_sieve)",
                    Int64(number), body)
            case .identity:
                try run(
                    "UPDATE identity_sieve SET body = ?2 WHERE number = ?1 AND length(body) = length(?2)",
                    Int64(number),
                    body)
                if connection.changes == 1 { return }
                try run(
                    "INSERT INTO identity_sieve SELECT ?1, ?2 WHERE ?1 = (SELECT coalesce(max(number), -1) + 1 FROM identity_sieve)",
                    Int64(number), body)
            }
        }
    }

    /// Overwrites the sheet that has the sieves of a report, where it lies.
    func clearSieves(of place: Int) throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run(
                "UPDATE facts_sieve SET body = zeroblob(length(body)) WHERE number = ?1",
                Int64(place / SieveSheet.room(of: .facts)))
            try run(
                "UPDATE identity_sieve SET body = zeroblob(length(body)) WHERE number = ?1",
                Int64(place / SieveSheet.room(of: .identity)))
        }
    }

    /// Overwrites all sheets of sieves where they lie, when the keys are others.
    func clearSieves() throws(VaultError) {
        try VaultError.sqlite { () throws(SQLiteError) in
            try run("UPDATE facts_sieve SET body = zeroblob(length(body))")
            try run("UPDATE identity_sieve SET body = zeroblob(length(body))")
        }
    }
}
