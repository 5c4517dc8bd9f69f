/// What a number is compared with: exactly, and fast when both are whole numbers of usual size.
struct NumberLimit: Sendable {
    /// The limit.
    let decimal: JSONDecimal
    /// The limit when it is a whole number that fits.
    let whole: Int64?

    /// Reads a limit from a schema.
    init(_ value: JSONValue) {
        decimal = JSONDecimal(value.slice)
        whole = value.integer
    }
}
