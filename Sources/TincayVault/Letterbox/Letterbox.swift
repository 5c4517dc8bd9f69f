import TincayCrypto
import TincayIntake
import TincaySQLite

/// A point's letterbox: takes reports that nobody here can read back.
///
/// Every calendar day at UTC+7 the file gains the same number of slots, all of one size and full of noise. A report
/// takes the place of noise, and once the day is over the file does not tell which slots are reports. Only receipts
/// free slots; the clock never does. Not for use by two threads at once.
public final class Letterbox {
    /// The file.
    let file: LetterboxFile
    /// What the point was set up with.
    let setup: LetterboxSetup
    /// Tells the time.
    let clock: Clock
    /// The state as it is on the disk.
    var state: LetterboxState
    /// The notices in force.
    var board = NoticeBoard()
    /// Which bit of a mark stands for which desk.
    var seats: [LetterboxSeat] = []
    /// The key pair for the next envelope, made ahead.
    var ephemeral: AgreementKeyPair?
    /// The answers of whoever is telling now; at most one person at a time sits at a point.
    var draft: Draft?
    /// Whether a draft that is to be forgotten is still in its slot, because the disk was full or failed.
    var owesNoise = false
    /// How many drafts were begun since the box was opened.
    var draftCount: Int64 = 0
    /// The form of the last report, and its hash: a point asks the same questions again and again.
    var lastForm: (form: Form, hash: [UInt8])?

    /// Opens a box and brings it up to today.
    public convenience init(path: [UInt8], clock: Clock = .system) throws(VaultError) {
        try self.init(path: path, clock: clock, pageLimit: nil)
    }

    /// Opens a box whose file may not outgrow a number of pages, as on a full disk.
    convenience init(path: [UInt8], clock: Clock, pageLimit: Int?) throws(VaultError) {
        try Self.start()
        let file = try LetterboxFile(opening: path, pageLimit: pageLimit)
        let setup: LetterboxSetup
        do throws(VaultError) { setup = try LetterboxSetup(parsing: try file.setup()) } catch {
            // What does not read as a setup here is no caller's mistake, but a damaged file.
            if case .noMemory = error { throw error }
            throw .badFormat
        }
        let state = try LetterboxState(bytes: try file.state(), slotsPerDay: setup.slotsPerDay)
        self.init(file, setup, state, clock)
        // For a day's reports, so that each is on the disk sooner, and always for those that are urgent.
        file.ahead = max(
            min(LetterboxFile.room(for: setup.slotsPerDay, size: setup.slotSize), 1 << 20),
            LetterboxFile.room(for: setup.limits.reserve + 1, size: setup.slotSize))
        try loadNotices()
        try unlessFull { () throws(VaultError) in
            // An interrupted run may have left older pages in the write-ahead log.
            try file.forget()
            try settleLeftDraft()
            try hear(clock.now())
        }
    }

    /// Takes over an open file; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(_ file: LetterboxFile, _ setup: LetterboxSetup, _ state: LetterboxState, _ clock: Clock) {
        self.file = file
        self.setup = setup
        self.state = state
        self.clock = clock
    }

    /// Who may read now: the directory's desks, or before the first the setup's.
    var desks: [DirectoryDesk] { board.directory?.desks ?? setup.directory }

    /// Which sections no desk opens alone, by the same.
    var together: [Sharing] { board.directory?.together ?? setup.together }

    /// Closes the file and wipes the keys; every later call is an error.
    public func close() {
        // What cannot be decided now is decided when the box is opened again.
        leaveDraft()
        ephemeral = nil
        file.connection.close()
    }

    /// Changes the file and the state together, or neither.
    func commit<Result>(
        _ body: (inout LetterboxState) throws(VaultError) -> Result
    ) throws(VaultError) -> Result {
        var changed = state
        let result = try file.connection.transaction { () throws(VaultError) in
            let result = try body(&changed)
            if changed != state { try file.save(changed) }
            return result
        }
        state = changed
        return result
    }

    /// Does what may wait while the disk is full: there may still be room for a report, and a bundle needs none.
    func unlessFull(_ body: () throws(VaultError) -> Void) throws(VaultError) {
        do throws(VaultError) { try body() } catch { guard case .diskFull = error else { throw error } }
    }

    /// Starts the primitives; every entry into a box calls it, and it does its work once.
    static func start() throws(VaultError) {
        try VaultError.crypto { () throws(CryptoError) in try Sodium.start() }
    }
}
