/// The documents that schemas come from: the one that is compiled, those the host gave along, and the metaschemas.
///
/// Nothing is ever fetched.
struct SchemaDocuments: Sendable {
    /// The documents in use; the first is the one that is compiled.
    private(set) var used: [JSONDocument]
    /// The number of each.
    private var numbers: [JSONIdentity: Int]
    /// Those that the host gave along, by their addresses.
    private let given: [(address: [UInt8], document: JSONDocument)]
    /// The place of each among them.
    private var places: [[UInt8]: Int] = [:]

    /// Starts with a document.
    init(_ document: JSONDocument, given: [(address: [UInt8], document: JSONDocument)]) {
        used = [document]
        numbers = [document.root.identity: 0]
        self.given = given
        for (place, entry) in given.enumerated() where places[entry.address] == nil { places[entry.address] = place }
    }

    /// A number that tells a value from every other in the documents in use.
    func key(of value: JSONValue) -> UInt64 {
        guard value.document !== used[0] else { return UInt64(value.index) }
        let number = numbers[value.document.root.identity] ?? used.count
        return UInt64(number) << 32 | UInt64(value.index)
    }

    /// The document at an address; nil when the host gave none and it is no metaschema.
    func document(at address: [UInt8]) -> JSONDocument? {
        places[address].map { given[$0].document } ?? Metaschemas.document(at: address)
    }

    /// Takes a document into use.
    mutating func use(_ document: JSONDocument) {
        guard numbers[document.root.identity] == nil else { return }
        numbers[document.root.identity] = used.count
        used.append(document)
    }
}
