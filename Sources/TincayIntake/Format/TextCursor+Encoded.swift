extension TextCursor {
    /// Moves over a percent sign and the two digits after it, when all three are next.
    mutating func skipEncoded() -> Bool {
        guard self[0] == UInt8(ascii: "%"), let high = self[1], let low = self[2], IPAddress.isHexadecimal(high),
            IPAddress.isHexadecimal(low)
        else { return false }
        move(to: place + 3)
        return true
    }
}
