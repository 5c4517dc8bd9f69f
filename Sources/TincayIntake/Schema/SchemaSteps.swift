/// The steps of one schema, in the groups that a program keeps them in.
struct SchemaSteps {
    /// The steps for every value, and for those of one kind.
    var any: [SchemaStep] = []
    var number: [SchemaStep] = []
    var string: [SchemaStep] = []
    var array: [SchemaStep] = []
    var object: [SchemaStep] = []
    /// The steps that look at what the others have left.
    var last: [SchemaStep] = []

    /// Appends the groups to a program, and notes in the schema where they are.
    func append(to parts: inout SchemaParts, _ code: inout SchemaCode) {
        code.begin = Int32(truncatingIfNeeded: parts.steps.count)
        parts.steps += any
        code.anyEnd = Int32(truncatingIfNeeded: parts.steps.count)
        parts.steps += number
        code.numberEnd = Int32(truncatingIfNeeded: parts.steps.count)
        parts.steps += string
        code.stringEnd = Int32(truncatingIfNeeded: parts.steps.count)
        parts.steps += array
        code.arrayEnd = Int32(truncatingIfNeeded: parts.steps.count)
        parts.steps += object
        code.objectEnd = Int32(truncatingIfNeeded: parts.steps.count)
        parts.steps += last
        code.end = Int32(truncatingIfNeeded: parts.steps.count)
        let count = code.end - code.begin
        code.isConstant = count == 1 && any.first?.operation == .enumeration
        if count == 0, code.types == .all { code.verdict = true }
    }
}
