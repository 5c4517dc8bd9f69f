/// The codes that a form's rules and routes use for destinations and flags, each known by its number.
struct TriageCodes: Sendable {
    /// The codes.
    private(set) var texts: [[UInt8]] = []
    /// The number of each.
    private var numbers: [[UInt8]: Int] = [:]

    /// Starts with none.
    init() {}

    /// The numbers of the codes of a list that need not be there; those that are new get the next ones.
    mutating func numbers(_ list: JSONValue?) throws(FormError) -> [Int] {
        var found: [Int] = []
        for text in try TriageRule.texts(list) {
            let number = numbers[text] ?? texts.count
            if number == texts.count {
                numbers[text] = number
                texts.append(text)
            }
            found.append(number)
        }
        return found
    }
}
