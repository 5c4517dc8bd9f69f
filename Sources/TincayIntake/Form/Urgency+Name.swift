extension Urgency {
    /// The urgency of a name such as U1.
    public init?(name: [UInt8]) {
        guard name.count == 2, name[0] == UInt8(ascii: "U"), let value = Urgency(rawValue: Int(name[1]) - 0x30) else {
            return nil
        }
        self = value
    }

    /// The urgency's name.
    public var name: [UInt8] { [UInt8(ascii: "U"), UInt8(truncatingIfNeeded: rawValue) + 0x30] }

    /// Where it stands from the most urgent, 0, to information only, 5.
    public var rank: Int { rawValue == 0 ? 5 : rawValue - 1 }

    /// Whether only malformed answers may keep a report out.
    var outweighsGaps: Bool { self == .immediate || self == .urgent }
}
