/// The formats that are asserted, all those of JSON Schema 2020-12 and draft-07; all others only describe.
enum Format: Sendable {
    case date, time, dateTime, duration
    case email, idnEmail, hostname, idnHostname
    case ipv4, ipv6
    case uri, uriReference, iri, iriReference, uriTemplate
    case uuid, jsonPointer, relativeJSONPointer, regex
    /// One that forms for Viet Nam ask for, which JSON Schema does not have.
    case vietnamese(VietnameseFormat)

    /// All of them with their names.
    private static let names: [(name: StaticString, format: Format)] = [
        ("date", .date), ("time", .time), ("date-time", .dateTime), ("duration", .duration),
        ("email", .email), ("idn-email", .idnEmail), ("hostname", .hostname), ("idn-hostname", .idnHostname),
        ("ipv4", .ipv4), ("ipv6", .ipv6),
        ("uri", .uri), ("uri-reference", .uriReference), ("iri", .iri), ("iri-reference", .iriReference),
        ("uri-template", .uriTemplate), ("uuid", .uuid), ("json-pointer", .jsonPointer),
        ("relative-json-pointer", .relativeJSONPointer), ("regex", .regex),
    ]

    /// The format of a name; nil when it is one that is not asserted.
    init?(_ name: JSONValue) {
        for entry in Self.names where name.isText(entry.name) {
            self = entry.format
            return
        }
        guard let format = VietnameseFormat(name) else { return nil }
        self = .vietnamese(format)
    }

    /// Whether a text is of this format.
    func holds(_ text: [UInt8]) -> Bool {
        // SAFETY: the pointer is used inside the closure only.
        unsafe text.withUnsafeBufferPointer { unsafe holds($0) }
    }

    /// Whether a text is of this format, which is UTF-8 without JSON's escapes.
    func holds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        // SAFETY: the caller keeps the text as long as this call takes, and no cursor outlives it.
        let cursor = unsafe TextCursor(text)
        switch self {
        case .date: return DateScanner.isDate(cursor)
        case .time: return TimeScanner.isTime(cursor)
        case .dateTime: return TimeScanner.isDateTime(cursor)
        case .duration: return DurationScanner.holds(cursor)
        case .email: return EmailScanner.holds(cursor, international: false)
        case .idnEmail: return EmailScanner.holds(cursor, international: true)
        case .hostname: return HostName.holds(cursor, .ascii)
        case .idnHostname: return HostName.holds(cursor, .international)
        case .ipv4: return IPAddress.isVersion4(cursor)
        case .ipv6: return IPAddress.isVersion6(cursor)
        case .uri: return URIScanner.holds(cursor, relative: false, international: false)
        case .uriReference: return URIScanner.holds(cursor, relative: true, international: false)
        case .iri: return URIScanner.holds(cursor, relative: false, international: true)
        case .iriReference: return URIScanner.holds(cursor, relative: true, international: true)
        case .uriTemplate: return URITemplate.holds(cursor)
        case .uuid: return unsafe UniqueIdentifier.holds(text)
        case .jsonPointer: return PointerScanner.isPointer(cursor)
        case .relativeJSONPointer: return PointerScanner.isRelativePointer(cursor)
        case .regex: return unsafe Pattern.isExpression([UInt8](text))
        case .vietnamese(let format): return unsafe format.holds(text)
        }
    }
}
