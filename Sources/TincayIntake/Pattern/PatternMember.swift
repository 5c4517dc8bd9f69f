/// What stands between the brackets of a set.
enum PatternMember {
    /// One character.
    case scalar(UInt32)
    /// All characters of a set.
    case set(ScalarSet)
}
