/// How small or large an answer may be: a number, the characters of a text, or the elements of a list.
struct QuestionLimits {
    /// The largest of the lower limits.
    private(set) var minimum: JSONValue?
    /// The smallest of the upper limits.
    private(set) var maximum: JSONValue?

    /// Reads the limits of a question's schemas, all of which apply together.
    init(_ kind: QuestionKind, _ schemas: [JSONValue]) {
        switch kind {
        case .number: read("minimum", "maximum", schemas)
        case .text, .date: read("minLength", "maxLength", schemas)
        case .choices, .list, .repeat: read("minItems", "maxItems", schemas)
        case .choice, .boolean, .group: break
        }
    }

    /// Finds the narrowest limits.
    private mutating func read(_ least: StaticString, _ most: StaticString, _ schemas: [JSONValue]) {
        for schema in schemas {
            if let value = schema[least], value.kind == .number {
                if minimum.map({ JSONDecimal($0.slice) < JSONDecimal(value.slice) }) ?? true { minimum = value }
            }
            if let value = schema[most], value.kind == .number {
                if maximum.map({ JSONDecimal(value.slice) < JSONDecimal($0.slice) }) ?? true { maximum = value }
            }
        }
    }
}
