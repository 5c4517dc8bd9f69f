/// The languages to try for one that somebody has asked for.
final class KeptPreference: Sendable {
    /// The language as it was asked for.
    let language: [UInt8]?
    /// Whether children read the words.
    let isForChildren: Bool
    /// The languages to try.
    let preference: LanguagePreference

    /// Keeps what was worked out.
    init(_ language: [UInt8]?, isForChildren: Bool, _ preference: LanguagePreference) {
        self.language = language
        self.isForChildren = isForChildren
        self.preference = preference
    }
}
