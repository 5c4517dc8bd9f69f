extension Form {
    /// How many bytes of words in one language may be kept.
    private static let largest = 4 << 20

    /// The languages to try for a screen or a result: on a child's screen, words for children first.
    func preference(_ language: [UInt8]?, profile: [UInt8]) -> LanguagePreference {
        let isForChildren = questionnaire.isForChildren(profile)
        if let kept = preferences.first(where: { $0.isForChildren == isForChildren && $0.language == language }) {
            return kept.preference
        }
        let preference = LanguagePreference(language, fallback: self.language, forChildren: isForChildren)
        preferences.keep(KeptPreference(language, isForChildren: isForChildren, preference))
        return preference
    }

    /// What screens say in a language.
    func stateSheet(_ language: LanguagePreference) -> StateSheet {
        if let sheet = stateSheets.first(where: { $0.tags == language.tags }) { return sheet }
        let sheet = StateSheet(self, language)
        if sheet.size <= Self.largest { stateSheets.keep(sheet) }
        return sheet
    }

    /// What results say in a language.
    func resultSheet(_ language: LanguagePreference) -> ResultSheet {
        if let sheet = resultSheets.first(where: { $0.tags == language.tags }) { return sheet }
        let sheet = ResultSheet(self, language)
        if sheet.size <= Self.largest { resultSheets.keep(sheet) }
        return sheet
    }
}
