import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// The frozen vectors of the formats.
@Suite struct VectorTests {
    /// A vector's members.
    private func vector(_ name: String) throws -> JSONValue {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Vectors/\(name).json")
        return try JSONDocument(parsing: [UInt8](try Data(contentsOf: file)), limits: .any).root
    }

    /// A member's bytes, written in hexadecimal.
    private func bytes(_ value: JSONValue?) throws -> [UInt8] {
        let digits = try #require(value?.text)
        return try #require(Hexadecimal.bytes(digits, count: digits.count / 2))
    }

    /// The desk's pair of a vector.
    private func desk(_ vector: JSONValue) throws -> AgreementKeyPair {
        try AgreementKeyPair(seed: SecretBytes(copying: bytes(vector["seal_seed"])))
    }

    @Test func theFirstEnvelopeOpens() throws {
        let vector = try vector("envelope-1")
        let opened = try Envelope.open(bytes(vector["envelope"]), with: desk(vector))
        guard let opened else {
            Issue.record("the envelope does not open")
            return
        }
        #expect(opened.id.hexadecimal == vector["id"]?.text)
        let report = try SealedBody.open(opened.body, id: opened.id, keys: opened.keys).report
        #expect(report.head == vector["head"]?.text)
        #expect(try report.formHash == bytes(vector["form_hash"]))
        for section in report.sections {
            #expect(section.json == vector["sections"]?[section.name.name]?.text)
        }
        #expect(report.sections.count == vector["sections"]?.count)
    }

    @Test func theFirstEnvelopeWithKeysForSectionsOpens() throws {
        let vector = try vector("envelope-2")
        let envelope = try bytes(vector["envelope"])
        var held: [SectionGrant] = []
        var last: OpenedEnvelope?
        for reader in try #require(vector["readers"]).elements {
            let opened = try #require(try Envelope.open(envelope, with: desk(reader)))
            #expect(opened.id.hexadecimal == vector["id"]?.text)
            let report = try SealedBody.open(opened.body, id: opened.id, keys: opened.keys)
            #expect(report.report.head == vector["head"]?.text)
            #expect(try report.report.formHash == bytes(vector["form_hash"]))
            let names = try #require(reader["sections"]).elements.compactMap(\.text)
            #expect(report.report.sections.map { Array("\($0.name.name)".utf8) } == names)
            for section in report.report.sections {
                #expect(section.json == vector["sections"]?[section.name.name]?.text)
            }
            held += opened.keys.grants.filter { !$0.isKey }
            last = opened
        }
        // The shares of both open what neither opens alone.
        let opened = try #require(last)
        let keys = try ReportKeys(key: opened.keys.key.copy(), grants: held)
        let together = try SealedBody.open(opened.body, id: opened.id, keys: keys).report.sections
        #expect(together.map(\.name) == [.identity])
        #expect(together.first?.json == vector["sections"]?["identity"]?.text)
    }

    @Test func theFirstShareOpens() throws {
        let vector = try vector("share-1")
        let share = try ReportShare.open(bytes(vector["share"]), for: bytes(vector["desk"]), with: desk(vector))
        let sender = try SigningKeyPair(seed: SecretBytes(copying: bytes(vector["sign_seed"])))
        #expect(share.deskID == Card.deskID(sender.publicKey))
        #expect(share.reportID.hexadecimal == vector["report"]?.text)
        #expect(try share.bodyHash == bytes(vector["body_hash"]))
        #expect(share.grants.map(\.section) == [.identity])
        #expect(share.grants.first.map { Int64($0.share.place) } == vector["place"]?.integer)
        let values = share.grants.first?.share.bytes.withBytes { unsafe [UInt8]($0) }
        #expect(try values == bytes(vector["values"]))
    }

    @Test func theFirstBundleOpens() throws {
        let vector = try vector("bundle-1")
        let bundle = try bytes(vector["bundle"])
        let opened = try unsafe bundle.withUnsafeBufferPointer {
            try unsafe Bundle.open(UnsafeRawBufferPointer($0), with: desk(vector))
        }
        #expect(opened.point.name == vector["name"]?.text)
        #expect(opened.point.kind == vector["kind"]?.text)
        #expect(try opened.point.id == bytes(vector["point"]))
        #expect(opened.sequence == vector["sequence"]?.integer.map { UInt64($0) })
        let items = try vector["items"]?.elements.map { try bytes($0) }
        #expect(opened.items == items)
    }

    @Test func theFirstReceiptIsReadAndVerified() throws {
        let vector = try vector("receipt-1")
        let receipt = try bytes(vector["receipt"]).withUnsafeBytes { try unsafe Receipt.read($0) }
        let key = try SigningKeyPair(seed: SecretBytes(copying: bytes(vector["sign_seed"])))
        #expect(receipt.verify(with: key.publicKey))
        #expect(receipt.sequence == vector["sequence"]?.integer.map { UInt64($0) })
        #expect(receipt.time.milliseconds == vector["time"]?.integer)
        #expect(receipt.covered.map(\.hexadecimal) == vector["covered"]?.elements.compactMap(\.text))
        #expect(receipt.damaged.map(\.hexadecimal) == vector["damaged"]?.elements.compactMap(\.text))
    }

    @Test func theFirstCardIsReadAndVerified() throws {
        let vector = try vector("card-1")
        let card = try Card.read(try #require(vector["card"]))
        #expect(card.recipient.name == vector["name"]?.text)
        #expect(try card.recipient.sealKey == desk(vector).publicKey)
    }
}
