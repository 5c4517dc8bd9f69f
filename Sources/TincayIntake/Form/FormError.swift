/// Why bytes are not a form that can be used.
public enum FormError: Error, Equatable, Sendable {
    /// The bytes are not JSON.
    case json(JSONError)
    /// The JSON is not a schema, or one of its annotations makes no sense.
    case notAForm
}
