/// Characters with one space between words at most, and none at the ends.
struct SpacedText {
    /// The characters so far.
    private(set) var scalars: [UInt32] = []
    /// Whether a space is due before the next character.
    private var isSpaceDue = false

    /// Puts a character behind the others.
    mutating func append(_ scalar: UInt32) {
        if scalar == 0x20 {
            isSpaceDue = !scalars.isEmpty
            return
        }
        if isSpaceDue { scalars.append(0x20) }
        isSpaceDue = false
        scalars.append(scalar)
    }
}
