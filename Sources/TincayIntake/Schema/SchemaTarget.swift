/// Where a reference leads.
struct SchemaTarget: Sendable {
    /// The schema.
    let schema: JSONValue
    /// The resource that it belongs to.
    let resource: Int
    /// The name in the fragment, when it is a dynamic anchor.
    var anchor: [UInt8]?
    /// Whether the schema stands where no keyword holds schemas, so that only the reference makes it one.
    var isStray = false
}
