/// What has to be so for a declaration, a demand or a ban of a form to count.
struct QuestionCondition: Hashable, Sendable {
    /// What is looked at.
    enum Test: Hashable, Sendable {
        /// The form's condition of this number holds for the object, or does not.
        case schema(Int, holds: Bool)
        /// Another member of the object is there.
        case answered([UInt8])
        /// A member of the object has one of the values that choose a branch; the number is the branch's schema.
        case value([UInt8], branch: JSONIdentity)
    }

    /// What is looked at.
    let test: Test
    /// Which object is asked: 0 for the answers as a whole, 1 for a group in them, and so on inwards.
    let level: Int
}
