import TincayCrypto

/// Seals sheets of a snapshot into their rows, and opens them.
struct SheetWriter {
    /// Where the rows are.
    let store: CasebookStore
    /// Whose file it is.
    let header: DeskHeader

    /// Seals a sheet into its row; gives what marks it.
    func write(_ plain: [UInt8], at row: Int, key: borrowing SecretBytes) throws(VaultError) -> [UInt8] {
        let sealed = try SealedRow.seal(plain, associated: Self.associated(row, header), key: key)
        if try !store.replaceSheet(Int64(row), sealed) { try store.addSheet(Int64(row), sealed) }
        return Self.mark(of: sealed)
    }

    /// Opens a sheet into memory that is used again for the next one; gives what marks it.
    static func open(
        _ sealed: UnsafeRawBufferPointer, into plain: inout [UInt8], at row: Int, header: DeskHeader,
        key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        guard sealed.count == FoldSheets.size, plain.count == FoldSheets.plainSize else { throw .badFormat }
        // SAFETY: the size was checked; both buffers are lent for the call.
        let nonce = unsafe [UInt8](sealed.prefix(Seal.nonceSize))
        let body = unsafe UnsafeRawBufferPointer(rebasing: sealed.dropFirst(Seal.nonceSize))
        do throws(CryptoError) {
            unsafe try plain.withUnsafeMutableBufferPointer { (target) throws(CryptoError) in
                unsafe try Seal.open(
                    body, into: UnsafeMutableRawBufferPointer(target), nonce: nonce,
                    associated: associated(row, header), key: key)
            }
        } catch {
            throw VaultError(error)
        }
        return unsafe nonce + [UInt8](sealed.suffix(Seal.overhead))
    }

    /// What marks a sealed sheet.
    private static func mark(of sealed: [UInt8]) -> [UInt8] {
        [UInt8](sealed.prefix(Seal.nonceSize)) + sealed.suffix(Seal.overhead)
    }

    /// What a sheet's seal is bound to.
    private static func associated(_ row: Int, _ header: DeskHeader) -> [UInt8] {
        var writer = ByteWriter(capacity: 8)
        writer.append(number: UInt64(bitPattern: Int64(row)))
        return header.associated("tincay fold 1", writer.bytes)
    }
}
