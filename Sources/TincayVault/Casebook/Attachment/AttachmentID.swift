import TincayCrypto

/// What a file that is kept with a report is told by: 16 random bytes.
public struct AttachmentID: Hashable, Sendable {
    /// How many bytes it has.
    static let size = 16
    /// The bytes.
    let bytes: [UInt8]

    /// Draws a new one.
    init() {
        bytes = Random.bytes(Self.size)
    }

    /// Takes exactly 16 bytes.
    init?(bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }

    /// Reads exactly 32 hexadecimal digits.
    init?(hexadecimal: [UInt8]) {
        guard let bytes = Hexadecimal.bytes(hexadecimal, count: Self.size) else { return nil }
        self.bytes = bytes
    }

    /// The 32 digits.
    public var hexadecimal: [UInt8] { Hexadecimal.text(bytes) }
}
