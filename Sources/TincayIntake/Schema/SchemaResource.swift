/// One schema resource: a schema with an address of its own, and the names of places in it.
struct SchemaResource: Sendable {
    /// Its absolute address, or nothing for a document without one.
    let address: [UInt8]
    /// Its schema.
    let root: JSONValue
    /// Which keywords it uses.
    let dialect: Dialect
    /// The schemas that anchors name, dynamic or not.
    var anchors: [[UInt8]: JSONValue] = [:]
    /// The names of the dynamic ones.
    var dynamic: Set<[UInt8]> = []
}
