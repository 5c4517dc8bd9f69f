/// One part of a condition: a question about answers of which the result is either way.
struct ConditionPart: BitwiseCopyable, Sendable {
    /// What is asked.
    enum Test: UInt8, BitwiseCopyable, Sendable {
        /// Nothing: it always holds, or never does.
        case always, never
        /// Do all parts of a list hold, or one of them (first: where they are listed, second: how many)?
        case all, any
        /// Does a part fail (first: the part)?
        case not
        /// Is a member there (first: its name)?
        case there
        /// Is a member there and accepted (first: its name, second: the schema's place)?
        case member
        /// Is a member accepted, if it is there (first: its name, second: the schema's place)?
        case fits
        /// Are the answers as a whole accepted (first: the schema's place)?
        case schema
    }

    /// What is asked.
    let test: Test
    /// The numbers that it is asked with.
    var first: Int32 = 0
    var second: Int32 = 0
}
