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

    /// Takes room on the disk for so many bytes more of write-ahead log, which changes that follow write over; fails
    /// when they are not there.
    ///
    /// A commit that overwrites waits for the disk about half as long as one that makes a file longer, and needs no
    /// room on a full disk, where the file system overwrites in place. Zeros behind the log's end are no part of the
    /// log. A checkpoint that cuts the log gives the room back.
    public func reserveLog(_ size: Int) throws(SQLiteError) {
        let needed = usedLog + size
        guard logSize < needed else { return }
        _ = unsafe try handle.open()
        let lengthened = path.lengthenLog(to: needed)
        logSize = lengthened.size
        guard logSize >= needed else { throw SQLiteError(systemError: lengthened.error) }
    }

    /// Takes room on the disk for some bytes more of write-ahead log once there is not so much left, a step at a time, and
    /// no more than a log that SQLite starts anew by itself ever needs.
    public func reserveLog(atLeast least: Int, step: Int) throws(SQLiteError) {
        guard logSize < usedLog + least else { return }
        let longest = Int(TINCAY_SQLITE_LOG_FRAMES) * frameSize
        try reserveLog(max(least, min(step, longest - usedLog)))
    }

    /// How many bytes of the write-ahead log are in use, since the connection wrote to it first: its header, and for each frame a page with a header of its own.
    private var usedLog: Int { 32 + handle.usedFrames * frameSize }

    /// Moves the log into the file; where that fails before anything was written, all that the log has counts as used.
    private func moveLog(_ mode: Int32) throws(SQLiteError) {
        // SAFETY: the connection is open.
        let status = unsafe sqlite3_wal_checkpoint_v2(try handle.open(), nil, mode, nil, nil)
        // What SQLite says of the error is asked before anything else is: it tells of its last call only.
        do throws(SQLiteError) { try handle.check(status) } catch {
            if handle.usedFrames == 0 { handle.usedFrames = path.lengthenLog(to: 0).size / frameSize }
            throw error
        }
        handle.usedFrames = 0
    }
}
