/// What stands in the way of using a text as a form, for whoever writes it.
public struct FormReview: Sendable {
    /// What is wrong; nil when the form can be used.
    private let error: FormError?
    /// The form that was read.
    private let form: Form?

    /// Reads a form as opening it would.
    @_optimize(size) public init(parsing json: UnsafeRawBufferPointer, resources: FormResources) {
        do throws(FormError) {
            // SAFETY: the caller lends the buffer for the call.
            form = try unsafe Form(parsing: json, resources: resources)
            error = nil
        } catch {
            form = nil
            self.error = error
        }
    }

    /// The review as a JSON object: {usable, form, version, questions, rules, faults: [{code, path}]}.
    public var json: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("usable")
        writer.boolean(error == nil)
        if let form {
            writer.name("form")
            writer.text(form.id)
            writer.name("version")
            writer.text(form.version)
            writer.name("questions")
            writer.integer(Int64(form.questionnaire.questions.count))
            writer.name("rules")
            writer.integer(Int64(form.triage.rules.count))
        }
        writer.name("faults")
        writer.beginArray()
        if let error { write(error, &writer) }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// Writes one fault.
    private func write(_ error: FormError, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.name("code")
        switch error {
        case .json(.tooDeep), .json(.tooLarge): writer.text("limit")
        case .json: writer.text("json")
        case .refused(let fault): writer.text(fault.code.name)
        case .notAForm: writer.text("annotation")
        }
        writer.name("path")
        if case .refused(let fault) = error { writer.text(fault.path) } else { writer.text("") }
        writer.endObject()
    }
}
