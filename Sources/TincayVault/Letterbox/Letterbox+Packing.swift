import TincayCrypto
import TincayIntake

extension Letterbox {
    /// How many slots of a damaged file are tried, one by one, for a bundle or a receipt.
    static let mostTries: Int64 = 1 << 20

    /// Packs the next slots, used or not, into a bundle for the box's desks.
    ///
    /// Bundles go round: each carries on behind the slots of the one before, by their numbers, so that today's come in
    /// the last of a round, and the next begins with the oldest again. Nothing is forgotten: a slot travels in every round
    /// until receipts free it. Nobody who does not answer can so hold up what came later.
    public func pack() throws(VaultError) -> [UInt8] {
        try Self.start()
        let moment = clock.now()
        try unlessFull { () throws(VaultError) in try hear(moment) }
        let keys = try pointKeys()
        // All is read before the transaction: SQLite writes nothing in one that has met a damaged page.
        var bundle = try BundleWriter(size: setup.bundleSize, itemSize: setup.slotSize)
        let cursor = try fill(&bundle, from: state.cursor)
        let sequence = state.sequence + 1
        let manifest = Manifest(
            point: setup.point(publicKey: keys.signing.publicKey), sequence: UInt64(sequence), itemSize: setup.slotSize,
            itemCount: bundle.count, receiptKey: keys.receipts.publicKey, heads: try witnessedHeads(),
            notices: try heldNotices())
        let bytes = try bundle.finish(manifest, signing: keys.signing, to: desks.map { $0.recipient })
        try commit { (changed: inout LetterboxState) in
            changed.cursor = cursor
            changed.sequence = sequence
            changed.lastPacked = LetterboxState.count(moment.milliseconds)
        }
        return bytes
    }

    /// The point's keys; they open no report.
    func pointKeys() throws(VaultError) -> PointKeys {
        let seed = try file.seed()
        return try VaultError.crypto { () throws(CryptoError) in try PointKeys(seed: seed) }
    }

    /// Fills a bundle with what comes next in the round; gives the cursor for the one behind it, 0 when the round is over.
    private func fill(_ bundle: inout BundleWriter, from cursor: Int64) throws(VaultError) -> Int64 {
        var last = cursor
        do throws(VaultError) {
            // What lay behind the cursor may have been freed meanwhile.
            if try !file.isWaiting(after: cursor, size: setup.slotSize) { last = 0 }
            try unsafe file.visitWaiting(after: &last, limit: bundle.room, size: setup.slotSize) {
                (envelope) throws(VaultError) in try unsafe pack(envelope, into: &bundle)
            }
            guard try !file.isWaiting(after: last, size: setup.slotSize) else { return last }
            // What was freed today holds noise until a report takes its place, which must not be seen from its coming
            // back.
            try unsafe file.visitFreed(since: state.first, limit: bundle.room, size: setup.slotSize) {
                (envelope) throws(VaultError) in try unsafe pack(envelope, into: &bundle)
            }
            return 0
        } catch {
            // A page of the file is damaged: what lies on others is carried all the same.
            guard error == .badFormat else { throw error }
            return try fill(&bundle, oneByOneFrom: last)
        }
    }

    /// Fills a bundle with every slot that can be read, freed or not; gives the cursor for the one behind it.
    private func fill(_ bundle: inout BundleWriter, oneByOneFrom cursor: Int64) throws(VaultError) -> Int64 {
        var last = cursor
        for _ in 0..<Self.mostTries {
            guard bundle.room > 0 else { return last }
            last += 1
            guard last < state.next else { return 0 }
            let read = try file.unlessDamaged { () throws(VaultError) in try file.envelope(last) }
            guard let envelope = read ?? nil, envelope.count == setup.slotSize else { continue }
            // SAFETY: the buffer is lent for the call.
            try unsafe envelope.withUnsafeBufferPointer { (envelope) throws(VaultError) in
                try unsafe pack(UnsafeRawBufferPointer(envelope), into: &bundle)
            }
        }
        return last
    }

    /// Where the desks' ledgers ended, with their own signatures.
    private func witnessedHeads() throws(VaultError) -> [WitnessedHead] {
        var heads: [WitnessedHead] = []
        for recipient in desks.map({ $0.recipient }) {
            let desk = try file.unlessDamaged { () throws(VaultError) in try file.desk(recipient.deskID) }
            if let head = desk?.head, head.isSigned { heads.append(head) }
        }
        return heads
    }

    /// The notices that the box holds; none when they cannot be read, so that desks send them again.
    private func heldNotices() throws(VaultError) -> [HeldNotice] {
        try file.unlessDamaged { () throws(VaultError) in try file.heldNotices(limit: Manifest.mostNotices) } ?? []
    }
}
