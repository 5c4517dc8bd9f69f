/// What a form says about each question besides what an answer may be.
struct QuestionAnnotations: Sendable {
    /// The section of each question that has one of its own.
    private(set) var sections: [[UInt8]: SectionName] = [:]
    /// The questions whose answers go into lists and counts, in the order to ask; of units only codes do.
    private(set) var facets: [(name: [UInt8], unit: UnitKind?)] = []
    /// The questions that are answered with the code of an administrative unit.
    private(set) var units: [UnitQuestion] = []
    /// How the texts of answers are put in order, by the pointers of their questions, where the form says so.
    private(set) var normalization: [[UInt8]: NormalizationKind] = [:]
    /// Where the texts of answers go as they were typed.
    private(set) var typed: [TypedText] = []

    /// Reads the annotations of all questions, and refuses what makes no sense.
    @_optimize(size) init(_ questionnaire: Questionnaire) throws(FormError) {
        for (question, kind) in zip(questionnaire.questions, questionnaire.kinds) {
            for schema in question.schemas {
                try Wording.check(schema["x-tincay-i18n"])
                try check(schema, questionnaire)
            }
            try check(question.members)
            try noteUnits(question, below: [])
            try readNormalization(question, JSONPointer.token(question.name))
            if let section = question.annotation("x-tincay-section") {
                guard let name = SectionName.allCases.first(where: { section.isText($0.name) }) else {
                    throw .refused(.annotation, at: section)
                }
                sections[question.name] = name
            }
            if let facet = question.annotation("x-tincay-facet") {
                guard let isFacet = facet.boolean else { throw .refused(.annotation, at: facet) }
                guard isFacet else { continue }
                let path = JSONPointer.token(question.name)
                let unit = units.first { $0.path == path }?.kind
                // Lists and counts never hold free text.
                switch kind {
                case .choice, .choices, .boolean: break
                case .text where unit != nil: break
                default: throw .refused(.annotation, at: facet)
                }
                facets.append((question.name, unit))
            }
        }
        try readTyped(questionnaire.questions, [])
    }

    /// Reads where answers go as they were typed: into another text of the same group, of the same section.
    private mutating func readTyped(_ questions: [Question], _ path: [UInt8]) throws(FormError) {
        for question in questions {
            let own = path + JSONPointer.token(question.name)
            try readTyped(question.members, own)
            guard let source = question.annotation("x-tincay-typed") else { continue }
            guard let name = source.text, name != question.name,
                let other = questions.first(where: { $0.name == name }), other.annotation("x-tincay-typed") == nil,
                QuestionKind(of: other, schemas: other.schemas) == .text,
                !path.isEmpty || sections[question.name] ?? .facts == sections[name] ?? .facts
            else { throw .refused(.annotation, at: source) }
            typed.append(
                TypedText(path: own, name: name, kind: normalization[path + JSONPointer.token(name)] ?? .text))
        }
    }

    /// Notes which answers are units, those inside groups too: `x-tincay-unit` is "commune", "province", or an object of
    /// the kind and the pointer of the answer that names its province.
    private mutating func noteUnits(_ question: Question, below path: [UInt8]) throws(FormError) {
        let own = path + JSONPointer.token(question.name)
        if let source = question.annotation("x-tincay-unit") {
            let named = source.kind == .object ? source["kind"] : source
            let province = source["province"]?.text
            guard let named, let kind = UnitKind(named), province?.first ?? 0x2F == 0x2F else {
                throw .refused(.annotation, at: source)
            }
            units.append(UnitQuestion(path: own, kind: kind, province: province))
        }
        guard !question.repeats else { return }
        for member in question.members { try noteUnits(member, below: own) }
    }

    /// Reads how the texts of a question and of those inside it are put in order.
    private mutating func readNormalization(_ question: Question, _ path: [UInt8]) throws(FormError) {
        if let annotation = question.annotation("x-tincay-normalize") {
            guard let kind = NormalizationKind(annotation) else { throw .refused(.annotation, at: annotation) }
            normalization[path] = kind
        }
        for member in question.members { try readNormalization(member, path + JSONPointer.token(member.name)) }
    }

    /// Refuses words of members that make no sense; goes as deep as groups inside groups are questions.
    private func check(_ members: [Question]) throws(FormError) {
        for member in members {
            for declaration in member.declarations {
                for schema in declaration.schemas { try Wording.check(schema["x-tincay-i18n"]) }
            }
            try check(member.members)
        }
    }

    /// Refuses one schema's annotations when they make no sense.
    private func check(_ schema: JSONValue, _ questionnaire: Questionnaire) throws(FormError) {
        guard let profiles = schema["x-tincay-profiles"] else { return }
        guard profiles.kind == .array else { throw .refused(.annotation, at: profiles) }
        for profile in profiles.elements {
            guard let name = profile.text, questionnaire.profiles.contains(name) else {
                throw .refused(.annotation, at: profile)
            }
        }
    }
}
