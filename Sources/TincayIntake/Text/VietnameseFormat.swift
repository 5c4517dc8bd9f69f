/// The formats of Vietnamese numbers and codes, which forms may ask for beside those of JSON Schema.
enum VietnameseFormat: Sendable {
    case phone, personalNumber, commune, province

    /// The format of a name; nil when it is not one of these.
    init?(_ name: JSONValue) {
        if name.isText("vn-phone") {
            self = .phone
        } else if name.isText("vn-cccd") {
            self = .personalNumber
        } else if name.isText("vn-commune") {
            self = .commune
        } else if name.isText("vn-province") {
            self = .province
        } else {
            return nil
        }
    }

    /// Whether text is of this format; whether such a number was given to somebody is another question.
    func holds(_ text: [UInt8]) -> Bool {
        switch self {
        case .phone: TelephoneNumber(text) != nil
        case .personalNumber: PersonalNumber(text) != nil
        case .commune: text.count == 5 && text.allSatisfy { (0x30...0x39).contains($0) }
        case .province: text.count == 2 && text.allSatisfy { (0x30...0x39).contains($0) }
        }
    }

    /// Whether text, which is valid UTF-8, is of this format.
    func holds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        // SAFETY: the caller lends the buffer for the call.
        text.count <= 80 && holds(unsafe [UInt8](text))
    }
}
