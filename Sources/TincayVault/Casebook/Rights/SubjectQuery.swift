import TincayIntake

/// By what a person's data are found: the name, however it is written, or a telephone number.
struct SubjectQuery {
    /// How many of a telephone number's last digits tell it from others, whatever stands before them.
    private static let tail = 9

    /// The name as words one behind the other; nil when it was not given.
    let name: SearchQuery?
    /// The last digits of the telephone number; nil when it was not given.
    let phone: [UInt8]?

    /// Reads a query that was checked.
    init(_ root: JSONValue) throws(VaultError) {
        if let text = root["name"]?.text {
            let quotation = UInt8(ascii: "\"")
            let words = text.filter { $0 != quotation && $0 != UInt8(ascii: "*") }
            guard let query = SearchQuery([quotation] + words + [quotation], isExact: false) else {
                throw .invalidInput
            }
            name = query
        } else {
            name = nil
        }
        if let text = root["phone"]?.text {
            let digits = Self.digits(text)
            guard digits.count >= 6 else { throw .invalidInput }
            phone = [UInt8](digits.suffix(Self.tail))
        } else {
            phone = nil
        }
        guard name != nil || phone != nil else { throw .invalidInput }
    }

    /// Whether a text names the person.
    func isFound(in text: [UInt8]) -> Bool {
        if let phone {
            let digits = Self.digits(text)
            if digits.count >= phone.count, digits.count <= 15, digits.suffix(phone.count).elementsEqual(phone) {
                return true
            }
        }
        guard let name else { return false }
        var scanner = WordScanner(name)
        scanner.scan(text)
        return name.isMet(by: scanner.terms)
    }

    /// The digits of a text.
    private static func digits(_ text: [UInt8]) -> [UInt8] {
        text.filter { $0 &- 0x30 < 10 }
    }
}
