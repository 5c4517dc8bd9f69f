import TincayCrypto
import TincayIntake

/// A report that people of this desk made themselves, sealed and ready to be filed.
struct OwnReport {
    /// Its new number.
    let id: ReportID
    /// What lists show of it.
    let detail: FiledDetail
    /// The sealed report.
    let body: [UInt8]
    /// Where its parts are.
    let index: BodyIndex
    /// What opens it.
    let keys: ReportKeys

    /// Seals answers that a form, whose hash is known, has accepted.
    init(
        _ checked: Checked, form: Form, hash: [UInt8], language: [UInt8]?, at now: Moment
    ) throws(VaultError) {
        let id = ReportID()
        let key = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(randomCount: Seal.keySize) }
        let head = ReportHead(checked, form: form, language: language, received: now)
        let report = Report(head: head.json, sections: checked.sections, formHash: hash)
        (body, index) = try SealedBody.sealAtDesk(report, id: id, key: key)
        keys = try ReportKeys(key: key)
        detail = FiledDetail(head: head, point: nil, check: .accepted, again: checked, filed: now)
        self.id = id
    }
}
