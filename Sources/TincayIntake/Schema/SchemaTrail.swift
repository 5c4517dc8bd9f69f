/// How a schema is reached from the one around it; its JSON Pointer is put together only when a finding needs it.
enum SchemaTrail: Sendable {
    /// It is the document.
    case document
    /// It is below a schema: under a keyword's name, and there perhaps under another name or at a position.
    case below(schema: Int, keyword: Int, name: Int?, position: Int?)
    /// It stands where no keyword holds schemas, and a reference leads there from a resource's own schema.
    case referred(schema: Int, pointer: [UInt8])
}
