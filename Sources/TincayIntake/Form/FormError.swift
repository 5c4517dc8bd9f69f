/// Why bytes are not a form that can be used.
public enum FormError: Error, Equatable, Sendable {
    /// The bytes are not JSON.
    case json(JSONError)
    /// A place in the form cannot be used.
    case refused(FormFault)
    /// The JSON is not a schema, or one of its annotations makes no sense.
    case notAForm

    /// The error for a value of the form.
    static func refused(_ code: FormFault.Code, at value: JSONValue) -> FormError {
        .refused(FormFault(code: code, path: value.pointer))
    }
}
