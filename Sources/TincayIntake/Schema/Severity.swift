/// What a finding means for the answers.
public enum Severity: UInt8, Sendable {
    /// The answers are not accepted.
    case error
    /// The answers are accepted, and somebody should look.
    case warning
    /// Worth knowing.
    case notice

    /// The severity's name in JSON.
    public var name: StaticString {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .notice: "notice"
        }
    }
}
