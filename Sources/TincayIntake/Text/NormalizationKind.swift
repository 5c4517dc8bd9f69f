/// How the text of an answer is put in order before it is looked at.
enum NormalizationKind: Sendable, CaseIterable {
    case text, name, narrative, phone, digits, code, none

    /// The kind of a form's `x-tincay-normalize`; nil when it is none.
    init?(_ name: JSONValue) {
        guard let kind = Self.allCases.first(where: { name.isText($0.name) }) else { return nil }
        self = kind
    }

    /// The name in forms.
    var name: StaticString {
        switch self {
        case .text: "text"
        case .name: "name"
        case .narrative: "narrative"
        case .phone: "phone"
        case .digits: "digits"
        case .code: "code"
        case .none: "none"
        }
    }
}
