/// Where the schemas of a document stand, in a size that does not depend on how long its names are.
struct SchemaTrails: Sendable {
    /// The document.
    private let document: JSONDocument
    /// The trail of each schema, by the place of its value in the document.
    private var trails: [Int: SchemaTrail] = [:]

    /// Starts with no schema.
    init(_ document: JSONDocument) {
        self.document = document
    }

    /// Notes how a schema is reached; the first way stays.
    mutating func note(_ trail: SchemaTrail, of schema: JSONValue) {
        if trails[schema.index] == nil { trails[schema.index] = trail }
    }

    /// The JSON Pointer of a schema.
    func pointer(of schema: JSONValue) -> [UInt8] {
        var pieces: [[UInt8]] = []
        var place = schema.index
        // A trail leads to an earlier schema each time; the count guards against one that would not.
        for _ in 0...trails.count {
            switch trails[place] {
            case .below(let outer, let keyword, let name, let position):
                if let position { pieces.append(JSONPointer.token(Array("\(position)".utf8))) }
                if let name { pieces.append(token(name)) }
                pieces.append(token(keyword))
                place = outer
            case .referred(let outer, let pointer):
                pieces.append(pointer)
                place = outer
            case .document, nil:
                return [UInt8](pieces.reversed().joined())
            }
        }
        return []
    }

    /// The token of a name, which is a string of the document.
    private func token(_ name: Int) -> [UInt8] {
        JSONPointer.token(JSONValue(document: document, index: name).text ?? [])
    }
}
