import Testing

@testable import TincayIntake

/// What forms say about files.
struct AttachmentRuleTests {
    /// A form that says something about files.
    private func rule(_ json: String) throws -> AttachmentRule {
        try Form(parsing: Array(#"{"type": "object", "x-tincay-attachments": \#(json)}"#.utf8)).attachments
    }

    @Test func aFormThatSaysNothingTakesPicturesSoundFilmsAndPDF() throws {
        let rule = try Form(parsing: Array(#"{"type": "object"}"#.utf8)).attachments
        for kind in AttachmentKind.allCases {
            #expect(rule.accepts(kind) == ([.pdf].contains(kind) || kind.rawValue < 48))
        }
        #expect(rule.maxBytes == 2 << 30)
        #expect(rule.maxCount == 100)
    }

    @Test func aFormMaySayLessOrMore() throws {
        let narrow = try rule(#"{"types": ["image/jpeg"], "max_bytes": 1000, "max_count": 0}"#)
        #expect(narrow.accepts(.jpeg))
        #expect(!narrow.accepts(.png))
        #expect(narrow.maxBytes == 1000)
        #expect(narrow.maxCount == 0)
        let wide = try rule(#"{"types": ["text/plain", "image/*"], "max_bytes": 1099511627776}"#)
        #expect(wide.accepts(.text))
        #expect(wide.accepts(.heic))
        #expect(!wide.accepts(.pdf))
        #expect(wide.maxCount == 100)
    }

    @Test(arguments: [
        "[]", "true", #"{"types": "image/png"}"#, #"{"types": ["image/svg+xml"]}"#, #"{"types": [1]}"#,
        #"{"max_bytes": -1}"#, #"{"max_bytes": 1.5}"#, #"{"max_count": 1001}"#, #"{"maxBytes": 1}"#,
        #"{"max_bytes": 1099511627777}"#, #"{"types": ["application/*"]}"#,
    ])
    func whatMakesNoSenseIsNoForm(_ json: String) {
        #expect(throws: FormError.self) { try rule(json) }
    }
}
