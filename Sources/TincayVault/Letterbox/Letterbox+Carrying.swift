import TincayCrypto
import TincayIntake

extension Letterbox {
    /// Packs the oldest slots, used or not and today's too, into a bundle for the box's desks.
    ///
    /// Nothing is forgotten: the same slots are packed again until a receipt covers them.
    public func pack() throws(VaultError) -> [UInt8] {
        try Self.start()
        let moment = clock.now()
        try unlessFull { () throws(VaultError) in try hear(moment) }
        let key = try signingKey()
        let items = try withoutDraft(
            file.envelopes(limit: setup.bundleCapacity, size: setup.slotSize, today: state.first))
        return try commit { (changed: inout LetterboxState) throws(VaultError) in
            changed.sequence += 1
            changed.lastPacked = LetterboxState.count(moment.milliseconds)
            return try Bundle.pack(
                items: items, itemSize: setup.slotSize, point: setup.point(publicKey: key.publicKey),
                sequence: UInt64(changed.sequence), signing: key, to: setup.desks, size: setup.bundleSize)
        }
    }

    /// Takes in a desk's receipt and frees what every desk of the box has covered; gives {freed, waiting, desk}.
    ///
    /// A closed day's slot is deleted; one of today's gets fresh noise, so that it can take a report again. A receipt
    /// for a bundle that was packed while a day was running does not count for that day's slots once the day is
    /// closed: a slot that took a report after packing would stay behind alone, and so be told from noise.
    public func settle(_ receipt: UnsafeRawBufferPointer) throws(VaultError) -> [UInt8] {
        try Self.start()
        try unlessFull { () throws(VaultError) in try hear(clock.now()) }
        let receipt = try unsafe Receipt.read(receipt)
        let key = try signingKey()
        guard receipt.pointID == setup.point(publicKey: key.publicKey).id,
            let desk = setup.desks.firstIndex(where: { $0.deskID == receipt.deskID })
        else { throw .wrongKey }
        guard receipt.verify(with: setup.desks[desk].signKey) else { throw .tampered }
        let freed = try commit { (changed: inout LetterboxState) throws(VaultError) in
            changed.lastReceipt = max(changed.lastReceipt, LetterboxState.count(receipt.time.milliseconds))
            changed.hear(desk: receipt.time.days)
            return try free(receipt, desk: desk, &changed)
        }
        if freed > 0 {
            // The receipt is taken in already: room that is not given back now is given back with the next one.
            try unlessFull { () throws(VaultError) in
                try file.shrink()
                try file.forget()
            }
        }
        return try settled(freed, by: setup.desks[desk].name)
    }

    /// Notes what a desk has covered, and frees what all desks have; gives how many slots that were.
    private func free(
        _ receipt: Receipt, desk: Int, _ changed: inout LetterboxState
    ) throws(VaultError) -> Int64 {
        let everyone = (Int64(1) << Int64(setup.desks.count)) - 1
        var freed: Int64 = 0
        for slot in try file.slots(holding: Set(receipt.covered).subtracting(receipt.damaged)) {
            let isToday = slot.number >= changed.first
            guard isToday || receipt.sequence > UInt64(max(0, slot.since)) else { continue }
            let covered = slot.covered | 1 << Int64(desk)
            if covered & everyone != everyone {
                if covered != slot.covered { try file.mark(slot, covered: covered) }
                continue
            }
            if isToday {
                try file.replace(slot.number, try Envelope.noise(size: setup.slotSize))
                // Until a report takes its place the noise is packed after all else, so that a day with more reports
                // than a bundle holds is carried bundle by bundle.
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

    /// The point's signing key; it opens nothing.
    private func signingKey() throws(VaultError) -> SigningKeyPair {
        let seed = try file.seed()
        return try VaultError.crypto { () throws(CryptoError) in try SigningKeyPair(seed: seed) }
    }
}
