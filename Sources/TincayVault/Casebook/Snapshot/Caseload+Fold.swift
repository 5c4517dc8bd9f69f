extension Caseload {
    /// What is small enough to be written anew whenever it has changed.
    enum FoldPart: UInt32, CaseIterable {
        case points = 1
        case bundles = 2
        case sequences = 3
        case witnesses = 4
        case setAside = 5
        case notices = 6
        case work = 7
        case people = 8
        case attachments = 9
        case referrals = 10
        case releases = 11
    }

    /// The bytes of a part.
    func fold(_ part: FoldPart) -> [UInt8] {
        var writer = ByteWriter()
        switch part {
        case .points:
            writer.append(count: points.count)
            for (id, name) in points {
                writer.append(text: id)
                writer.append(text: name)
            }
        case .bundles:
            writer.append(count: bundles.count)
            for hash in bundles { writer.append(text: hash) }
        case .sequences:
            writer.append(count: sequences.count)
            for (id, sequences) in sequences {
                writer.append(text: id)
                writer.append(text: sequences.bytes)
            }
        case .witnesses: writer.append(witnesses.bytes)
        case .setAside:
            writer.append(count: setAside.count)
            for id in setAside { writer.append(text: id.bytes) }
        case .notices:
            writer.append(count: notices.count)
            for notice in notices.values { writer.append(text: notice.bytes) }
        case .work: writer.append(work.bytes)
        case .people: writer.append(people.bytes)
        case .referrals: writer.append(referrals.bytes)
        case .attachments: writer.append(attachments.bytes)
        case .releases: writer.append(releases.bytes)
        }
        return writer.bytes
    }

    /// Takes in what `fold` gave.
    mutating func unfold(_ part: FoldPart, _ bytes: [UInt8]) throws(VaultError) {
        var reader = FoldReader(bytes)
        switch part {
        case .points:
            for _ in 0..<(try reader.count(of: 8)) {
                let id = try reader.text()
                points[id] = try reader.text()
            }
        case .bundles: for _ in 0..<(try reader.count(of: 4)) { bundles.insert(try reader.text()) }
        case .sequences:
            for _ in 0..<(try reader.count(of: 8)) {
                let id = try reader.text()
                sequences[id] = try CollectedSequences(try reader.text())
            }
        case .witnesses: witnesses = try Witnesses(&reader)
        case .setAside:
            for _ in 0..<(try reader.count(of: 4)) {
                guard let id = ReportID(bytes: try reader.text()) else { throw .badFormat }
                setAside.insert(id)
            }
        case .notices:
            for _ in 0..<(try reader.count(of: 4)) {
                let notice = try NoticeRecord(try reader.text())
                notices[notice.nameHash] = notice
            }
        case .work: work = try reader.part { (reader) throws(VaultError) in try CaseWork(&reader) }
        case .people: people = try reader.part { (reader) throws(VaultError) in try People(&reader) }
        case .referrals: referrals = try reader.part { (reader) throws(VaultError) in try Referrals(&reader) }
        case .attachments:
            attachments = try reader.part { (reader) throws(VaultError) in try Attachments(&reader) }
        case .releases: releases = try reader.part { (reader) throws(VaultError) in try Releases(&reader) }
        }
        guard reader.isAtEnd else { throw .badFormat }
    }
}
