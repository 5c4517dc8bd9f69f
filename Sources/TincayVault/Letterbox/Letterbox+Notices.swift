import TincayIntake

extension Letterbox {
    /// Takes in a notice of the authority, newer ones only and all or nothing; gives what came of it.
    @_optimize(size) public func news(_ bytes: UnsafeRawBufferPointer) throws(VaultError) -> [UInt8] {
        try Self.start()
        guard bytes.count <= Notice.largest else { throw .tooLarge }
        // SAFETY: the caller lends the buffer for the call; the copy is ours.
        let (title, isNew) = try take(unsafe [UInt8](bytes))
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("kind")
        writer.text(title.kind.name)
        writer.name("name")
        writer.text(title.label)
        writer.name("number")
        writer.integer(title.number)
        writer.name("taken")
        writer.boolean(isNew)
        writer.name("desks")
        writer.integer(Int64(desks.count))
        writer.endObject()
        return writer.bytes
    }

    /// Takes in a notice, also one that a receipt has brought; tells which it is, and whether it is new here.
    @_optimize(size) @discardableResult func take(_ bytes: [UInt8]) throws(VaultError) -> (NoticeTitle, isNew: Bool) {
        let notice = try Notice(bytes)
        try setup.authority.verify(notice)
        let (entry, isNew) = try board.read(notice)
        guard isNew else { return (entry.title, false) }
        if case .pack(let pack) = entry.content { _ = try pack.opened() }
        var seats = seats
        try commit { (_: inout LetterboxState) throws(VaultError) in
            if case .directory(let directory) = entry.content { seats = try reseat(directory.desks) }
            try file.setNotice(entry.title.key, number: entry.title.number, bytes)
        }
        self.seats = seats
        board.post(entry)
        return (entry.title, true)
    }

    /// Puts up the notices that the file keeps.
    ///
    /// A pack that does not read any more is passed over; without its directory a box does not know who may read.
    @_optimize(size) func loadNotices() throws(VaultError) {
        seats = try file.seats()
        for bytes in try file.notices() {
            let entry: NoticeBoard.Entry
            do throws(VaultError) {
                let notice = try Notice(bytes)
                try setup.authority.verify(notice)
                entry = try board.read(notice).entry
            } catch {
                if case .noMemory = error { throw error }
                guard (try? Notice(bytes))?.kind == .pack else { throw .badFormat }
                continue
            }
            board.post(entry)
        }
        let known = Set(seats.map { $0.deskID })
        guard known == Set(desks.map { $0.recipient.deskID }), known.count == seats.count else { throw .badFormat }
    }

    /// Gives the bits of desks that leave to those that come; what a desk has covered stays its own.
    private func reseat(_ desks: [DirectoryDesk]) throws(VaultError) -> [LetterboxSeat] {
        let ids = desks.map { $0.recipient.deskID }
        for seat in seats where !ids.contains(seat.deskID) { try file.remove(seat) }
        var kept = seats.filter { ids.contains($0.deskID) }
        for id in ids where !kept.contains(where: { $0.deskID == id }) {
            guard let bit = (0..<Int64(DirectoryDesk.most)).first(where: { bit in !kept.contains { $0.bit == bit } })
            else { throw .defect }
            let seat = LetterboxSeat(deskID: id, bit: bit)
            try file.add(seat)
            kept.append(seat)
        }
        return kept
    }
}
