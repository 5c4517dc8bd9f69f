extension Form {
    /// Tells what to show next to somebody who is still answering; no answers at all are fine.
    ///
    /// The moment is that of the screen, for forms in which the age of a child decides what is urgent.
    public func state(
        _ answers: [UInt8], profile: [UInt8]?, language: [UInt8]?, at moment: Moment = Moment(milliseconds: 0),
        detail: StateDetail = .full
    ) throws(StateError) -> [UInt8] {
        let given = try Self.document(answers.isEmpty ? Array("{}".utf8) : answers, .report).root
        let answers = OrderedAnswers(given, normalizer).answers
        guard let profile else {
            let state = FormState(self, answers, profile: questionnaire.profile(of: answers), language, at: moment)
            return state.json(detail)
        }
        guard questionnaire.profiles.contains(profile) else { throw .unknownProfile }
        if answers.member(questionnaire.profileName)?.text == profile {
            return FormState(self, answers, profile: profile, language, at: moment).json(detail)
        }
        let completed = try Self.document(withProfile(answers, profile), .any).root
        return FormState(self, completed, profile: profile, language, at: moment).json(detail)
    }

    /// Where answers name a profile; nil when the form does not have it.
    public func profilePath(for profile: [UInt8]) -> [UInt8]? {
        questionnaire.profiles.contains(profile) ? JSONPointer.token(questionnaire.profileName) : nil
    }

    /// Answers with a profile that goes before the one that they name.
    private func withProfile(_ answers: JSONValue, _ profile: [UInt8]) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name(questionnaire.profileName)
        writer.text(profile)
        for member in answers.members where !member.name.equals(unescaped: questionnaire.profileName) {
            guard let name = member.name.text else { continue }
            writer.name(name)
            writer.raw(member.value.json)
        }
        writer.endObject()
        return writer.bytes
    }

    /// Parses answers so far.
    private static func document(_ text: [UInt8], _ limits: JSONLimits) throws(StateError) -> JSONDocument {
        do throws(JSONError) {
            return try JSONDocument(parsing: text, limits: limits)
        } catch {
            throw .json(error)
        }
    }
}
