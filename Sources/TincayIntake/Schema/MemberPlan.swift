/// Everything that a schema asks about an object's members by their names, in one pass over them.
struct MemberPlan: BitwiseCopyable, Sendable {
    /// A schema for members whose names match.
    struct Matching: BitwiseCopyable, Sendable {
        /// The number of the pattern.
        let pattern: Int32
        /// The schema's place.
        let place: Int32
    }

    /// The names of `properties` and `required`.
    var names = NameTable()
    /// Where the names of those that have to be there are listed, and how many they are.
    var required: Int32 = 0
    var requiredCount: Int32 = 0
    /// Where the schemas for matching names begin, and how many there are.
    var matching: Int32 = 0
    var matchingCount: Int32 = 0
    /// The schema for all other members; below zero for none.
    var additional: Int32 = -1
}
