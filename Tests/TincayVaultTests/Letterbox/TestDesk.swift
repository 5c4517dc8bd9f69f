import Foundation
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// A desk's keys without a desk: opens what a box seals to it, and answers.
final class TestDesk {
    /// What reports are sealed to.
    let sealing: AgreementKeyPair
    /// What receipts are signed with.
    let signing: SigningKeyPair
    /// The desk's card as JSON.
    let card: [UInt8]
    /// Who the desk is.
    let deskID: [UInt8]
    /// The heads of the reports that were read last.
    private(set) var heads: [String] = []

    /// Draws the keys of a desk.
    init(name: String) throws {
        sealing = try AgreementKeyPair()
        signing = try SigningKeyPair()
        let card = Card(name: Array(name.utf8), sealKey: sealing.publicKey, signKey: signing.publicKey)
        self.card = card.json(signing: signing)
        deskID = card.recipient.deskID
    }

    /// Opens a bundle.
    func open(_ bundle: [UInt8]) throws -> OpenedBundle {
        try bundle.withUnsafeBytes { try unsafe Bundle.open($0, with: sealing) }
    }

    /// What the reports in a bundle tell, in the order of the slots.
    func read(_ bundle: [UInt8]) throws -> [String] {
        try read(items: try open(bundle).items)
    }

    /// What the reports among envelopes tell.
    func read(items: [[UInt8]]) throws -> [String] {
        heads = []
        var told: [String] = []
        for item in items {
            guard let opened = try Envelope.open(item, with: sealing) else { continue }
            let report = try SealedBody.open(opened.body, id: opened.id, keys: opened.keys).report
            heads.append(String(decoding: report.head, as: UTF8.self))
            let answers = try JSONSerialization.jsonObject(with: Data(report.sections.flatMap { $0.json }))
            told.append((answers as? [String: Any])?["told"] as? String ?? "nothing")
        }
        return told
    }

    /// Answers an opened bundle, with its first items said to be damaged; as another desk if so asked, with another end
    /// of the ledger, or in the first layout.
    func receipt(
        covering bundle: OpenedBundle, damaged: Int = 0, as desk: [UInt8]? = nil,
        time: Moment = TestClock().clock.now(), ledger: (number: Int64, hash: UInt8) = (1, 0),
        progress: BundleProgress? = nil, open: Bool = false
    ) throws -> [UInt8] {
        let ids = bundle.items.compactMap { Envelope.identifier(of: $0) }
        let hash = [UInt8](repeating: ledger.hash, count: 32)
        let receipt = Receipt(
            deskID: desk ?? deskID, pointID: bundle.point.id, sequence: bundle.sequence, time: time,
            ledgerNumber: UInt64(ledger.number), ledgerHash: hash,
            headSignature: signing.sign(LedgerHead.signed(ledger.number, hash, deskID)),
            progress: progress, covered: Array(ids[damaged...]), damaged: Array(ids[..<damaged]))
        guard !open, let key = bundle.manifest.receiptKey else { return receipt.bytes(signing: signing) }
        return try receipt.sealed(to: key, signing: signing)
    }

    /// Answers a bundle.
    func receipt(for bundle: [UInt8], damaged: Int = 0) throws -> [UInt8] {
        try receipt(covering: try open(bundle), damaged: damaged)
    }
}
