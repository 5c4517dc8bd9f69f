/// A form's words in one more language, which travel apart from the form.
///
/// `{"form": id, "hash": the form's, "language": tag, "texts": {pointer of what has words: {label, hint, ..}}}`.
public struct LanguageOverlay: Sendable {
    /// The most places that may have words.
    private static let most = 10_000

    /// The name of the form that they are for.
    public let form: [UInt8]
    /// The hash of the form, in hexadecimal, that they were made for.
    public let hash: [UInt8]
    /// The language, as the overlay writes it.
    public let language: [UInt8]
    /// An object of the words, by the pointers of what has them.
    private let texts: JSONValue

    /// Reads an overlay.
    @_optimize(size) public init(_ value: JSONValue) throws(FormError) {
        guard let form = value["form"]?.text, let hash = value["hash"]?.text, let language = value["language"]?.text,
            LanguagePreference.isTag(language), let texts = value["texts"], texts.kind == .object
        else { throw .refused(.resource, at: value) }
        guard texts.count <= Self.most else { throw .refused(.tooLarge, at: texts) }
        for member in texts.members where !Self.isWords(member.value) { throw .refused(.resource, at: member.value) }
        self.form = form
        self.hash = hash
        self.language = language
        self.texts = texts
    }

    /// How many places have words.
    var count: Int { texts.count }

    /// The language in lower case.
    var tag: [UInt8] { LanguagePreference.lowercased(language) }

    /// What the language says of its readers, such as "-x-child".
    var privateUse: [UInt8] { LanguagePreference.privateUse(of: tag) }

    /// Whether a value is made of texts and tables of texts.
    @_optimize(size) private static func isWords(_ value: JSONValue) -> Bool {
        guard value.kind == .object else { return false }
        for entry in value.members where entry.value.kind != .string {
            guard entry.value.kind == .object else { return false }
            for message in entry.value.members where message.value.kind != .string { return false }
        }
        return true
    }

    /// The words by the nodes of a form that have them; those for places that the form does not have are not there.
    @_optimize(size) func words(in form: JSONDocument) -> [Int: JSONValue] {
        var words: [Int: JSONValue] = [:]
        for member in texts.members {
            guard let pointer = member.name.text, let place = form.root.at(pointer: pointer) else { continue }
            words[place.index] = member.value
        }
        return words
    }
}
