/// Everything a form asks, in the order to ask it.
struct Questionnaire: Sendable {
    /// The questions.
    let questions: [Question]
    /// How each is answered.
    let kinds: [QuestionKind]
    /// The page that each stands on.
    let pages: [[UInt8]?]
    /// Where references of the form lead.
    let resources: SchemaResources
    /// Which member names the profile; empty when there is none.
    let profileName: [UInt8]
    /// The profiles.
    let profiles: [[UInt8]]
    /// The profiles whose screens children read.
    let childProfiles: [[UInt8]]
    /// The place of each question by its name.
    private let places: [[UInt8]: Int]

    /// Puts the questions of a form in order, and refuses annotations that name what is not asked.
    init(_ root: JSONValue, _ found: [Question], resources: SchemaResources) throws(FormError) {
        self.resources = resources
        let order = try FormLayout(root, asked: Set(found.map { $0.name }))
        var sorted: [Question] = []
        for name in order.names { sorted += found.filter { $0.name == name } }
        let listed = Set(order.names)
        sorted += found.filter { !listed.contains($0.name) }
        questions = sorted
        kinds = sorted.map { QuestionKind(of: $0.schemas, resources: resources) }
        pages = sorted.map { order.pages[$0.name] }
        var places: [[UInt8]: Int] = [:]
        for (place, question) in sorted.enumerated() { places[question.name] = place }
        self.places = places
        let children = root["x-tincay-form"]?["child_profiles"]
        guard let name = root["x-tincay-form"]?["profile"] else {
            if let children { throw .refused(.annotation, at: children) }
            profileName = []
            profiles = []
            childProfiles = []
            return
        }
        guard let text = name.text, let place = places[text],
            let list = ChoiceList(in: sorted[place].schemas, resources: resources)
        else { throw .refused(.annotation, at: name) }
        profileName = text
        let profiles = list.choices.compactMap { $0.value.text }
        self.profiles = profiles
        childProfiles = try Self.childProfiles(children, of: profiles)
    }

    /// Reads which of the profiles are children's.
    private static func childProfiles(_ list: JSONValue?, of profiles: [[UInt8]]) throws(FormError) -> [[UInt8]] {
        guard let list else { return [] }
        guard list.kind == .array else { throw .refused(.annotation, at: list) }
        var names: [[UInt8]] = []
        for element in list.elements {
            guard let name = element.text, profiles.contains(name) else { throw .refused(.annotation, at: element) }
            names.append(name)
        }
        return names
    }

    /// Whether children read the screens of a profile.
    func isForChildren(_ profile: [UInt8]) -> Bool { childProfiles.contains(profile) }

    /// The question of a name.
    subscript(name: [UInt8]) -> Question? { places[name].map { questions[$0] } }

    /// The label of the field at a pointer, as far as the form names it.
    func label(at path: [UInt8], _ language: LanguagePreference) -> [UInt8]? {
        guard let question = question(at: path) else { return nil }
        return Wording.label(question.schemas, language) ?? question.name
    }

    /// The innermost question that a pointer leads into.
    func question(at path: [UInt8]) -> Question? {
        let tokens = path.dropFirst().split(separator: UInt8(ascii: "/"), maxSplits: 2).map { Array($0) }
        guard path.first == UInt8(ascii: "/"), let first = tokens.first else { return nil }
        // Names with a slash or a tilde are escaped in pointers; a token is looked up as the pointer of its name.
        guard let outer = questions.first(where: { Self.isNamed($0.name, first) }) else { return nil }
        guard tokens.count > 1 else { return outer }
        return outer.members.first { Self.isNamed($0.name, tokens[1]) } ?? outer
    }

    /// The profile that answers name, when the form has it; otherwise empty.
    func profile(of answers: JSONValue) -> [UInt8] {
        guard !profileName.isEmpty, let named = answers.member(profileName)?.text, profiles.contains(named) else {
            return []
        }
        return named
    }

    /// Whether a name is written as this token in a pointer.
    private static func isNamed(_ name: [UInt8], _ token: [UInt8]) -> Bool {
        JSONPointer.token(name).dropFirst().elementsEqual(token)
    }
}
