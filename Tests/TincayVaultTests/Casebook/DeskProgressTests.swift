import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// What receipts tell a point of its bundles.
struct DeskProgressTests {
    /// Collects some of a point's bundles, in the order given; gives what the last receipt tells.
    private func collect(_ order: [Int], of bundles: [[UInt8]], _ office: TestOffice, _ desk: Desk) throws
        -> BundleProgress?
    {
        var progress: BundleProgress?
        for number in order { progress = try office.collect(bundle: bundles[number - 1], at: desk).progress }
        return progress
    }

    @Test func aWithheldBundleIsSeenAsAGap() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let bundles = try (0..<7).map { _ in try office.bundle([], to: desk) }
        #expect(try collect([1, 2], of: bundles, office, desk) == BundleProgress(highWater: 2))
        #expect(try collect([5, 7], of: bundles, office, desk) == BundleProgress(highWater: 2, missing: [3, 4, 6]))
        desk.close()
        let again = try office.open()
        #expect(try collect([3], of: bundles, office, again) == BundleProgress(highWater: 3, missing: [4, 6]))
        #expect(try collect([4, 6], of: bundles, office, again) == BundleProgress(highWater: 7))
    }

    @Test func bundlesInAnyOrderAndTwiceComeToTheSame() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let bundles = try (0..<4).map { _ in try office.bundle([], to: desk) }
        #expect(try collect([4, 2, 2, 1, 4, 3], of: bundles, office, desk) == BundleProgress(highWater: 4))
    }

    @Test func onlyTheFirstOfManyMissingBundlesAreNamed() {
        var collected = CollectedSequences()
        collected.insert(1_000)
        #expect(collected.progress == BundleProgress(highWater: 0, missing: Array(1...32)))
        collected.insert(0)
        collected.insert(.max)
        #expect(collected.progress.missing.count == 32)
    }

    @Test func aReceiptIsAsLongWhateverItTells() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let noise = try (0..<15).map { _ in try Envelope.noise(size: TestOffice.slotSize) }
        for items in [[], noise] {
            let bundle = try office.bundle(items, to: desk)
            let receipt = try bundle.withUnsafeBytes { try unsafe desk.collect($0) }
            #expect(receipt.count == Receipt.bucket)
        }
    }

    @Test func aBundleOfTheFirstLayoutIsAnsweredInItsOwn() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let envelope = try office.envelope(#"{"told": "x"}"#, form: TestForms.plain(), to: desk)
        let bundle = try Bundle.packFirst(
            items: [envelope], point: office.point, sequence: 3, signing: office.signing,
            to: [office.recipient(desk)], size: 1 << 16)
        let bytes = try bundle.withUnsafeBytes { try unsafe desk.collect($0) }
        let receipt = try bytes.withUnsafeBytes { try unsafe Receipt.read($0) }
        #expect(receipt.verify(with: desk.header.signKey))
        #expect(receipt.covered == [Envelope.identifier(of: envelope)])
        #expect(receipt.progress == nil && receipt.notices.isEmpty)
        #expect(try office.list(desk)["total"] as? Int == 1)
    }

    @Test func aPointWhoseReceiptKeyIsNoneIsRefusedWhole() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let entries = desk.chain.number
        let bundle = try Bundle.pack(
            items: [], itemSize: 512, point: office.point, sequence: 1, receiptKey: [UInt8](repeating: 0, count: 32),
            signing: office.signing, to: [office.recipient(desk)], size: 8192)
        #expect(throws: VaultError.tampered) { try office.collect(bundle: bundle, at: desk) }
        #expect(desk.chain.number == entries)
    }
}
