extension Form {
    /// Every question with the section that its answer is sealed in, and whether lists and counts show the answer.
    public var sectionsOfQuestions: [(name: [UInt8], section: SectionName, isListed: Bool)] {
        questionnaire.questions.map { question in
            (
                question.name, annotations.sections[question.name] ?? .facts,
                annotations.facets.contains(question.name)
            )
        }
    }
}
