/// One step of a program.
struct SchemaStep: BitwiseCopyable, Sendable {
    /// What is done.
    let operation: SchemaOperation
    /// The keyword that asks for it, named in findings.
    let keyword: SchemaKeyword
    /// The numbers that it is done with; SchemaOperation says what they are.
    var first: Int32 = 0
    var second: Int32 = 0
    var third: Int32 = 0
}
