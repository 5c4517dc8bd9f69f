public import TincayCrypto
import TincayIntake

/// A report under its own key: an index, the head and the sections, each sealed under a subkey.
public enum SealedBody {
    /// Which subkeys a report's key has.
    private static let context: StaticString = "tincayrp"
    /// Lengths of sections are rounded up to this, so that they tell little.
    private static let bucket = 256
    /// The most bytes of a head or a section.
    private static let limit = 4 << 20

    /// Seals a report.
    public static func seal(
        _ report: Report, id: ReportID, key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        guard report.formHash.count == Hash.size, report.sections.count < BodyIndex.most else { throw .defect }
        var index = BodyIndex(formHash: report.formHash)
        var content: [UInt8] = []
        var parts: [(number: UInt8, json: [UInt8])] = [(BodyIndex.head, report.head)]
        for section in report.sections { parts.append((section.name.rawValue, section.json)) }
        for part in parts {
            guard part.json.count <= limit else { throw .tooLarge }
            let sealed = try sealPart(part.json, part.number, id: id, formHash: report.formHash, key: key)
            try index.append(part.number, length: sealed.count)
            content += sealed
        }
        do throws(CryptoError) {
            let subkey = try key.subkey(0, context: context)
            let sealed = try Seal.seal(
                index.bytes, nonce: Seal.onlyNonce, associated: associated("tincay index 1", id), key: subkey)
            return sealed + content
        } catch {
            throw VaultError(error)
        }
    }

    /// Opens a whole report.
    public static func open(
        _ body: [UInt8], id: ReportID, key: borrowing SecretBytes
    ) throws(VaultError) -> Report {
        let index = try index(of: body[...], id: id, key: key)
        var head: [UInt8]?
        var sections: [ReportSection] = []
        for entry in index.entries {
            let json = try openPart(entry, of: body, index, id: id, key: key)
            if entry.number == BodyIndex.head {
                head = json
            } else if let name = SectionName(rawValue: entry.number) {
                sections.append(ReportSection(name: name, json: json))
            }
        }
        guard let head else { throw .tampered }
        return Report(head: head, sections: sections, formHash: index.formHash)
    }

    /// The hash of a report's form.
    public static func formHash(
        _ body: [UInt8], id: ReportID, key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        try index(of: body[...], id: id, key: key).formHash
    }

    /// The sealed report at the start of bytes that go on behind it.
    static func trimmed(
        _ bytes: ArraySlice<UInt8>, id: ReportID, key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        let size = try index(of: bytes, id: id, key: key).size
        guard size <= bytes.count else { throw .tampered }
        return [UInt8](bytes.prefix(size))
    }

    /// Opens the index.
    private static func index(
        of body: ArraySlice<UInt8>, id: ReportID, key: borrowing SecretBytes
    ) throws(VaultError) -> BodyIndex {
        guard body.count >= BodyIndex.sealedSize else { throw .tampered }
        let plain: [UInt8]
        do throws(CryptoError) {
            let subkey = try key.subkey(0, context: context)
            plain = try Seal.open(
                [UInt8](body.prefix(BodyIndex.sealedSize)), nonce: Seal.onlyNonce,
                associated: associated("tincay index 1", id), key: subkey)
        } catch {
            throw VaultError(error)
        }
        return try BodyIndex(plain)
    }

    /// Seals the head or a section: its length, its bytes, zeros up to the bucket.
    private static func sealPart(
        _ json: [UInt8], _ number: UInt8, id: ReportID, formHash: [UInt8], key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        let padded = (json.count + 4 + bucket - 1) / bucket * bucket
        var plain = ByteWriter(capacity: padded)
        plain.append(number: UInt32(truncatingIfNeeded: json.count))
        plain.append(json)
        plain.pad(to: padded)
        do throws(CryptoError) {
            let subkey = try key.subkey(UInt64(number) + 1, context: context)
            return try Seal.seal(
                plain.bytes, nonce: Seal.onlyNonce,
                associated: associated("tincay section 1", id) + [number] + formHash, key: subkey)
        } catch {
            throw VaultError(error)
        }
    }

    /// Opens the head or a section.
    private static func openPart(
        _ entry: BodyIndex.Entry, of body: [UInt8], _ index: BodyIndex, id: ReportID, key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        guard entry.offset <= body.count, entry.length <= body.count - entry.offset else { throw .tampered }
        let sealed = [UInt8](body[entry.offset..<entry.offset + entry.length])
        let plain: [UInt8]
        do throws(CryptoError) {
            let subkey = try key.subkey(UInt64(entry.number) + 1, context: context)
            plain = try Seal.open(
                sealed, nonce: Seal.onlyNonce,
                associated: associated("tincay section 1", id) + [entry.number] + index.formHash, key: subkey)
        } catch {
            throw VaultError(error)
        }
        var reader = ByteReader(plain[...])
        guard let length = Int(exactly: try reader.number(UInt32.self)) else { throw .tampered }
        let json = try reader.bytes(length)
        try reader.zeros(reader.rest.count)
        return json
    }

    /// What a seal is bound to: its use, the suite and the report.
    private static func associated(_ use: StaticString, _ id: ReportID) -> [UInt8] {
        // SAFETY: a static string's bytes live as long as the process.
        let use = unsafe [UInt8](UnsafeBufferPointer(start: use.utf8Start, count: use.utf8CodeUnitCount))
        return use + [KeyWraps.suite] + id.bytes
    }
}
