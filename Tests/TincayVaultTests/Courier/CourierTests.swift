import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

@Suite struct CourierTests {
    /// The smallest bundle that these tests pack.
    private let size = 8192

    /// Packs two items from a point to a desk.
    private func bundle(
        to desk: borrowing AgreementKeyPair, _ point: borrowing SigningKeyPair, items: [[UInt8]]
    ) throws -> [UInt8] {
        try Bundle.pack(
            items: items, itemSize: 512,
            point: Point(publicKey: point.publicKey, name: Array("Điểm A".utf8), kind: Array("NODE-TRUSTED".utf8)),
            sequence: 7, receiptKey: point.publicKey, signing: point,
            to: [Card(name: [], sealKey: desk.publicKey, signKey: [UInt8](repeating: 1, count: 32)).recipient],
            size: size)
    }

    /// Opens a bundle.
    private func open(_ bytes: [UInt8], _ desk: borrowing AgreementKeyPair) throws -> OpenedBundle {
        try unsafe bytes.withUnsafeBufferPointer { try unsafe Bundle.open(UnsafeRawBufferPointer($0), with: desk) }
    }

    @Test func aBundleBringsItsItemsAndIsAlwaysAsLong() throws {
        let desk = try AgreementKeyPair()
        let point = try SigningKeyPair()
        for count in [0, 1, 5] {
            let items = (0..<count).map { [UInt8](repeating: UInt8($0), count: 512) }
            let packed = try bundle(to: desk, point, items: items)
            #expect(packed.count == size)
            let opened = try open(packed, desk)
            #expect(opened.items == items)
            #expect(opened.sequence == 7)
            #expect(opened.point.name == Array("Điểm A".utf8))
            #expect(opened.point.publicKey == point.publicKey)
        }
    }

    @Test func moreThanFitsIsRefused() throws {
        let desk = try AgreementKeyPair()
        let point = try SigningKeyPair()
        let most = Bundle.capacity(size: size, itemSize: 512)
        let items = [[UInt8]](repeating: [UInt8](repeating: 0, count: 512), count: most + 1)
        #expect(throws: VaultError.tooLarge) { try bundle(to: desk, point, items: items) }
        #expect(Bundle.capacity(size: 100, itemSize: 512) == 0)
        #expect(Bundle.capacity(size: size, itemSize: 0) == 0)
    }

    @Test func aBundleForSomebodyElseIsTheWrongKey() throws {
        let packed = try bundle(to: AgreementKeyPair(), SigningKeyPair(), items: [])
        let stranger = try AgreementKeyPair()
        #expect(throws: VaultError.wrongKey) { try open(packed, stranger) }
    }

    @Test func aBundleBringsWhatThePointHasSeenAndHolds() throws {
        let desk = try AgreementKeyPair()
        let point = try SigningKeyPair()
        let heads = (0..<8).map { place in
            WitnessedHead(
                deskID: [UInt8](repeating: UInt8(place), count: 16), number: Int64.max - Int64(place),
                hash: [UInt8](repeating: 3, count: 32), time: Moment(milliseconds: 5),
                signature: [UInt8](repeating: 6, count: 64))
        }
        let notices = (0..<64).map { HeldNotice(name: [UInt8($0)], number: .max - UInt64($0)) }
        let name = [UInt8](repeating: 0x61, count: 800)
        let packed = try Bundle.pack(
            items: [], itemSize: 512,
            point: Point(publicKey: point.publicKey, name: name, kind: Array(name.prefix(64))),
            sequence: .max, receiptKey: desk.publicKey, heads: heads, notices: notices, signing: point,
            to: [Card(name: [], sealKey: desk.publicKey, signKey: point.publicKey).recipient], size: size)
        let manifest = try open(packed, desk).manifest
        #expect(manifest.heads == heads && manifest.notices == notices && manifest.receiptKey == desk.publicKey)
        #expect(manifest.point.name == name && manifest.sequence == .max)
    }

    @Test func aBundleOfTheFirstLayoutIsStillOpened() throws {
        let desk = try AgreementKeyPair()
        let point = try SigningKeyPair()
        let items = [[UInt8](repeating: 5, count: 512)]
        let packed = try Bundle.packFirst(
            items: items, point: Point(publicKey: point.publicKey, name: [], kind: []), sequence: 4, signing: point,
            to: [Card(name: [], sealKey: desk.publicKey, signKey: point.publicKey).recipient], size: size)
        let opened = try open(packed, desk)
        #expect(opened.items == items && opened.sequence == 4 && opened.manifest.receiptKey == nil)
    }

    @Test func aBundleThatAnotherPointSignedIsTampered() throws {
        let desk = try AgreementKeyPair()
        let point = try SigningKeyPair()
        let packed = try Bundle.pack(
            items: [], itemSize: 512, point: Point(publicKey: point.publicKey, name: [], kind: []), sequence: 1,
            receiptKey: point.publicKey, signing: SigningKeyPair(),
            to: [Card(name: [], sealKey: desk.publicKey, signKey: point.publicKey).recipient], size: size)
        #expect(throws: VaultError.tampered) { try open(packed, desk) }
    }

    @Test(arguments: 0..<8)
    func thisBitChangedInAnyByteOfABundleIsFound(bit: Int) throws {
        let desk = try AgreementKeyPair()
        var packed = try bundle(to: desk, SigningKeyPair(), items: [[UInt8](repeating: 5, count: 512)])
        for place in packed.indices {
            packed[place] ^= 1 << UInt8(bit)
            if (try? open(packed, desk)) != nil { Issue.record("bit \(bit) of byte \(place)") }
            packed[place] ^= 1 << UInt8(bit)
        }
        _ = try open(packed, desk)
    }

    @Test func cutBundlesAreRefused() throws {
        let desk = try AgreementKeyPair()
        let packed = try bundle(to: desk, SigningKeyPair(), items: [])
        for count in [0, 1, 400, 464, 465, 466, 545, 546, 2000, 4640, size - 1] {
            #expect(throws: VaultError.self) { try open([UInt8](packed.prefix(count)), desk) }
        }
    }

    @Test func aReceiptIsReadAndOnlyItsDeskCanSignIt() throws {
        let desk = try SigningKeyPair()
        let receipt = Receipt(
            deskID: [UInt8](repeating: 1, count: 16), pointID: [UInt8](repeating: 2, count: 16), sequence: 9,
            time: Moment(milliseconds: 1_795_410_000_000), ledgerNumber: 3,
            ledgerHash: [UInt8](repeating: 4, count: 32), covered: [ReportID(), ReportID()], damaged: [ReportID()])
        let bytes = receipt.bytes(signing: desk)
        let read = try bytes.withUnsafeBytes { try unsafe Receipt.read($0) }
        #expect(read.covered == receipt.covered && read.damaged == receipt.damaged && read.time == receipt.time)
        #expect(read.verify(with: desk.publicKey))
        #expect(try !read.verify(with: SigningKeyPair().publicKey))
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 1
            let other = try? changed.withUnsafeBytes { try unsafe Receipt.read($0) }
            #expect(other?.verify(with: desk.publicKey) != true)
        }
        for count in bytes.indices {
            #expect(throws: VaultError.self) {
                try [UInt8](bytes.prefix(count)).withUnsafeBytes { _ = try unsafe Receipt.read($0) }
            }
        }
    }

    @Test func aCardIsReadOnlyAsItsDeskSignedIt() throws {
        let seal = try AgreementKeyPair()
        let sign = try SigningKeyPair()
        let card = Card(name: Array("Văn phòng".utf8), sealKey: seal.publicKey, signKey: sign.publicKey)
        let json = card.json(signing: sign)
        let document = try JSONDocument(parsing: json, limits: .report)
        #expect(try Card.read(document.root).recipient == card.recipient)
        let renamed = String(decoding: json, as: UTF8.self).replacing("Văn phòng", with: "Văn phòng B")
        let other = try JSONDocument(parsing: Array(renamed.utf8), limits: .report)
        #expect(throws: VaultError.tampered) { try Card.read(other.root) }
        let none = try JSONDocument(parsing: Array("{}".utf8), limits: .report)
        #expect(throws: VaultError.invalidInput) { try Card.read(none.root) }
    }
}
