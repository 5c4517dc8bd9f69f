/// Sees without taking memory that most texts are in order already.
enum SettledText {
    /// Whether a text, which is UTF-8, is certainly in order; false when somebody has to look closer.
    static func isSettled(_ text: UnsafeBufferPointer<UInt8>, _ kind: NormalizationKind) -> Bool {
        switch kind {
        case .none: return true
        case .narrative: return unsafe NormalizationForm.isComposed(text)
        case .text, .name: return unsafe isClean(text)
        case .code: return unsafe isASCII(text, from: 0, { $0 > 0x20 })
        case .digits: return unsafe isASCII(text, from: 0, { (0x30...0x39).contains($0) })
        case .phone:
            // Numbers of before 2018 have a 1 behind the country's code.
            guard text.count > 3, unsafe text[0] == 0x2B, unsafe text[1] == 0x38, unsafe text[2] == 0x34,
                unsafe text[3] > 0x31
            else { return false }
            return unsafe isASCII(text, from: 3, { (0x30...0x39).contains($0) })
        }
    }

    /// Whether the escapes of a JSON string have no characters by their numbers.
    static func hasNoNumbers(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var position = 0
        while position + 1 < text.count {
            // SAFETY: the position and the next one are inside the text.
            guard unsafe text[position] == UInt8(ascii: "\\") else {
                position += 1
                continue
            }
            guard unsafe text[position + 1] != UInt8(ascii: "u") else { return false }
            position += 2
        }
        return true
    }

    /// Whether all bytes from one on are ASCII and have a property.
    private static func isASCII(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ holds: (UInt8) -> Bool
    ) -> Bool {
        for position in start..<text.count {
            // SAFETY: the position is inside the text.
            let byte = unsafe text[position]
            guard byte < 0x80, holds(byte) else { return false }
        }
        return true
    }

    /// Whether a text of one line has single spaces inside, none at its ends, nothing invisible, and is in form C.
    private static func isClean(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = text.count
        guard count > 0 else { return true }
        // SAFETY: the text is not empty.
        guard unsafe text[0] != 0x20 && text[count - 1] != 0x20 else { return false }
        var position = 0
        var isAfterSpace: UInt64 = 0
        var mayCompose = false
        while position < count {
            if count - position >= 8 {
                // SAFETY: eight bytes are left.
                let word = unsafe UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: position, as: UInt64.self)
                if word & 0x8080_8080_8080_8080 == 0 {
                    let word = UInt64(littleEndian: word)
                    // A bit for each space, and for each of what comes before it in ASCII.
                    let spaces = 0x8080_8080_8080_8080 & ~((word ^ 0x2020_2020_2020_2020) &+ 0x7F7F_7F7F_7F7F_7F7F)
                    let controls = 0x8080_8080_8080_8080 & ~(word &+ 0x6060_6060_6060_6060)
                    guard spaces & (spaces << 8 | isAfterSpace) == 0, controls == 0 else { return false }
                    isAfterSpace = spaces >> 56
                    position += 8
                    continue
                }
            }
            // SAFETY: the position is inside the text, and moves to the next character.
            let byte = unsafe text[position]
            if byte < 0x80 {
                guard byte > 0x20 || byte == 0x20 && isAfterSpace == 0 else { return false }
                isAfterSpace = byte == 0x20 ? 0x80 : 0
                position += 1
                continue
            }
            isAfterSpace = 0
            let isLetter = byte >= 0xC3 && byte <= 0xCB
            if isLetter {
                position += 2
                continue
            }
            let scalar = unsafe ScalarText.next(text, &position)
            switch scalar {
            case 0x1E00..<0x1F00: continue
            case 0x80..<0x300, 0x2010..<0x20D0, 0x3400..<0xA000: break
            default: mayCompose = true
            }
            switch CharacterKind(scalar) {
            case .space, .invisible, .joiner, .fullWidth: return false
            default: break
            }
        }
        return unsafe !mayCompose || NormalizationForm.isComposed(text)
    }
}
