/// Puts the text of one answer in order; what is in order stays as it is.
enum TextNormalizer {
    /// A text in order, and what was done; nil when there is nothing to do.
    static func normalized(_ text: [UInt8], _ kind: NormalizationKind) -> (text: [UInt8], steps: NormalizationSteps)? {
        guard kind != .none else { return nil }
        var steps: NormalizationSteps = []
        var result = text
        compose(&result, &steps)
        if kind != .narrative, !isDamaged(result) {
            let clean = CleanText(ScalarText.scalars(result), kind)
            if !clean.steps.isEmpty {
                steps.formUnion(clean.steps)
                result = ScalarText.text(clean.scalars)
                compose(&result, &steps)
            }
            if kind == .phone, let number = TelephoneNumber(result), number.normal != result {
                result = number.normal
                steps.formUnion(number.isRenumbered ? [.phone, .renumbered] : .phone)
            } else if kind == .digits, let digits = digits(result) {
                result = digits
                steps.insert(.digits)
            }
        }
        return steps.isEmpty ? nil : (result, steps)
    }

    /// Whether a text has hyphens that nobody sees and that seem to be letters of an old encoding.
    ///
    /// Without them nobody could read it any longer, so it stays as it is until somebody converts it.
    private static func isDamaged(_ text: [UInt8]) -> Bool {
        guard text.contains(0xAD), ScalarText.scalars(text).contains(0xAD) else { return false }
        // SAFETY: the buffer is only read inside.
        return unsafe text.withUnsafeBufferPointer { unsafe LegacyEncoding.suspected(in: $0) != nil }
    }

    /// Composes a text.
    private static func compose(_ text: inout [UInt8], _ steps: inout NormalizationSteps) {
        guard let composed = NormalizationForm.composed(text) else { return }
        text = composed
        steps.insert(.composed)
    }

    /// The digits of a text that has nothing but digits and what groups them; nil when it has only digits, or others.
    private static func digits(_ text: [UInt8]) -> [UInt8]? {
        var digits: [UInt8] = []
        for byte in text {
            switch byte {
            case 0x30...0x39: digits.append(byte)
            case 0x20, 0x2D, 0x2E: break
            default: return nil
            }
        }
        return digits.isEmpty || digits.count == text.count ? nil : digits
    }
}
