/// A name that a dynamic anchor gives to a place in a resource.
struct DynamicAnchor: Sendable {
    /// The number of the resource.
    let resource: Int32
    /// The number of the name.
    let name: Int32

    /// Both numbers as one.
    var number: UInt64 { UInt64(UInt32(bitPattern: resource)) << 32 | UInt64(UInt32(bitPattern: name)) }
}
