/// The formats that are asserted; all others only describe.
enum Format: Sendable {
    case date, dateTime

    /// The format of a name; nil when it is one that is not asserted.
    init?(_ name: JSONValue) {
        if name.isText("date") {
            self = .date
        } else if name.isText("date-time") {
            self = .dateTime
        } else {
            return nil
        }
    }

    /// Whether text is of this format, as RFC 3339 has it.
    func holds(_ text: [UInt8]) -> Bool {
        var scanner = DateScanner(text)
        switch self {
        case .date: return scanner.date() && scanner.isAtEnd
        case .dateTime:
            return scanner.date() && (scanner.letter("T") || scanner.letter("t")) && scanner.time() && scanner.isAtEnd
        }
    }
}
