/// A telephone number as it is dialled in Viet Nam, however it was written.
struct TelephoneNumber: Equatable, Sendable {
    /// What the number leads to.
    enum Kind: Sendable {
        /// A mobile telephone.
        case mobile
        /// A telephone in a house.
        case landline
        /// A short number, such as 111, or one that is free or has a price of its own.
        case service
    }

    /// What the number leads to.
    let kind: Kind
    /// The number as E.164 has it, or only its digits when it is a service's.
    let normal: [UInt8]
    /// Whether it was an eleven-digit mobile number, which in 2018 became the one given here.
    let isRenumbered: Bool

    /// The most digits that a number can have, with the ways abroad.
    private static let most = 17

    /// Reads a number; nil of anything that cannot be dialled in Viet Nam.
    init?(_ text: [UInt8]) {
        guard text.count <= 80, let digits = Self.national(text) else { return nil }
        if Self.isService(digits) {
            self.init(kind: .service, normal: digits, isRenumbered: false)
            return
        }
        guard digits.count == 10 || digits.count == 11, digits[0] == 0x30 else { return nil }
        let renumbered = Self.renumbered(digits)
        let number = renumbered ?? digits
        let isMobile = number.count == 10 && Self.isMobile(number[1] & 15, number[2] & 15)
        guard isMobile || number.count == 11 && number[1] == 0x32 else { return nil }
        self.init(
            kind: isMobile ? .mobile : .landline, normal: Array("+84".utf8) + number.dropFirst(),
            isRenumbered: renumbered != nil)
    }

    /// Puts a number together.
    private init(kind: Kind, normal: [UInt8], isRenumbered: Bool) {
        self.kind = kind
        self.normal = normal
        self.isRenumbered = isRenumbered
    }

    /// The digits as they are dialled inside the country; nil when something else is among them.
    private static func national(_ text: [UInt8]) -> [UInt8]? {
        var digits: [UInt8] = []
        var isInternational = false
        for scalar in ScalarText.scalars(text) {
            let character = CharacterKind(scalar) == .fullWidth ? scalar - 0xFEE0 : scalar
            switch character {
            case 0x30...0x39: digits.append(UInt8(truncatingIfNeeded: character))
            case 0x2B where digits.isEmpty && !isInternational: isInternational = true
            case 0x28, 0x29, 0x2D, 0x2E: break
            default:
                switch CharacterKind(character) {
                case .space, .invisible, .joiner, .dash: break
                default: return nil
                }
            }
            guard digits.count <= most else { return nil }
        }
        if !isInternational, digits.starts(with: "00".utf8) {
            isInternational = true
            digits.removeFirst(2)
        }
        // Ten digits from 84 on without a plus are the country's code and eight more, which no number has.
        guard isInternational || digits.count > 10 && digits.starts(with: "84".utf8) else { return digits }
        guard digits.starts(with: "84".utf8) else { return nil }
        digits.removeFirst(2)
        return digits.first == 0x30 ? digits : [0x30] + digits
    }

    /// Whether digits are a service's: an emergency, a helpline, or one that begins with 1800 or 1900.
    private static func isService(_ digits: [UInt8]) -> Bool {
        guard digits.first == 0x31 else { return false }
        if digits.starts(with: "1800".utf8) || digits.starts(with: "1900".utf8) {
            return (8...10).contains(digits.count)
        }
        return ["111", "112", "113", "114", "115", "1022"].contains { (number: StaticString) in
            // SAFETY: a static string's bytes live as long as the process.
            unsafe digits.elementsEqual(UnsafeBufferPointer(start: number.utf8Start, count: number.utf8CodeUnitCount))
        }
    }

    /// Whether a mobile number may begin with these two digits behind the 0.
    private static func isMobile(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first {
        case 3: second >= 2
        case 5: [2, 5, 6, 8, 9].contains(second)
        case 7: second == 0 || second >= 6
        case 8: second >= 1
        case 9: true
        default: false
        }
    }

    /// The number of ten digits that one of eleven became in 2018.
    private static func renumbered(_ digits: [UInt8]) -> [UInt8]? {
        guard digits.count == 11, digits[1] == 0x31 else { return nil }
        // The third and fourth digit, and the two that took the place of the second to fourth.
        let changes: StaticString = """
            6232 6333 6434 6535 6636 6737 6838 6939 2070 2179 2277 2676 2878 2383 2484 2585 2781 2982 8656 8858 9959
            """
        for start in stride(from: 0, to: changes.utf8CodeUnitCount - 3, by: 5) {
            // SAFETY: the text is groups of four and a space, the last one without it.
            let change = unsafe UnsafeBufferPointer(start: changes.utf8Start + start, count: 4)
            guard unsafe change[0] == digits[2] && change[1] == digits[3] else { continue }
            return unsafe [0x30, change[2], change[3]] + digits[4...]
        }
        return nil
    }
}
