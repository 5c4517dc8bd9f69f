import CPlatform
import TincayCrypto
import TincayIntake

extension Desk {
    /// Ends what an interrupted run began in the folder: gives files that are entered their names, and removes others.
    ///
    /// What stands in the way is met again by who needs the file; it never keeps a desk closed.
    func tidyFiles() {
        var names: Set<[UInt8]>?
        try? attachmentFolder.tidy { (name) throws(VaultError) in
            if let names { return names.contains(name) }
            // Only where something was left are the names of all files gathered.
            var all: Set<[UInt8]> = []
            for place in caseload.attachments.places.values { all.insert(Hexadecimal.text(place.name)) }
            names = all
            return all.contains(name)
        }
    }

    /// Writes the files of a report.
    func writeAttachments(
        of report: ReportID, _ held: ReportKeys, _ keys: DeskKeys, to writer: inout JSONWriter
    ) throws(VaultError) {
        writer.name("attachments")
        writer.beginArray()
        for id in caseload.attachments.files(of: report) {
            guard let place = caseload.attachments.places[id] else { continue }
            try attachment(place, held, keys).write(to: &writer)
        }
        writer.endArray()
    }

    /// Looks after every file that is kept: whether it is there, and has its size, and is unchanged when `hashes` asks
    /// for it, which reads all of them.
    func checkFiles(of report: ReportID? = nil, hashes: Bool = false) throws(VaultError) -> AttachmentCheck {
        let keys = try unlocked()
        let folder = attachmentFolder
        var check = AttachmentCheck()
        for (id, place) in caseload.attachments.places.sorted(by: { $0.value.number < $1.value.number }) {
            if let report, place.report != report { continue }
            check.count += 1
            let finding: AttachmentCheck.Finding?
            do throws(VaultError) {
                finding = try self.finding(id, place, in: folder, keys, hashes: hashes)
            } catch {
                guard error.isDamage else { throw error }
                finding = .altered
            }
            guard let finding else { continue }
            check.findings.append((finding, id, place.report))
        }
        return check
    }

    /// Reads the files of a report, or all, and compares them with what the ledger tells of them.
    public func verifyAttachments(of report: [UInt8]?) throws(VaultError) -> Verified {
        let check = try checkFiles(of: try report.map { (id) throws(VaultError) in try find(id) }, hashes: true)
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("ok")
        writer.boolean(check.ok)
        check.writeMembers(to: &writer)
        writer.endObject()
        return Verified(ok: check.ok, result: writer.bytes)
    }

    /// What is wrong with a file; nil for nothing.
    private func finding(
        _ id: AttachmentID, _ place: Attachments.Place, in folder: AttachmentFolder, _ keys: DeskKeys, hashes: Bool
    ) throws(VaultError) -> AttachmentCheck.Finding? {
        guard let row = try store.entry(place.number) else { throw .tampered }
        let record = try AttachmentRecord(
            LedgerChain.open(row, number: place.number, header: header, keys: keys).open)
        guard record.id == id, let key = try store.file(place.number), try opens(key, id, place, keys) else {
            return .altered
        }
        let file: Int32
        let size: Int64
        do throws(VaultError) { (file, size) = try folder.file(Hexadecimal.text(place.name)) } catch {
            switch error {
            case .notFound: return .missing
            // A link or a folder stands where the file was.
            case .access: return .altered
            default: throw error
            }
        }
        defer { tincay_file_close(file) }
        guard size == record.sealedSize else { return .altered }
        guard hashes else { return nil }
        return try Self.hash(of: file) == record.hash ? nil : .altered
    }

    /// Whether the row with a file's key opens, as far as the person was given what opens it.
    private func opens(
        _ row: [UInt8], _ id: AttachmentID, _ place: Attachments.Place, _ keys: DeskKeys
    ) throws(VaultError) -> Bool {
        guard row.count == AttachmentKeys.rowSize, row.contains(where: { $0 != 0 }) else { return false }
        guard keys.part(.facts) != nil else { return true }
        guard let filed = caseload.known[place.report]?.number, let report = try store.key(filed) else { return false }
        let held = try CaseKeys.report(in: report, id: place.report, header: header, keys: keys)
        let section = try attachment(place, held, keys).codes.section
        guard held.covers(section) else { return true }
        _ = try AttachmentKeys(row, of: id, report: place.report, header: header, key: held.files(of: section))
        return true
    }

    /// The hash of all of a file.
    private static func hash(of file: Int32) throws(VaultError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: AttachmentLayout.sealedPieceSize)
        var hash = Hash()
        var got = 0
        repeat {
            let error = unsafe buffer.withUnsafeMutableBytes { bytes in
                // SAFETY: the buffer has as many bytes as are read.
                guard let start = bytes.baseAddress else { return EIO }
                let error = unsafe tincay_file_read(file, start, bytes.count, &got)
                unsafe hash.update(UnsafeRawBufferPointer(rebasing: bytes.prefix(got)))
                return error
            }
            try VaultError.system(error)
        } while got == buffer.count
        return hash.finish()
    }
}
