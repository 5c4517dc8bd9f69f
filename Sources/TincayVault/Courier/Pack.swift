import TincayCrypto
import TincayIntake

/// What changes without a program: a form, data that forms need, or words in more languages.
struct Pack {
    /// The schema of its body; a form and words are checked by whoever knows them.
    private static let schema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "required": ["tincay", "version", "name", "number", "issued"],
         "anyOf": [{"required": ["form"]}, {"required": ["packs"]}, {"required": ["languages"]}],
         "properties": {
          "tincay": {"const": "pack"}, "version": {"const": 1},
          "name": {"type": "string", "minLength": 1, "maxLength": 200},
          "number": {"type": "integer", "minimum": 1}, "issued": {"type": "string", "format": "date"},
          "form": {"type": "object"},
          "packs": {"type": "array", "maxItems": 32, "items": {"type": "object"}},
          "languages": {"type": "array", "maxItems": 64, "items": {
            "type": "object", "additionalProperties": false, "required": ["form", "hash", "language", "texts"],
            "properties": {
              "form": {"type": "string", "maxLength": 200},
              "hash": {"type": "string", "minLength": 64, "maxLength": 64},
              "language": {"type": "string"}, "texts": {"type": "object"}}}}}}
        """, size: Notice.largest, depth: 128)

    /// Its name, its number and its day.
    let title: NoticeTitle
    /// The form that it brings, byte for byte as its hash has it.
    let form: [UInt8]?
    /// What that form is called; nil when it brings none.
    let outline: FormOutline?
    /// The data that it brings, as `tincay_form_open_with` takes packs.
    let resources: [JSONValue]
    /// The words that it brings.
    let overlays: [LanguageOverlay]

    /// Reads the body of a pack.
    @_optimize(size) init(_ body: JSONValue) throws(VaultError) {
        try Self.schema.check(body)
        title = try NoticeTitle(.pack, body)
        let form = body["form"]?.json
        self.form = form
        do throws(FormError) {
            outline = try form.map { (form) throws(FormError) in try FormOutline(parsing: form) }
        } catch {
            throw .invalidInput
        }
        resources = body["packs"]?.elements.map { $0 } ?? []
        var overlays: [LanguageOverlay] = []
        for element in body["languages"]?.elements.map({ $0 }) ?? [] {
            do throws(FormError) { overlays.append(try LanguageOverlay(element)) } catch { throw .invalidInput }
        }
        self.overlays = overlays
    }

    /// Opens the form with the pack's own data; nil when it brings none.
    ///
    /// Fails when either cannot be used.
    @_optimize(size) func opened() throws(VaultError) -> Form? {
        do throws(FormError) {
            let resources = FormResources(packs: resources)
            // Without a form of its own, any form tells whether the data is sound.
            let opened = try Form(parsing: form ?? Array("{}".utf8), resources: resources)
            return form == nil ? nil : opened
        } catch {
            throw .invalidInput
        }
    }

    /// Fails when words for the pack's own form are incomplete, or were made for another version of it.
    ///
    /// Whoever signs is told; a point leaves out what does not fit.
    @_optimize(size) func checkWords() throws(VaultError) {
        guard let form, let outline else { return }
        let own = overlays.filter { $0.form == outline.id }
        let hash = Hexadecimal.text(Hash.digest(form))
        guard own.allSatisfy({ $0.hash == hash }) else { throw .invalidInput }
        let leftOut = try? FormOutline(parsing: form, words: own).leftOut
        guard leftOut == 0 else { throw .invalidInput }
    }
}
