import CSQLite

extension Connection {
    /// Moves the write-ahead log into the file and cuts it to nothing, so that no older version of a page remains.
    public func checkpoint() throws(SQLiteError) {
        try moveLog(SQLITE_CHECKPOINT_TRUNCATE)
        logSize = 0
    }

    /// Moves the write-ahead log into the file, so that the next changes are written over it from its start.
    public func restartLog() throws(SQLiteError) {
        try moveLog(SQLITE_CHECKPOINT_RESTART)
    }

    /// Takes room on the disk for so many bytes more of write-ahead log, which changes that follow write over; gives
    /// whether they are there.
    ///
    /// A commit that overwrites waits for the disk about half as long as one that makes a file longer, and needs no
    /// room on a full disk, where the file system overwrites in place. Zeros behind the log's end are no part of the
    /// log. A checkpoint that cuts the log gives the room back.
    public func reserveLog(_ size: Int) -> Bool {
        let needed = usedLog + size
        guard logSize < needed else { return true }
        guard unsafe handle.database != nil else { return false }
        logSize = path.lengthenLog(to: needed)
        return logSize >= needed
    }

    /// How many bytes of the write-ahead log are in use: its header, and for each frame a page with a header of its own.
    private var usedLog: Int { 32 + handle.usedFrames * frameSize }

    /// Moves the log into the file; where that fails before anything was written, all that the log has counts as used.
    private func moveLog(_ mode: Int32) throws(SQLiteError) {
        // SAFETY: the connection is open.
        let status = unsafe sqlite3_wal_checkpoint_v2(try handle.open(), nil, mode, nil, nil)
        // What SQLite says of the error is asked before anything else is: it tells of its last call only.
        do throws(SQLiteError) { try handle.check(status) } catch {
            if handle.usedFrames == 0 { handle.usedFrames = path.lengthenLog(to: 0) / frameSize }
            throw error
        }
        handle.usedFrames = 0
    }
}
