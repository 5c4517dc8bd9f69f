import TincayCrypto
import TincayIntake

extension Desk {
    /// The receipt for a bundle, in the layout that its point takes, with where the ledger ends once a step is done.
    func receipt(
        for bundle: OpenedBundle, at now: Moment, _ items: CollectedItems, end: LedgerChain, _ keys: DeskKeys
    ) throws(VaultError) -> [UInt8] {
        let head = LedgerHead(end, of: header.deskID, signing: keys.signing)
        var sequences = caseload.sequences[bundle.point.id] ?? CollectedSequences()
        sequences.insert(bundle.sequence)
        let isDesk = bundle.point.kind == Self.pointKind
        let receipt = Receipt(
            deskID: header.deskID, pointID: bundle.point.id, sequence: bundle.sequence, time: now,
            ledgerNumber: UInt64(max(0, head.number)), ledgerHash: head.hash, headSignature: head.signature,
            progress: sequences.progress, covered: items.covered, damaged: items.damaged,
            notices: isDesk
                ? try messages(forSenderOf: bundle) : Self.fitting(try notices(for: bundle.manifest.notices)))
        guard let key = bundle.manifest.receiptKey else { return receipt.bytes(signing: keys.signing) }
        return try receipt.sealed(to: key, signing: keys.signing)
    }

    /// The notices that a point should hear of, the most important first, given those that it holds.
    private func notices(for held: [HeldNotice]) throws(VaultError) -> [[UInt8]] {
        try notices().newer(than: held).map { $0.notice.bytes }
    }

    /// As many notices as a receipt carries; the others come with the next, when the point holds these.
    private static func fitting(_ notices: [[UInt8]]) -> [[UInt8]] {
        var size = 0
        return [[UInt8]](
            notices.prefix {
                size += 4 + $0.count
                return size <= Receipt.mostNews
            })
    }
}
