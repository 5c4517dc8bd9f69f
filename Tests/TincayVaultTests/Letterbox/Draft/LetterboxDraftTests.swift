import Foundation
import Testing
import TincayIntake

@testable import TincayVault

@Suite struct LetterboxDraftTests {
    /// A form with a question that is asked only of those who are not safe, and a rule for them.
    static let form = #"""
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:example:draft", "x-tincay-form": {"version": "1"},
         "type": "object", "required": ["told"],
         "properties": {"told": {"type": "string", "minLength": 1}, "safe": {"enum": ["Y", "N"]},
                        "others": {"type": "array", "items": {"type": "object"}}},
         "allOf": [{"if": {"properties": {"safe": {"const": "N"}}, "required": ["safe"]},
                    "then": {"properties": {"where": {"type": "string"}}}}],
         "unevaluatedProperties": false,
         "x-tincay-triage": [{"id": "T1", "urgency": "U1", "destinations": ["111"],
            "when": {"properties": {"safe": {"const": "N"}}, "required": ["safe"]},
            "x-tincay-i18n": {"vi": {"reason": "x"}}, "source": "x", "verified": true}]}
        """#

    /// The form, opened.
    func form() throws -> Form { try Form(parsing: Array(Self.form.utf8)) }

    /// Gives an answer.
    @discardableResult
    func answer(_ box: Letterbox, _ draft: Int64, _ path: String, _ value: String?) throws -> DraftScreen {
        guard let value else { return try unsafe box.answer(draft, path: Array(path.utf8), value: nil) }
        return try Array(value.utf8).withUnsafeBytes { try unsafe box.answer(draft, path: Array(path.utf8), value: $0) }
    }

    /// What a box holds for its desk after what would be a power cut: what was told, and whether it is unfinished.
    func afterPowerCut(_ point: TestPoint) throws -> [String] {
        point.write(point.bytes("box"), to: "cut")
        point.write(point.bytes("box-wal"), to: "cut-wal")
        let copy = try point.open("cut")
        defer { copy.close() }
        return try point.told(in: copy)
    }

    @Test func aPowerCutLosesAtMostTheAnswerThatWasBeingGiven() throws {
        let point = try TestPoint()
        let box = try point.box()
        let draft = try box.beginDraft(form(), profile: nil, language: nil)
        #expect(try afterPowerCut(point).isEmpty)
        for count in 1...6 {
            try answer(box, draft, "/told", "\"answer \(count)\"")
            #expect(try afterPowerCut(point) == ["answer \(count)"])
            #expect(point.desks[0].heads.allSatisfy { $0.contains("\"unfinished\":true") })
        }
        #expect(try box.submitDraft(draft).isKept)
        #expect(try afterPowerCut(point) == ["answer 6"])
        #expect(point.desks[0].heads.allSatisfy { !$0.contains("unfinished") })
    }

    @Test func everyAnswerIsSealedUnderKeysAndAnIdentifierOfItsOwn() throws {
        let point = try TestPoint()
        let box = try point.box()
        let draft = try box.beginDraft(form(), profile: nil, language: nil)
        var seen: Set<[UInt8]> = []
        for count in 0..<4 {
            try answer(box, draft, "/told", "\"\(count)\"")
            let envelope = try #require(try box.file.envelope(box.state.draft))
            #expect(seen.insert([UInt8](envelope[1..<17])).inserted)
            #expect(seen.insert([UInt8](envelope[17..<49])).inserted)
        }
    }

    @Test func whoHasChosenToForgetLeavesNothingAndIsNeverWrittenToTheDisk() throws {
        let point = try TestPoint()
        let box = try point.box()
        let before = point.bytes("box")
        let draft = try box.beginDraft(form(), profile: nil, language: nil)
        try box.choose(draft, .forget)
        let log = point.bytes("box-wal")
        try answer(box, draft, "/told", "\"something\"")
        #expect(point.bytes("box") == before && point.bytes("box-wal") == log)
        #expect(try String(decoding: box.abandon(draft, .undecided), as: UTF8.self).contains("\"kept\":false"))
        #expect(try point.told(in: box).isEmpty && box.state.used == 0)
    }

    @Test func whoWalksAwayWithoutAWordIsForgottenAndWhoWantsToBeKeptIsKept() throws {
        let point = try TestPoint()
        let box = try point.box()
        let first = try box.beginDraft(form(), profile: nil, language: nil)
        try answer(box, first, "/told", "\"one\"")
        #expect(box.state.used != 0)
        _ = try box.abandon(first, .undecided)
        #expect(try point.told(in: box).isEmpty && box.state.used == 0)
        let second = try box.beginDraft(form(), profile: nil, language: nil)
        try answer(box, second, "/told", "\"two\"")
        #expect(try String(decoding: box.abandon(second, .keep), as: UTF8.self).contains("\"kept\":true"))
        #expect(try point.told(in: box) == ["two"])
    }

    @Test func aDangerAnswerIsKeptWhateverWasChosen() throws {
        let point = try TestPoint()
        let box = try point.box()
        let draft = try box.beginDraft(form(), profile: nil, language: nil)
        try box.choose(draft, .forget)
        try answer(box, draft, "/safe", "\"N\"")
        #expect(try afterPowerCut(point) == ["nothing"])
        _ = try box.abandon(draft, .forget)
        #expect(try point.told(in: box) == ["nothing"])
        #expect(point.desks[0].heads.allSatisfy { $0.contains("\"urgency\":\"U1\"") })
    }

    @Test func takingTheDangerAnswerBackTakesTheReportBack() throws {
        let point = try TestPoint()
        let box = try point.box()
        let draft = try box.beginDraft(form(), profile: nil, language: nil)
        try box.choose(draft, .forget)
        try answer(box, draft, "/safe", "\"N\"")
        try answer(box, draft, "/safe", "\"Y\"")
        #expect(try point.told(in: box).isEmpty)
        _ = try box.abandon(draft, .undecided)
        #expect(try point.told(in: box).isEmpty)
    }

    @Test func goingBackUndoesTheLastAnswerAndBringsBackWhatItHid() throws {
        let point = try TestPoint()
        let box = try point.box()
        let draft = try box.beginDraft(form(), profile: nil, language: nil)
        try answer(box, draft, "/told", "\"one\"")
        try answer(box, draft, "/safe", "\"N\"")
        try answer(box, draft, "/where", "\"here\"")
        try answer(box, draft, "/safe", "\"Y\"")
        let moment = point.clock.clock.now()
        #expect(
            box.draft.map { String(decoding: $0.answers(at: moment).json, as: UTF8.self) }
                == #"{"told":"one","safe":"Y"}"#)
        let undone = try JSONSerialization.jsonObject(with: Data(box.back(draft).json)) as? [String: Any]
        #expect(undone?["path"] as? String == "/safe" && undone?["value"] as? String == "Y")
        #expect(undone?["state"] is [String: Any])
        #expect(
            box.draft.map { String(decoding: $0.answers(at: moment).json, as: UTF8.self) }
                == #"{"told":"one","safe":"N","where":"here"}"#)
        for _ in 0..<3 { _ = try box.back(draft) }
        #expect(throws: VaultError.notFound) { try box.back(draft) }
        #expect(try point.told(in: box).isEmpty)
    }

    @Test func theNextPersonEndsTheDraftOfTheOneBefore() throws {
        let point = try TestPoint()
        let box = try point.box()
        let first = try box.beginDraft(form(), profile: nil, language: nil)
        try answer(box, first, "/told", "\"one\"")
        let second = try box.beginDraft(form(), profile: nil, language: nil)
        #expect(throws: VaultError.notFound) { try answer(box, first, "/told", "\"more\"") }
        #expect(throws: VaultError.notFound) { try box.submitDraft(first) }
        #expect(String(decoding: try box.draftState(second), as: UTF8.self).contains("\"answered\":0"))
        try answer(box, second, "/told", "\"two\"")
        #expect(try box.submitDraft(second).isKept)
        #expect(try point.told(in: box) == ["two"])
    }

    @Test func whoLeavesTheScreenIsForgottenAfterTheIdleTime() throws {
        let point = try TestPoint()
        let box = try point.box(["idle_seconds": "60"])
        let draft = try box.beginDraft(form(), profile: nil, language: nil)
        try answer(box, draft, "/told", "\"one\"")
        point.clock.run(seconds: 59)
        try box.tick()
        #expect(box.draft != nil)
        point.clock.run(seconds: 2)
        try box.tick()
        #expect(box.draft == nil)
        #expect(try point.told(in: box).isEmpty)
        #expect(throws: VaultError.notFound) { try answer(box, draft, "/told", "\"two\"") }
    }

    @Test func aDraftThatGoesOnPastMidnightMovesIntoTheNewDayAndLeavesNothingBehind() throws {
        let point = try TestPoint()
        let box = try point.box(["idle_seconds": "3600"])
        // A minute before midnight in Indochina.
        point.clock.milliseconds += 12 * 3_600_000 - 60_000
        try box.tick()
        let draft = try box.beginDraft(form(), profile: nil, language: nil)
        try answer(box, draft, "/told", "\"one\"")
        let before = box.state.draft
        point.clock.milliseconds += 120_000
        try box.tick()
        #expect(box.state.draft > before && box.state.draft >= box.state.first)
        #expect(try point.told(in: box) == ["one"])
        try answer(box, draft, "/told", "\"two\"")
        #expect(try box.submitDraft(draft).isKept)
        #expect(try point.told(in: box) == ["two"])
    }

    @Test func aBundleCarriesNoiseInThePlaceOfAnOpenDraft() throws {
        let point = try TestPoint()
        let box = try point.box()
        let draft = try box.beginDraft(form(), profile: nil, language: nil)
        try answer(box, draft, "/told", "\"one\"")
        let bundle = try box.pack()
        #expect(try point.desks[0].read(bundle).isEmpty)
        try point.settle(point.desks[0].receipt(for: bundle), in: box)
        #expect(try box.submitDraft(draft).isKept)
        #expect(try point.desks[0].read(box.pack()) == ["one"])
    }

    @Test func aDeskThatIsKeptOutNeverHoldsAKeyToWhatIsSealedAfterwards() throws {
        let point = try TestPoint(desks: 3)
        let box = try point.box()
        let draft = try box.beginDraft(form(), profile: nil, language: nil)
        try answer(box, draft, "/told", "\"before\"")
        try box.exclude(draft, [point.desks[0].deskID])
        func readers() throws -> [Bool] {
            let items = try point.envelopes(in: box)
            return try point.desks.map { try !$0.read(items: items).isEmpty }
        }
        #expect(try readers() == [false, true, true])
        try answer(box, draft, "/told", "\"after\"")
        #expect(try readers() == [false, true, true])
        #expect(try box.submitDraft(draft).checked.accepted)
        #expect(try readers() == [false, true, true])
        #expect(throws: VaultError.invalidInput) {
            try box.exclude(box.beginDraft(form(), profile: nil, language: nil), [[1]])
        }
    }

    @Test func nobodyLeftToReadIsToldBeforeTheFirstAnswer() throws {
        let point = try TestPoint()
        let box = try point.box()
        let draft = try box.beginDraft(form(), profile: nil, language: nil)
        #expect(throws: VaultError.noReader) { try box.exclude(draft, [point.desks[0].deskID]) }
        #expect(try answer(box, draft, "/told", "\"something\"").failure == .noReader)
        #expect(try box.submitDraft(draft).obstacle == .noReader)
        #expect(try point.told(in: box).isEmpty)
        try box.exclude(draft, [])
        #expect(try box.submitDraft(draft).isKept)
    }

    @Test func nobodyLeftToReadTakesBackWhatWasSealedBefore() throws {
        let point = try TestPoint()
        let box = try point.box()
        let draft = try box.beginDraft(form(), profile: nil, language: nil)
        try answer(box, draft, "/told", "\"before\"")
        #expect(throws: VaultError.noReader) { try box.exclude(draft, [point.desks[0].deskID]) }
        #expect(try point.told(in: box).isEmpty)
        #expect(try box.submitDraft(draft).obstacle == .noReader)
    }

    @Test func aRefusedDraftGoesOn() throws {
        let point = try TestPoint()
        let box = try point.box()
        let draft = try box.beginDraft(form(), profile: nil, language: nil)
        try answer(box, draft, "/safe", "\"Y\"")
        #expect(try !box.submitDraft(draft).checked.accepted)
        try answer(box, draft, "/told", "\"one\"")
        #expect(try box.submitDraft(draft).isKept)
        #expect(throws: VaultError.notFound) { try box.submitDraft(draft) }
        #expect(try point.told(in: box) == ["one"])
    }

    @Test func answersThatCannotBeAreRefusedAndChangeNothing() throws {
        let point = try TestPoint()
        let box = try point.box()
        let draft = try box.beginDraft(form(), profile: nil, language: nil)
        try answer(box, draft, "/told", "\"one\"")
        #expect(throws: VaultError.invalidInput) { try answer(box, draft, "/told/x", "1") }
        #expect(throws: VaultError.invalidInput) { try answer(box, draft, "", "{}") }
        #expect(throws: VaultError.invalidInput) { try answer(box, draft, "told", "1") }
        #expect(throws: VaultError.invalidJSON(.syntax)) { try answer(box, draft, "/told", "one") }
        #expect(throws: VaultError.tooLarge) {
            try answer(box, draft, "/told", "\"\(String(repeating: "x", count: 20_000))\"")
        }
        #expect(throws: VaultError.invalidInput) { try box.beginDraft(form(), profile: Array("X".utf8), language: nil) }
        #expect(try afterPowerCut(point) == ["one"])
        try answer(box, draft, "/told", nil)
        #expect(try !box.submitDraft(draft).checked.accepted)
    }

    @Test func closingTheBoxEndsTheDraftAsIfItsPersonHadLeft() throws {
        let point = try TestPoint()
        let box = try point.box()
        let draft = try box.beginDraft(form(), profile: nil, language: nil)
        try answer(box, draft, "/told", "\"one\"")
        box.close()
        #expect(try point.told(in: point.open()).isEmpty)
    }
}
