/// A letter that looks like the one that was meant, as old fonts, scanners and copying produce.
enum LookAlike: Sendable {
    /// Eth or the African d where Vietnamese has đ.
    case eth
    /// A Greek or Cyrillic letter inside a word of Latin ones.
    case script

    /// The name in a finding's parameters.
    var name: StaticString {
        switch self {
        case .eth: "eth"
        case .script: "script"
        }
    }

    /// The first one in a text.
    static func find(in text: UnsafeBufferPointer<UInt8>) -> LookAlike? {
        guard unsafe mayHold(text) else { return nil }
        var position = 0
        var hasLatin = false
        var hasOther = false
        while position < text.count {
            let scalar = unsafe ScalarText.next(text, &position)
            switch scalar {
            case 0xD0, 0xF0, 0x189, 0x256: return .eth
            case 0x370...0x3FF, 0x400...0x52F: hasOther = true
            default:
                if CharacterKind.isLatin(scalar) {
                    hasLatin = true
                } else if !(0x300...0x36F).contains(scalar) {
                    (hasLatin, hasOther) = (false, false)
                }
            }
            if hasLatin, hasOther { return .script }
        }
        return nil
    }

    /// Whether a text has bytes that these letters begin with; most texts have none.
    private static func mayHold(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        for position in 0..<text.count {
            // SAFETY: the position is inside the text, and the next one is compared with the end first.
            let byte = unsafe text[position]
            guard byte &- 0xC3 <= 0xD4 - 0xC3 else { continue }
            let next = position + 1 < text.count ? unsafe text[position + 1] : 0
            switch byte {
            case 0xC3: if next == 0x90 || next == 0xB0 { return true }
            case 0xC6: if next == 0x89 { return true }
            case 0xC9: if next == 0x96 { return true }
            case 0xCD...: return true
            default: break
            }
        }
        return false
    }
}
