/// The types that the keyword `type` allows.
struct TypeSet: OptionSet, BitwiseCopyable, Sendable {
    let rawValue: UInt8

    static let null = TypeSet(rawValue: 1)
    static let boolean = TypeSet(rawValue: 2)
    static let integer = TypeSet(rawValue: 4)
    static let number = TypeSet(rawValue: 8)
    static let string = TypeSet(rawValue: 16)
    static let array = TypeSet(rawValue: 32)
    static let object = TypeSet(rawValue: 64)
    /// Every type.
    static let all = TypeSet(rawValue: 0x7F)

    /// Takes the bits as they are.
    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The type of a name; nil when there is none.
    init?(_ name: JSONValue) {
        if name.isText("null") {
            self = .null
        } else if name.isText("boolean") {
            self = .boolean
        } else if name.isText("integer") {
            self = .integer
        } else if name.isText("number") {
            self = .number
        } else if name.isText("string") {
            self = .string
        } else if name.isText("array") {
            self = .array
        } else if name.isText("object") {
            self = .object
        } else {
            return nil
        }
    }
}
