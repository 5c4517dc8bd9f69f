import TincayCrypto
import TincayIntake

extension NoticeBoard {
    /// The data that all packs bring, for every form; of two with one name the newer counts.
    var resources: FormResources { FormResources(packs: packs.flatMap { $0.resources }) }

    /// The newest form of a name, with all words that packs bring for it; nil when no pack brings it.
    @_optimize(size) func form(_ id: [UInt8]) -> Form? {
        guard let source = packs.last(where: { $0.outline?.id == id })?.form else { return nil }
        let words = overlays(for: id, source)
        // What another pack brings must not take a form away that opened without it.
        return (try? Form(parsing: source, resources: resources, words: words))
            ?? (try? Form(parsing: source, words: words))
    }

    /// Writes which forms there are, each in its newest version, as a JSON array.
    @_optimize(size) func writeForms(to writer: inout JSONWriter) {
        writer.beginArray()
        var seen: Set<[UInt8]> = []
        for pack in packs.reversed() {
            guard let source = pack.form, let id = pack.outline?.id, seen.insert(id).inserted,
                let outline = try? FormOutline(parsing: source, words: overlays(for: id, source))
            else { continue }
            writer.beginObject()
            writer.name("id")
            writer.text(outline.id)
            writer.name("version")
            writer.text(outline.version)
            writer.name("hash")
            writer.text(Hexadecimal.text(Hash.digest(source)))
            writer.name("languages")
            writer.beginArray()
            for language in outline.languages { writer.text(language) }
            writer.endArray()
            writer.endObject()
        }
        writer.endArray()
    }

    /// The words that were made for exactly this form.
    private func overlays(for id: [UInt8], _ source: [UInt8]) -> [LanguageOverlay] {
        let hash = Hexadecimal.text(Hash.digest(source))
        return packs.flatMap { $0.overlays }.filter { $0.form == id && $0.hash == hash }
    }
}
