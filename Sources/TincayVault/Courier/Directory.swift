import TincayIntake

/// Who may read what a point is told, whom to call, and which points are no longer believed.
struct Directory {
    /// The schema of its body; desks and sharings are read by hand, because their cards are verified.
    private static let schema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "required": ["tincay", "version", "number", "issued", "desks"],
         "properties": {
          "tincay": {"const": "directory"}, "version": {"const": 1},
          "number": {"type": "integer", "minimum": 1}, "issued": {"type": "string", "format": "date"},
          "desks": {"type": "array"},
          "together": {"type": "array"},
          "hotlines": {"type": "array", "maxItems": 64, "items": {
            "type": "object", "additionalProperties": false, "required": ["number"], "properties": {
              "number": {"type": "string", "minLength": 1, "maxLength": 40},
              "label": {"type": "string", "maxLength": 500},
              "x-tincay-i18n": {"type": "object", "maxProperties": 64, "additionalProperties": {
                "type": "object", "additionalProperties": {"type": "string", "maxLength": 500}}},
              "destination": {"type": "string", "maxLength": 200},
              "source": {"type": "string", "maxLength": 500},
              "valid_from": {"type": ["string", "null"], "format": "date"},
              "valid_until": {"type": ["string", "null"], "format": "date"}}}},
          "revoked": {"type": "object", "additionalProperties": false, "properties": {
            "points": {"type": "array", "maxItems": 10000, "items": {
              "type": "object", "additionalProperties": false, "required": ["point", "after_sequence"], "properties": {
                "point": {"type": "string", "minLength": 32, "maxLength": 32},
                "after_sequence": {"type": "integer", "minimum": 0}}}},
            "desks": {"type": "array", "maxItems": 10000, "items": {
              "type": "string", "minLength": 32, "maxLength": 32}}}}}}
        """, size: Notice.largest)

    /// Its number and its day.
    let title: NoticeTitle
    /// The desks of the point.
    let desks: [DirectoryDesk]
    /// Which sections no desk opens alone.
    let together: [Sharing]
    /// Numbers to call.
    let hotlines: [JSONValue]
    /// The points that are no longer believed.
    let revoked: [Revocation]
    /// The desks that are no longer believed.
    let revokedDesks: Set<[UInt8]>

    /// Reads the body of a directory and verifies its cards.
    @_optimize(size) init(_ body: JSONValue) throws(VaultError) {
        try Self.schema.check(body)
        guard let desks = body["desks"] else { throw .invalidInput }
        title = try NoticeTitle(.directory, body)
        self.desks = try DirectoryDesk.all(desks)
        try DirectoryDesk.requireReaders(self.desks)
        together = try Sharing.all(body["together"])
        hotlines = body["hotlines"]?.elements.map { $0 } ?? []
        var revoked: [Revocation] = []
        if let points = body["revoked"]?["points"] {
            for point in points.elements {
                guard let id = point["point"]?.text.flatMap({ Hexadecimal.bytes($0, count: 16) }),
                    let sequence = point["after_sequence"]?.integer, let after = UInt64(exactly: sequence),
                    !revoked.contains(where: { $0.pointID == id })
                else { throw .invalidInput }
                revoked.append(Revocation(pointID: id, afterSequence: after))
            }
        }
        self.revoked = revoked
        var revokedDesks: Set<[UInt8]> = []
        if let desks = body["revoked"]?["desks"] {
            for desk in desks.elements {
                guard let id = desk.text.flatMap({ Hexadecimal.bytes($0, count: 16) }),
                    revokedDesks.insert(id).inserted,
                    !self.desks.contains(where: { $0.recipient.deskID == id })
                else { throw .invalidInput }
            }
        }
        self.revokedDesks = revokedDesks
    }

    /// Whether a point's bundle of a number is no longer believed.
    func revokes(_ pointID: [UInt8], sequence: UInt64) -> Bool {
        revoked.contains { $0.pointID == pointID && sequence > $0.afterSequence }
    }
}
