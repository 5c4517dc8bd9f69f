import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Receipts that only their point can read.
@Suite final class SealedReceiptTests {
    /// Who signs.
    private let desk: SigningKeyPair
    /// Who is answered.
    private let point: AgreementKeyPair

    /// Draws the keys.
    init() throws {
        desk = try SigningKeyPair()
        point = try AgreementKeyPair()
    }

    /// A receipt that tells something of everything.
    private func receipt(covered: Int = 3, notices: [[UInt8]] = [[1, 2, 3], []]) -> Receipt {
        let hash = [UInt8](repeating: 4, count: 32)
        return Receipt(
            deskID: [UInt8](repeating: 1, count: 16), pointID: [UInt8](repeating: 2, count: 16), sequence: 9,
            time: Moment(milliseconds: 1_795_410_000_000), ledgerNumber: 3, ledgerHash: hash,
            headSignature: desk.sign(LedgerHead.signed(3, hash, [UInt8](repeating: 1, count: 16))),
            progress: BundleProgress(highWater: 7, missing: [8, 11]), covered: (0..<covered).map { _ in ReportID() },
            damaged: [ReportID()], notices: notices)
    }

    /// Opens a receipt.
    private func open(_ bytes: [UInt8]) throws -> Receipt {
        try bytes.withUnsafeBytes { try unsafe Receipt.open($0, with: point) }
    }

    /// Whether a receipt opens and its desk signed it.
    private func holds(_ bytes: UnsafeRawBufferPointer) -> Bool {
        (try? unsafe Receipt.open(bytes, with: point))?.verify(with: desk.publicKey) == true
    }

    @Test func aReceiptBringsAllThatTheDeskTells() throws {
        let receipt = receipt()
        let bytes = try receipt.sealed(to: point.publicKey, signing: desk)
        let read = try open(bytes)
        #expect(read.verify(with: desk.publicKey))
        #expect(read.covered == receipt.covered && read.damaged == receipt.damaged && read.time == receipt.time)
        #expect(read.deskID == receipt.deskID && read.pointID == receipt.pointID && read.sequence == 9)
        #expect(read.head == receipt.head && read.head.verify(with: desk.publicKey))
        #expect(read.progress == receipt.progress && read.notices == receipt.notices)
    }

    @Test func nobodyButItsPointReadsIt() throws {
        let bytes = try receipt().sealed(to: AgreementKeyPair().publicKey, signing: desk)
        #expect(throws: VaultError.wrongKey) { try open(bytes) }
    }

    @Test func nobodyButItsDeskSignsIt() throws {
        let bytes = try receipt().sealed(to: point.publicKey, signing: SigningKeyPair())
        #expect(try !open(bytes).verify(with: desk.publicKey))
    }

    @Test func itsLengthIsAMultipleThatTellsNothing() throws {
        for covered in [0, 1, 900] {
            let bytes = try receipt(covered: covered, notices: []).sealed(to: point.publicKey, signing: desk)
            #expect(bytes.count == Receipt.bucket)
        }
        let large = try receipt(covered: 4_000).sealed(to: point.publicKey, signing: desk)
        #expect(large.count % Receipt.bucket == 0 && large.count > 4_000 * 16)
        #expect(try open(large).covered.count == 4_000)
    }

    @Test func noticesUpToTheirLimitTravelAndNoMore() throws {
        let most = [UInt8](repeating: 5, count: Receipt.mostNews - 4)
        let bytes = try receipt(notices: [most]).sealed(to: point.publicKey, signing: desk)
        #expect(try open(bytes).notices == [most])
        #expect(throws: VaultError.tooLarge) {
            try receipt(notices: [most, []]).sealed(to: point.publicKey, signing: desk)
        }
    }

    @Test(arguments: 0..<8)
    func thisBitChangedInAnyByteIsFound(bit: Int) throws {
        var bytes = try receipt().sealed(to: point.publicKey, signing: desk)
        let whole = bytes.withUnsafeBytes { unsafe holds($0) }
        #expect(whole)
        for place in bytes.indices {
            bytes[place] ^= 1 << UInt8(bit)
            let held = bytes.withUnsafeBytes { unsafe holds($0) }
            bytes[place] ^= 1 << UInt8(bit)
            if held { Issue.record("bit \(bit) of byte \(place)") }
        }
    }

    @Test func cutReceiptsAreRefused() throws {
        let bytes = try receipt(covered: 2_000).sealed(to: point.publicKey, signing: desk)
        for count in [0, 1, 104, 168, 465, 545, Receipt.bucket, 2 * Receipt.bucket, bytes.count - 1] {
            #expect(throws: VaultError.self) { try open(Array(bytes.prefix(count))) }
        }
        #expect(throws: VaultError.tooLarge) { try open([UInt8](repeating: 0, count: Receipt.largest + 1)) }
    }
}
