/// The six kinds of JSON value.
public enum JSONKind: UInt8, BitwiseCopyable, Sendable {
    case null
    case boolean
    case number
    case string
    case array
    case object
}
