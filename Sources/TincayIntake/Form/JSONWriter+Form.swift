extension JSONWriter {
    /// Writes a text, or null.
    mutating func write(_ text: [UInt8]?) {
        if let text { self.text(text) } else { null() }
    }

    /// Writes something that a form says, or null.
    mutating func write(_ value: JSONValue?) {
        if let value { raw(value.json) } else { null() }
    }

    /// Writes a list of codes.
    mutating func write(_ numbers: [Int], of codes: TriageCodes) {
        beginArray()
        for number in numbers { text(codes.texts[number]) }
        endArray()
    }

    /// Writes a choice with its words.
    mutating func write(_ choice: ChoiceList.Choice, _ language: LanguagePreference) {
        let schemas = choice.schema.map { [$0] } ?? []
        beginObject()
        name("value")
        raw(choice.value.json)
        name("label")
        text(Wording.label(schemas, language) ?? choice.value.text ?? choice.value.json)
        for extra in ["hint", "audio", "icon"] as [StaticString] {
            guard let words = Wording.find(extra, in: schemas, language) else { continue }
            name(extra)
            text(words)
        }
        endObject()
    }
}
