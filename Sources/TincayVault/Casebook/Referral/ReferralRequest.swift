import TincayCrypto
import TincayIntake

/// What a host asks for when it refers a case: to whom, what of it, and by what right.
struct ReferralRequest {
    /// The members beside the card, which are kept word for word.
    private static let members: StaticString =
        """
        {"type": "object", "required": ["sections", "purpose", "legal_basis", "expires"],
         "anyOf": [{"required": ["consent"]}, {"required": ["override_reason"]}],
         "if": {"properties": {"legal_basis": {"contains": {"const": "CONSENT"}}}},
         "then": {"required": ["consent"]},
         "additionalProperties": false, "properties": {
          "to": {"type": "object"},
          "sections": {"type": "array", "minItems": 1, "uniqueItems": true,
            "items": {"enum": ["facts", "identity", "contact", "accused", "place", "notes"]}},
          "purpose": {"type": "array", "minItems": 1, "maxItems": 8, "uniqueItems": true,
            "items": {"type": "string", "pattern": "^[A-Z][A-Z0-9_-]{0,39}$"}},
          "legal_basis": {"type": "array", "minItems": 1, "maxItems": 8, "uniqueItems": true,
            "items": {"type": "string", "pattern": "^[A-Z][A-Z0-9_-]{0,39}$"}},
          "consent": {"type": "object", "additionalProperties": false, "required": ["by", "when", "how"],
            "properties": {
              "by": {"type": "string", "minLength": 1, "maxLength": 200},
              "when": {"type": "string", "format": "date"},
              "how": {"type": "string", "minLength": 1, "maxLength": 500}}},
          "override_reason": {"type": "string", "minLength": 1, "maxLength": 1000},
          "expires": {"type": "string", "format": "date"},
          "answer_by": {"type": "string", "format": "date"},
          "note": {"type": "string", "minLength": 1, "maxLength": 2000}}}
        """
    /// The schema of the JSON that hosts hand over.
    private static let schema = InputSchema(members, size: 64 << 10)

    /// The request, without the card.
    let terms: ReferralTerms
    /// The members, as they go into a cover and into the ledger: a JSON object.
    let words: [UInt8]

    /// Reads a request and the card in it.
    static func read(
        _ bytes: UnsafeRawBufferPointer
    ) throws(VaultError) -> (request: ReferralRequest, recipient: Recipient) {
        let root = try unsafe schema.read(bytes)
        guard let card = root["to"] else { throw .invalidInput }
        let recipient = try Card.read(card).recipient
        return (try ReferralRequest(root, name: recipient.name), recipient)
    }

    /// Reads what the ledger kept of a request.
    init(words: [UInt8], name: [UInt8]) throws(VaultError) {
        guard let root = (try? JSONDocument(parsing: words, limits: .report))?.root else { throw .tampered }
        try self.init(checking: root, name: name)
    }

    /// Reads members that come from another desk.
    init(checking root: JSONValue, name: [UInt8]) throws(VaultError) {
        try Self.schema.check(root)
        try self.init(root, name: name)
    }

    /// Takes the members of an object that was checked, in an order that does not depend on who wrote it.
    private init(_ root: JSONValue, name: [UInt8]) throws(VaultError) {
        let sections = SectionName.allCases.filter { section in
            root["sections"]?.elements.contains { $0.isText(section.name) } == true
        }
        let purposes = root["purpose"]?.elements.compactMap { $0.text } ?? []
        let bases = root["legal_basis"]?.elements.compactMap { $0.text } ?? []
        guard let expires = try Self.day(root["expires"]) else { throw .invalidInput }
        let answerBy = try Self.day(root["answer_by"]) ?? expires
        guard answerBy <= expires else { throw .invalidInput }
        _ = try Self.day(root["consent"]?["when"])
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("sections")
        writer.beginArray()
        for section in sections { writer.text(section.name) }
        writer.endArray()
        for (member, codes) in [(Array("purpose".utf8), purposes), (Array("legal_basis".utf8), bases)] {
            writer.name(member)
            writer.beginArray()
            for code in codes { writer.text(code) }
            writer.endArray()
        }
        if let consent = root["consent"] {
            writer.name("consent")
            writer.beginObject()
            Self.copy("by", of: consent, to: &writer)
            Self.copy("when", of: consent, to: &writer)
            Self.copy("how", of: consent, to: &writer)
            writer.endObject()
        }
        Self.copy("override_reason", of: root, to: &writer)
        Self.copy("expires", of: root, to: &writer)
        Self.copy("answer_by", of: root, to: &writer)
        Self.copy("note", of: root, to: &writer)
        writer.endObject()
        words = writer.bytes
        var hash = Hash()
        hash.update("tincay referral terms 1")
        hash.update(writer.bytes)
        terms = ReferralTerms(
            sections: sections, purposes: purposes, bases: bases, expires: expires, answerBy: answerBy,
            hasConsent: root["consent"] != nil, fingerprint: [UInt8](hash.finish().prefix(16)), name: name)
    }

    /// The day that a member names, counted from 1970-01-01; nil when there is no such member.
    private static func day(_ value: JSONValue?) throws(VaultError) -> Int64? {
        guard let value else { return nil }
        guard let day = value.text.flatMap({ Moment.days(of: $0) }), day >= 0 else { throw .invalidInput }
        return day
    }

    /// Copies a member that is a text, when it is there.
    private static func copy(_ name: StaticString, of value: JSONValue, to writer: inout JSONWriter) {
        guard let text = value[name]?.text else { return }
        writer.name(name)
        writer.text(text)
    }
}
