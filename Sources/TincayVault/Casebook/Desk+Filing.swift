import TincayCrypto
public import TincayIntake

extension Desk {
    /// Checks a counsellor's own report and, when the form accepts it, files it.
    public func file(
        _ form: Form, answers: UnsafeRawBufferPointer, language: [UInt8]?
    ) throws(VaultError) -> Filed {
        _ = try unlocked()
        let now = clock.now()
        let checked = try VaultError.json { () throws(JSONError) in
            try unsafe form.check(answers, language: language, at: now)
        }
        guard checked.accepted else { return Filed(checked: checked, id: nil) }
        let report = try OwnReport(checked, form: form, hash: hash(of: form), language: language, at: now)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in try add(report, to: &batch) }
        return Filed(checked: checked, id: report.id)
    }

    /// The hash of a form, which is computed anew only for another form than the last one.
    func hash(of form: Form) -> [UInt8] {
        if let latestForm, latestForm.form === form { return latestForm.hash }
        let hash = Hash.digest(form.source)
        latestForm = (form, hash)
        return hash
    }

    /// Makes a case of a report of this desk's own.
    func add(_ report: OwnReport, to batch: inout LedgerBatch) throws(VaultError) {
        try add(report.id, report.detail, body: report.body, report.index, keys: report.keys, to: &batch)
    }

    /// Makes a case of a report: its keys, its body, and the entry that files it.
    func add(
        _ id: ReportID, _ detail: FiledDetail, body: [UInt8], _ index: BodyIndex, keys report: ReportKeys,
        to batch: inout LedgerBatch
    ) throws(VaultError) {
        let detailKey = try VaultError.crypto { () throws(CryptoError) in
            try SecretBytes(randomCount: Seal.keySize)
        }
        let row = try CaseKeys.row(
            report: report, index: index, detail: detailKey, id: id, header: header, keys: try unlocked())
        try store.addReport(batch.next, key: row, body: body)
        try enter(
            .filed, report: id, open: Self.bodyHash(body), detail: detail.bytes, key: detailKey, in: &batch)
    }

    /// By what a sealed report is known again.
    static func bodyHash(_ body: [UInt8]) -> [UInt8] {
        var hash = Hash()
        hash.update("tincay body 1")
        hash.update(body)
        return hash.finish()
    }
}
