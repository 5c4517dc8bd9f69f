import TincayCrypto
import TincayIntake

/// A desk that a person has unlocked: opens what points send, and keeps what is done about it.
///
/// Everything that happens is an entry of the ledger, sealed, chained and authenticated at its end. What the ledger adds up to
/// is kept in memory only. Not for use by two threads at once.
public final class Desk {
    /// The file.
    let store: CasebookStore
    /// Who the desk is.
    let header: DeskHeader
    /// The desk's name, and whose notices it takes.
    let profile: DeskProfile
    /// Who unlocked it.
    let person: [UInt8]
    /// Tells the time.
    let clock: Clock
    /// The desk's keys; nil while it is locked, and once it is closed.
    private var keys: DeskKeys?
    /// Whether the desk can be unlocked again.
    private(set) var isLocked = false
    /// Whether the file is still open.
    private(set) var isOpen = true
    /// Whether a step of a transaction is running, which is never interrupted.
    private var isCommitting = false
    /// When the desk was used last, by the machine's running time.
    private var lastUse: Int64
    /// The ledger's end as it is on the disk.
    private(set) var chain: LedgerChain
    /// What the ledger adds up to.
    private(set) var caseload: Caseload
    /// The snapshot of it in the file.
    private(set) var sheets: FoldSheets
    /// What the last search found, for the pages that follow the first.
    var found: FoundCases?
    /// The forms that were needed so far, by their hash.
    var forms: [[UInt8]: Form] = [:]
    /// The form that a report was filed with last, and its hash.
    var latestForm: (form: Form, hash: [UInt8])?
    /// The notices in force, once something has asked for them.
    var board: NoticeBoard?

    /// Unlocks a desk for a person, which is entered in the ledger.
    public convenience init(
        path: [UInt8], person: [UInt8], passphrase: UnsafeRawBufferPointer, keyFile: UnsafeRawBufferPointer? = nil,
        clock: Clock = .system
    ) throws(VaultError) {
        try unsafe self.init(
            path: path, person: person, passphrase: passphrase, keyFile: keyFile, clock: clock, pageLimit: nil)
    }

    /// Unlocks a desk whose file may not outgrow a number of pages, as on a full disk.
    convenience init(
        path: [UInt8], person: [UInt8], passphrase: UnsafeRawBufferPointer, keyFile: UnsafeRawBufferPointer? = nil,
        clock: Clock, pageLimit: Int?
    ) throws(VaultError) {
        try Self.start()
        let store = try CasebookStore(opening: path, pageLimit: pageLimit)
        let header = try DeskHeader(store.header())
        let (keys, failures) = try unsafe Self.unlock(
            store, header, person: person, passphrase: passphrase, keyFile: keyFile, clock: clock)
        do throws(VaultError) {
            try self.init(store, header, person: person, clock: clock, keys: keys)
            try Self.checkRow(of: person, caseload, store, header)
            try enterUnlocking(after: failures)
        } catch {
            try? store.takeBack(failures, of: PersonSlot.personID(person, at: header.deskID))
            throw error
        }
        tidyFiles()
    }

    /// Adds up the ledger of a desk whose keys are there.
    convenience init(
        _ store: CasebookStore, _ header: DeskHeader, person: [UInt8], clock: Clock, keys: DeskKeys
    ) throws(VaultError) {
        let profile = try DeskProfile.open(store.setup(), header: header, key: keys.setup)
        let (chain, caseload, sheets) = try Self.walk(store, header, keys)
        // What is in the log of a run that was interrupted may have been overwritten in it since.
        if store.wasInterrupted { try store.forget() }
        self.init(store, header, person, clock, keys, profile, chain, caseload, sheets)
    }

    /// Takes over what was unlocked; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(
        _ store: CasebookStore, _ header: DeskHeader, _ person: [UInt8], _ clock: Clock, _ keys: DeskKeys,
        _ profile: DeskProfile, _ chain: LedgerChain, _ caseload: Caseload, _ sheets: FoldSheets
    ) {
        self.store = store
        self.header = header
        self.person = person
        self.clock = clock
        self.keys = keys
        self.profile = profile
        self.chain = chain
        self.caseload = caseload
        self.sheets = sheets
        lastUse = clock.uptime()
    }

    /// The desk's card, for points to seal to.
    public func card() throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        return Card(name: profile.name, sealKey: keys.ring.sealKey, signKey: header.signKey).json(signing: keys.signing)
    }

    /// Closes the file and wipes the keys; every later call is an error.
    public func close() {
        keepSnapshotIfWorthwhile()
        wipe()
        isLocked = false
        isOpen = false
        store.close()
    }

    /// Locks the desk, and enters why as long as the disk takes it.
    func lock(_ reason: LockReason) {
        try? commit { (batch: inout LedgerBatch) throws(VaultError) in
            try enter(.locked, open: [reason.rawValue], in: &batch)
        }
        keepSnapshotIfWorthwhile()
        wipe()
        isLocked = true
    }

    /// Keeps what the ledger adds up to, when much has happened since the last time.
    private func keepSnapshotIfWorthwhile() {
        if keys != nil, chain.number - sheets.reached >= Self.snapshotWorthwhile { try? keepSnapshot() }
    }

    /// Gives up the keys and all that was opened with them.
    private func wipe() {
        keys = nil
        caseload = Caseload()
        sheets = FoldSheets()
        found = nil
        forms = [:]
        latestForm = nil
        board = nil
    }

    /// Goes on with the keys of an unlocking.
    func resume(_ keys: DeskKeys, _ chain: LedgerChain, _ caseload: Caseload, _ sheets: FoldSheets) {
        wipe()
        self.keys = keys
        self.chain = chain
        self.caseload = caseload
        self.sheets = sheets
        isLocked = false
        lastUse = clock.uptime()
    }

    /// Locks the desk when it was not used for too long, and fails then; otherwise notes that it is being used.
    func checkIdleness(isUse: Bool) throws(VaultError) {
        let now = clock.uptime()
        guard now - lastUse < profile.idleSeconds * 1000 else {
            lastUse = now
            lock(.idle)
            throw .locked
        }
        if isUse { lastUse = now }
    }

    /// The keys, as long as the desk is neither locked nor closed; a desk that was not used for too long is locked.
    func unlocked() throws(VaultError) -> DeskKeys {
        guard let keys else { throw isLocked ? .locked : .defect }
        if !isCommitting { try checkIdleness(isUse: true) }
        return keys
    }

    /// Changes the file and the ledger together, or neither; the sum in memory follows once it is on the disk.
    func commit<Result>(
        _ step: (inout LedgerBatch) throws(VaultError) -> Result
    ) throws(VaultError) -> Result {
        let keys = try unlocked()
        isCommitting = true
        defer { isCommitting = false }
        var batch = LedgerBatch(chain)
        var forgotten: (caseload: Caseload, sheets: FoldSheets)?
        let result = try store.transaction { () throws(VaultError) in
            let result = try step(&batch)
            if !batch.added.isEmpty {
                let end = try LedgerEnd(batch.chain, of: header, keys: batch.keys ?? keys)
                try store.setEnd(end.bytes, at: batch.chain.number)
            }
            // What is forgotten leaves the snapshot and the sieves in the same transaction.
            if batch.forgets {
                if !sheets.isEmpty { forgotten = try snapshot(behind: batch, keys) }
                for id in batch.shredded {
                    if let place = caseload.table.reports.place(of: id) { try store.clearSieves(of: place) }
                }
            }
            return result
        }
        chain = batch.chain
        if let exchanged = batch.keys {
            // The step has taken the snapshot away, which the old keys would open.
            self.keys = exchanged
            sheets = FoldSheets()
        }
        if let forgotten {
            (caseload, sheets) = forgotten
        } else {
            for added in batch.added { try caseload.apply(added.entry, number: added.number, detail: added.detail) }
        }
        if chain.number - sheets.reached >= Self.snapshotInterval { try? keepSnapshot() }
        return result
    }

    /// Writes the sum of the whole ledger into the file, sealed, so that the next unlocking need not add it up.
    func keepSnapshot() throws(VaultError) {
        let keys = try unlocked()
        let end = chain
        let sum = caseload
        var next = sheets
        try store.transaction { () throws(VaultError) in
            try next.write(sum, end, to: store, header: header, keys: keys)
        }
        sheets = next
        caseload.table.changed = []
    }

    /// The sum with the entries of a batch, written into the file inside its transaction.
    private func snapshot(
        behind batch: LedgerBatch, _ keys: DeskKeys
    ) throws(VaultError) -> (caseload: Caseload, sheets: FoldSheets) {
        var sum = caseload
        for added in batch.added { try sum.apply(added.entry, number: added.number, detail: added.detail) }
        var next = sheets
        try next.write(sum, batch.chain, to: store, header: header, keys: keys)
        sum.table.changed = []
        return (sum, next)
    }

    /// After how many entries the snapshot is written anew.
    static let snapshotInterval: Int64 = 4096
    /// After how many entries it is when the desk is closed.
    static let snapshotWorthwhile: Int64 = 32

    /// Looks at the cases in an order, which is made or put right when it has to be.
    func sort<Result>(_ look: (inout CaseTable) -> Result) -> Result {
        look(&caseload.table)
    }

    /// Adds an entry that tells nothing about a report but that there is one.
    func enter(
        _ type: LedgerEntryType, report: ReportID? = nil, open: [UInt8] = [], in batch: inout LedgerBatch
    ) throws(VaultError) {
        try add(
            LedgerEntry(type: type, time: clock.now(), person: person, report: report, open: open), detail: nil,
            to: &batch)
    }

    /// Adds an entry that tells something about a report in codes, under that report's own key.
    func enter(
        _ type: LedgerEntryType, report: ReportID, open: [UInt8] = [], detail: [UInt8],
        key: borrowing SecretBytes, in batch: inout LedgerBatch
    ) throws(VaultError) {
        let sealed = try CaseDetail.codes.seal(detail, type: type, id: report, header: header, key: key)
        try add(
            LedgerEntry(type: type, time: clock.now(), person: person, report: report, open: open, detail: sealed),
            detail: detail, to: &batch)
    }

    /// Adds an entry that tells something about a case, in codes, in words or both, under the keys of its report.
    func enter(
        _ type: LedgerEntryType, about record: CaseRecord, open: [UInt8] = [], detail: [UInt8] = [],
        words: [UInt8] = [], in batch: inout LedgerBatch
    ) throws(VaultError) {
        let keys = try unlocked()
        guard let row = try store.key(record.number) else { throw .tampered }
        var sealed: (detail: [UInt8], words: [UInt8]) = ([], [])
        if !detail.isEmpty {
            var key = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: Seal.keySize) }
            try CaseKeys.detail(in: row, into: &key, id: record.id, header: header, keys: keys)
            sealed.detail = try CaseDetail.codes.seal(detail, type: type, id: record.id, header: header, key: key)
        }
        if !words.isEmpty {
            let key = try CaseKeys.report(in: row, id: record.id, header: header, keys: keys).words()
            sealed.words = try CaseDetail.words.seal(words, type: type, id: record.id, header: header, key: key)
        }
        let entry = LedgerEntry(
            type: type, time: clock.now(), person: person, report: record.id, open: open,
            detail: sealed.detail, words: sealed.words)
        try add(entry, detail: detail.isEmpty ? nil : detail, to: &batch)
    }

    /// Adds an entry to the file.
    private func add(_ entry: LedgerEntry, detail: [UInt8]?, to batch: inout LedgerBatch) throws(VaultError) {
        let row = try batch.chain.append(entry, keys: try unlocked())
        try store.addEntry(batch.chain.number, row)
        batch.note(entry, detail: detail)
    }

    /// Starts the primitives; every way into a desk calls it, and it does its work once.
    static func start() throws(VaultError) {
        try VaultError.crypto { () throws(CryptoError) in try Sodium.start() }
    }
}
