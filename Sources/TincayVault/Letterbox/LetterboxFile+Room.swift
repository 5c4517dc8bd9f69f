import TincaySQLite

/// Room on the disk: what a report writes goes into the write-ahead log first, and room there is taken ahead, so that a
/// report that overwrites noise needs no room on a disk that has none left.
extension LetterboxFile {
    /// How many bytes of log are needed for so many envelopes of a size: their pages with their frames, the pages above
    /// them and the state.
    static func room(for count: Int64, size: Int) -> Int {
        Int(clamping: count) * (size + size / 4 + 16_384)
    }

    /// Sees to it that the log has room for so many envelopes, and for so many more that are kept for urgent reports;
    /// fails when the disk has not so much.
    func takeRoom(for count: Int64, keeping reserve: Int64, size: Int) throws(VaultError) {
        let needed = Self.room(for: count + reserve, size: size)
        try VaultError.sqlite { () throws(SQLiteError) in
            do throws(SQLiteError) { try connection.reserveLog(needed) } catch {
                guard error == .diskFull else { throw error }
                // What is moved into the file, and only overwrites there, makes room even now.
                try connection.restartLog()
                try connection.reserveLog(needed)
            }
        }
    }
}
