/// Why bytes are not a JSON text that the library takes.
public enum JSONError: Error, Equatable, Sendable {
    /// The bytes are not UTF-8.
    case notUTF8
    /// The text breaks the grammar of RFC 8259.
    case syntax
    /// An object names a member twice.
    case duplicateName
    /// The text has more bytes than its limit.
    case tooLarge
    /// Arrays and objects are nested deeper than the limit.
    case tooDeep
}
