extension Form {
    /// Every question with the section that its answer is sealed in, and whether lists and counts show the answer.
    public var sectionsOfQuestions: [(name: [UInt8], section: SectionName, isListed: Bool)] {
        questionnaire.questions.map { question in
            (
                question.name, annotations.sections[question.name] ?? .facts,
                annotations.facets.contains { $0.name == question.name }
            )
        }
    }

    /// Whether a facet tells nothing but what stands in some sections.
    public func isTold(_ facet: [UInt8], by sections: [SectionName]) -> Bool {
        let isAgeBand = facet == AgeBands.facet.bytes
        let questions = isAgeBand ? triage.derivation.questionsOfAgeBand ?? [] : [facet]
        return questions.allSatisfy { sections.contains(annotations.sections[$0] ?? .facts) }
    }
}
