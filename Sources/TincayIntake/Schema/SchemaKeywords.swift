/// The keywords of one schema that its dialect knows.
struct SchemaKeywords {
    /// Each keyword's value, by the keyword's number.
    private var values: [JSONValue?]

    /// Sorts a schema's members.
    init(_ schema: JSONValue, dialect: Dialect) {
        values = [JSONValue?](repeating: nil, count: SchemaKeyword.allCases.count)
        for member in schema.members {
            guard let keyword = SchemaKeyword(member.name), dialect.knows(keyword) else { continue }
            values[Int(keyword.rawValue)] = member.value
        }
    }

    /// A keyword's value; nil when the schema has none.
    subscript(keyword: SchemaKeyword) -> JSONValue? {
        values[Int(keyword.rawValue)]
    }

    /// Forgets all but one keyword.
    mutating func keepOnly(_ keyword: SchemaKeyword) {
        for place in values.indices where place != Int(keyword.rawValue) { values[place] = nil }
    }
}
