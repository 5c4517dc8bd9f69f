/// What a form says about itself.
struct FormHeader: Sendable {
    /// Every annotation that a form may have at its root; another one would be a promise that nobody keeps.
    private static let known: [StaticString] = [
        "x-tincay-form", "x-tincay-i18n", "x-tincay-order", "x-tincay-pages", "x-tincay-compare", "x-tincay-derive",
        "x-tincay-triage", "x-tincay-routes", "x-tincay-calendar", "x-tincay-urgencies", "x-tincay-hotlines",
        "x-tincay-destinations", "x-tincay-messages", "x-tincay-attachments",
    ]

    /// Its name.
    let id: [UInt8]
    /// Its version.
    let version: [UInt8]
    /// The language that it is written in first.
    let language: [UInt8]

    /// Reads what a form says, or takes a plain schema's `$id` for its name.
    @_optimize(size) init(_ root: JSONValue) throws(FormError) {
        for member in root.members where member.name.text?.starts(with: "x-tincay-".utf8) ?? false {
            guard Self.known.contains(where: { member.name.isText($0) }) else {
                throw .refused(.annotation, at: member.value)
            }
        }
        try Wording.check(root["x-tincay-i18n"])
        let header = root["x-tincay-form"]
        if let header, header.kind != .object { throw .refused(.annotation, at: header) }
        id = try Self.text(header?["id"]) ?? root["$id"]?.text ?? []
        version = try Self.text(header?["version"]) ?? []
        language = try Self.text(header?["language"]) ?? Array("vi".utf8)
        guard LanguagePreference.isTag(language), id.count <= 200, version.count <= 100 else {
            throw .refused(.annotation, at: header ?? root)
        }
    }

    /// A text that need not be there.
    private static func text(_ value: JSONValue?) throws(FormError) -> [UInt8]? {
        guard let value else { return nil }
        guard let text = value.text else { throw .refused(.annotation, at: value) }
        return text
    }
}
