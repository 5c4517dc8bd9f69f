/// One schema of a program.
struct SchemaNode: Sendable {
    /// The schema as it was written.
    let source: JSONValue
    /// Which resource of the document it belongs to.
    let resource: Int
    /// What it says, when it is just true or false.
    var verdict: Bool?
    /// Its keywords, those that need the others' marks last.
    var keywords: [(name: StaticString, keyword: SchemaKeyword)] = []
}
