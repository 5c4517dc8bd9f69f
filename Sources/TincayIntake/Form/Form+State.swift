extension Form {
    /// Tells what to show next to somebody who is still answering; no answers at all are fine.
    public func state(_ answers: [UInt8], profile: [UInt8]?, language: [UInt8]?) throws(StateError) -> [UInt8] {
        let preference = LanguagePreference(language, fallback: self.language)
        let text = answers.isEmpty ? Array("{}".utf8) : answers
        let document: JSONDocument
        do throws(JSONError) {
            document = try JSONDocument(parsing: text, limits: .report)
        } catch {
            throw .json(error)
        }
        return try FormState(self, document.root, profile: profile, preference).json
    }
}
