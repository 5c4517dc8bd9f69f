/// One schema of a program: which of the steps are its own.
///
/// They stand in groups, so that a value of one kind passes over those that are for the others.
struct SchemaCode: BitwiseCopyable, Sendable {
    /// The types that are allowed.
    var types = TypeSet.all
    /// Whether it says the same about every value, and what.
    var verdict: Bool?
    /// Whether it asks what its other keywords have left.
    var isUnevaluating = false
    /// Whether all that it asks is whether a value is on a list.
    var isConstant = false
    /// The resource that it belongs to.
    var resource: Int32 = 0
    /// The first step.
    var begin: Int32 = 0
    /// The ends of the steps for all values, numbers, strings, arrays, and objects, in this order.
    var anyEnd: Int32 = 0
    var numberEnd: Int32 = 0
    var stringEnd: Int32 = 0
    var arrayEnd: Int32 = 0
    var objectEnd: Int32 = 0
    /// The end of the steps that look at what the others have left.
    var end: Int32 = 0
}
