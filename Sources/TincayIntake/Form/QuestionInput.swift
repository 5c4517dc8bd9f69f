/// How a text or a number is best typed, so that a screen can show the right keys without reading a pattern.
enum QuestionInput: Sendable {
    case line, lines, digits, decimal, telephone, name, date, time, email

    /// The name in JSON.
    var name: StaticString {
        switch self {
        case .line: "line"
        case .lines: "lines"
        case .digits: "digits"
        case .decimal: "decimal"
        case .telephone: "telephone"
        case .name: "name"
        case .date: "date"
        case .time: "time"
        case .email: "email"
        }
    }

    /// How long a text may be before it is written in several lines.
    private static let longest: Int64 = 200

    /// What a question's schemas say; nil for what is not typed.
    init?(_ kind: QuestionKind, _ schemas: [JSONValue]) {
        switch kind {
        case .number:
            self = schemas.contains { $0["type"]?.isText("integer") ?? false } ? .digits : .decimal
        case .date: self = .date
        case .text:
            self =
                schemas.lazy.compactMap { Self.normalized($0["x-tincay-normalize"]) }.first
                ?? schemas.lazy.compactMap { Self.formatted($0["format"]) }.first ?? Self.sized(schemas)
        default: return nil
        }
    }

    /// What the way in which an answer is tidied says.
    private static func normalized(_ step: JSONValue?) -> QuestionInput? {
        guard let step else { return nil }
        if step.isText("phone") { return .telephone }
        if step.isText("digits") { return .digits }
        if step.isText("name") { return .name }
        return step.isText("narrative") ? .lines : nil
    }

    /// What a format says.
    private static func formatted(_ format: JSONValue?) -> QuestionInput? {
        guard let format else { return nil }
        if format.isText("vn-phone") { return .telephone }
        if format.isText("vn-cccd") || format.isText("vn-commune") || format.isText("vn-province") { return .digits }
        if format.isText("date-time") || format.isText("time") { return .time }
        return format.isText("email") || format.isText("idn-email") ? .email : nil
    }

    /// What the length says: a text without a limit has several lines.
    private static func sized(_ schemas: [JSONValue]) -> QuestionInput {
        let limit = QuestionLimits(.text, schemas).maximum?.integer
        return limit.map { $0 <= Self.longest } ?? false ? .line : .lines
    }
}
