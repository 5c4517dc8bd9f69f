/// The encodings of Vietnamese from before Unicode.
///
/// Their bytes, taken for Western European ones, end up in UTF-8 as letters and signs that make no words.
enum LegacyEncoding: Sendable, CaseIterable {
    case tcvn3, vni, viscii, windows1258

    /// The name in a finding's parameters.
    var name: StaticString {
        switch self {
        case .tcvn3: "TCVN3"
        case .vni: "VNI"
        case .viscii: "VISCII"
        case .windows1258: "windows-1258"
        }
    }

    /// The encoding that a text seems to come from; nil of a text that looks well.
    static func suspected(in text: UnsafeBufferPointer<UInt8>) -> LegacyEncoding? {
        var evidence = LegacyEvidence()
        for position in 0..<text.count {
            // SAFETY: the position is inside the text, which is UTF-8: these bytes lead characters from 128 to 255.
            guard unsafe text[position] & 0xFE == 0xC2 else { continue }
            var here = position
            let middle = unsafe ScalarText.next(text, &here)
            var before: UInt32 = 0x20
            if position > 0 {
                var start = position - 1
                while start > 0, unsafe text[start] & 0xC0 == 0x80 { start -= 1 }
                before = unsafe ScalarText.next(text, &start)
            }
            let after = here < text.count ? unsafe ScalarText.next(text, &here) : 0x20
            evidence.note(middle, between: before, and: after)
        }
        return evidence.verdict
    }

    /// Text that was taken for another encoding's, read as this one's; nil of VISCII, which is only suspected.
    ///
    /// For a host that asks for it: nothing is converted by itself.
    func converted(from text: [UInt8]) -> [UInt8]? {
        let scalars = ScalarText.scalars(text)
        let converted: [UInt32]
        switch self {
        case .tcvn3: converted = LegacyTable.tcvn3(scalars)
        case .vni: converted = LegacyTable.vni(scalars)
        case .windows1258: converted = LegacyTable.windows1258(scalars)
        case .viscii: return nil
        }
        let result = ScalarText.text(converted)
        return NormalizationForm.composed(result) ?? result
    }
}
