import TincayCrypto
import TincayIntake

extension Letterbox {
    /// Takes in a desk's receipt and frees what every desk of the box has covered; gives {freed, waiting, desk}.
    ///
    /// A closed day's slot is deleted; one of today's gets fresh noise, so that it can take a report again. A receipt
    /// for a bundle that was packed while a day was running does not count for that day's slots once the day is
    /// closed: a slot that took a report after packing would stay behind alone, and so be told from noise.
    ///
    /// What a desk has stored it has stored, so a receipt frees what it covers also when its ledger contradicts what the
    /// desk told before; status tells that.
    public func settle(_ receipt: UnsafeRawBufferPointer) throws(VaultError) -> [UInt8] {
        try Self.start()
        try unlessFull { () throws(VaultError) in try hear(clock.now()) }
        let keys = try pointKeys()
        let receipt = try unsafe Receipt.open(receipt, with: keys.receipts)
        guard receipt.pointID == setup.point(publicKey: keys.signing.publicKey).id,
            let desk = desks.first(where: { $0.recipient.deskID == receipt.deskID })?.recipient,
            let seat = seats.first(where: { $0.deskID == receipt.deskID })
        else { throw .wrongKey }
        guard receipt.verify(with: desk.signKey) else { throw .tampered }
        let slots = try slots(coveredBy: receipt)
        let freed = try commit { (changed: inout LetterboxState) throws(VaultError) in
            changed.lastReceipt = max(changed.lastReceipt, LetterboxState.count(receipt.time.milliseconds))
            changed.hear(desk: receipt.time.days)
            var answering = try file.desk(receipt.deskID)
            answering.hear(receipt)
            try file.remember(answering, receipt.deskID)
            return try free(slots, by: receipt, of: seat, &changed)
        }
        if freed > 0 {
            // The receipt is taken in already: room that is not given back now is given back with the next one.
            try unlessFull { () throws(VaultError) in
                try file.shrink()
                try file.forget()
            }
        }
        take(notices: receipt.notices)
        return try settled(freed, by: desk.name)
    }

    /// Takes in what a desk passed on with its receipt, which is settled already whatever becomes of this.
    private func take(notices: [[UInt8]]) {
        for notice in notices { _ = try? take(notice) }
    }

    /// The slots that a receipt covers; those that can be read where pages of the file are damaged.
    private func slots(coveredBy receipt: Receipt) throws(VaultError) -> [LetterboxSlot] {
        let ids = Set(receipt.covered).subtracting(receipt.damaged)
        if let all = try file.unlessDamaged({ () throws(VaultError) in try file.slots(holding: ids) }) { return all }
        var found: [LetterboxSlot] = []
        for number in 1..<max(1, min(state.next, Self.mostTries)) {
            found +=
                try file.unlessDamaged { () throws(VaultError) in try file.slots(number...number, holding: ids) } ?? []
        }
        return found
    }

    /// Notes what a desk has covered, and frees what all desks have; gives how many slots that were.
    private func free(
        _ slots: [LetterboxSlot], by receipt: Receipt, of desk: LetterboxSeat, _ changed: inout LetterboxState
    ) throws(VaultError) -> Int64 {
        let everyone = seats.reduce(0) { $0 | $1.mask }
        var freed: Int64 = 0
        for slot in slots {
            let isToday = slot.number >= changed.first
            guard isToday || receipt.sequence > UInt64(max(0, slot.since)) else { continue }
            let covered = slot.covered | desk.mask
            if covered & everyone != everyone {
                if covered != slot.covered { try file.mark(slot, covered: covered) }
                continue
            }
            if isToday {
                try file.replace(slot.number, try Envelope.noise(size: setup.slotSize))
                // Until a report takes its place the noise is packed after all else and keeps no round from ending.
                try file.mark(slot.freed, covered: 0)
                changed.refresh(slot.number, again: slot.wasFreed)
            } else {
                try file.delete(slot.number)
            }
            freed += 1
        }
        return freed
    }

    /// What settling gives the host.
    private func settled(_ freed: Int64, by desk: [UInt8]) throws(VaultError) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("freed")
        writer.integer(freed)
        writer.name("waiting")
        writer.integer(try waiting())
        writer.name("desk")
        writer.text(desk)
        writer.endObject()
        return writer.bytes
    }

    /// How many slots no receipt has freed yet; a report in a slot that was freed today does not show here.
    func waiting() throws(VaultError) -> Int64 {
        try file.closedCount(before: state.first) + state.pending
    }
}
