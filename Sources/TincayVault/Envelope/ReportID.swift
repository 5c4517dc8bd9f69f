import TincayCrypto

/// What a report, and every slot of a box, is told by: 16 random bytes.
public struct ReportID: Hashable, Sendable {
    /// How many bytes it has.
    public static let size = 16
    /// The bytes.
    public let bytes: [UInt8]

    /// Draws a new one.
    public init() {
        bytes = Random.bytes(Self.size)
    }

    /// Takes exactly 16 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }

    /// Reads exactly 32 hexadecimal digits.
    public init?(hexadecimal: [UInt8]) {
        guard let bytes = Hexadecimal.bytes(hexadecimal, count: Self.size) else { return nil }
        self.bytes = bytes
    }

    /// The 32 digits.
    public var hexadecimal: [UInt8] { Hexadecimal.text(bytes) }
}
