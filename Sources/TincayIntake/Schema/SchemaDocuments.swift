/// The documents that schemas come from: the one that is compiled, those the host gave along, and the metaschemas.
///
/// Nothing is ever fetched.
struct SchemaDocuments: Sendable {
    /// The documents in use; the first is the one that is compiled.
    private(set) var used: [JSONDocument]
    /// Those that the host gave along, with their addresses.
    private let given: [(address: [UInt8], document: JSONDocument)]

    /// Starts with a document.
    init(_ document: JSONDocument, given: [(address: [UInt8], document: JSONDocument)]) {
        used = [document]
        self.given = given
    }

    /// A number that tells a value from every other in the documents in use.
    func key(of value: JSONValue) -> UInt64 {
        let number = used.firstIndex { $0 === value.document } ?? used.count
        return UInt64(number) << 32 | UInt64(value.index)
    }

    /// The document at an address; nil when the host gave none and it is no metaschema.
    func document(at address: [UInt8]) -> JSONDocument? {
        for entry in given where entry.address == address { return entry.document }
        return Metaschemas.document(at: address)
    }

    /// Takes a document into use.
    mutating func use(_ document: JSONDocument) {
        guard !used.contains(where: { $0 === document }) else { return }
        used.append(document)
    }
}
