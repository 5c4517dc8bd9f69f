/// Everything a form asks, in the order to ask it.
struct Questionnaire: Sendable {
    /// The questions.
    let questions: [Question]
    /// How each is answered.
    let kinds: [QuestionKind]
    /// The page that each stands on.
    let pages: [[UInt8]?]
    /// The pages in their order.
    let layout: [FormLayout.Page]
    /// What the questions depend on.
    let when: QuestionConditions
    /// The members that choose branches, by the place of the list of branches.
    let discriminators: [JSONIdentity: Discriminator]
    /// Which member names the profile; empty when there is none.
    let profileName: [UInt8]
    /// The profiles.
    let profiles: [[UInt8]]
    /// The profiles whose screens children read.
    let childProfiles: [[UInt8]]
    /// The place of each question by its name.
    private let places: [[UInt8]: Int]
    /// The same for names in answers.
    private let index: NameIndex

    /// Puts the questions of a form in order, and refuses annotations that name what is not asked.
    @_optimize(size) init(_ root: JSONValue, _ found: [Question], _ scanner: QuestionScanner) throws(FormError) {
        when = scanner.when
        discriminators = scanner.discriminators.compactMapValues { $0 }
        let order = try FormLayout(root, asked: Set(found.map { $0.name }))
        var foundPlaces: [[UInt8]: Int] = [:]
        for (place, question) in found.enumerated() { foundPlaces[question.name] = place }
        var sorted: [Question] = []
        for name in order.names {
            if let place = foundPlaces.removeValue(forKey: name) { sorted.append(found[place]) }
        }
        for question in found where foundPlaces[question.name] != nil { sorted.append(question) }
        questions = sorted
        kinds = sorted.map { QuestionKind(of: $0, schemas: $0.schemas) }
        pages = sorted.map { order.pages[$0.name] }
        layout = order.list
        var places: [[UInt8]: Int] = [:]
        for (place, question) in sorted.enumerated() { places[question.name] = place }
        self.places = places
        index = NameIndex(sorted.map { $0.name })
        let children = root["x-tincay-form"]?["child_profiles"]
        guard let name = root["x-tincay-form"]?["profile"] else {
            if let children { throw .refused(.annotation, at: children) }
            profileName = []
            profiles = []
            childProfiles = []
            return
        }
        guard let text = name.text, let place = places[text],
            let list = sorted[place].declarations.lazy.compactMap({ $0.choices }).first
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

    /// The place of the question of a name.
    func place(_ name: [UInt8]) -> Int? { places[name] }

    /// The place of the question that a member of the answers is for.
    func place(ofMember name: JSONValue) -> Int? { index.place(ofMember: name) }

    /// The innermost question that a pointer leads into.
    func question(at path: [UInt8]) -> Question? {
        var tokens = JSONPointer.names(path)[...]
        guard let first = tokens.popFirst(), let place = places[first] else { return nil }
        var question = questions[place]
        while true {
            if question.repeats { tokens = tokens.dropFirst() }
            guard let name = tokens.popFirst(), let inner = question.member(name) else { return question }
            question = inner
        }
    }

    /// The profile that answers name, when the form has it; otherwise empty.
    func profile(of answers: JSONValue) -> [UInt8] {
        guard !profileName.isEmpty, let named = answers.member(profileName)?.text, profiles.contains(named) else {
            return []
        }
        return named
    }
}
