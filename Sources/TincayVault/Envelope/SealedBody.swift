public import TincayCrypto
import TincayIntake

/// A report under its own key: an index, the head and the sections, each sealed under a subkey.
///
/// Where not every reader opens every section alone, each section is sealed under a key of its own instead, and the
/// index is followed by the cells that say who has which.
public enum SealedBody {
    /// Which subkeys a report's key has.
    static let context: StaticString = "tincayrp"
    /// Lengths of sections are rounded up to this in a slot, so that they tell little.
    private static let slotBucket = 256
    /// The same of reports that never leave the desk that makes them, where nobody waits for a size to show.
    private static let deskBucket = 64
    /// The most bytes of a head or a section.
    private static let limit = 4 << 20

    /// Seals a report that its key opens whole.
    public static func seal(
        _ report: Report, id: ReportID, key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        try seal(report, id: id, key: key, plan: nil, cells: [])
    }

    /// Seals a report that a desk makes for itself; gives its index as well.
    static func sealAtDesk(
        _ report: Report, id: ReportID, key: borrowing SecretBytes
    ) throws(VaultError) -> (body: [UInt8], index: BodyIndex) {
        let index = try index(for: report, plan: nil, bucket: deskBucket)
        return (try seal(report, index, id: id, key: key, plan: nil, cells: []), index)
    }

    /// Seals a report, under the keys of a plan when there is one.
    static func seal(
        _ report: Report, id: ReportID, key: borrowing SecretBytes, plan: SectionPlan?, cells: [UInt8]
    ) throws(VaultError) -> [UInt8] {
        let index = try index(for: report, plan: plan, bucket: slotBucket)
        return try seal(report, index, id: id, key: key, plan: plan, cells: cells)
    }

    /// Where the parts of a report will lie.
    private static func index(
        for report: Report, plan: SectionPlan?, bucket: Int
    ) throws(VaultError) -> BodyIndex {
        guard report.formHash.count == Hash.size, report.sections.count < BodyIndex.most else { throw .defect }
        var index = BodyIndex(layout: plan == nil ? .whole : .sectioned, formHash: report.formHash)
        try index.append(BodyIndex.head, length: sealedSize(of: report.head, bucket))
        for section in report.sections {
            let part = plan?.parts[section.name]
            guard plan == nil || part != nil else { throw .defect }
            try index.append(
                section.name.rawValue, length: sealedSize(of: section.json, bucket), need: part?.need ?? 0,
                commitment: part?.commitment ?? [])
        }
        return index
    }

    /// Seals the parts of a report where its index has them.
    private static func seal(
        _ report: Report, _ index: BodyIndex, id: ReportID, key: borrowing SecretBytes, plan: SectionPlan?,
        cells: [UInt8]
    ) throws(VaultError) -> [UInt8] {
        guard cells.count == index.layout.start - index.layout.sealedSize else { throw .defect }
        var body = [UInt8](repeating: 0, count: index.size)
        body.replaceSubrange(index.layout.sealedSize..<index.layout.start, with: cells)
        for entry in index.entries {
            let json = report.sections.first { $0.name == entry.section }?.json ?? report.head
            if let plan, let section = entry.section, let part = plan.parts[section] {
                try seal(json, entry, of: &body, index, id: id, key: part.key.bytes)
            } else {
                try seal(json, entry, of: &body, index, id: id, key: key)
            }
        }
        do throws(CryptoError) {
            let subkey = try key.subkey(0, context: context)
            let sealed = try Seal.seal(
                index.bytes, nonce: Seal.onlyNonce, associated: associated(index.layout.use, id), key: subkey)
            body.replaceSubrange(..<sealed.count, with: sealed)
            return body
        } catch {
            throw VaultError(error)
        }
    }

    /// Opens what a desk's keys open of a report.
    public static func open(_ body: [UInt8], id: ReportID, keys: ReportKeys) throws(VaultError) -> OpenedReport {
        let index = try index(of: body[...], id: id, keys: keys)
        guard let entry = index.entries.first(where: { $0.number == BodyIndex.head }) else { throw .tampered }
        let head = try openPart(entry, of: body, index, id: id, subkey: keys.subkey(ReportKeys.head))
        let (sections, closed) = try openSections(of: body, index, id: id, keys: keys)
        return OpenedReport(
            report: Report(head: head, sections: sections, formHash: index.formHash), closed: closed)
    }

    /// Opens the sections that a desk's keys open, for who does not ask how the report came.
    static func openSections(
        of body: [UInt8], id: ReportID, keys: ReportKeys
    ) throws(VaultError) -> [ReportSection] {
        try openSections(of: body, index(of: body[...], id: id, keys: keys), id: id, keys: keys).opened
    }

    /// Opens the sections that keys open; tells of those that they do not.
    private static func openSections(
        of body: [UInt8], _ index: BodyIndex, id: ReportID, keys: ReportKeys
    ) throws(VaultError) -> (opened: [ReportSection], closed: [ClosedSection]) {
        var sections: [ReportSection] = []
        var closed: [ClosedSection] = []
        for entry in index.entries {
            guard let name = entry.section else { continue }
            let need = Int(entry.need)
            guard keys.covers(name) else {
                closed.append(ClosedSection(name: name, need: max(1, need), have: 0, isWithheld: true))
                continue
            }
            guard index.layout == .sectioned else {
                let subkey = try keys.subkey(ReportPart.number(of: name))
                let json = try openPart(entry, of: body, index, id: id, subkey: subkey)
                sections.append(ReportSection(name: name, json: json))
                continue
            }
            guard let key = try keys.sectionKey(name, need: need, commitment: entry.commitment, id: id) else {
                closed.append(ClosedSection(name: name, need: need, have: keys.grants(of: name).count))
                continue
            }
            let subkey = try VaultError.crypto { () throws(CryptoError) in
                try key.bytes.subkey(ReportPart.number(of: name), context: context)
            }
            let json = try openPart(entry, of: body, index, id: id, subkey: subkey)
            sections.append(ReportSection(name: name, json: json))
        }
        return (sections, closed)
    }

    /// The sealed report at the start of bytes that go on behind it, and the grants in the cell of a reader.
    static func take(
        _ bytes: ArraySlice<UInt8>, id: ReportID, key: borrowing SecretBytes, by agreement: borrowing KeyAgreement
    ) throws(VaultError) -> (body: [UInt8], grants: [SectionGrant]) {
        let subkey = try VaultError.crypto { () throws(CryptoError) in
            try key.subkey(ReportKeys.index, context: context)
        }
        let index = try index(of: bytes, id: id, subkey: subkey)
        guard index.size <= bytes.count else { throw .tampered }
        let body = [UInt8](bytes.prefix(index.size))
        guard index.layout == .sectioned else { return (body, []) }
        let cells = SectionCells(id: id, formHash: index.formHash)
        let grants = try cells.open(body[index.layout.sealedSize..<index.layout.start], by: agreement)
        guard grants.allSatisfy({ isSound($0, in: index) }) else { throw .tampered }
        return (body, grants)
    }

    /// Opens the index with what somebody holds.
    static func index(
        of body: ArraySlice<UInt8>, id: ReportID, keys: ReportKeys
    ) throws(VaultError) -> BodyIndex {
        try index(of: body, id: id, subkey: keys.subkey(ReportKeys.index))
    }

    /// Opens the index.
    private static func index(
        of body: ArraySlice<UInt8>, id: ReportID, subkey: borrowing SecretBytes
    ) throws(VaultError) -> BodyIndex {
        for layout in BodyLayout.allCases where body.count >= layout.start {
            let plain: [UInt8]
            do throws(CryptoError) {
                plain = try Seal.open(
                    [UInt8](body.prefix(layout.sealedSize)), nonce: Seal.onlyNonce,
                    associated: associated(layout.use, id), key: subkey)
            } catch {
                guard error == .forged else { throw VaultError(error) }
                continue
            }
            return try BodyIndex(plain, layout: layout)
        }
        throw .tampered
    }

    /// Whether a grant of the point is what the index says: a key where one reader opens, a share where several do.
    private static func isSound(_ grant: SectionGrant, in index: BodyIndex) -> Bool {
        guard let entry = index.entry(of: grant.section), !grant.isReceived else { return false }
        return grant.isKey == (entry.need == 1)
    }

    /// How many bytes the head or a section has once it is sealed; `tooLarge` for one that is not.
    private static func sealedSize(of json: [UInt8], _ bucket: Int) throws(VaultError) -> Int {
        guard json.count <= limit else { throw .tooLarge }
        return (json.count + 4 + bucket - 1) / bucket * bucket + Seal.overhead
    }

    /// Seals the head or a section where it lies in a body that is all zero there: its length, its bytes, zeros up to the
    /// bucket.
    private static func seal(
        _ json: [UInt8], _ entry: BodyIndex.Entry, of body: inout [UInt8], _ index: BodyIndex, id: ReportID,
        key: borrowing SecretBytes
    ) throws(VaultError) {
        let range = entry.offset..<entry.offset + entry.length
        guard range.upperBound <= body.count, json.count + 4 + Seal.overhead <= range.count else { throw .defect }
        let associated = associated("tincay section 1", id) + [entry.number] + index.formHash
        do throws(CryptoError) {
            let subkey = try key.subkey(UInt64(entry.number) + 1, context: context)
            // SAFETY: the places were compared with the sizes of both buffers, which are lent for the call.
            unsafe try body.withUnsafeMutableBufferPointer { (body) throws(CryptoError) in
                let part = unsafe UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: body[range]))
                let length = UInt32(truncatingIfNeeded: json.count).littleEndian
                unsafe part.storeBytes(of: length, as: UInt32.self)
                unsafe json.withUnsafeBufferPointer { json in
                    unsafe UnsafeMutableRawBufferPointer(rebasing: part[4...]).copyMemory(
                        from: UnsafeRawBufferPointer(json))
                }
                let plain = unsafe UnsafeRawBufferPointer(rebasing: part.dropLast(Seal.overhead))
                unsafe try Seal.seal(plain, into: part, nonce: Seal.onlyNonce, associated: associated, key: subkey)
            }
        } catch {
            throw VaultError(error)
        }
    }

    /// Opens the head or a section.
    private static func openPart(
        _ entry: BodyIndex.Entry, of body: [UInt8], _ index: BodyIndex, id: ReportID, subkey: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        guard entry.offset <= body.count, entry.length <= body.count - entry.offset else { throw .tampered }
        guard entry.length >= Seal.overhead else { throw .tampered }
        let range = entry.offset..<entry.offset + entry.length
        let associated = associated("tincay section 1", id) + [entry.number] + index.formHash
        var plain = [UInt8](repeating: 0, count: entry.length - Seal.overhead)
        do throws(CryptoError) {
            // SAFETY: the places were compared with the size of the body; both buffers are lent for the call.
            unsafe try body.withUnsafeBufferPointer { (body) throws(CryptoError) in
                unsafe try plain.withUnsafeMutableBufferPointer { (plain) throws(CryptoError) in
                    unsafe try Seal.open(
                        UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: body[range])),
                        into: UnsafeMutableRawBufferPointer(plain), nonce: Seal.onlyNonce, associated: associated,
                        key: subkey)
                }
            }
        } catch {
            throw VaultError(error)
        }
        let content = try content(of: plain)
        // What is left where it lies is copied and wiped once less.
        plain.removeLast(plain.count - content.upperBound)
        plain.removeFirst(content.lowerBound)
        return plain
    }

    /// Where the bytes of the head or a section are, between their length and the zeros of the padding.
    private static func content(of plain: [UInt8]) throws(VaultError) -> Range<Int> {
        var reader = ByteReader(plain[...])
        guard let length = Int(exactly: try reader.number(UInt32.self)) else { throw .tampered }
        let content = try reader.take(length)
        try reader.zeros(reader.rest.count)
        return content.startIndex..<content.endIndex
    }

    /// What a seal is bound to: its use, the suite and the report.
    static func associated(_ use: StaticString, _ id: ReportID) -> [UInt8] {
        var writer = ByteWriter(capacity: use.utf8CodeUnitCount + 1 + ReportID.size)
        writer.append(use)
        writer.append(KeyWraps.suite)
        writer.append(id.bytes)
        return writer.bytes
    }
}
