/// The normalisation forms C and D of Unicode 15.0, over UTF-8.
enum NormalizationForm {
    /// A text in form C; nil when it is already.
    static func composed(_ text: [UInt8]) -> [UInt8]? {
        // SAFETY: the buffer is only read inside.
        let settled = unsafe text.withUnsafeBufferPointer { unsafe isSettled($0) }
        guard settled != true else { return nil }
        let composed = ScalarText.text(compose(decomposedScalars(text)))
        return composed == text ? nil : composed
    }

    /// Whether a text is in form C already; ASCII and composed letters are seen to be without any memory taken.
    static func isComposed(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if let settled = unsafe isSettled(text) { return settled }
        return unsafe composed([UInt8](text)) == nil
    }

    /// A text in form D.
    static func decomposed(_ text: [UInt8]) -> [UInt8] {
        ScalarText.text(decomposedScalars(text))
    }

    /// The scalar values of a text's form D.
    static func decomposedScalars(_ text: [UInt8]) -> [UInt32] {
        var result = CanonicalOrder(capacity: text.count)
        for scalar in ScalarText.scalars(text) { decompose(scalar, into: &result) }
        return result.scalars()
    }

    /// Appends all that a character stands for; the tables lead no further than four steps.
    private static func decompose(_ scalar: UInt32, into result: inout CanonicalOrder) {
        guard let parts = CharacterComposition.decomposition(scalar) else { return result.append(scalar) }
        decompose(parts.first, into: &result)
        if let second = parts.second { result.append(second) }
    }

    /// Composes what is in form D.
    static func compose(_ scalars: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(scalars.count)
        var starter: Int?
        var lastClass: UInt32 = 0
        for scalar in scalars {
            let kind = CharacterComposition.combiningClass(scalar)
            if let place = starter {
                // A mark joins its starter unless one of the same class, or another starter, stands between them.
                let isNext = place == result.count - 1
                if isNext || lastClass < kind, let joined = CharacterComposition.composition(result[place], scalar) {
                    result[place] = joined
                    continue
                }
            }
            if kind == 0 { starter = result.count }
            lastClass = kind
            result.append(scalar)
        }
        return result
    }

    /// Whether a text is in form C, when one look is enough to tell.
    private static func isSettled(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
        var position = 0
        var lastClass: UInt32 = 0
        while position < text.count {
            // SAFETY: the position is inside the text, and a block only looked at where eight bytes are left.
            if unsafe text[position] < 0x80 {
                let isBlock =
                    unsafe text.count - position >= 8
                    && UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: position, as: UInt64.self)
                        & 0x8080_8080_8080_8080 == 0
                position += isBlock ? 8 : 1
                lastClass = 0
                continue
            }
            if let length = unsafe everydayLength(text, position) {
                position += length
                lastClass = 0
                continue
            }
            let scalar = unsafe ScalarText.next(text, &position)
            switch scalar {
            // Latin letters with the marks of European languages and Vietnamese, punctuation and Chinese characters.
            case 0..<0x300, 0x1E00..<0x1F00, 0x2010..<0x20D0, 0x3400..<0xA000: lastClass = 0
            default:
                let kind = CharacterComposition.combiningClass(scalar)
                if kind != 0, lastClass > kind { return false }
                if CharacterComposition.mayCompose(scalar) { return nil }
                if let parts = CharacterComposition.decomposition(scalar) {
                    guard let second = parts.second,
                        CharacterComposition.composition(parts.first, second) == scalar
                    else { return false }
                }
                lastClass = kind
            }
        }
        return true
    }

    /// How many bytes a letter outside ASCII has that is one character in European languages or in Vietnamese; nil of
    /// anything else.
    @inline(__always) private static func everydayLength(
        _ text: UnsafeBufferPointer<UInt8>, _ position: Int
    ) -> Int? {
        // SAFETY: the position is inside the text, and the next ones are compared with its end first.
        let first = unsafe text[position]
        guard position + 1 < text.count, unsafe text[position + 1] & 0xC0 == 0x80 else { return nil }
        if first >= 0xC2, first < 0xCC { return 2 }
        guard first == 0xE1, unsafe text[position + 1] >= 0xB8, unsafe text[position + 1] < 0xBC,
            position + 2 < text.count, unsafe text[position + 2] & 0xC0 == 0x80
        else { return nil }
        return 3
    }
}
