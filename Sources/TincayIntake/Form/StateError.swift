/// Why a form cannot say what to ask next.
public enum StateError: Error, Equatable, Sendable {
    /// The answers so far are not JSON.
    case json(JSONError)
    /// The form has no such profile.
    case unknownProfile
}
