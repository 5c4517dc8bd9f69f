/// How much JSON is taken in before it is refused unread.
public struct JSONLimits: Sendable {
    /// The most bytes of a text.
    public let size: Int
    /// The most arrays and objects inside one another.
    public let depth: Int

    /// Sets the most bytes and the deepest nesting of a text.
    public init(size: Int, depth: Int) {
        self.size = size
        self.depth = depth
    }

    /// Answers to a form: 1 MiB, 64 deep.
    public static let report = JSONLimits(size: 1 << 20, depth: 64)
    /// A form: 4 MiB, 128 deep.
    public static let form = JSONLimits(size: 4 << 20, depth: 128)
    /// Anything else that a host hands over: 16 MiB, 128 deep.
    public static let any = JSONLimits(size: 16 << 20, depth: 128)
}
