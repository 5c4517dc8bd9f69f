import TincayIntake

/// What whoever made a report says about it, read with good will: a report is never lost over its head.
struct ReportHead {
    /// The latest moment that a date can be written of.
    private static let latest: Int64 = 253_402_275_599_999
    /// The most bytes of a name or a tag.
    private static let nameLimit = 512
    /// The most bytes of what triage said.
    private static let triageLimit = 64 << 10
    /// The most bytes of facets, which are held in memory for every case.
    private static let facetLimit = 8 << 10
    /// An empty object.
    private static let nothing = Array("{}".utf8)

    /// When the report was told; nil when the head does not say.
    let received: Moment?
    /// Whether the clock that told so was in doubt.
    let clockIsDoubtful: Bool
    /// Whether whoever told it did not come to an end.
    let isUnfinished: Bool
    /// The form's name.
    let form: [UInt8]
    /// The form's version.
    let version: [UInt8]
    /// The language of the answers.
    let language: [UInt8]
    /// Whose questions were answered; empty when the form has no profiles.
    let profile: [UInt8]
    /// How urgent triage found it.
    let urgency: Urgency?
    /// The soonest deadline.
    let due: Moment?
    /// What triage said: a JSON object.
    let triage: [UInt8]
    /// The coded answers for lists and counts: a JSON object.
    let facets: [UInt8]

    /// Reads a head; what does not make sense is as if it were not there.
    init(reading json: [UInt8]) {
        let root = (try? JSONDocument(parsing: json, limits: .any))?.root
        received = Self.moment(root?["received"])
        clockIsDoubtful = received == nil || root?["clock"]?.isText("trusted") != true
        isUnfinished = root?["unfinished"]?.boolean == true
        form = Self.name(root?["form"])
        version = Self.name(root?["version"])
        language = Self.name(root?["language"])
        profile = Self.name(root?["profile"])
        urgency = Urgency.named(root?["urgency"])
        due = Self.moment(root?["due"])
        triage = Self.object(root?["triage"], limit: Self.triageLimit)
        facets = Self.object(root?["facets"], limit: Self.facetLimit)
    }

    /// Describes a report that this desk's own people made.
    init(_ checked: Checked, form: Form, language: [UInt8]?, received: Moment) {
        self.received = received
        clockIsDoubtful = false
        isUnfinished = false
        self.form = form.id
        version = form.version
        self.language = language ?? Array("vi".utf8)
        profile = checked.profile
        urgency = checked.urgency
        due = checked.due
        triage = checked.triage
        facets = checked.facets
    }

    /// The head as it is sealed into a report.
    var json: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("received")
        if let received { writer.integer(received.milliseconds) } else { writer.null() }
        writer.name("clock")
        writer.text(clockIsDoubtful ? "doubtful" : "trusted")
        writer.name("form")
        writer.text(form)
        writer.name("version")
        writer.text(version)
        writer.name("language")
        writer.text(language)
        writer.name("profile")
        writer.text(profile)
        writer.name("urgency")
        if let urgency { writer.text(urgency.name) } else { writer.null() }
        writer.name("due")
        if let due { writer.integer(due.milliseconds) } else { writer.null() }
        writer.name("triage")
        writer.raw(triage)
        writer.name("facets")
        writer.raw(facets)
        writer.endObject()
        return writer.bytes
    }

    /// A moment in a year that can be written.
    private static func moment(_ value: JSONValue?) -> Moment? {
        guard let milliseconds = value?.integer, milliseconds > 0, milliseconds <= latest else { return nil }
        return Moment(milliseconds: milliseconds)
    }

    /// A text that is not too long.
    private static func name(_ value: JSONValue?) -> [UInt8] {
        guard let value, value.source.count <= nameLimit, let text = value.text else { return [] }
        return text
    }

    /// An object that is not too large, as it was written.
    private static func object(_ value: JSONValue?, limit: Int) -> [UInt8] {
        guard let value, value.kind == .object, value.source.count <= limit else { return nothing }
        return value.json
    }
}
