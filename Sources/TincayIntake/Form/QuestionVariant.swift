/// What a screen says about a question while certain of its declarations count.
final class QuestionVariant: Sendable {
    /// The members about the question, as JSON.
    let words: [UInt8]
    /// The choices, as a JSON list.
    let choices: [UInt8]
    /// The profiles whose screens ask it; nil for all.
    let profiles: [[UInt8]]?

    /// Writes down what the declarations say that count; all of them when none does.
    @_optimize(size) init(_ question: Question, _ active: [Bool], _ language: LanguagePreference) {
        let view = QuestionView(active: active)
        let schemas = view.schemas(question)
        let kind = QuestionKind(of: question, schemas: schemas)
        let limits = QuestionLimits(kind, schemas)
        var writer = JSONWriter()
        writer.name("kind")
        writer.text(kind.name)
        writer.name("label")
        writer.write(Wording.label(schemas, language) ?? question.name)
        writer.name("hint")
        let description = schemas.lazy.compactMap { $0["description"]?.text }.first
        writer.write(Wording.find("hint", in: schemas, language) ?? description)
        writer.name("audio")
        writer.write(Wording.find("audio", in: schemas, language))
        writer.name("icon")
        writer.write(Wording.find("icon", in: schemas, language))
        writer.name("minimum")
        writer.write(limits.minimum)
        writer.name("maximum")
        writer.write(limits.maximum)
        writer.name("format")
        writer.write(schemas.lazy.compactMap { $0["format"]?.text }.first)
        writer.name("input")
        writer.write(QuestionInput(kind, schemas)?.name.bytes)
        words = writer.bytes
        var list = JSONWriter()
        list.beginArray()
        for choice in view.choices(question) { list.write(choice, language) }
        list.endArray()
        choices = list.bytes
        profiles = schemas.lazy.compactMap { $0["x-tincay-profiles"] }.first?.elements.compactMap { $0.text }
    }

    /// How many bytes are written down.
    var size: Int { words.count + choices.count }
}
