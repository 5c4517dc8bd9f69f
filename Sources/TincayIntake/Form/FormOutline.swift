/// What a form is called and which languages it speaks, found without compiling it.
public struct FormOutline: Sendable {
    /// The form's name.
    public let id: [UInt8]
    /// The form's version.
    public let version: [UInt8]
    /// The languages that its title is there in, or the one that it is written in, and those of overlays that fit.
    public let languages: [[UInt8]]
    /// How many of the overlays do not fit.
    public let leftOut: Int

    /// Looks at a form and at words that may be for it.
    @_optimize(size) public init(parsing json: [UInt8], words overlays: [LanguageOverlay] = []) throws(FormError) {
        let document: JSONDocument
        do throws(JSONError) { document = try JSONDocument(parsing: json, limits: .form) } catch {
            throw .json(error)
        }
        let header = try FormHeader(document.root)
        id = header.id
        version = header.version
        var languages: [[UInt8]] = []
        if let words = document.root["x-tincay-i18n"] {
            for member in words.members { if let tag = member.name.text { languages.append(tag) } }
        }
        if languages.isEmpty { languages = [header.language] }
        let fitting = overlays.isEmpty ? [] : WordTables(document).fitting(overlays)
        for overlay in fitting where !languages.contains(overlay.language) { languages.append(overlay.language) }
        leftOut = overlays.count - fitting.count
        self.languages = languages
    }
}
