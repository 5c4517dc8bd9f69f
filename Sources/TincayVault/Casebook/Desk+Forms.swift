import TincayCrypto
public import TincayIntake

extension Desk {
    /// Keeps a form, so that reports made with it are checked and triaged again when they are collected.
    public func keep(_ form: Form) throws(VaultError) {
        // What is kept has to be whole: years later nobody has the schemas that once stood beside it.
        guard form.isWhole else { throw .invalidInput }
        try commit { (batch: inout LedgerBatch) throws(VaultError) in try keep(form, in: &batch) }
        forms[Hash.digest(form.source)] = form
    }

    /// Adds a form that the desk does not have yet, or has in a row that does not open any more.
    func keep(_ form: Form, in batch: inout LedgerBatch) throws(VaultError) {
        let keys = try unlocked()
        let hash = Hash.digest(form.source)
        guard try source(of: hash) == nil else { return }
        let id = try formID(hash, keys)
        let row = try SealedRow.seal(
            form.source, associated: header.associated("tincay form 1", hash), key: keys.form)
        try store.setForm(id, row)
        try enter(.kept, open: hash, in: &batch)
    }

    /// The form of a hash, if the desk has it; one whose row does not open any more counts as unknown.
    func form(_ hash: [UInt8]) throws(VaultError) -> Form? {
        if let form = forms[hash] { return form }
        guard let source = try source(of: hash), let form = try opened(source) else { return nil }
        forms[hash] = form
        return form
    }

    /// The bytes of a form that the desk keeps; nil when its row is not there, or not what was kept.
    func source(of hash: [UInt8]) throws(VaultError) -> [UInt8]? {
        let keys = try unlocked()
        guard let row = try store.form(try formID(hash, keys)) else { return nil }
        let source = try VaultError.unlessDamaged { () throws(VaultError) in
            try SealedRow.open(row[...], associated: header.associated("tincay form 1", hash), key: keys.form)
        }
        guard let source, Hash.digest(source) == hash else { return nil }
        return source
    }

    /// Opens a form with the data of the packs in force, or without when they do not go together.
    private func opened(_ source: [UInt8]) throws(VaultError) -> Form? {
        let resources = try notices().resources
        return (try? Form(parsing: source, resources: resources)) ?? (try? Form(parsing: source))
    }

    /// The number of a form's row, which says nothing to who has only the file.
    func formID(_ hash: [UInt8], _ keys: DeskKeys) throws(VaultError) -> [UInt8] {
        var digest = try VaultError.crypto { () throws(CryptoError) in try Hash(key: keys.form) }
        digest.update("tincay form row 1")
        digest.update(hash)
        return [UInt8](digest.finish().prefix(16))
    }
}
