import TincayIntake

/// Until when each step has to be taken, how long cases are kept and what referrals may be for: what everybody has, and
/// what a desk decided.
struct WorkRules {
    /// The schema of what a desk decides.
    private static let schema = InputSchema(
        #"""
        {"type": "object", "additionalProperties": false, "minProperties": 1, "$defs": {
          "span": {"type": ["string", "null"], "maxLength": 20}, "source": {"type": "string", "minLength": 1,
            "maxLength": 300},
          "verified": {"type": ["boolean", "null"]}, "day": {"type": ["string", "null"], "maxLength": 10},
          "urgency": {"type": "array", "minItems": 1, "items": {"enum": ["U0", "U1", "U2", "U3", "U4", "U5"]}},
          "codes": {"type": "array", "minItems": 1, "maxItems": 100, "items": {"type": "object",
            "additionalProperties": false, "required": ["codes", "source"], "properties": {
              "codes": {"type": "array", "minItems": 1, "maxItems": 100, "items": {"type": "string",
                "pattern": "^[A-Z][A-Z0-9_-]{0,39}$"}},
              "vi": {"type": "string", "maxLength": 200}, "en": {"type": "string", "maxLength": 200},
              "source": {"$ref": "#/$defs/source"}, "verified": {"$ref": "#/$defs/verified"},
              "valid_from": {"$ref": "#/$defs/day"}, "valid_to": {"$ref": "#/$defs/day"}}}}},
         "properties": {
          "deadlines": {"type": "array", "maxItems": 100, "items": {"type": "object", "additionalProperties": false,
            "required": ["step", "local_max", "source"], "properties": {
              "step": {"enum": ["1", "2", "3", "4", "5", "5b", "6", "7", "8", "9", "10"]},
              "statutory_max": {"$ref": "#/$defs/span"}, "local_max": {"$ref": "#/$defs/span"},
              "working_days": {"type": "boolean"}, "urgency": {"$ref": "#/$defs/urgency"},
              "source": {"$ref": "#/$defs/source"}, "verified": {"$ref": "#/$defs/verified"},
              "valid_from": {"$ref": "#/$defs/day"}, "valid_to": {"$ref": "#/$defs/day"}}}},
          "retention": {"type": "array", "minItems": 1, "maxItems": 100, "items": {"type": "object",
            "additionalProperties": false, "required": ["class", "when", "period", "source"], "properties": {
              "class": {"type": "string", "pattern": "^[A-Z0-9_]{1,40}$"}, "vi": {"type": "string", "maxLength": 200},
              "en": {"type": "string", "maxLength": 200},
              "when": {"type": "object", "additionalProperties": false, "properties": {
                "status": {"type": "array", "minItems": 1, "items": {"enum": ["CLOSED", "TRANSFERRED", "DUPLICATE"]}},
                "outcome": {"type": "array", "minItems": 1, "items": {"type": "string", "maxLength": 40}},
                "urgency": {"$ref": "#/$defs/urgency"}}},
              "period": {"$ref": "#/$defs/span"}, "source": {"$ref": "#/$defs/source"},
              "verified": {"$ref": "#/$defs/verified"},
              "valid_from": {"$ref": "#/$defs/day"}, "valid_to": {"$ref": "#/$defs/day"}}}},
          "purposes": {"$ref": "#/$defs/codes"}, "legal_bases": {"$ref": "#/$defs/codes"},
          "calendar": {"type": "object"}}}
        """#, size: 256 << 10)

    /// What everybody has; nil when the library's own text is none, which every use then reports as a defect.
    static let standard: JSONValue? = {
        let text = StandardRules.text
        // SAFETY: a static string's bytes live as long as the process.
        let bytes = unsafe [UInt8](UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        return (try? JSONDocument(parsing: bytes, limits: .form))?.root
    }()

    /// The deadlines of the law.
    private let law: [StepDeadline]
    /// The deadlines that the desk decided on.
    private let own: [StepDeadline]
    /// How long cases are kept: the first that fits counts.
    let retention: [RetentionClass]
    /// What a referral may be for.
    private let purposes: [CodesInForce]
    /// By what right a report may be referred.
    private let bases: [CodesInForce]
    /// The desk's own calendar.
    let calendar: WorkingCalendar?
    /// What the desk decided, as JSON.
    let decided: JSONValue?

    /// Joins what everybody has and what a desk decided, which was checked when it did.
    init(decided: [UInt8]) throws(VaultError) {
        guard let standard = Self.standard, let steps = standard["steps"] else { throw .defect }
        var law: [StepDeadline] = []
        for row in steps.elements {
            guard let step = StepDeadline.step(row["step"]) else { throw .defect }
            // Whoever files a report has received and recorded it.
            guard row["done_by"] == nil else { continue }
            for deadline in row["deadlines"]?.elements.map({ $0 }) ?? [] {
                guard let deadline = StepDeadline(deadline, step: step) else { throw .defect }
                law.append(deadline)
            }
        }
        self.law = law
        let root = decided.isEmpty ? nil : (try? JSONDocument(parsing: decided, limits: .any))?.root
        self.decided = root
        own = try Self.own(root?["deadlines"], law)
        retention = try RetentionClass.all(root?["retention"] ?? standard["retention"])
        let referral = standard["referral"]
        purposes = try CodesInForce.all(referral?["purposes"]) + CodesInForce.all(root?["purposes"])
        bases = try CodesInForce.all(referral?["legal_bases"]) + CodesInForce.all(root?["legal_bases"])
        do throws(FormError) {
            calendar = try WorkingCalendar(root?["calendar"])
        } catch {
            throw .invalidInput
        }
    }

    /// Checks what a desk wants to decide.
    static func check(_ bytes: UnsafeRawBufferPointer) throws(VaultError) {
        let root = try unsafe schema.read(bytes)
        _ = try WorkRules(decided: root.json)
    }

    /// The deadlines that count for a case that was received on a day: the desk's own where it has one for the step.
    func deadlines(_ urgency: Urgency?, on day: Int64) -> [StepDeadline] {
        let own = own.filter { $0.applies(urgency, on: day) }
        return own
            + law.filter { deadline in
                deadline.applies(urgency, on: day) && !own.contains { $0.step == deadline.step }
            }
    }

    /// Fails when a referral is for something, or by a right, that no list has on a day.
    func check(_ terms: ReferralTerms, on day: Int64) throws(VaultError) {
        let isListed =
            terms.purposes.allSatisfy { code in purposes.contains { $0.contains(code, on: day) } }
            && terms.bases.allSatisfy { code in bases.contains { $0.contains(code, on: day) } }
        guard isListed else { throw .unknownCode }
    }

    /// Reads the desk's own deadlines, none of which may give more time than the law.
    private static func own(_ rows: JSONValue?, _ law: [StepDeadline]) throws(VaultError) -> [StepDeadline] {
        var own: [StepDeadline] = []
        for row in rows?.elements.map({ $0 }) ?? [] {
            guard let step = StepDeadline.step(row["step"]) else { throw .invalidInput }
            let laws = law.filter { $0.step == step }
            guard let deadline = StepDeadline(row, step: step, law: laws.last) else { throw .invalidInput }
            for law in laws where law.validity.overlaps(deadline.validity) {
                guard law.countsWorkingDays == deadline.countsWorkingDays else { throw .invalidInput }
                // Only who has read it in the official text may say that the law has become laxer.
                guard let known = law.statutory, row["verified"]?.boolean != true || row["statutory_max"] == nil else {
                    continue
                }
                guard let span = deadline.span, span.total <= known.total,
                    deadline.statutory.map({ $0.total <= known.total }) ?? false
                else { throw .invalidInput }
            }
            own.append(deadline)
        }
        return own
    }
}
