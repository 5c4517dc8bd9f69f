extension Form {
    /// Tells what to ask next, given the answers so far.
    public func state(_ answers: [UInt8], profile: [UInt8]?, language: [UInt8]?) throws(StateError) -> [UInt8] {
        let document: JSONDocument
        do throws(JSONError) { document = try JSONDocument(parsing: answers, limits: .report) } catch {
            throw .json(error)
        }
        let named = document.root.member(profileName)?.text ?? []
        let profile = profile ?? named
        guard profile.isEmpty || isKnown(profile) else { throw .unknownProfile }
        let root = profile == named ? document.root : try with(profile, document.root)
        let walk = FormWalk(program, root)
        let language = language ?? Array("vi".utf8)
        let tag = LanguageTag(language)
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("profile")
        writer.text(profile)
        writer.name("language")
        writer.text(language)
        for name in ["title", "introduction"] as [StaticString] {
            writer.name(name)
            let own = tag.text(name, in: self.document.root["x-tincay-i18n"])
            if let text = (own ?? self.document.root[name])?.text { writer.text(text) } else { writer.null() }
        }
        writer.name("questions")
        writer.beginArray()
        for question in questions where question.isFor(profile) && !(question.name == profileName && !profile.isEmpty) {
            write(question, walk, root, to: &writer, tag)
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// Writes one question.
    private func write(
        _ question: Question, _ walk: FormWalk, _ answers: JSONValue, to writer: inout JSONWriter,
        _ language: LanguageTag
    ) {
        let places = walk.questions.first { $0.name == question.name }?.places
        // As it stands with these answers, where it may allow less than elsewhere.
        let current = places.map { Question(question.name, $0, program) } ?? question
        writer.beginObject()
        writer.name("id")
        writer.text(question.name)
        writer.name("path")
        writer.text(JSONPointer.token(question.name))
        writer.name("page")
        if let page = page(of: question.name) { writer.text(page) } else { writer.null() }
        let (kind, choices) = current.choices(program, places ?? [])
        writer.name("kind")
        writer.text(kind)
        writer.name("visible")
        writer.boolean(places != nil)
        writer.name("required")
        writer.boolean(places != nil && walk.required.contains(question.name))
        writer.name("answered")
        writer.boolean(answers.member(question.name) != nil)
        for name in ["label", "hint", "audio", "icon"] as [StaticString] {
            writer.name(name)
            if let text = current.text(name, language) { writer.text(text) } else { writer.null() }
        }
        writer.name("choices")
        writer.beginArray()
        for choice in choices.map({ Array($0.elements) }) ?? [] { write(choice, to: &writer, language) }
        writer.endArray()
        for name in ["minimum", "maximum", "maxLength"] as [StaticString] {
            writer.name(name)
            writer.raw(current.value(name)?.json ?? Array("null".utf8))
        }
        writer.endObject()
    }

    /// Writes one choice: a constant with its label, or a bare value.
    private func write(_ choice: JSONValue, to writer: inout JSONWriter, _ language: LanguageTag) {
        let value = choice["const"] ?? choice
        writer.beginObject()
        writer.name("value")
        writer.raw(value.json)
        writer.name("label")
        let label = language.text("label", in: choice["x-tincay-i18n"]) ?? choice["title"]
        writer.text(label?.text ?? value.text ?? value.json)
        writer.endObject()
    }

    /// The page that a question stands on.
    private func page(of name: [UInt8]) -> [UInt8]? {
        for page in document.root["x-tincay-pages"].map({ Array($0.elements) }) ?? [] {
            guard page["questions"]?.elements.contains(where: { $0.text == name }) == true else { continue }
            return page["id"]?.text
        }
        return nil
    }

    /// Whether the form has a profile: it is one of the choices of the question that names it.
    private func isKnown(_ profile: [UInt8]) -> Bool {
        guard let question = questions.first(where: { $0.name == profileName }),
            let list = question.choices(program, []).list
        else { return true }
        return list.elements.contains { ($0["const"] ?? $0).text == profile }
    }

    /// The answers with another profile.
    private func with(_ profile: [UInt8], _ answers: JSONValue) throws(StateError) -> JSONValue {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name(profileName)
        writer.text(profile)
        for member in answers.members where member.name.text != profileName {
            writer.name(member.name.text ?? [])
            writer.raw(member.value.json)
        }
        writer.endObject()
        do throws(JSONError) { return try JSONDocument(parsing: writer.bytes, limits: .any).root } catch {
            throw .json(error)
        }
    }
}
