import TincayIntake

/// The forms that tests of desks use.
enum TestForms {
    /// A form with profiles, triage, sections and facets.
    static func triaging(version: String = "1") throws -> Form {
        try Form(
            parsing: Array(
                """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:example:triaging:\(version)",
                 "x-tincay-form": {"id": "triaging", "version": "\(version)", "profile": "profile"},
                 "type": "object", "required": ["told"], "unevaluatedProperties": false,
                 "properties": {
                   "profile": {"enum": ["C", "B", "K"], "x-tincay-section": "facts"},
                   "told": {"type": "string", "minLength": 1, "x-tincay-section": "facts"},
                   "child": {"type": "string", "x-tincay-section": "identity"},
                   "danger": {"enum": ["Y", "N"], "x-tincay-section": "facts", "x-tincay-facet": true},
                   "worried": {"enum": ["Y", "N"], "x-tincay-section": "facts"},
                   "concerns": {"type": "array", "items": {"enum": ["V", "S", "N"]},
                     "x-tincay-section": "facts", "x-tincay-facet": true}},
                 "x-tincay-triage": [
                   {"id": "T1", "when": {"properties": {"danger": {"const": "Y"}}, "required": ["danger"]},
                    "urgency": "U1", "destinations": ["111"],
                    "x-tincay-i18n": {"vi": {"reason": "Nguy hiểm."}, "en": {"reason": "Danger."}},
                    "deadlines": [{"kind": "FIRST_CONTACT", "within": "PT1H", "source": "a rule", "verified": true}],
                    "source": "a rule", "verified": true},
                   {"id": "T3", "when": {"properties": {"worried": {"const": "Y"}}, "required": ["worried"]},
                    "urgency": "U3", "destinations": ["111"],
                    "x-tincay-i18n": {"vi": {"reason": "Lo lắng."}, "en": {"reason": "Worry."}},
                    "deadlines": [{"kind": "FIRST_CONTACT", "within": "PT24H", "source": "a rule", "verified": true}],
                    "source": "a rule", "verified": true}]}
                """.utf8))
    }

    /// A plain schema.
    static func plain() throws -> Form {
        try Form(
            parsing: Array(
                #"""
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:example:plain",
                 "type": "object", "required": ["told"], "additionalProperties": false,
                 "properties": {"told": {"type": "string", "minLength": 1}}}
                """#.utf8))
    }
}
