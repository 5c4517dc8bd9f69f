/// Why the state of a form cannot be told.
public enum StateError: Error, Equatable, Sendable {
    /// The answers so far are not JSON.
    case json(JSONError)
    /// The form has no profile of this name.
    case unknownProfile
}
