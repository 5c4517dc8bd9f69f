import TincayCrypto

/// Opens what the ledger's entries tell about reports, one after the other.
struct CaseDetailReader: ~Copyable {
    /// Where the keys lie.
    private let store: CasebookStore
    /// Whose file it is.
    private let header: DeskHeader
    /// What the keys are wrapped with.
    private let keys: DeskKeys
    /// The key of the report at hand, in memory that is used again for the next.
    private var key: SecretBytes?

    /// Starts without a key.
    init(_ store: CasebookStore, _ header: DeskHeader, _ keys: DeskKeys) {
        self.store = store
        self.header = header
        self.keys = keys
    }

    /// What an entry tells; nil when the report's keys are gone or do not fit.
    mutating func read(_ entry: LedgerEntry, filed number: Int64?) throws(VaultError) -> [UInt8]? {
        guard let number, let id = entry.report, !entry.detail.isEmpty, let row = try store.key(number) else {
            return nil
        }
        var key: SecretBytes
        if let used = self.key.take() {
            key = used
        } else {
            key = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: Seal.keySize) }
        }
        var detail: [UInt8]?
        do throws(VaultError) {
            try CaseKeys.detail(in: row, into: &key, id: id, header: header, keys: keys)
            detail = try CaseDetail.codes.open(entry.detail, type: entry.type, id: id, header: header, key: key)
        } catch {
            guard error == .tampered || error == .badFormat else { throw error }
        }
        self.key = consume key
        return detail
    }
}
