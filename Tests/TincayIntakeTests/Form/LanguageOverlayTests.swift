import Foundation
import Testing

@testable import TincayIntake

@Suite struct LanguageOverlayTests {
    /// A small form with words of every kind.
    private static let form = #"""
        {"x-tincay-form": {"id": "f", "version": "1", "language": "vi"},
         "x-tincay-i18n": {"vi": {"title": "Kể", "thanks": "Cảm ơn"}, "vi-x-child": {"title": "Kể nhé"}},
         "x-tincay-messages": {"vi": {"required": "Cần có."}},
         "type": "object", "required": ["a/b"],
         "properties": {"a/b": {"enum": ["x"], "x-tincay-i18n": {
           "vi": {"label": "Gì?", "icon": "i", "messages": {"enum": "Chọn."}}, "vi-x-child": {"label": "Gì thế?"}}},
           "c": {"type": "string", "x-tincay-i18n": {}}}}
        """#
    /// Words for all of it.
    private static let words = #"""
        {"": {"title": "Krai", "thanks": "Arkun"}, "/x-tincay-messages": {"required": "Trov."},
         "/properties/a~1b": {"label": "Avei?", "messages": {"enum": "Chreus."}}}
        """#

    /// An overlay of words in a language.
    private func overlay(_ texts: String, language: String = "km") throws -> LanguageOverlay {
        let json = #"{"form": "f", "hash": "00", "language": "\#(language)", "texts": \#(texts)}"#
        return try LanguageOverlay(JSONDocument(parsing: Array(json.utf8), limits: .any).root)
    }

    /// The title that a form shows in a language.
    private func title(_ form: Form, _ language: String) throws -> String? {
        let state = try form.state(
            Array("{}".utf8), profile: nil, language: Array(language.utf8), at: Moment(milliseconds: 0), detail: .full)
        return (try JSONSerialization.jsonObject(with: Data(state)) as? [String: Any])?["title"] as? String
    }

    /// The small form with an overlay.
    private func form(_ overlays: LanguageOverlay...) throws -> Form {
        try Form(parsing: Array(Self.form.utf8), words: overlays)
    }

    @Test func aCompleteOverlaySpeaksAndLeavesTheFormWhatItIs() throws {
        let form = try form(overlay(Self.words))
        #expect(form.source == Array(Self.form.utf8))
        #expect(try title(form, "km") == "Krai")
        #expect(try title(form, "vi") == "Kể")
        let result = try form.check(Array("{}".utf8), language: Array("km".utf8), at: Moment(milliseconds: 0)).result
        #expect(String(decoding: result, as: UTF8.self).contains("Trov."))
        let outline = try FormOutline(parsing: form.source, words: [overlay(Self.words)])
        #expect(outline.languages.map { String(decoding: $0, as: UTF8.self) } == ["vi", "vi-x-child", "km"])
        #expect(outline.leftOut == 0)
    }

    @Test(arguments: [
        (#", "thanks": "Arkun""#, ""), (#""Arkun""#, #"{"a": "b"}"#), (#", "messages": {"enum": "Chreus."}"#, ""),
        (#", "/x-tincay-messages": {"required": "Trov."}"#, ""), (#"{"": "#, #"{"/nowhere": {"label": "K"}, "": "#),
        (#"{"": "#, #"{"/properties": {}, "": "#),
    ])
    func anOverlayWithATextMissingOrTooManyIsLeftOutAsAWhole(_ old: String, _ new: String) throws {
        let texts = Self.words.replacing(old, with: new)
        #expect(texts != Self.words)
        let outline = try FormOutline(parsing: Array(Self.form.utf8), words: [overlay(texts)])
        #expect(outline.leftOut == 1 && outline.languages.count == 2)
        #expect(try title(form(overlay(texts)), "km") == "Kể")
    }

    @Test func anOverlayForChildrenNeedsWhatChildrenAreTold() throws {
        let texts = #"{"": {"title": "K nhé"}, "/properties/a~1b": {"label": "A nhé?"}}"#
        #expect(try title(form(overlay(texts, language: "km-x-child")), "km-x-child") == "K nhé")
        let short = #"{"": {"title": "K nhé"}}"#
        #expect(try title(form(overlay(short, language: "km-x-child")), "km-x-child") == "Kể nhé")
    }

    @Test func theLaterOfTwoOverlaysForOneLanguageCounts() throws {
        let later = Self.words.replacing("Krai", with: "Nieyeay")
        #expect(try title(form(overlay(Self.words), overlay(later, language: "KM")), "km") == "Nieyeay")
    }

    @Test(arguments: [
        "[]", #"{"": 1}"#, #"{"": {"title": 1}}"#, #"{"": {"messages": {"a": {}}}}"#,
    ])
    func whatIsNoWordsIsRefused(_ texts: String) {
        #expect(throws: FormError.self) { try overlay(texts) }
    }

    @Test func theDefaultFormSpeaksAnotherLanguageWithoutAnotherRuleset() throws {
        let source = FormFixture.json
        let plain = try Form(parsing: source)
        var writer = JSONWriter()
        writer.beginObject()
        for index in 0..<plain.document.nodes.count {
            let value = JSONValue(document: plain.document, index: index)
            guard value.kind == .object, let own = value["x-tincay-i18n"]?["vi"] else { continue }
            writer.name(value.pointer)
            writer.raw(own.json)
        }
        if let own = plain.document.root["x-tincay-messages"]?["vi"] {
            writer.name("/x-tincay-messages")
            writer.raw(own.json)
        }
        writer.endObject()
        let words = String(decoding: writer.bytes, as: UTF8.self)
        let outline = try FormOutline(parsing: source, words: [overlay(words)])
        #expect(outline.leftOut == 0 && outline.languages.contains(Array("km".utf8)))
        let spoken = try Form(parsing: source, words: [overlay(words)])
        #expect(spoken.triage.digest == plain.triage.digest)
        #expect(try title(spoken, "km") == title(plain, "vi"))
        #expect(try title(spoken, "en") == title(plain, "en"))
    }
}
