/// What a query calls the place that its table is about.
struct UnitLabel: Equatable {
    /// Everything that the desk has.
    static let desk: UInt8 = 0
    /// One or more provinces.
    static let province: UInt8 = 1
    /// One commune, perhaps under several codes.
    static let commune: UInt8 = 2

    /// How large it is.
    let level: UInt8
    /// Its code.
    let code: [UInt8]
    /// The version of the list that the code is of.
    let version: [UInt8]

    /// The level in JSON.
    var levelName: StaticString {
        switch level {
        case Self.desk: "desk"
        case Self.province: "province"
        default: "commune"
        }
    }
}
