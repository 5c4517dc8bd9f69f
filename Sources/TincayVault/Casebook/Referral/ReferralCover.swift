import TincayCrypto
import TincayIntake

/// What a desk signs about the report that it refers: from whom to whom, by what right, for how long.
///
/// It lies in the head of the new report, with the head of the old one inside, and its signature binds the sections too.
struct ReferralCover {
    /// The layout that this library writes.
    private static let version: Int64 = 1
    /// What another desk's cover must look like.
    private static let schema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "required": ["cover", "signature"], "properties": {
          "signature": {"type": "string", "minLength": 128, "maxLength": 128},
          "cover": {"type": "object", "additionalProperties": false,
            "required": ["version", "to", "sent", "from", "terms", "head"], "properties": {
              "version": {"type": "integer", "minimum": 1},
              "to": {"type": "string", "minLength": 32, "maxLength": 32},
              "sent": {"type": "integer", "minimum": 0, "maximum": 253402275599999},
              "from": {"type": "object"}, "terms": {"type": "object"}, "head": {"type": "object"}}}}}
        """, size: 1 << 20)

    /// The desk that refers.
    let sender: Recipient
    /// When it did, by its own clock.
    let sent: Moment
    /// To whom, what of it, and by what right.
    let request: ReferralRequest
    /// What is told about the report: a JSON object.
    let head: [UInt8]

    /// The head of a report that is referred: the signed cover.
    static func report(
        _ request: ReferralRequest, of report: Report, id: ReportID, from card: [UInt8], to recipient: Recipient,
        sent: Moment, signing key: borrowing SigningKeyPair
    ) -> Report {
        var cover = JSONWriter()
        cover.beginObject()
        cover.name("version")
        cover.integer(version)
        cover.name("to")
        cover.text(Hexadecimal.text(recipient.deskID))
        cover.name("sent")
        cover.integer(sent.milliseconds)
        cover.name("from")
        cover.raw(card)
        cover.name("terms")
        cover.raw(request.words)
        cover.name("head")
        cover.raw(report.head)
        cover.endObject()
        var head = JSONWriter()
        head.beginObject()
        head.name("referral")
        head.beginObject()
        head.name("cover")
        head.raw(cover.bytes)
        head.name("signature")
        head.text(Hexadecimal.text(key.sign(digest(cover.bytes, report, id))))
        head.endObject()
        head.endObject()
        return Report(head: head.bytes, sections: report.sections, formHash: report.formHash)
    }

    /// The cover of a report; nil when it was told at a point, and `tampered` when the cover is not as it was signed, or
    /// was signed for another desk.
    static func read(_ report: Report, id: ReportID, for deskID: [UInt8]) throws(VaultError) -> ReferralCover? {
        guard let referral = referral(in: report) else { return nil }
        let cover = try ReferralCover(referral)
        guard let value = referral["cover"], value["to"]?.text == Hexadecimal.text(deskID),
            let signature = referral["signature"]?.text.flatMap({ Hexadecimal.bytes($0, count: Signature.size) }),
            Signature.verify(signature, digest(value.json, report, id), publicKey: cover.sender.signKey),
            cover.request.terms.sections == report.sections.map({ $0.name })
        else { throw .tampered }
        return cover
    }

    /// The cover of a report of which not all is open, whose signature was verified when it was taken in.
    static func kept(in report: Report) throws(VaultError) -> ReferralCover? {
        guard let referral = referral(in: report) else { return nil }
        return try ReferralCover(referral)
    }

    /// Reads a cover without its signature.
    private init(_ referral: JSONValue) throws(VaultError) {
        guard (try? Self.schema.check(referral)) != nil, let cover = referral["cover"],
            let version = cover["version"]?.integer, let card = cover["from"], let terms = cover["terms"],
            let sent = cover["sent"]?.integer, let head = cover["head"]
        else { throw .tampered }
        guard version <= Self.version else { throw .tooNew }
        guard let sender = try? Card.read(card).recipient,
            let request = try? ReferralRequest(checking: terms, name: sender.name)
        else { throw .tampered }
        self.sender = sender
        self.sent = Moment(milliseconds: sent)
        self.request = request
        self.head = head.json
    }

    /// What a report's head says of a referral.
    private static func referral(in report: Report) -> JSONValue? {
        (try? JSONDocument(parsing: report.head, limits: .any))?.root["referral"]
    }

    /// What a report's head tells, which lies inside the cover when the report was referred.
    static func head(of report: Report) -> [UInt8] {
        referral(in: report)?["cover"]?["head"]?.json ?? report.head
    }

    /// Writes the cover as an opened report shows it.
    func write(to writer: inout JSONWriter) {
        writer.name("desk")
        writer.text(Hexadecimal.text(sender.deskID))
        writer.name("name")
        writer.text(sender.name)
        writer.name("sent")
        writer.text(sent.text)
        writer.name("terms")
        writer.raw(request.words)
    }

    /// What a sender signs: the hash of the cover and of all that it covers.
    static func digest(_ cover: [UInt8], _ report: Report, _ id: ReportID) -> [UInt8] {
        var writer = ByteWriter(capacity: 64)
        writer.append(id.bytes)
        writer.append(report.formHash)
        writer.append(number: UInt32(truncatingIfNeeded: cover.count))
        writer.append(number: UInt32(truncatingIfNeeded: report.sections.count))
        var hash = Hash()
        hash.update("tincay referral 1")
        hash.update(writer.bytes)
        hash.update(cover)
        for section in report.sections {
            var front = ByteWriter(capacity: 5)
            front.append([section.name.rawValue])
            front.append(number: UInt32(truncatingIfNeeded: section.json.count))
            hash.update(front.bytes)
            hash.update(section.json)
        }
        return hash.finish()
    }
}
