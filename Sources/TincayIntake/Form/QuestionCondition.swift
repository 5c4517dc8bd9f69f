/// What has to be so for a declaration or a demand of a form to count.
enum QuestionCondition: Sendable {
    /// The condition of this number holds, or does not.
    case schema(Int, holds: Bool)
    /// Another question is answered.
    case answered([UInt8])
}
