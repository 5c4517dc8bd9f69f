/// What results say in one language about the rules, routes and numbers of a form: written down once as pieces of JSON.
final class ResultSheet: Sendable {
    /// What is said about a rule.
    struct Rule: Sendable {
        /// All of it, as an object.
        let whole: [UInt8]
        /// The members before the destinations, for a rule of which a route takes some out.
        let head: [UInt8]
        /// The members behind them.
        let tail: [UInt8]
        /// The members about each of its deadlines, before the moment and behind it.
        let deadlines: [(head: [UInt8], tail: [UInt8])]
    }

    /// The tags that were looked for.
    let tags: [[UInt8]]
    /// The members that name the form.
    let head: [UInt8]
    /// What is said about each rule.
    let rules: [Rule]
    /// What is said about each route, as an object.
    let routes: [[UInt8]]
    /// What is said about each number to show, as an object.
    let hotlines: [[UInt8]]
    /// The label of each urgency, as a value.
    let urgencies: [[UInt8]]
    /// The codes for destinations and flags, as values.
    let codes: [[UInt8]]
    /// The member that names the rules by their digest.
    let ruleset: [UInt8]

    /// Writes a form's words down.
    @_optimize(size) init(_ form: Form, _ language: LanguagePreference) {
        tags = language.tags
        let triage = form.triage
        codes = triage.codes.texts.map { text in Self.piece { writer in writer.text(text) } }
        head = Self.piece { writer in
            writer.name("form")
            writer.text(form.id)
            writer.name("version")
            writer.text(form.version)
        }
        rules = triage.rules.map { Self.rule($0, language, triage.codes) }
        routes = triage.routes.map { route in
            Self.piece { writer in
                writer.beginObject()
                writer.name("id")
                writer.text(route.id)
                writer.name("reason")
                writer.write(Wording.find("reason", in: [route.source], language))
                writer.name("remove")
                writer.write(route.removed, of: triage.codes)
                writer.name("add")
                writer.write(route.added, of: triage.codes)
                writer.endObject()
            }
        }
        hotlines = form.hotlines.map { hotline in
            Self.piece { writer in
                writer.beginObject()
                writer.name("number")
                writer.text(hotline.number)
                writer.name("label")
                writer.write(Wording.label([hotline.source], language))
                writer.name("verified")
                writer.write(hotline.source["verified"])
                writer.endObject()
            }
        }
        urgencies = Urgency.allCases.map { urgency in
            Self.piece { writer in writer.write(triage.label(urgency, language)) }
        }
        ruleset = Self.piece { writer in
            writer.name("ruleset")
            writer.write(triage.digest.isEmpty ? nil : triage.digest)
        }
    }

    /// Writes down what is said about a rule.
    @_optimize(size) private static func rule(_ rule: TriageRule, _ language: LanguagePreference, _ codes: TriageCodes)
        -> Rule
    {
        let head = piece { writer in
            writer.name("id")
            writer.text(rule.id)
            writer.name("urgency")
            if let urgency = rule.urgency { writer.text(urgency.name) } else { writer.null() }
            if case .raise(let levels, let least) = rule.effect {
                writer.name("raise")
                writer.integer(Int64(levels))
                writer.name("at_least")
                if let least { writer.text(least.name) } else { writer.null() }
            }
            if case .accompany(let least) = rule.effect {
                writer.name("from_urgency")
                writer.text(least.name)
            }
            writer.name("reason")
            writer.write(Wording.find("reason", in: [rule.source], language))
        }
        let tail = piece { writer in
            writer.name("source")
            writer.write(rule.source["source"])
            writer.name("verified")
            writer.write(rule.source["verified"])
        }
        let whole = piece { writer in
            writer.beginObject()
            writer.raw(head)
            writer.name("destinations")
            writer.write(rule.destinations, of: codes)
            writer.raw(tail)
            writer.endObject()
        }
        let deadlines = rule.deadlines.map { deadline in
            let head = piece { writer in
                writer.name("rule")
                writer.text(rule.id)
                writer.name("kind")
                writer.text(deadline.kind)
            }
            let tail = piece { writer in
                writer.name("source")
                writer.write(deadline.source)
                writer.name("verified")
                writer.write(deadline.verified)
            }
            return (head: head, tail: tail)
        }
        return Rule(whole: whole, head: head, tail: tail, deadlines: deadlines)
    }

    /// What is written by a step.
    private static func piece(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        write(&writer)
        return writer.bytes
    }

    /// How many bytes all of it has.
    var size: Int {
        var size = 0
        for rule in rules {
            size += rule.whole.count + rule.head.count + rule.tail.count
            for deadline in rule.deadlines { size += deadline.head.count + deadline.tail.count }
        }
        for piece in routes + hotlines + urgencies + codes { size += piece.count }
        return size
    }
}
