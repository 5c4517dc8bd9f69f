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
        let keys = try ReportKeys(opened.keys, grants: held)
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

    @Test func theFirstReferralOpens() throws {
        let vector = try vector("referral-1")
        let item = try bytes(vector["item"])
        let opened = try #require(try Envelope.open(item, with: desk(vector)))
        #expect(opened.id.hexadecimal == vector["id"]?.text)
        let report = try SealedBody.open(opened.body, id: opened.id, keys: opened.keys).report
        for section in report.sections {
            #expect(section.json == vector["sections"]?[section.name.name]?.text)
        }
        #expect(report.sections.count == vector["sections"]?.count)
        #expect(try report.formHash == bytes(vector["form_hash"]))
        let cover = try #require(try ReferralCover.read(report, id: opened.id, for: bytes(vector["desk"])))
        let sender = try SigningKeyPair(seed: SecretBytes(copying: bytes(vector["sign_seed"])))
        #expect(cover.sender.signKey == sender.publicKey)
        #expect(cover.sender.name == vector["name"]?.text)
        #expect(cover.sent.milliseconds == vector["sent"]?.integer)
        #expect(cover.head == vector["head"]?.text)
        #expect(cover.request.words == vector["terms"]?.text)
        #expect(try cover.request.terms.fingerprint == bytes(vector["fingerprint"]))
    }

    @Test func theFirstMessageAboutAReferralOpens() throws {
        let vector = try vector("referral-1")
        let pair = try AgreementKeyPair(seed: SecretBytes(copying: bytes(vector["message_seal_seed"])))
        let sealed = try bytes(vector["message"])
        let (message, sender) = try ReferralMessage.open(sealed, for: bytes(vector["message_desk"]), with: pair)
        #expect(try sender == bytes(vector["message_signer"]))
        #expect(message.referral.hexadecimal == vector["id"]?.text)
        #expect(Int64(message.kind.rawValue) == vector["message_kind"]?.integer)
        #expect(Int64(message.value) == vector["message_value"]?.integer)
        #expect(Int64(message.number) == vector["message_number"]?.integer)
        #expect(message.time.milliseconds == vector["message_time"]?.integer)
        #expect(message.outcome == vector["message_outcome"]?.text)
        #expect(message.note == vector["message_note"]?.text)
        let id = ReferralMessage.id(of: message.number, about: message.referral, from: sender)
        #expect(id.hexadecimal == vector["message_id"]?.text)
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

    @Test func theSecondBundleOpens() throws {
        let vector = try vector("bundle-2")
        let opened = try bytes(vector["bundle"]).withUnsafeBytes { try unsafe Bundle.open($0, with: desk(vector)) }
        #expect(opened.point.name == vector["name"]?.text && opened.point.kind == vector["kind"]?.text)
        #expect(try opened.point.id == bytes(vector["point"]))
        #expect(opened.sequence == vector["sequence"]?.integer.map { UInt64($0) })
        #expect(try opened.items == vector["items"]?.elements.map { try bytes($0) })
        #expect(try opened.manifest.receiptKey == bytes(vector["receipt_key"]))
        let keys = try PointKeys(seed: SecretBytes(copying: bytes(vector["point_seed"])))
        #expect(keys.signing.publicKey == opened.point.publicKey)
        #expect(keys.receipts.publicKey == opened.manifest.receiptKey)
        #expect(try opened.manifest.heads.map(\.bytes) == vector["heads"]?.elements.map { try bytes($0) })
        let head = try #require(opened.manifest.heads.first)
        #expect(try head.deskID == bytes(vector["head_desk"]))
        #expect(head.number == vector["head_number"]?.integer)
        #expect(try head.verify(with: bytes(vector["head_sign_key"])))
        let notice = HeldNotice(
            name: try #require(vector["notice_name"]?.text),
            number: UInt64(try #require(vector["notice_number"]?.integer)))
        #expect(opened.manifest.notices == [notice])
    }

    @Test func theSecondReceiptOpensAndIsVerified() throws {
        let vector = try vector("receipt-2")
        let keys = try PointKeys(seed: SecretBytes(copying: bytes(vector["point_seed"])))
        let receipt = try bytes(vector["receipt"]).withUnsafeBytes {
            try unsafe Receipt.open($0, with: keys.receipts)
        }
        let key = try SigningKeyPair(seed: SecretBytes(copying: bytes(vector["sign_seed"])))
        #expect(receipt.verify(with: key.publicKey))
        #expect(receipt.head.verify(with: key.publicKey))
        #expect(receipt.sequence == vector["sequence"]?.integer.map { UInt64($0) })
        #expect(receipt.time.milliseconds == vector["time"]?.integer)
        #expect(receipt.ledgerNumber == vector["ledger_number"]?.integer.map { UInt64($0) })
        #expect(receipt.covered.map(\.hexadecimal) == vector["covered"]?.elements.compactMap(\.text))
        #expect(receipt.damaged.map(\.hexadecimal) == vector["damaged"]?.elements.compactMap(\.text))
        #expect(receipt.progress?.highWater == vector["high_water"]?.integer.map { UInt64($0) })
        #expect(receipt.progress?.missing.map { Int64($0) } == vector["missing"]?.elements.compactMap(\.integer))
        #expect(try receipt.notices == vector["notices"]?.elements.map { try bytes($0) })
    }

    @Test func theFirstNoticesAreReadAndVerified() throws {
        let vector = try vector("notice-1")
        var cards: [String] = []
        for seed in try #require(vector["sign_seeds"]).elements {
            let key = try SigningKeyPair(seed: SecretBytes(copying: bytes(seed)))
            let card = Card(name: [], sealKey: key.publicKey, signKey: key.publicKey).json(signing: key)
            cards.append(String(decoding: card, as: UTF8.self))
        }
        let json = Array("[\(cards.joined(separator: ","))]".utf8)
        let authority = try Authority(JSONDocument(parsing: json, limits: .any).root)
        let notice = try Notice(bytes(vector["directory"]))
        try authority.verify(notice)
        #expect(try notice.hash == bytes(vector["directory_hash"]))
        guard case .directory(let directory) = try NoticeContent(notice.kind, body: notice.body) else {
            Issue.record("the directory is none")
            return
        }
        #expect(directory.title.number == vector["number"]?.integer)
        #expect(try directory.title.nameHash == bytes(vector["directory_name"]))
        #expect(try directory.desks.map(\.recipient.deskID) == [bytes(vector["desk"])])
        let last = try #require(vector["after_sequence"]?.integer.map { UInt64($0) })
        #expect(try !directory.revokes(bytes(vector["revoked"]), sequence: last))
        #expect(try directory.revokes(bytes(vector["revoked"]), sequence: last + 1))
        let second = try Notice(bytes(vector["pack"]))
        try authority.verify(second)
        #expect(try second.hash == bytes(vector["pack_hash"]))
        guard case .pack(let pack) = try NoticeContent(second.kind, body: second.body) else {
            Issue.record("the pack is none")
            return
        }
        #expect(pack.title.name == vector["name"]?.text)
        #expect(try pack.title.nameHash == bytes(vector["pack_name"]))
        #expect(try Hash.digest(try #require(pack.form)) == bytes(vector["form_hash"]))
    }

    @Test func theFirstCardIsReadAndVerified() throws {
        let vector = try vector("card-1")
        let card = try Card.read(try #require(vector["card"]))
        #expect(card.recipient.name == vector["name"]?.text)
        #expect(try card.recipient.sealKey == desk(vector).publicKey)
    }
}
