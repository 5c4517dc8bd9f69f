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
        var position = 0
        while position < text.count, unsafe text[position] < 0x80 { position += 1 }
        guard position < text.count else { return nil }
        var evidence = LegacyEvidence()
        position = max(0, position - 2)
        while position < text.count { evidence.note(unsafe ScalarText.next(text, &position)) }
        evidence.note(0x20)
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
