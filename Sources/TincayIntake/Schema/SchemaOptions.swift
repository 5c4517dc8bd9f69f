/// What the standard leaves to whoever asks.
public struct SchemaOptions: Sendable {
    /// What a document without `$schema` is written in.
    public var dialect: Dialect
    /// Whether a text that is not of its `format` is wrong.
    public var assertsFormat: Bool
    /// Documents that references may lead to, with their addresses; nothing is ever fetched.
    public var documents: [(address: [UInt8], document: JSONDocument)]

    /// Chooses; without a choice, 2020-12 with formats asserted and nothing else to refer to.
    public init(
        dialect: Dialect = .draft2020, assertsFormat: Bool = true,
        documents: [(address: [UInt8], document: JSONDocument)] = []
    ) {
        self.dialect = dialect
        self.assertsFormat = assertsFormat
        self.documents = documents
    }
}
