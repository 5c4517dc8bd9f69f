/// Keys that Vietnamese text is compared and searched by; they are never kept or shown in the text's place.
public enum VietnameseText {
    /// The same for all ways to write the same words: composed or not, capitals or small letters, either style of
    /// placing tones, any spaces, quotation marks, dashes and widths.
    public static func comparisonKey(_ text: [UInt8]) -> [UInt8] {
        ScalarText.text(comparisonScalars(text))
    }

    /// The comparison key without any marks and with d for đ; words that differ in marks alone become one.
    ///
    /// Beyond ASCII only letters are left, so that a word's border is a space, an ASCII character or an end.
    public static func searchKey(_ text: [UInt8]) -> [UInt8] {
        var key = SpacedText()
        for scalar in NormalizationForm.decomposedScalars(comparisonKey(text)) {
            guard CharacterComposition.combiningClass(scalar) == 0 else { continue }
            switch scalar {
            case 0..<0x80: key.append(scalar)
            // Eth and the African d, capitals of which look like Đ, stand for it where they should not.
            case 0x111, 0xF0, 0x256: key.append(0x64)
            case 0x131: key.append(0x69)
            case 0x180: key.append(0x62)
            default: key.append(CharacterKind(scalar) == .letter ? scalar : 0x20)
            }
        }
        return ScalarText.text(key.scalars)
    }

    /// Whether a search key contains another one as whole words.
    static func contains(_ phrase: [UInt8], onWordBordersOf foldedText: [UInt8]) -> Bool {
        guard let first = phrase.first, phrase.count <= foldedText.count else { return false }
        for start in 0...foldedText.count - phrase.count where foldedText[start] == first {
            let end = start + phrase.count
            guard start == 0 || !isInWord(foldedText[start - 1]), end == foldedText.count || !isInWord(foldedText[end])
            else { continue }
            if foldedText[start..<end].elementsEqual(phrase) { return true }
        }
        return false
    }

    /// The scalar values of the comparison key.
    private static func comparisonScalars(_ text: [UInt8]) -> [UInt32] {
        var plain = SpacedText()
        for scalar in ScalarText.scalars(text) {
            switch CharacterKind(scalar) {
            case .space: plain.append(0x20)
            case .invisible, .joiner: break
            case .fullWidth: plain.append(scalar - 0xFEE0)
            case .apostrophe: plain.append(0x27)
            case .quotation: plain.append(0x22)
            case .dash: plain.append(0x2D)
            case .letter, .other: plain.append(scalar)
            }
        }
        var scalars = ScalarText.scalars(composed(ScalarText.text(plain.scalars)))
        for place in scalars.indices { scalars[place] = LetterCase.small(scalars[place]) }
        TonePlacement.moveForward(&scalars)
        return scalars
    }

    /// A text in form C.
    private static func composed(_ text: [UInt8]) -> [UInt8] {
        NormalizationForm.composed(text) ?? text
    }

    /// Whether a byte of a search key belongs to a word.
    @inline(__always) static func isInWord(_ byte: UInt8) -> Bool {
        byte &- 0x61 < 26 || byte >= 0x80 || byte &- 0x30 < 10
    }
}
