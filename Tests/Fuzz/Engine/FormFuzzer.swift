import Glibc
import TincayIntake

/// Opens a form, and lets somebody answer it.
enum FormFuzzer {
    /// When it is answered: a working day of 2026.
    private static let moment = Moment(milliseconds: 1_790_000_000_000)

    /// Tries a form with answers and what the host gives; a form that cannot be opened has a fault that can be told.
    static func run(form: [UInt8], answers: [UInt8], resources: [UInt8]) {
        let resources = resources.withUnsafeBytes { try? FormResources(parsing: $0) } ?? .none
        let opened = try? Form(parsing: form, resources: resources)
        let review = form.withUnsafeBytes { FormReview(parsing: $0, resources: resources) }
        expectJSON(review.json)
        if let opened { run(opened, answers: answers) }
    }

    /// Tries answers to a form, in the words of a child and of an adult.
    static func run(_ form: Form, answers: [UInt8]) {
        if let checked = try? form.check(answers, language: Array("vi-x-child".utf8), at: moment) {
            expectJSON(checked.result)
            expectJSON(checked.triage)
            if checked.accepted { expectJSON(form.join(checked.sections)) }
        }
        for detail in [StateDetail.full, .changes] {
            if let state = try? form.state(
                answers, profile: nil, language: Array("en".utf8), at: moment, detail: detail)
            {
                expectJSON(state)
            }
        }
    }

    /// What the engine writes is JSON.
    private static func expectJSON(_ bytes: [UInt8]) {
        guard (try? JSONDocument(parsing: bytes, limits: JSONLimits(size: 1 << 28, depth: 512))) != nil else { abort() }
    }
}
