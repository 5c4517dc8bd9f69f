import TincayCrypto
import TincayIntake

extension Desk {
    /// Begins to take in a file that is to be kept with a report; it is nothing until `enter` has entered it.
    public func attach(
        _ report: [UInt8], about: UnsafeRawBufferPointer
    ) throws(VaultError) -> Upload {
        try unsafe attach(report, about: about, named: false)
    }

    /// Begins to take in a file; `named` asks for one that has a name in its folder all along.
    func attach(
        _ report: [UInt8], about: UnsafeRawBufferPointer, named: Bool
    ) throws(VaultError) -> Upload {
        let keys = try unlocked()
        let about = try unsafe AttachmentAbout(parsing: about)
        let report = try findToOpen(report)
        let held = try reportKeys(of: report, keys)
        let rule = try attachmentRule(of: report, held)
        try checkRoom(rule, report)
        let id = AttachmentID()
        let own = try AttachmentKeys(of: id, report: report, header: header)
        let row = try own.row(of: id, report: report, header: header, key: held.files(of: about.section))
        return try Upload.begin(
            id, for: report, about, rule: rule, keys: own, row: row, in: attachmentFolder, named: named)
    }

    /// Enters a file that was finished: from here on it is kept with its report; gives what is known of it.
    ///
    /// The file has its reserved name, on the disk, before the entry; a failure leaves neither.
    public func enter(_ upload: Upload) throws(VaultError) -> [UInt8] {
        do throws(VaultError) {
            try place(upload)
            try commit(upload)
        } catch {
            upload.abandon()
            throw error
        }
        upload.settle()
        guard let kind = upload.kind, let record = upload.record else { throw .defect }
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("id")
        writer.text(record.id.hexadecimal)
        writer.name("size")
        writer.integer(upload.size)
        writer.name("type")
        writer.text(kind.name)
        writer.name("hash")
        writer.text(Hexadecimal.text(record.hash))
        writer.endObject()
        return writer.bytes
    }

    /// Gives a finished file its reserved name, if its report still takes it.
    func place(_ upload: Upload) throws(VaultError) {
        _ = try unlocked()
        guard try find(upload.report.hexadecimal) == upload.report else { throw .notFound }
        try checkRoom(upload.rule, upload.report)
        try upload.place()
    }

    /// Enters a file that has its reserved name.
    func commit(_ upload: Upload) throws(VaultError) {
        guard let caseRecord = caseload[upload.report], let record = upload.record, let kind = upload.kind else {
            throw .defect
        }
        let codes = AttachmentCodes(kind: kind, section: upload.about.section)
        let key = try reportKeys(of: upload.report, try unlocked()).files(of: upload.about.section)
        let words = try AttachmentWords(
            size: upload.size, name: upload.about.name, of: upload.id, report: upload.report, header: header, key: key)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try store.addFile(batch.next, key: upload.row)
            try enter(
                .attached, about: caseRecord, open: record.bytes, detail: codes.bytes, words: words.bytes, in: &batch)
        }
        upload.noteEntered()
    }

    /// Opens a file for reading, which is in the ledger, on the disk, before its key is unsealed; gives what is known of
    /// it too.
    public func attachment(
        _ report: [UInt8], _ id: [UInt8]
    ) throws(VaultError) -> (download: Download, about: [UInt8]) {
        let keys = try unlocked()
        _ = try keys.facts()
        let report = try findToOpen(report)
        let (id, place) = try attachment(id, of: report)
        guard let caseRecord = caseload[report] else { throw .tampered }
        // Who was not given the part that the file belongs to reads nothing, so there is nothing to enter. The section
        // is told in codes, which everybody here opens: no key of the report is used to find out.
        let entered = try entry(of: place, keys)
        guard keys.part(ReportPart(of: entered.codes.section)) != nil else { throw .noKey }
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try enter(.attachmentRead, about: caseRecord, open: id.bytes, in: &batch)
        }
        let held = try reportKeys(of: report, keys)
        let told = try story(entered.entry, entered.codes, report, held)
        guard told.record.id == id, let row = try store.file(place.number) else { throw .tampered }
        let own = try AttachmentKeys(
            row, of: id, report: report, header: header, key: held.files(of: told.codes.section))
        let (file, size) = try attachmentFolder.file(Hexadecimal.text(place.name))
        let download = try Download.begin(file, fileSize: size, size: told.size, keys: own)
        var writer = JSONWriter()
        told.write(to: &writer)
        return (download, writer.bytes)
    }

    /// The file of an identifier, when it is kept with this report.
    func attachment(
        _ id: [UInt8], of report: ReportID
    ) throws(VaultError) -> (id: AttachmentID, place: Attachments.Place) {
        guard let id = AttachmentID(hexadecimal: id), let place = caseload.attachments.places[id],
            place.report == report
        else { throw .notFound }
        return (id, place)
    }

    /// What the ledger tells of a file, to who may open its report.
    func attachment(
        _ place: Attachments.Place, _ held: ReportKeys, _ keys: DeskKeys
    ) throws(VaultError) -> AttachmentStory {
        let (entry, codes) = try entry(of: place, keys)
        return try story(entry, codes, place.report, held)
    }

    /// What an entry that was opened tells of a file of a report, to who may open that.
    private func story(
        _ entry: LedgerEntry, _ codes: AttachmentCodes, _ report: ReportID, _ held: ReportKeys
    ) throws(VaultError) -> AttachmentStory {
        let words = try CaseDetail.words.open(
            entry.words, type: .attached, id: report, header: header, key: held.words())
        let record = try AttachmentRecord(entry.open)
        let more = try AttachmentWords(words)
        var name: [UInt8]?
        if held.covers(codes.section) {
            name = try more.name(
                of: record.id, report: report, header: header, key: held.files(of: codes.section))
        }
        return AttachmentStory(
            record: record, codes: codes, size: more.size, name: name, time: entry.time, person: entry.person)
    }

    /// The entry that tells of a file, and what it tells in codes, to everybody at the desk.
    private func entry(
        of place: Attachments.Place, _ keys: DeskKeys
    ) throws(VaultError) -> (entry: LedgerEntry, codes: AttachmentCodes) {
        guard let filed = caseload.known[place.report]?.number, let row = try store.entry(place.number) else {
            throw .tampered
        }
        let entry = try LedgerChain.open(row, number: place.number, header: header, keys: keys)
        guard entry.type == .attached, entry.report == place.report else { throw .tampered }
        var details = CaseDetailReader(store, header, keys)
        guard let codes = try details.read(entry, filed: filed) else { throw .tampered }
        return (entry, try AttachmentCodes(codes))
    }

    /// What the form of a report says about files, when the desk has it; else what counts where a form says nothing.
    private func attachmentRule(of report: ReportID, _ held: ReportKeys) throws(VaultError) -> AttachmentRule {
        guard let number = caseload.known[report]?.number, let body = try store.body(number) else { throw .tampered }
        let index = try SealedBody.index(of: body[...], id: report, keys: held)
        return try form(index.formHash)?.attachments ?? .standard
    }

    /// Fails when a report has as many files as its form takes.
    private func checkRoom(_ rule: AttachmentRule, _ report: ReportID) throws(VaultError) {
        guard caseload.attachments.files(of: report).count < rule.maxCount else { throw .tooLarge }
    }

    /// The folder with the desk's files.
    var attachmentFolder: AttachmentFolder { AttachmentFolder(beside: store.location) }
}
