extension Form {
    /// The languages to try for a screen or a result: on a child's screen, words for children first.
    func preference(_ language: [UInt8]?, profile: [UInt8]) -> LanguagePreference {
        LanguagePreference(language, fallback: self.language, forChildren: questionnaire.isForChildren(profile))
    }
}
