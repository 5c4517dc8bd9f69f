/// The sets of characters that RFC 3986, RFC 3987 and RFC 6570 are made of.
enum URICharacters {
    /// Whether a byte is a letter of ASCII.
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    /// Whether a byte is a decimal digit.
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Whether a byte may follow the first letter of a scheme.
    static func isScheme(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
        default: false
        }
    }

    /// Whether a byte is unreserved or one of the delimiters that have no meaning of their own: what a name of a host has.
    static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x21, 0x24, 0x26...0x2E, 0x3B, 0x3D, 0x5F, 0x7E: true
        default: false
        }
    }

    /// Whether a byte may be in user information.
    static func isUser(_ byte: UInt8) -> Bool { isName(byte) || byte == UInt8(ascii: ":") }

    /// Whether a byte may be in the first segment of a path that has no scheme before it.
    static func isFirstSegment(_ byte: UInt8) -> Bool { isName(byte) || byte == UInt8(ascii: "@") }

    /// Whether a byte may be in a path.
    static func isPath(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x24, 0x26...0x3B, 0x3D, 0x40...0x5A, 0x5F, 0x61...0x7A, 0x7E: true
        default: false
        }
    }

    /// Whether a byte may be in a query or a fragment.
    static func isQuery(_ byte: UInt8) -> Bool { isPath(byte) || byte == UInt8(ascii: "?") }

    /// Whether a byte may stand outside the braces of a template; RFC 6570 with its erratum 6937, which adds `'`.
    static func isLiteral(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23, 0x24, 0x26...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E: true
        default: false
        }
    }

    /// Whether a character beyond ASCII may be in every part of an IRI.
    static func isInternational(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
        case 0x10000...0xDFFFF, 0xE1000...0xEFFFF: scalar & 0xFFFF <= 0xFFFD
        default: false
        }
    }

    /// Whether a character is for private use, which only a query and a template may have.
    static func isPrivate(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xE000...0xF8FF: true
        case 0xF0000...0x10FFFF: scalar & 0xFFFF <= 0xFFFD
        default: false
        }
    }
}
